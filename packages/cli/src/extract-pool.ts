import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createExtractor } from '@attest/extractor';
import { AttestError, type DocumentRecord, type IngestInput } from '@attest/model';
import type { Answer } from './extract-worker.ts';

/** Fewer bytes than this are read faster in this thread than a worker loads its models. */
const worthWorkers = 2_000_000;

/** A record for a document, or the error that says why there is none. */
export interface Extracted {
  readonly input: IngestInput;
  readonly outcome: DocumentRecord | AttestError;
}

function ask(worker: Worker, input: IngestInput): Promise<DocumentRecord | AttestError> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      worker.off('message', answered);
      worker.off('error', failed);
    };
    const answered = (answer: Answer): void => {
      settle();
      resolve('record' in answer ? answer.record : new AttestError(answer.code, answer.message, answer.hint));
    };
    const failed = (error: unknown): void => {
      settle();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    worker.on('message', answered);
    worker.on('error', failed);
    worker.postMessage(input);
  });
}

/** Here, one after another. */
async function* inThisThread(inputs: readonly IngestInput[]): AsyncGenerator<Extracted> {
  const extractor = createExtractor();
  for (const input of inputs) {
    try {
      yield { input, outcome: await extractor.extract(input) };
    } catch (error) {
      if (!(error instanceof AttestError)) throw error;
      yield { input, outcome: error };
    }
  }
}

/** How many threads some documents are worth, if the user does not say. */
function threadsFor(inputs: readonly IngestInput[]): number {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  return bytes < worthWorkers ? 1 : availableParallelism();
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
  const workers = Array.from({ length: count }, () => new Worker(new URL('extract-worker.js', import.meta.url)));
  try {
    const waiting = inputs.toReversed();
    const running = new Map<Worker, Promise<{ worker: Worker; extracted: Extracted }>>();
    const start = (worker: Worker): void => {
      const input = waiting.pop();
      if (!input) return;
      running.set(
        worker,
        ask(worker, input).then((outcome) => ({ worker, extracted: { input, outcome } })),
      );
    };
    workers.forEach(start);
    while (running.size > 0) {
      const { worker, extracted } = await Promise.race(running.values());
      running.delete(worker);
      start(worker);
      yield extracted;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
