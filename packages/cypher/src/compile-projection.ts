import type { Item, Projection } from './ast.ts';
import { aggregate } from './aggregate.ts';
import { compileCount, compileExpression, AGGREGATES } from './compile-expression.ts';
import type { Context, Evaluate, Source, Stage } from './context.ts';
import { truth } from './operators.ts';
import { Scope } from './scope.ts';
import type { Aggregate, Kind } from './scope.ts';
import { keyOf, order } from './values.ts';
import type { Row } from './values.ts';

export interface CompiledProjection {
  readonly stage: Stage;
  readonly scope: Scope;
  readonly columns: readonly string[];
}

const CALLS = new RegExp(`"kind":"call","name":"(?:${[...AGGREGATES].join('|')})"`, 'i');
const aggregates = (item: Item): boolean =>
  CALLS.test(
    JSON.stringify(item.expression, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );

/** WITH and RETURN: items, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE. */
export function compileProjection(clause: Projection, scope: Scope): CompiledProjection {
  const stars: Item[] = clause.star
    ? [...scope.names.keys()].sort().map((name) => ({
        name,
        at: clause.at,
        end: clause.at,
        expression: { kind: 'variable', name, at: clause.at, end: clause.at },
      }))
    : [];
  const items = [...stars, ...clause.items];
  if (items.length === 0)
    throw scope.frame.error('SemanticError', 'There are no variables to return.', clause.at, 'Name what to return.');
  const columns = items.map((item) => item.name);
  if (new Set(columns).size < columns.length)
    throw scope.frame.error('SemanticError', 'Two columns have one name.', clause.at, 'Rename one with AS.');
  const grouping = items.some(aggregates);
  const collected: Aggregate[] = [];
  const after = new Scope(scope.frame);
  const keys = items
    .filter((item) => !aggregates(item))
    .map((item) => ({ item, evaluate: compileExpression(item.expression, scope), slot: scope.frame.slot() }));
  const known = new Map(
    keys
      .filter(({ item }) => item.at < item.end)
      .map(({ item, slot }) => [scope.source(item.expression), slot] as const),
  );
  const grouped = new Set<string>();
  for (const { item } of keys) if (item.expression.kind === 'variable') grouped.add(item.expression.name);
  const inner = scope.child();
  inner.computed = new Map(known);
  inner.aggregates = collected;
  inner.grouped = grouped;
  const results = items
    .filter(aggregates)
    .map((item) => ({ item, evaluate: compileExpression(item.expression, inner), slot: scope.frame.slot() }));
  for (const { item, slot } of results) known.set(scope.source(item.expression), slot);
  for (const item of items) {
    const { slot } = [...keys, ...results].find((one) => one.item === item)!;
    const source = item.expression.kind === 'variable' ? scope.names.get(item.expression.name) : undefined;
    const kind: Kind = source?.kind ?? 'value';
    after.names.set(item.name, { slot, kind });
  }
  const slots = columns.map((name) => after.names.get(name)!.slot);
  const sorting = new Scope(
    scope.frame,
    grouping || clause.distinct ? after.names : new Map([...scope.names, ...after.names]),
  );
  sorting.computed = known;
  const sorts = clause.order.map(({ expression, descending }) => ({
    evaluate: compileExpression(expression, sorting),
    descending,
  }));
  const none = new Scope(scope.frame);
  const [skip, limit] = [clause.skip, clause.limit].map((count) => (count === null ? null : compileCount(count, none)));
  const where = clause.where === null ? null : compileExpression(clause.where, after);
  const plain: Stage = (source, context) => (emit) =>
    source((row) => {
      context.tick();
      const next = row.slice();
      for (const { evaluate, slot } of keys) next[slot] = evaluate(row, context);
      return emit(next);
    });
  const group: Stage = (source, context) => (emit) => {
    const groups = new Map<string, Row[]>();
    plain(
      source,
      context,
    )((row) => {
      const key = keyOf(keys.map(({ slot }) => row[slot]));
      context.keep(row.length);
      const rows = groups.get(key);
      if (rows === undefined) groups.set(key, [row]);
      else rows.push(row);
      return true;
    });
    if (keys.length === 0 && groups.size === 0) groups.set('', []);
    for (const rows of groups.values()) {
      const row = rows[0]?.slice() ?? [];
      for (const one of collected) row[one.slot] = aggregate(one, rows, context);
      for (const { evaluate, slot } of results) row[slot] = evaluate(row, context);
      if (!emit(row)) return false;
    }
    return true;
  };
  const stages: Stage[] = [grouping ? group : plain];
  if (clause.distinct) stages.push(distinct(slots));
  if (sorts.length > 0) stages.push(sort(sorts));
  if (skip || limit) stages.push(cut(skip ?? null, limit ?? null));
  if (where !== null)
    stages.push((source, context) => (emit) => source((row) => truth(where(row, context)) !== true || emit(row)));
  return {
    stage: (source, context) => stages.reduce((rows, stage) => stage(rows, context), source),
    scope: after,
    columns,
  };
}

function distinct(slots: readonly number[]): Stage {
  return (source, context) => (emit) => {
    const seen = new Set<string>();
    return source((row) => {
      const key = keyOf(slots.map((slot) => row[slot]));
      if (seen.has(key)) return true;
      context.keep(key.length);
      seen.add(key);
      return emit(row);
    });
  };
}

function sort(sorts: readonly { readonly evaluate: Evaluate; readonly descending: boolean }[]): Stage {
  return (source, context) => (emit) => {
    const rows: { row: Row; keys: unknown[] }[] = [];
    source((row) => {
      context.keep(row.length + sorts.length);
      rows.push({ row, keys: sorts.map(({ evaluate }) => evaluate(row, context)) });
      return true;
    });
    rows.sort((a, b) => {
      for (const [index, { descending }] of sorts.entries()) {
        const result = order(a.keys[index], b.keys[index]);
        if (result !== 0) return descending ? -result : result;
      }
      return 0;
    });
    return rows.every(({ row }) => emit(row));
  };
}

function cut(skip: Evaluate | null, limit: Evaluate | null): Stage {
  return (source: Source, context: Context) => (emit) => {
    const from = skip === null ? 0 : Number(skip([], context));
    const most = limit === null ? Infinity : Number(limit([], context));
    if (most === 0) return true;
    let seen = 0;
    let stopped = false;
    source((row) => {
      seen += 1;
      if (seen <= from) return true;
      if (!emit(row)) stopped = true;
      return !stopped && seen < from + most;
    });
    return !stopped;
  };
}
