import { availableParallelism } from 'node:os';
import { AttestError, type DocumentRecord, type Ingest, type IngestInput } from '@attest/model';
import { ReaderPool } from './reader-pool.ts';

/** Fewer bytes than this are read faster in this thread than a further one loads its models. */
const worthThreads = 2_000_000;

/** A record for a document, or the error that says why there is none. */
export interface Extracted {
  readonly input: IngestInput;
  readonly outcome: DocumentRecord | AttestError;
}

async function extracted(ingest: Ingest, input: IngestInput): Promise<Extracted> {
  try {
    return { input, outcome: await ingest.extract(input) };
  } catch (error) {
    if (!(error instanceof AttestError)) throw error;
    return { input, outcome: error };
  }
}

/** Here, one after another. */
async function* inThisThread(inputs: readonly IngestInput[]): AsyncGenerator<Extracted> {
  if (inputs.length === 0) return;
  // Loaded only where there is something to read: it takes longer to load than a start without changes.
  const { createExtractor } = await import('@attest/extractor');
  const extractor = createExtractor();
  for (const input of inputs) yield await extracted(extractor, input);
}

/** How many threads some documents are worth, if the user does not say. */
function threadsFor(inputs: readonly IngestInput[]): number {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  return bytes < worthThreads ? 1 : availableParallelism();
}

/**
 * Records of documents as they are done, on so many threads (null: as many as it is worth). What a record holds depends on its document alone, so the
 * number of threads and the order change nothing; one huge document keeps one thread busy, not the others.
 */
export async function* extractOn(threads: number | null, inputs: readonly IngestInput[]): AsyncGenerator<Extracted> {
  const count = Math.min(threads ?? threadsFor(inputs), inputs.length);
  if (count < 2) {
    yield* inThisThread(inputs);
    return;
  }
  const pool = new ReaderPool(count);
  try {
    const waiting = inputs.toReversed();
    const running = new Map<IngestInput, Promise<Extracted>>();
    const next = (): void => {
      const input = waiting.pop();
      if (input) running.set(input, extracted(pool, input));
    };
    for (let n = 0; n < count; n += 1) next();
    while (running.size > 0) {
      const done = await Promise.race(running.values());
      running.delete(done.input);
      next();
      yield done;
    }
  } finally {
    await pool.close();
  }
}
