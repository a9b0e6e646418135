import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CypherDate, CypherDateTime, CypherError, PropertyGraph, run, type PropertyValue } from './index.ts';

// Analyst queries whose answers hold on a real Neo4j 5; they are not part of the repository.
const shared = process.env['ATTEST_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
const folder = `${shared}/spikes/cypher/suite`;
const found = existsSync(`${folder}/queries.mjs`);
if (!found) console.warn('skipped: analyst queries with answers of Neo4j (set ATTEST_SHARED)');

interface Rows<Row> {
  readonly rows: readonly Row[];
}
type Fixture = {
  readonly NODES: readonly (Rows<{
    id: string;
    props: Record<string, PropertyValue>;
    published?: string;
    ts?: string;
  }> & {
    labels: string[];
  })[];
  readonly RELS: readonly (Rows<{
    id: string;
    src: string;
    dst: string;
    date?: string;
    props: Record<string, PropertyValue>;
  }> & { type: string })[];
};
type Case = readonly [string, string, string, Record<string, unknown>, string[], unknown];

const instantOf = (text: string): CypherDateTime =>
  run(PropertyGraph.build([], []), 'RETURN datetime($text)', { parameters: { text } }).rows.flat()[0] as CypherDateTime;
const plain = (value: unknown): unknown =>
  value instanceof CypherDate || value instanceof CypherDateTime
    ? value.toString()
    : typeof value === 'bigint'
      ? Number(value)
      : Array.isArray(value)
        ? value.map(plain)
        : (value ?? null);

describe.runIf(found)('analyst queries', () => {
  it('answers as Neo4j does, or refuses with a typed error; never otherwise', async () => {
    const { NODES, RELS } = (await import(/* @vite-ignore */ pathToFileURL(`${folder}/data.mjs`).href)) as Fixture;
    const { READ } = (await import(/* @vite-ignore */ pathToFileURL(`${folder}/queries.mjs`).href)) as {
      READ: readonly Case[];
    };
    const graph = PropertyGraph.build(
      NODES.flatMap(({ labels, rows }) =>
        rows.map(({ id, props, published, ts }) => ({
          id,
          labels,
          properties: {
            id,
            ...props,
            ...(published ? { published: CypherDate.parse(published) } : {}),
            ...(ts ? { ts: instantOf(ts) } : {}),
          },
        })),
      ),
      RELS.flatMap(({ type, rows }) =>
        rows.map(({ id, src, dst, date, props }) => ({
          id,
          type,
          from: src,
          to: dst,
          properties: { id, ...props, ...(date ? { date: CypherDate.parse(date) } : {}) },
        })),
      ),
    );
    let right = 0;
    const wrong: string[] = [];
    for (const [id, , query, parameters, , expected] of READ) {
      try {
        const rows = run(graph, query, { parameters }).rows.map((row) => row.map(plain));
        const texts = rows.map((row) => JSON.stringify(row));
        const unordered = (expected as { unordered?: unknown[][] }).unordered;
        const same =
          typeof expected === 'function'
            ? (expected as (rows: unknown) => unknown)(rows) === true
            : unordered
              ? JSON.stringify(texts.toSorted()) ===
                JSON.stringify(unordered.map((row) => JSON.stringify(row)).toSorted())
              : JSON.stringify(rows) === JSON.stringify(expected);
        if (same) right += 1;
        else wrong.push(`${id}: ${texts.join(' ')}`);
      } catch (error) {
        if (!(error instanceof CypherError)) wrong.push(`${id}: ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(right).toBe(READ.length);
  });
});
