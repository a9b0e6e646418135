import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedQuery } from './cypher-guard.ts';
import { ownQueries } from './own-queries.ts';

const folder = new URL('../queries/', import.meta.url);

describe('the API’s own queries', () => {
  it('are all named, and all pass the guard', () => {
    const files = readdirSync(folder).toSorted();
    expect(files).toEqual(ownQueries.map((name) => `${name}.cypher`).toSorted());
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect(checkedQuery(text)).toBe(text);
    }
  });
});
