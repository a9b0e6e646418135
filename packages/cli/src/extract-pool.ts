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
    // A copy, so that bytes which are read when they are asked for are read once.
    return { input, outcome: await ingest.extract({ ...input }) };
  } catch (error) {
    if (!(error instanceof AttestError)) throw error;
    return { input, outcome: error };
  }
}

/** Here, one after another. */
async function* inThisThread(inputs: Iterable<IngestInput>): AsyncGenerator<Extracted> {
  let extractor: Ingest | null = null;
  for (const input of inputs) {
    // Loaded only where there is something to read: it takes longer to load than a start without changes.
    extractor ??= (await import('@attest/extractor')).createExtractor();
    yield await extracted(extractor, input);
  }
}

/** How many threads some documents are worth, if the user does not say. */
export function threadsFor(inputs: readonly IngestInput[]): number {
  let bytes = 0;
  return inputs.some((input) => (bytes += input.bytes.length) >= worthThreads)
    ? Math.min(availableParallelism(), inputs.length)
    : 1;
}

/**
 * Records of documents as they are done, on so many threads. What a record holds depends on its document alone, so the number
 * of threads and the order change nothing; one huge document keeps one thread busy, not the others. Of the documents only
 * those that are being read are in memory.
 */
export async function* extractOn(threads: number, inputs: Iterable<IngestInput>): AsyncGenerator<Extracted> {
  if (threads < 2) {
    yield* inThisThread(inputs);
    return;
  }
  const pool = new ReaderPool(threads);
  try {
    const source = inputs[Symbol.iterator]();
    const running = new Map<IngestInput, Promise<Extracted>>();
    const next = (): void => {
      const { done, value } = source.next();
      if (done !== true) running.set(value, extracted(pool, value));
    };
    for (let n = 0; n < threads; n += 1) next();
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
