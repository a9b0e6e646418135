import { CypherError } from '../errors.ts';
import type { PendingQuery } from './pending-query.ts';
import { WorkerThread } from './thread.ts';

/** All threads that serve one snapshot. */
interface Generation {
  readonly snapshot: Uint8Array;
  readonly threads: Set<WorkerThread>;
  starting: number;
}

const replaced = (): CypherError => new CypherError('WorkerFailed', 'The thread was replaced.');

/** Threads over the current graph, and the queries that wait for one. */
export class ThreadPool {
  readonly #size: number;
  readonly #heapMb: number;
  readonly #maxWaiting: number;
  readonly #waiting = new Set<PendingQuery>();
  readonly #running = new Map<PendingQuery, WorkerThread>();
  #current: Generation = { snapshot: new Uint8Array(), threads: new Set(), starting: 0 };
  #closed: CypherError | null = null;

  constructor(size: number, heapMb: number, maxWaiting: number) {
    this.#size = size;
    this.#heapMb = heapMb;
    this.#maxWaiting = maxWaiting;
  }

  /** Starts threads for a snapshot and, once all have it, sends new queries to them only. */
  async serve(snapshot: Uint8Array): Promise<void> {
    const shared = new Uint8Array(new SharedArrayBuffer(snapshot.byteLength));
    shared.set(snapshot);
    const starts = Array.from({ length: this.#size }, () => WorkerThread.start(shared, this.#heapMb));
    const settled = await Promise.allSettled(starts);
    const started = settled.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const failed = settled.find((start) => start.status === 'rejected');
    if (failed !== undefined) {
      await Promise.all(started.map((thread) => thread.stop(replaced())));
      throw failed.reason;
    }
    const old = this.#current;
    this.#current = { snapshot: shared, threads: new Set(started), starting: 0 };
    for (const thread of old.threads) if (thread.idle) void thread.stop(replaced());
    this.#pump();
  }

  add(pending: PendingQuery): void {
    if (this.#waiting.size >= this.#maxWaiting) {
      pending.fail(new CypherError('WorkerFailed', 'Too many queries wait.', null, 'Try again in a moment.'));
      return;
    }
    this.#waiting.add(pending);
    pending.after(pending.leftMs, () => this.#drop(pending, pending.late()));
    this.#pump();
  }

  /** The caller has gone: a running query is asked to stop, and its thread is ended if it does not listen. */
  abort(pending: PendingQuery): void {
    this.#drop(pending, new CypherError('Aborted', 'The query was cancelled.'));
    const thread = this.#running.get(pending);
    if (thread === undefined) return;
    thread.cancel();
    pending.after(pending.graceMs, () => void thread.stop(replaced()));
  }

  async close(reason: CypherError): Promise<void> {
    this.#closed = reason;
    for (const pending of this.#waiting) this.#drop(pending, reason);
    const threads = new Set([...this.#current.threads, ...this.#running.values()]);
    await Promise.all(Array.from(threads, (thread) => thread.stop(reason)));
  }

  #drop(pending: PendingQuery, error: CypherError): void {
    if (this.#waiting.delete(pending)) pending.clearTimer();
    pending.fail(error);
  }

  /** Hands waiting queries to idle threads, and starts threads where some are missing. */
  #pump(): void {
    if (this.#closed !== null) return;
    const { threads, starting } = this.#current;
    for (const thread of threads) {
      if (thread.ended) threads.delete(thread);
      if (!thread.idle) continue;
      const [pending] = this.#waiting;
      if (pending === undefined) break;
      this.#waiting.delete(pending);
      void this.#give(pending, thread);
    }
    for (let missing = this.#size - threads.size - starting; missing > 0; missing -= 1) void this.#refill();
  }

  async #give(pending: PendingQuery, thread: WorkerThread): Promise<void> {
    const generation = this.#current;
    this.#running.set(pending, thread);
    pending.after(pending.leftMs + pending.graceMs, () => void thread.stop(pending.late()));
    try {
      pending.succeed(await thread.run(pending.job));
    } catch (error) {
      pending.fail(error as CypherError);
    }
    pending.clearTimer();
    this.#running.delete(pending);
    if (generation !== this.#current) void thread.stop(replaced());
    this.#pump();
  }

  async #refill(): Promise<void> {
    const generation = this.#current;
    generation.starting += 1;
    try {
      const thread = await WorkerThread.start(generation.snapshot, this.#heapMb);
      if (generation === this.#current && this.#closed === null) generation.threads.add(thread);
      else void thread.stop(replaced());
    } catch (error) {
      // Nobody is told who has a thread; the next query tries again.
      if (generation.threads.size === 0) {
        for (const pending of this.#waiting) this.#drop(pending, error as CypherError);
      }
    }
    generation.starting -= 1;
    if (generation === this.#current && generation.threads.size > 0) this.#pump();
  }
}
