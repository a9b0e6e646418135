import { compileQuery } from './compile-query.ts';
import type { CompiledPart } from './compile-query.ts';
import { Context } from './context.ts';
import type { PlanStep, RunOptions } from './context.ts';
import type { PropertyGraph } from './graph.ts';
import { CypherError } from './errors.ts';
import { Limits, within } from './limits.ts';
import { parseQuery } from './parse-query.ts';
import type { Procedure } from './procedure.ts';
import { Frame, Scope } from './scope.ts';
import type { Notification } from './scope.ts';
import { toFloat, toResult } from './values.ts';

/** A query that is parsed and checked, ready for any graph. */
export interface CompiledQuery extends CompiledPart {
  readonly frame: Frame;
  /** It only tells how it would run. */
  readonly explain: boolean;
}
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** True when `maxRows` cut the result. */
  readonly truncated: boolean;
  /** How EXPLAIN says that the query would run, first step first; the query is not run then. */
  readonly plan?: readonly PlanStep[];
  /** What is no error but worth knowing, by its place. */
  readonly notifications: readonly Notification[];
}

/** Compiled queries keep nothing of a run, so they can be used again. */
const recent = new Map<string, CompiledQuery>();
const MOST_RECENT = 200;
const LONG_QUERY = 10_000;

/**
 * Parses and checks a query; throws a `CypherError` with its place for all that is wrong, unknown or would write.
 * Procedures of the host must be given here as well if the query calls them.
 */
export function compile(query: string, procedures: readonly Procedure[] = []): CompiledQuery {
  return withinStack(() => compileText(query, procedures));
}

function compileText(query: string, procedures: readonly Procedure[]): CompiledQuery {
  const known = procedures.length === 0 ? recent.get(query) : undefined;
  if (known !== undefined) return known;
  const frame = new Frame(query, new Map(procedures.map((one) => [one.name.toLowerCase(), one])));
  const { query: tree, explain } = parseQuery(query);
  const compiled = { ...compileQuery(tree, new Scope(frame)), frame, explain };
  if (procedures.length === 0 && query.length < LONG_QUERY) {
    const [oldest] = recent.keys();
    if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest);
    recent.set(query, compiled);
  }
  return compiled;
}

/** The rows of a query as the engine holds them, each an array of its own; false from `take` ends it. */
export function execute(
  { stage, slots, frame }: CompiledQuery,
  graph: PropertyGraph,
  options: RunOptions,
  take: (row: unknown[], context: Context) => boolean,
  limits: Limits = new Limits(options),
): void {
  const parameters = Object.fromEntries(
    Object.entries(options.parameters ?? {}).map(([name, value]) => [name, fromHost(value)]),
  );
  const context = new Context(graph, { ...options, parameters }, frame, limits);
  within(limits, () => {
    const source = stage((emit) => emit(), context);
    source(() =>
      take(
        slots.map((slot) => context.row[slot] ?? null),
        context,
      ),
    );
  });
}

/** Labels and types that the graph does not have: mostly misspelt. */
function unknownNames({ asked, position }: Frame, graph: PropertyGraph): Notification[] {
  const has = { label: new Set(graph.labels()), type: new Set(graph.data.types) };
  return asked
    .filter(({ kind, name }) => !has[kind].has(name))
    .map(({ kind, name, at }) => ({
      code: kind === 'label' ? 'UnknownLabel' : 'UnknownType',
      message: `The graph has no ${kind} ${name}.`,
      position: position(at),
    }));
}

/** Numbers beyond 2^53 are floats, also when they are whole. */
function fromHost(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : toFloat(value);
  if (Array.isArray(value)) return value.map(fromHost);
  return value ?? null;
}

/** Chains without brackets (a.b.c.d, thousands of clauses) use the stack too; what is too much for it is the query's fault. */
function withinStack<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || !error.message.includes('call stack')) throw error;
    throw new CypherError(
      'SyntaxError',
      'The query is too deep.',
      null,
      'Split the query or pass values as parameters.',
    );
  }
}

/** Runs a query within its limits; throws a `CypherError`. */
export function run(graph: PropertyGraph, query: string, options: RunOptions = {}): QueryResult {
  return withinStack(() => {
    const limits = new Limits(options);
    const compiled = within(limits, () => compileText(query, options.procedures ?? []));
    return runCompiled(graph, compiled, options, limits);
  });
}

function runCompiled(graph: PropertyGraph, compiled: CompiledQuery, options: RunOptions, limits: Limits): QueryResult {
  const notifications = [...compiled.frame.notifications, ...unknownNames(compiled.frame, graph)].sort(
    (a, b) => a.position.offset - b.position.offset,
  );
  if (compiled.explain) {
    return {
      columns: compiled.columns,
      rows: [],
      truncated: false,
      notifications,
      plan: explain(compiled, graph, options, limits),
    };
  }
  const most = options.maxRows ?? Infinity;
  const rows: unknown[][] = [];
  let truncated = false;
  execute(
    compiled,
    graph,
    options,
    (row, context) => {
      truncated = rows.length >= most;
      if (truncated) return false;
      context.keep(row.length);
      for (let index = 0; index < row.length; index += 1) row[index] = toResult(row[index]);
      rows.push(row);
      return true;
    },
    limits,
  );
  return { columns: compiled.columns, rows, truncated, notifications };
}

/** The steps that a query would take on a graph, first to last, without taking them. */
function explain(
  { stage, frame }: CompiledQuery,
  graph: PropertyGraph,
  options: RunOptions,
  limits: Limits,
): readonly PlanStep[] {
  const context = new Context(graph, options, frame, limits);
  within(limits, () => stage(() => true, context));
  return context.plan;
}
