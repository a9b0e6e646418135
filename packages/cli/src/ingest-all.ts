import { AttestError, type IngestInput, type RecordStore } from '@attest/model';
import { extractOn, threadsFor } from './extract-pool.ts';

/** How the documents of one run fared. */
export interface Outcome {
  readonly extracted: number;
  readonly removed: number;
  readonly failures: readonly string[];
  /** Sources that could not be read. */
  readonly failed: ReadonlySet<string>;
}

/**
 * Brings the record store up to the given documents: those gone from the folder lose their record, uploads stay.
 * A document that cannot be read is named in `failures` and keeps whatever was stored before; `current` ones are not read.
 */
export async function ingestAll(
  store: RecordStore,
  inputs: readonly IngestInput[],
  current: ReadonlySet<string> = new Set(),
  threads: number | null = null,
): Promise<Outcome> {
  const failures: string[] = [];
  const failed = new Set<string>();
  const wanted = new Set(inputs.map((input) => input.sourceId));
  let extracted = 0;
  const changed = inputs.filter((input) => !current.has(input.sourceId));
  for await (const { input, outcome } of extractOn(threads ?? threadsFor(changed), changed)) {
    if (outcome instanceof AttestError) {
      failed.add(input.sourceId);
      failures.push(`${input.file}: ${outcome.message} ${outcome.hint}`);
    } else {
      await store.put(outcome);
      extracted += 1;
    }
  }
  failures.sort();
  let removed = 0;
  for (const sourceId of await store.sources()) {
    if (wanted.has(sourceId) || sourceId.startsWith('upload:')) continue;
    if (await store.remove(sourceId)) removed += 1;
  }
  return { extracted, removed, failures, failed };
}
