import { CypherError } from '../errors.ts';
import type { QueryResult } from '../run.ts';
import type { Job } from './protocol.ts';

/** A thread gets this share of the deadline, but at least so many milliseconds, to answer after it should have. */
const GRACE_SHARE = 0.5;
const MIN_GRACE_MS = 100;

/** One query on its way: its time, its caller, its one timer. It settles once. */
export class PendingQuery {
  readonly #job: Job;
  readonly #deadlineMs: number;
  readonly #endsAt: number;
  readonly #resolve: (result: QueryResult) => void;
  readonly #reject: (error: CypherError) => void;
  #timer: NodeJS.Timeout | undefined;
  #settled = false;
  #whenSettled: (() => void) | null = null;

  constructor(
    job: Job,
    deadlineMs: number,
    resolve: (result: QueryResult) => void,
    reject: (error: CypherError) => void,
  ) {
    this.#job = job;
    this.#deadlineMs = deadlineMs;
    this.#endsAt = performance.now() + deadlineMs;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  get graceMs(): number {
    return Math.max(MIN_GRACE_MS, this.#deadlineMs * GRACE_SHARE);
  }

  get leftMs(): number {
    return Math.max(1, this.#endsAt - performance.now());
  }

  /** What the thread gets: with the time that is left. */
  get job(): Job {
    return { ...this.#job, limits: { ...this.#job.limits, deadlineMs: this.leftMs } };
  }

  succeed(result: QueryResult): void {
    this.#resolve(result);
    this.#settle();
  }

  fail(error: CypherError): void {
    this.#reject(error);
    this.#settle();
  }

  /** Calls back once, at once if it has settled. */
  onSettled(act: () => void): void {
    this.#whenSettled = act;
    if (this.#settled) this.#settle();
  }

  #settle(): void {
    this.#settled = true;
    this.#whenSettled?.();
    this.#whenSettled = null;
  }

  /** Sets the timer anew. */
  after(ms: number, act: () => void): void {
    this.clearTimer();
    this.#timer = setTimeout(act, ms);
  }

  clearTimer(): void {
    clearTimeout(this.#timer);
  }

  late(): CypherError {
    const message = `The query took longer than the ${this.#deadlineMs} ms it may.`;
    return new CypherError('DeadlineExceeded', message, null, 'Add labels, a LIMIT or a shorter path.');
  }
}
