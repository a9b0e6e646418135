import { CypherError } from './errors.ts';
import type { PropertyGraph } from './graph.ts';
import type { Row } from './values.ts';

export interface RunOptions {
  readonly parameters?: Record<string, unknown>;
  readonly deadlineMs?: number;
  readonly maxRows?: number;
  readonly maxMemoryBytes?: number;
  readonly maxPathLength?: number;
  /** An AbortSignal, or whatever else can say so while the query runs. */
  readonly signal?: Pick<AbortSignal, 'aborted'>;
}

/** Takes a row; false asks for no more. */
export type Emit = (row: Row) => boolean;
/** Gives rows until its taker has enough; false if it was stopped. */
export type Source = (emit: Emit) => boolean;
export type Stage = (source: Source, context: Context) => Source;
export type Evaluate = (row: Row, context: Context) => unknown;

const CHECK_EVERY = 1024;
const BYTES_PER_VALUE = 16;

/** One run of a query: its graph, parameters and limits. */
export class Context {
  readonly graph: PropertyGraph;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly maxPathLength: number;
  readonly #deadline: number;
  readonly #maxBytes: number;
  readonly #signal: Pick<AbortSignal, 'aborted'> | null;
  #steps = 0;
  #bytes = 0;

  constructor(graph: PropertyGraph, options: RunOptions) {
    this.graph = graph;
    this.parameters = options.parameters ?? {};
    this.maxPathLength = options.maxPathLength ?? 100;
    this.#deadline = options.deadlineMs === undefined ? Infinity : performance.now() + options.deadlineMs;
    this.#maxBytes = options.maxMemoryBytes ?? Infinity;
    this.#signal = options.signal ?? null;
    this.check();
  }

  /** Called at every step of the work. */
  tick(): void {
    this.#steps += 1;
    if (this.#steps % CHECK_EVERY === 0) this.check();
  }

  check(): void {
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

  tooLong(): CypherError {
    return new CypherError(
      'ArgumentError',
      'A path is longer than it may be.',
      null,
      'Give the relationship an upper bound.',
    );
  }

  /** Called for every row or value that is kept. */
  keep(values: number): void {
    this.#bytes += values * BYTES_PER_VALUE + 64;
    if (this.#bytes > this.#maxBytes) {
      throw new CypherError('MemoryExceeded', 'The query keeps more than it may.', null, 'Aggregate or LIMIT earlier.');
    }
  }
}
