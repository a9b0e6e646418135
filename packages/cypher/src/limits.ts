import { CypherError } from './error.ts';

export interface RunOptions {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly deadlineMs?: number;
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}

const stepsBetweenLooks = 256;
const mostKeptRows = 500_000;

/** Counts the work of one query and ends it when its time or its room is used up. */
export class Limits {
  readonly #end: number;
  readonly #signal: AbortSignal | undefined;
  #steps = 0;
  #rows = 0;

  constructor({ deadlineMs = 5_000, signal }: RunOptions) {
    this.#end = performance.now() + deadlineMs;
    this.#signal = signal;
  }
  step(): void {
    this.#steps += 1;
    if (this.#steps % stepsBetweenLooks !== 0) return;
    if (this.#signal?.aborted) throw new CypherError('cancelled', 'the query was cancelled', null, 'Send it again.');
    if (performance.now() > this.#end) throw new CypherError('limit', 'the query took too long', null, 'Bind an end of the pattern, or shorten the path.');
  }
  keepRow(): void {
    this.step();
    this.#rows += 1;
    if (this.#rows > mostKeptRows) throw new CypherError('limit', `the query holds more than ${mostKeptRows} rows at once`, null, 'Filter earlier, or aggregate.');
  }
}
