import { createExtractor } from '@attest/extractor';
import { AttestError, type IngestInput, type RecordStore } from '@attest/model';

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
): Promise<Outcome> {
  const extractor = createExtractor();
  const failures: string[] = [];
  const failed = new Set<string>();
  const wanted = new Set(inputs.map((input) => input.sourceId));
  let extracted = 0;
  for (const input of inputs) {
    if (current.has(input.sourceId)) continue;
    try {
      await store.put(await extractor.extract(input));
      extracted += 1;
    } catch (error) {
      if (!(error instanceof AttestError)) throw error;
      failed.add(input.sourceId);
      failures.push(`${input.file}: ${error.message} ${error.hint}`);
    }
  }
  let removed = 0;
  for (const { document } of await store.all()) {
    if (wanted.has(document.sourceId) || document.sourceId.startsWith('upload:')) continue;
    if (await store.remove(document.sourceId)) removed += 1;
  }
  return { extracted, removed, failures, failed };
}
