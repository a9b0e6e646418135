import { Worker } from 'node:worker_threads';
import {
  AttestError,
  type Document,
  type DocumentRecord,
  type Explainer,
  type Explanation,
  type Ingest,
  type IngestInput,
} from '@attest/model';
import type { Answer, Task } from './reader-thread.ts';

/** Node starts threads from JavaScript only: from source (in tests) the entry is the one that `npm run build` has made. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../dist/reader-thread.js' : './reader-thread.js',
  import.meta.url,
);

interface Job {
  readonly task: Task;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

const fileOf = (task: Task): string => (task.kind === 'extract' ? task.input.file : task.document.file);

function failure(task: Task, error: Error & { code?: string }): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new AttestError(
        'limit-exceeded',
        `${fileOf(task)} needs more memory than there is.`,
        'Split the document into parts and give them one by one.',
        { cause: error },
      )
    : error;
}

/**
 * Reads documents in threads of their own: a huge one keeps one thread busy, neither the process nor the other documents.
 * Threads are started when they are needed; one that dies takes its document with it and is replaced.
 */
export class ReaderPool implements Ingest, Explainer {
  readonly #size: number;
  readonly #deadlineMs: number;
  readonly #threads = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  #closed = false;

  /** `deadlineMs`: how long a thread may take for one answer from when it begins; what takes longer is refused and its thread ended. */
  constructor(size: number, deadlineMs = Infinity) {
    this.#size = size;
    this.#deadlineMs = deadlineMs;
  }

  extract(input: IngestInput): Promise<DocumentRecord> {
    return this.#ask({ kind: 'extract', input });
  }

  explain(document: Document, offset: number): Promise<Explanation> {
    return this.#ask({ kind: 'explain', document, offset });
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    this.#closed = true;
    const closed = new AttestError('store-unavailable', 'the server is being stopped', 'Start it and ask again.');
    for (const { reject } of this.#waiting.splice(0)) reject(closed);
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #ask<Value>(task: Task): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#pump();
    });
  }

  #pump(): void {
    while (!this.#closed && (this.#idle.length > 0 || this.#threads.size < this.#size)) {
      const job = this.#waiting.shift();
      if (!job) return;
      this.#give(job, this.#idle.pop() ?? this.#start());
    }
  }

  #start(): Worker {
    const thread = new Worker(entry, { env: {}, execArgv: [] });
    this.#threads.add(thread);
    return thread;
  }

  #give({ task, resolve, reject }: Job, thread: Worker): void {
    const late = (): void =>
      died(
        new AttestError(
          'limit-exceeded',
          `${fileOf(task)} takes longer to read than ${this.#deadlineMs / 1000} s.`,
          task.kind === 'explain'
            ? 'Ask the command line, which has the time: attest explain FILE --at OFFSET.'
            : 'Split the document into parts, or serve it from a folder, which has the time: attest serve FOLDER.',
        ),
      );
    let timer: NodeJS.Timeout | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      thread.off('message', answered).off('error', died).off('exit', ended);
    };
    const died = (error: Error): void => {
      settle();
      this.#threads.delete(thread);
      // What it still throws while it ends is nobody's any more.
      thread.on('error', () => undefined);
      void thread.terminate();
      reject(failure(task, error));
      this.#pump();
    };
    const answered = (answer: Answer): void => {
      if ('begins' in answer) {
        // What a thread needs to load its models is not the document's time.
        if (this.#deadlineMs !== Infinity) timer = setTimeout(late, this.#deadlineMs);
        return;
      }
      settle();
      if ('value' in answer) resolve(answer.value as never);
      else reject(new AttestError(answer.code, answer.message, answer.hint));
      this.#idle.push(thread);
      this.#pump();
    };
    const ended = (code: number): void => died(new Error(`the thread that read ${fileOf(task)} ended with ${code}`));
    thread.on('message', answered).on('error', died).on('exit', ended);
    thread.postMessage(task);
  }
}
