import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flatExport } from '@attest/extractor';
import { openRecordStore } from '@attest/graph-api';
import { AttestError } from '@attest/model';
import { collect } from '../collect.ts';
import { ingestAll } from '../ingest-all.ts';

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
  const store = await openRecordStore(join(folder, 'records'));
  try {
    const outcome = await ingestAll(store, inputs, new Set(), threads);
    for (const failure of outcome.failures) console.error(`failed ${failure}`);
    const flat = flatExport(await store.all());
    writeFileSync(join(folder, 'entities.jsonl'), flat.entities);
    writeFileSync(join(folder, 'claims.jsonl'), flat.claims);
    console.log(`${outcome.extracted} documents extracted into ${out}`);
    if (outcome.failures.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
