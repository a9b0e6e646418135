import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CypherDate, type PropertyValue } from '../../src/index.ts';
import type { GraphData } from './dossier.ts';
import type { NamedQuery } from './read-queries.ts';

// 266 queries and their small graph, which are not part of the repository.
const shared = process.env['ATTEST_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
const suite = `${shared}/spikes/cypher/suite`;
const extra = `${shared}/spikes/neo4j/cypher/extra.txt`;
export const spikesFound = existsSync(`${suite}/queries.mjs`) && existsSync(extra);

interface Part<Row> {
  readonly labels: readonly string[];
  readonly type: string;
  readonly rows: readonly (Row & { readonly id: string; readonly props: Readonly<Record<string, PropertyValue>> })[];
}
interface Fixture {
  readonly NODES: readonly Part<{ readonly published?: string }>[];
  readonly RELS: readonly Part<{ readonly src: string; readonly dst: string; readonly date?: string }>[];
}
type Case = readonly [string, string, string, Record<string, unknown>];

const load = async <T>(name: string): Promise<T | null> =>
  spikesFound ? ((await import(/* @vite-ignore */ pathToFileURL(`${suite}/${name}`).href)) as T) : null;
const fixture = await load<Fixture>('data.mjs');
const cases = await load<{ READ: readonly Case[] }>('queries.mjs');

/** The small graph that the queries are about; empty where the shared material is missing. */
export function spikeGraph(): GraphData {
  if (fixture === null) return { nodes: [], edges: [] };
  const day = (name: string, value: string | undefined): Record<string, PropertyValue> =>
    value === undefined ? {} : { [name]: CypherDate.parse(value) };
  return {
    nodes: fixture.NODES.flatMap(({ labels, rows }) =>
      rows.map(({ id, props, published }) => ({
        id,
        labels,
        properties: { id, ...props, ...day('published', published) },
      })),
    ),
    edges: fixture.RELS.flatMap(({ type, rows }) =>
      rows.map(({ id, src, dst, date, props }) => ({
        id,
        type,
        from: src,
        to: dst,
        properties: { id, ...props, ...day('date', date) },
      })),
    ),
  };
}

/** Those of the 266 that read; the others write and are refused by construction. */
export function spikeQueries(): NamedQuery[] {
  if (cases === null) return [];
  const lines = readFileSync(extra, 'utf8').split('\n');
  return [
    ...cases.READ.map(([name, , text, parameters]) => ({ name, text, parameters })),
    ...lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((text, index) => ({ name: `extra ${index + 1}`, text, parameters: {} })),
  ];
}
