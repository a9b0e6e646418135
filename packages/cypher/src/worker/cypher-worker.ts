import { CypherError } from '../errors.ts';
import type { QueryResult } from '../run.ts';
import { encode } from './codec.ts';
import { PendingQuery } from './pending-query.ts';
import type { Limits } from './protocol.ts';
import { ThreadPool } from './thread-pool.ts';

export interface CypherWorkerOptions extends Limits {
  /** Threads that answer at the same time, each with its own graph; 2 by default, so that one heavy query stalls nobody. */
  readonly threads?: number;
  /** Heap of each thread in megabytes; 1024 by default. */
  readonly heapMb?: number;
  /** Queries that may wait for a thread before further ones are refused; 200 by default. */
  readonly maxWaiting?: number;
}
export interface WorkerQueryOptions extends Limits {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

const LIMITS = { deadlineMs: 10_000, maxRows: 10_000, maxMemoryBytes: 256 * 1024 * 1024 };

const closed = (): CypherError => new CypherError('WorkerFailed', 'The worker is closed.', null, 'Start a new one.');

/**
 * Runs queries over one graph in threads of their own, within limits. A query sees one graph from start to end, also while
 * `load` brings the next; a thread that does not answer half a deadline after the deadline is replaced by a fresh one.
 */
export class CypherWorker {
  readonly #limits: Limits & typeof LIMITS;
  readonly #pool: ThreadPool;
  #next: Uint8Array | null = null;
  #loading: Promise<void> | null = null;
  #closed = false;

  private constructor({ threads = 2, heapMb = 1024, maxWaiting = 200, ...limits }: CypherWorkerOptions) {
    this.#limits = { ...LIMITS, ...limits };
    this.#pool = new ThreadPool(threads, heapMb, maxWaiting);
  }

  /** Starts the threads with the bytes of `PropertyGraph.toSnapshot()`; throws a `WorkerFailed` error if they cannot be read. */
  static async start(snapshot: Uint8Array, options: CypherWorkerOptions = {}): Promise<CypherWorker> {
    const worker = new CypherWorker(options);
    await worker.load(snapshot);
    return worker;
  }

  /**
   * Serves another graph from now on: settles when all new queries are answered from it (or from a still newer one).
   * Running queries finish on the graph they began with. If the snapshot cannot be read the old graph stays.
   */
  load(snapshot: Uint8Array): Promise<void> {
    if (this.#closed) return Promise.reject(closed());
    this.#next = snapshot;
    this.#loading ??= this.#loadAll().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /**
   * Answers a query; its options go before those of the worker. The deadline counts from the call, waiting included.
   * Rejects with a `CypherError`: those of the engine, `Aborted`, or `WorkerFailed` if too many wait or the worker is closed.
   */
  async run(query: string, options: WorkerQueryOptions = {}): Promise<QueryResult> {
    if (this.#closed) throw closed();
    const { parameters = {}, signal, ...own } = options;
    const { deadlineMs, ...limits } = { ...this.#limits, ...own };
    const job = { query, parameters: encode(parameters), limits };
    return new Promise((resolve, reject) => {
      const pending = new PendingQuery(job, deadlineMs, resolve, reject);
      this.#pool.add(pending);
      const abort = (): void => this.#pool.abort(pending);
      signal?.addEventListener('abort', abort, { once: true });
      pending.onSettled(() => signal?.removeEventListener('abort', abort));
      if (signal?.aborted === true) abort();
    });
  }

  /** Ends all threads; queries that run or wait fail. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#loading?.catch(() => {});
    await this.#pool.close(closed());
  }

  async #loadAll(): Promise<void> {
    while (this.#next !== null) {
      const snapshot = this.#next;
      this.#next = null;
      try {
        await this.#pool.serve(snapshot);
      } catch (error) {
        // A newer snapshot may be readable; only the last one's failure is told.
        if (this.#next === null) throw error;
      }
    }
  }
}
