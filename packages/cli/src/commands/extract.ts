import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flatExport } from '@attest/extractor';
import { openRecordStore } from '@attest/graph-api';
import { collect } from '../collect.ts';
import { ingestAll } from '../ingest-all.ts';

/** Documents to `records/`, `entities.jsonl` and `claims.jsonl` in `out`; the same documents give the same bytes. */
export async function runExtract(paths: readonly string[], out: string, caller: string): Promise<void> {
  const { inputs, skipped } = collect(paths, caller);
  for (const line of skipped) console.error(`skipped ${line}`);
  const folder = resolve(caller, out);
  mkdirSync(folder, { recursive: true });
  const store = await openRecordStore(join(folder, 'records'));
  try {
    const outcome = await ingestAll(store, inputs);
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
