import { aggregate } from './aggregates.ts';
import { check, isAggregating } from './check.ts';
import { CypherError } from './error.ts';
import { evaluate, type Parameters, type Row } from './evaluate.ts';
import type { PropertyGraph } from './graph.ts';
import { Limits, type RunOptions } from './limits.ts';
import { matchAll } from './match.ts';
import { parse } from './parse.ts';
import type { Expression, ProjectClause, Query } from './syntax.ts';
import { keyOf, sortOrder, type Value } from './values.ts';

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** True when `maxRows` cut the result. */
  readonly truncated: boolean;
}

/** Reads and checks a query; throws `CypherError` with its place for whatever is not known or could never run. */
export function compile(text: string): Query {
  const query = parse(text);
  check(query);
  return query;
}

function count(of: Expression | null, parameters: Parameters): number | null {
  if (of === null) return null;
  const value = evaluate(of, {}, parameters);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw new CypherError('type', 'SKIP and LIMIT need a whole number that is not negative', null, 'Write LIMIT 10.');
}

/** A projected row, with the row that it came from for ORDER BY. */
interface Projected {
  readonly row: Row;
  readonly scope: Row;
}

function grouped(clause: ProjectClause, rows: readonly Row[], parameters: Parameters): Projected[] {
  const keys = clause.items.filter((item) => !isAggregating(item.of));
  const groups = new Map<string, { readonly key: Row; readonly rows: Row[] }>();
  for (const row of rows) {
    const key = Object.fromEntries(keys.map((item) => [item.name, evaluate(item.of, row, parameters)]));
    const text = keys.map((item) => keyOf(key[item.name] ?? null)).join('\u0000');
    const group = groups.get(text);
    if (group) group.rows.push(row);
    else groups.set(text, { key, rows: [row] });
  }
  if (keys.length === 0 && groups.size === 0) groups.set('', { key: {}, rows: [] });
  return [...groups.values()].map((group) => {
    const row: Record<string, Value> = { ...group.key };
    for (const { of, name } of clause.items) {
      if (of.kind !== 'call' || !isAggregating(of)) continue;
      const [argument] = of.of;
      row[name] = aggregate(of.name, of.distinct, argument === undefined ? group.rows.map(() => true) : group.rows.map((one) => evaluate(argument, one, parameters)));
    }
    return { row, scope: row };
  });
}

function project(clause: ProjectClause, rows: readonly Row[], parameters: Parameters): Row[] {
  let projected: Projected[] = clause.items.some((item) => isAggregating(item.of))
    ? grouped(clause, rows, parameters)
    : rows.map((from) => {
        const row = Object.fromEntries(clause.items.map((item) => [item.name, evaluate(item.of, from, parameters)]));
        return { row, scope: { ...from, ...row } };
      });
  if (clause.distinct) {
    const text = ({ row }: Projected): string => clause.items.map((item) => keyOf(row[item.name] ?? null)).join('\u0000');
    const first = new Map<string, Projected>();
    for (const one of projected) if (!first.has(text(one))) first.set(text(one), one);
    projected = [...first.values()];
  }
  if (clause.order.length > 0) {
    const keyed = projected.map((one) => ({ one, keys: clause.order.map(({ by }) => evaluate(by, one.scope, parameters)) }));
    keyed.sort((a, b) => {
      for (const [index, { descending }] of clause.order.entries()) {
        const order = sortOrder(a.keys[index] ?? null, b.keys[index] ?? null);
        if (order !== 0) return descending ? -order : order;
      }
      return 0;
    });
    projected = keyed.map(({ one }) => one);
  }
  const skip = count(clause.skip, parameters) ?? 0;
  const limit = count(clause.limit, parameters);
  const cut = projected.slice(skip, limit === null ? undefined : skip + limit).map(({ row }) => row);
  const { where } = clause;
  return where === null ? cut : cut.filter((row) => evaluate(where, row, parameters) === true);
}

/** Answers a query on a graph, within limits. */
export function run(graph: PropertyGraph, text: string, options: RunOptions = {}): QueryResult {
  const { clauses } = compile(text);
  const parameters = options.parameters ?? {};
  const limits = new Limits(options);
  let rows: Row[] = [{}];
  let columns: readonly string[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'match') {
      const found: Row[] = [];
      for (const row of rows) {
        for (const match of matchAll({ graph, parameters, limits }, clause, row)) {
          limits.keepRow();
          found.push(match);
        }
      }
      rows = found;
    } else if (clause.kind === 'unwind') {
      rows = rows.flatMap((row) => {
        const value = evaluate(clause.of, row, parameters);
        const items: readonly Value[] = value === null ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value];
        return items.map((item) => {
          limits.keepRow();
          return { ...row, [clause.name]: item };
        });
      });
    } else {
      rows = project(clause, rows, parameters);
      columns = clause.items.map((item) => item.name);
    }
  }
  const most = options.maxRows ?? Number.POSITIVE_INFINITY;
  return { columns, rows: rows.slice(0, most).map((row) => columns.map((name) => row[name] ?? null)), truncated: rows.length > most };
}
