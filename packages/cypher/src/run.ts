import { compileQuery } from './compile-query.ts';
import { Context } from './context.ts';
import type { RunOptions, Stage } from './context.ts';
import type { PropertyGraph } from './graph.ts';
import { parseQuery } from './parse-query.ts';
import { Frame, Scope } from './scope.ts';
import { toFloat, toResult } from './values.ts';

export interface CompiledQuery {
  readonly columns: readonly string[];
  readonly stage: Stage;
  readonly slots: readonly number[];
}
export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** True when `maxRows` cut the result. */
  readonly truncated: boolean;
}

/** Parses and checks a query; throws a `CypherError` with its place for all that is wrong, unknown or would write. */
export function compile(query: string): CompiledQuery {
  return compileQuery(parseQuery(query), new Scope(new Frame(query)));
}

/** Runs a query within its limits. */
export function run(graph: PropertyGraph, query: string, options: RunOptions = {}): QueryResult {
  const { columns, slots, stage } = compile(query);
  const parameters = Object.fromEntries(
    Object.entries(options.parameters ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' && !Number.isSafeInteger(value) ? toFloat(value) : value,
    ]),
  );
  const context = new Context(graph, { ...options, parameters });
  const most = options.maxRows ?? Infinity;
  const rows: unknown[][] = [];
  let truncated = false;
  stage(
    (emit) => emit([]),
    context,
  )((row) => {
    truncated = rows.length >= most;
    if (truncated) return false;
    context.keep(slots.length);
    rows.push(slots.map((slot) => toResult(row[slot] ?? null)));
    return true;
  });
  return { columns, rows, truncated };
}
