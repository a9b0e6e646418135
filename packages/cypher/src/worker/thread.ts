import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { CypherError } from '../errors.ts';
import type { QueryResult } from '../run.ts';
import { decode, decodeError } from './codec.ts';
import type { Job, NumberedJob, Reply, ThreadData } from './protocol.ts';

interface Taker {
  readonly take: (reply: Reply) => void;
  readonly fail: (error: CypherError) => void;
}

/** Node starts threads from JavaScript only: from source (in tests) the entry is the one that `npm run build` has made. */
function entry(): URL {
  const built = import.meta.url.endsWith('.ts') ? '../../dist/worker/entry.js' : './entry.js';
  const url = new URL(built, import.meta.url);
  if (existsSync(url)) return url;
  throw new CypherError('WorkerFailed', 'The worker is not built.', null, 'Run `npm run build` once.');
}

function failure(error: Error & { code?: string }): CypherError {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new CypherError(
        'MemoryExceeded',
        'The query needs more memory than its thread has.',
        null,
        'Aggregate or LIMIT earlier.',
      )
    : new CypherError('WorkerFailed', `The thread ended: ${error.message}`, null, 'Check the graph that it was given.');
}

/** One thread with one graph for its whole life; it does one job at a time. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4));
  #taker: Taker | null = null;
  #job = 0;
  #ended: CypherError | null = null;

  private constructor(snapshot: Uint8Array, heapMb: number) {
    const workerData: ThreadData = { snapshot, cancelled: this.#cancelled };
    // No environment, no flags of the parent: the thread needs neither.
    const resourceLimits = { maxOldGenerationSizeMb: heapMb };
    this.#worker = new Worker(entry(), { workerData, env: {}, execArgv: [], resourceLimits });
    this.#worker.on('error', (error: Error) => this.#end(failure(error)));
    this.#worker.on('exit', () => this.#end(new CypherError('WorkerFailed', 'The thread ended.')));
    this.#worker.on('message', (reply: Reply) => {
      const taker = this.#taker;
      this.#taker = null;
      taker?.take(reply);
    });
  }

  /** Settles when the graph is loaded. */
  static async start(snapshot: Uint8Array, heapMb: number): Promise<WorkerThread> {
    const thread = new WorkerThread(snapshot, heapMb);
    await thread.#reply();
    return thread;
  }

  get idle(): boolean {
    return this.#taker === null && this.#ended === null;
  }

  get ended(): boolean {
    return this.#ended !== null;
  }

  /** Only for a thread that is idle. */
  async run(job: Job): Promise<QueryResult> {
    this.#job += 1;
    this.#worker.postMessage({ ...job, id: this.#job } satisfies NumberedJob);
    const reply = await this.#reply();
    if (reply.kind === 'error') throw decodeError(reply.error);
    if (reply.kind === 'ready') throw new CypherError('WorkerFailed', 'The thread answered out of turn.');
    const width = reply.rowCount === 0 ? 0 : reply.values.length / reply.rowCount;
    const values = reply.values.map(decode);
    const rows = Array.from({ length: reply.rowCount }, (_, row) => values.slice(row * width, (row + 1) * width));
    return { ...(decode(reply.rest) as QueryResult), rows };
  }

  /** Asks the running job to stop; the engine looks every thousand steps. */
  cancel(): void {
    Atomics.store(this.#cancelled, 0, this.#job);
  }

  /** Ends the thread whatever it does; a running job fails with the reason. */
  async stop(reason: CypherError): Promise<void> {
    this.#end(reason);
    await this.#worker.terminate();
  }

  #reply(): Promise<Reply> {
    return new Promise((take, fail) => {
      if (this.#ended === null) this.#taker = { take, fail };
      else fail(this.#ended);
    });
  }

  #end(reason: CypherError): void {
    this.#ended ??= reason;
    this.#taker?.fail(this.#ended);
    this.#taker = null;
  }
}
