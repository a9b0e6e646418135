import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flatLines } from '@attest/extractor';
import { openRecordStore } from '@attest/graph-api';
import { AttestError, type RecordStore } from '@attest/model';
import { collect } from '../collect.ts';
import { ingestAll } from '../ingest-all.ts';

/** `entities.jsonl` and `claims.jsonl`, by file; one record at a time, so that memory does not grow with their number. */
async function writeFlat(store: RecordStore, files: Map<string, string>, folder: string): Promise<void> {
  const sources = await store.sources();
  for (const sourceId of sources) {
    if (!files.has(sourceId)) files.set(sourceId, (await store.get(sourceId))?.document.file ?? sourceId);
  }
  const fileOf = (sourceId: string): string => files.get(sourceId) ?? sourceId;
  const entities = openSync(join(folder, 'entities.jsonl'), 'w');
  const claims = openSync(join(folder, 'claims.jsonl'), 'w');
  try {
    for (const sourceId of sources.toSorted((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1))) {
      const record = await store.get(sourceId);
      if (!record) continue;
      const lines = flatLines(record);
      writeFileSync(entities, lines.entities);
      writeFileSync(claims, lines.claims);
    }
  } finally {
    closeSync(entities);
    closeSync(claims);
  }
}

/** Documents to `records/`, `entities.jsonl` and `claims.jsonl` in `out`; the same documents give the same bytes. */
export async function runExtract(
  paths: readonly string[],
  options: { readonly out: string; readonly threads?: string },
  caller: string,
): Promise<void> {
  const { out } = options;
  const threads = options.threads === undefined ? null : Number(options.threads);
  if (threads !== null && !(Number.isInteger(threads) && threads > 0))
    throw new AttestError('invalid-input', `--threads ${options.threads} is no number of threads`, 'Give 1 or more.');
  const { inputs, skipped } = collect(paths, caller);
  for (const line of skipped) console.error(`skipped ${line}`);
  const folder = resolve(caller, out);
  mkdirSync(folder, { recursive: true });
  const store = await openRecordStore(join(folder, 'records'), { holds: false });
  try {
    const outcome = await ingestAll(store, inputs, new Set(), threads);
    for (const failure of outcome.failures) console.error(`failed ${failure}`);
    await writeFlat(store, new Map(inputs.map(({ sourceId, file }) => [sourceId, file])), folder);
    console.log(`${outcome.extracted} documents extracted into ${out}`);
    if (outcome.failures.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
