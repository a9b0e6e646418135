import { CypherError } from './errors.ts';
import type { PropertyGraph } from './graph.ts';
import type { LimitOptions, Limits } from './limits.ts';
import type { Procedure } from './procedure.ts';
import { CypherDateTime } from './temporal.ts';
import { instant } from './temporal/build.ts';
import type { Row } from './values.ts';

export interface RunOptions extends LimitOptions {
  readonly parameters?: Record<string, unknown>;
  /** Rows after which the result is cut; it says so then. */
  readonly maxRows?: number;
  /** How far a relationship without an upper bound is followed; 100 by default. */
  readonly maxPathLength?: number;
  /** What `date()` and `datetime()` answer, in milliseconds since 1970; the clock by default. */
  readonly now?: number;
  /** Procedures of the host, beside `db.labels()` and its like. */
  readonly procedures?: readonly Procedure[];
}

/** Says that the row has a result; false asks for no more. */
export type Emit = () => boolean;
/** Gives rows until its taker has enough; false if it was stopped. All of a query share one row. */
export type Source = (emit: Emit) => boolean;
type Reads = Pick<ReadonlySet<number>, 'has'>;
export type Stage = (source: Source, context: Context) => Source;
export type Evaluate = (row: Row, context: Context) => unknown;

/** One run of a query: its graph, parameters, limits and the row that its steps fill. */
export class Context {
  readonly graph: PropertyGraph;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly maxPathLength: number;
  readonly row: Row;
  /** Slots whose values somebody reads. */
  readonly read: Reads;
  /** What EXPLAIN shows, in the order of the steps. */
  readonly plan: PlanStep[] = [];
  readonly limits: Limits;
  readonly #made = new Map<object, unknown>();
  readonly #now: number;
  #seed = 0;

  constructor(
    graph: PropertyGraph,
    options: RunOptions,
    { slots, read }: { readonly slots: number; readonly read: Reads },
    limits: Limits,
  ) {
    this.graph = graph;
    this.parameters = options.parameters ?? {};
    this.maxPathLength = options.maxPathLength ?? 100;
    this.row = Array.from({ length: slots }, () => null);
    this.read = read;
    this.limits = limits;
    this.#now = options.now ?? Date.now();
  }

  /** The moment of the query, in UTC. */
  get now(): CypherDateTime {
    return instant(BigInt(Math.trunc(this.#now)) * 1_000_000n);
  }

  /** A number from 0 to 1; every run gives the same ones, so that equal queries give equal answers. */
  random(): number {
    // mulberry32, T. Ettinger.
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** What a step needs once per run: made when first asked for. */
  once<T>(step: object, make: () => T): T {
    const known = this.#made.get(step);
    if (known !== undefined) return known as T;
    const made = make();
    this.#made.set(step, made);
    return made;
  }

  /** Called at every step of the work. */
  tick(): void {
    this.limits.spend(1);
  }

  tooLong(): CypherError {
    return new CypherError(
      'ArgumentError',
      'A path is longer than it may be.',
      null,
      'Give the relationship an upper bound.',
    );
  }

  /** Called for every row that is kept, with the number of its values. */
  keep(values: number): void {
    this.limits.keep(values, 64);
  }
}

/** One line of EXPLAIN. */
export interface PlanStep {
  readonly operator: string;
  readonly details: string;
  readonly rows: number | null;
}
