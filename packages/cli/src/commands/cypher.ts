import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GraphBuilder } from '@attest/graph';
import { csvLine, guardedQuery, openEmbeddedGraph, openRecordStore, recordBytes, recordIn } from '@attest/graph-api';
import { entitiesInMemory } from '../memory.ts';
import { AttestError, loadOntology, type DocumentRecord, type QueryRows } from '@attest/model';

const cell = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
/** What a query names stands in messages: nothing of it may steer a terminal. */
const visible = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
const formats: Readonly<Record<string, (result: QueryRows) => string>> = {
  json: (result) => JSON.stringify(result),
  csv: ({ columns, rows }) => [columns, ...rows].map(csvLine).join('').replace(/\r\n$/u, ''),
  table: ({ columns, rows }) => [columns, ...rows].map((row) => row.map(cell).join(' | ')).join('\n'),
};

/** Answers one query over the records of a data folder, without a server. */
export async function runCypher(
  query: string,
  options: { data: string; format: string; entitiesInMemory: string },
  caller: string,
): Promise<void> {
  const print = formats[options.format];
  if (!print)
    throw new AttestError(
      'invalid-input',
      `unknown format ${options.format}`,
      `Use one of ${Object.keys(formats).join(', ')}.`,
    );
  const records = join(resolve(caller, options.data), 'records');
  if (!existsSync(records))
    throw new AttestError(
      'not-found',
      `${options.data} holds no records`,
      'Give the folder that `attest extract --out` or `attest serve --data` wrote.',
    );
  const store = await openRecordStore(records, { holds: false });
  const graph = openEmbeddedGraph({ threads: 1 });
  try {
    const recordOf = (source: string): DocumentRecord => recordIn(records, source, recordBytes(records, source));
    const builder = new GraphBuilder(loadOntology(), { recordOf, maxEntities: entitiesInMemory(options) });
    for (const source of await store.sources()) builder.addRecord(recordOf(source));
    await graph.replace(builder.build().graph);
    const result = await guardedQuery(graph, { query });
    console.log(print(result));
    for (const { message, position } of result.notifications) {
      console.error(`note: ${visible(message)} (line ${position.line}, column ${position.column})`);
    }
  } finally {
    await graph.close();
    await store.close();
  }
}
