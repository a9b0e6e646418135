import { CypherError } from './errors.ts';

export interface LimitOptions {
  /** Milliseconds after which the query fails. */
  readonly deadlineMs?: number;
  /** A bound on what the query keeps, roughly. */
  readonly maxMemoryBytes?: number;
  /** An AbortSignal, or whatever else can say so while the query runs. */
  readonly signal?: Pick<AbortSignal, 'aborted'>;
}

const CHECK_EVERY = 1024;
const BYTES_PER_VALUE = 16;
/** Texts and lists that the engine makes are refused beyond this, whatever memory a query may take. */
export const LONGEST_TEXT = 10_000_000;
const LONGEST_LIST = 10_000_000;
/** Shorter ones are not counted: a query makes and drops many of them. */
const LONG_TEXT = 10_000;
const LONG_LIST = 100;

/** What one run of a query may still do: looks at the clock every so many steps, and counts what is kept. */
export class Limits {
  readonly #deadline: number;
  readonly #maxBytes: number;
  readonly #signal: Pick<AbortSignal, 'aborted'> | null;
  #steps = 0;
  #bytes = 0;

  constructor({ deadlineMs, maxMemoryBytes, signal }: LimitOptions) {
    this.#deadline = deadlineMs === undefined ? Infinity : performance.now() + deadlineMs;
    this.#maxBytes = maxMemoryBytes ?? Infinity;
    this.#signal = signal ?? null;
    this.check();
  }

  /** Called for work that is done; throws a `CypherError` once the time is up or the signal says so. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps >= CHECK_EVERY) this.check();
  }

  check(): void {
    this.#steps = 0;
    if (this.#signal?.aborted === true) throw new CypherError('Aborted', 'The query was cancelled.');
    if (performance.now() > this.#deadline) {
      throw new CypherError(
        'DeadlineExceeded',
        'The query took longer than it may.',
        null,
        'Add labels, a LIMIT or a shorter path.',
      );
    }
  }

  /** Called for so many values that are kept, with `extra` for what holds them. */
  keep(values: number, extra: number): void {
    this.#bytes += values * BYTES_PER_VALUE + extra;
    if (this.#bytes > this.#maxBytes) {
      throw new CypherError('MemoryExceeded', 'The query keeps more than it may.', null, 'Aggregate or LIMIT earlier.');
    }
  }
}

/** The engine does one thing at a time, and comparing or copying values is asked for from everywhere: they find their limits here. */
let running: Limits | null = null;

/** Does some work of a query within its limits. */
export function within<T>(limits: Limits, work: () => T): T {
  const outer = running;
  running = limits;
  try {
    return work();
  } finally {
    running = outer;
  }
}

/** A step of the query that is running has to do so much; see `Limits.spend`. */
export function spend(steps: number): void {
  running?.spend(steps);
}

/** A step goes over all units of a text, or all items of a list, doing little with each. */
export function spendOver({ length }: { readonly length: number }): void {
  if (length > 64) running?.spend(length >> 6);
}

/** The running query makes a list of this length, or copies one; throws a `CypherError` if it is too long. */
export function makeList(length: number): void {
  if (length > LONGEST_LIST) throw tooLong('list');
  if (length < LONG_LIST) return;
  running?.spend(length >> 6);
  running?.keep(length, 0);
}

/** The running query gives away a list of this length. */
export function giveList(length: number): void {
  running?.spend(1 + (length >> 6));
  running?.keep(length, 0);
}

/** The running query gives away a text of this length: it is copied for whoever asked. */
export function giveText(length: number): void {
  if (length >= LONG_TEXT) running?.keep(length / BYTES_PER_VALUE, 0);
}

/** The running query makes a text of this length; throws a `CypherError` if it is too long. */
export function makeText(length: number): void {
  if (length > LONGEST_TEXT) throw tooLong('text');
  if (length < LONG_TEXT) return;
  running?.spend(length >> 6);
  running?.keep(length / BYTES_PER_VALUE, 0);
}

const tooLong = (what: string): CypherError =>
  new CypherError('MemoryExceeded', `A ${what} becomes too long.`, null, 'Aggregate or LIMIT earlier.');
