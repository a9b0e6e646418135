import { readFileSync } from 'node:fs';
import type { GraphStore } from '@attest/model';
import { checkedQuery } from './cypher-guard.ts';

/** Names of the texts in `queries/`: every question that the API itself asks a store, the same on all stores. */
export const ownQueries = [
  'claim-ids',
  'claims',
  'entities',
  'entity',
  'entity-claims',
  'graph',
  'graph-around',
] as const;
export type OwnQuery = (typeof ownQueries)[number];

const texts = new Map<OwnQuery, string>();
function textOf(name: OwnQuery): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = checkedQuery(readFileSync(new URL(`../queries/${name}.cypher`, import.meta.url), 'utf8'));
  texts.set(name, text);
  return text;
}

const limits = { deadlineMs: 60_000, maxRows: 2_000_000 };

/** Asks one of the API's own questions; rows as objects by column. */
export async function ask<Row>(
  store: GraphStore,
  name: OwnQuery,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<readonly Row[]> {
  const { columns, rows } = await store.query(textOf(name), { ...limits, parameters });
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])) as Row);
}
