import { describe, expect, it } from 'vitest';
import { loadOntology, type LocalEntity } from '@attest/model';
import { actor, report } from '../../test/records.ts';
import { Resolver } from '../resolve/resolver.ts';
import { rowsOf } from './read.ts';

const ontology = loadOntology();
/** Id and identifiers of the one actor that these entities make. */
function resolved(...entities: readonly LocalEntity[]): readonly unknown[] {
  const resolver = new Resolver(ontology);
  for (const [at, one] of entities.entries()) resolver.add(report(String(at), [one]));
  return resolver.resolved().map(({ id, identifiers }) => [id, identifiers]);
}

describe('identifiers from outside', () => {
  it('a known body goes by its Wikidata item under every name', () => {
    expect(resolved(actor('a', 'Agency', 'FBI'), actor('b', 'Agency', 'Federal Bureau of Investigation'))).toEqual([
      ['wikidata:Q8333', { wikidata: 'Q8333' }],
    ]);
  });
  it('a country keeps its ISO code as id and bears its item too', () => {
    const told = { identifiers: { iso: 'MX' } };
    expect(resolved(actor('a', 'Country', 'Mexico', told))).toEqual([['iso:MX', { iso: 'MX', wikidata: 'Q96' }]]);
  });
  it('a body of the same name in another country bears none', () => {
    expect(resolved(actor('a', 'Agency', 'Kenyan Coast Guard'))).toEqual([['a', {}]]);
  });
  it('what no source names bears none', () => {
    expect(resolved(actor('a', 'Agency', 'Drug Enforcement Administration'))).toEqual([['a', {}]]);
  });
});

describe('the list of Wikidata items', () => {
  const rows = rowsOf('gazetteer/wikidata.tsv');
  const known = new Set(
    ['territories', 'bodies', 'armed'].flatMap((name) => rowsOf(`gazetteer/${name}.tsv`).map(([key]) => key)),
  );

  it('names each key and each item once, all of the gazetteer', () => {
    expect(rows.length).toBeGreaterThan(300);
    expect(new Set(rows.map(([key]) => key)).size).toBe(rows.length);
    expect(new Set(rows.map(([, item]) => item)).size).toBe(rows.length);
    expect(rows.filter(([key, item]) => !known.has(key) || !/^Q[1-9]\d*$/u.test(item ?? ''))).toEqual([]);
  });
});
