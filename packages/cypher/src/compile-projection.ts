import type { Expression, Item, Projection } from './ast.ts';
import { aggregator, Groups, rowKey } from './aggregate.ts';
import type { Aggregator } from './aggregate.ts';
import { compileExpression, compilePredicate } from './compile-expression.ts';
import { compileCount, cut, sort } from './compile-order.ts';
import type { Context, Evaluate, Stage } from './context.ts';
import { truth } from './operators.ts';
import { Scope } from './scope.ts';
import type { Aggregate } from './scope.ts';
import { staticType } from './static-type.ts';
import { aggregates, isAggregate } from './walk.ts';

export interface CompiledClause {
  readonly stage: Stage;
  readonly scope: Scope;
  readonly columns: readonly string[];
}
interface Output {
  readonly item: Item;
  readonly expression: Expression;
  readonly slot: number;
  /** Null where the slot holds the value already. */
  readonly evaluate: Evaluate | null;
}

/** `*`: all names that no item has for itself, in their order by code units. */
function expandStar(clause: Projection, scope: Scope): Item[] {
  if (!clause.star) return [...clause.items];
  const { at } = clause;
  const own = new Set(clause.items.map(({ name }) => name));
  const stars = [...scope.names.keys()]
    .filter((name) => !own.has(name))
    .sort()
    .map((name): Item => ({ name, at, end: at, expression: { kind: 'variable', name, at, end: at } }));
  if (stars.length === 0 && clause.kind === 'return') {
    throw scope.frame.error('SemanticError', 'There are no variables to return.', at, 'Name what to return.');
  }
  return [...stars, ...clause.items];
}

/** Names and literals need no slot of their own. */
function output(item: Item, scope: Scope): Output {
  const { expression } = item;
  const evaluate = compileExpression(expression, scope);
  const known = expression.kind === 'variable' ? scope.names.get(expression.name) : undefined;
  if (known !== undefined && scope.known(expression) === null)
    return { item, expression, slot: known.slot, evaluate: null };
  return { item, expression, slot: scope.frame.slot(), evaluate };
}

/** Only names, properties and parameters can be found again inside an item that aggregates, as on Neo4j. */
const isSimple = (e: Expression): boolean => e.kind === 'variable' || (e.kind === 'property' && isSimple(e.of));

/** WITH and RETURN: items, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE. */
export function compileProjection(clause: Projection, scope: Scope): CompiledClause {
  const { frame } = scope;
  const items = expandStar(clause, scope);
  const columns = items.map((item) => item.name);
  const places = new Map(items.map(({ name }, index) => [name, index]).reverse() as [string, number][]);
  const twice = items.find(({ name }, index) => places.get(name)! < index);
  if (twice !== undefined)
    throw frame.error('SemanticError', `Two columns have the name ${twice.name}.`, twice.at, 'Rename one with AS.');
  const grouping = items.some((item) => aggregates(item.expression));
  const keys = items.filter((item) => !aggregates(item.expression)).map((item) => output(item, scope));
  const collected: Aggregate[] = [];
  const inner = scope.child();
  inner.aggregates = collected;
  inner.grouped = new Set(keys.flatMap(({ expression }) => (expression.kind === 'variable' ? [expression.name] : [])));
  inner.remember(keys.filter(({ expression }) => isSimple(expression)));
  const results = items
    .filter((item) => aggregates(item.expression))
    .map((item): Output => {
      const evaluate = compileExpression(item.expression, inner);
      return { item, expression: item.expression, evaluate, slot: frame.slot() };
    });
  const outputs = [...keys, ...results];
  const after = new Scope(frame);
  const slotOf = new Map(outputs.map(({ item, slot }) => [item, slot]));
  for (const item of items) {
    after.names.set(item.name, { slot: slotOf.get(item)!, type: staticType(item.expression, scope) });
  }
  const sorted = new Scope(
    frame,
    grouping || clause.distinct ? after.names : new Map([...scope.names, ...after.names]),
  );
  sorted.remember(outputs);
  // Inside an aggregating expression only simple keys are found again, and aggregates only where an item has them.
  const nested = new Scope(frame, sorted.names);
  nested.remember(outputs.filter(({ expression }) => isSimple(expression) || isAggregate(expression)));
  const sorts = clause.order.map(({ expression, descending }) => {
    const within = aggregates(expression) && sorted.known(expression) === null ? nested : sorted;
    return { evaluate: compileExpression(expression, within), descending };
  });
  const [skip, limit] = [clause.skip, clause.limit].map((count) =>
    count === null ? null : compileCount(count, new Scope(frame)),
  );
  // WHERE also sees the names before WITH, unless rows have been put together.
  const seen = grouping || clause.distinct ? after : new Scope(frame, new Map([...scope.names, ...after.names]));
  if (seen === after) after.remember(outputs);
  const { where, reads } = condition(clause.where, seen);
  after.computed = new Map();
  const slots = columns.map((name) => after.names.get(name)!.slot);
  const carried = [...new Set([...slots, ...reads])];
  const text = columns.join(', ');
  const stages: Stage[] = [grouping ? group(keys, results, collected, text) : project(keys, text)];
  if (clause.distinct) stages.push(distinct(slots));
  if (sorts.length > 0) stages.push(sort(sorts, carried, skip ?? null, limit ?? null));
  if (skip || limit) stages.push(cut(skip ?? null, limit ?? null));
  if (where !== null) stages.push(filter(where));
  const stage: Stage = (source, context) => stages.reduce((rows, next) => next(rows, context), source);
  return { stage, scope: after, columns };
}

function condition(
  where: Expression | null,
  scope: Scope,
): { readonly where: Evaluate | null; readonly reads: ReadonlySet<number> } {
  if (where === null) return { where: null, reads: new Set() };
  const { result, slots } = scope.track(() => compilePredicate(where, scope));
  return { where: result, reads: slots };
}

function project(outputs: readonly Output[], text: string): Stage {
  const computed = outputs.filter((one) => one.evaluate !== null);
  return (source, context) => {
    context.plan.push({ operator: 'Projection', details: text, rows: null });
    const { row } = context;
    return (emit) =>
      source(() => {
        context.tick();
        for (let index = 0; index < computed.length; index += 1) {
          const { evaluate, slot } = computed[index]!;
          row[slot] = evaluate!(row, context);
        }
        return emit();
      });
  };
}

interface Group {
  readonly keys: readonly unknown[];
  readonly aggregators: readonly Aggregator[];
}

function group(
  keys: readonly Output[],
  results: readonly Output[],
  collected: readonly Aggregate[],
  text: string,
): Stage {
  return (source, context) => {
    context.plan.push({ operator: 'Aggregation', details: text, rows: null });
    const { row } = context;
    return (emit) => {
      const groups = new Groups<Group>(keys.length);
      const start = (values: readonly unknown[]): Group => {
        context.keep(values.length + collected.length);
        return { keys: values.slice(), aggregators: collected.map((one) => aggregator(one, context)) };
      };
      const values: unknown[] = keys.map(() => null);
      const make = (): Group => start(values);
      source(() => {
        context.tick();
        for (let index = 0; index < keys.length; index += 1) {
          const { evaluate, slot } = keys[index]!;
          values[index] = evaluate === null ? row[slot] : evaluate(row, context);
        }
        const { aggregators } = groups.find(values, make);
        for (let index = 0; index < aggregators.length; index += 1) aggregators[index]!.add(row, context);
        return true;
      });
      if (keys.length === 0 && groups.all.length === 0) groups.find([], () => start([]));
      return groups.all.every((found) => finish(found, keys, results, collected, context) && emit());
    };
  };
}

function finish(
  found: Group,
  keys: readonly Output[],
  results: readonly Output[],
  collected: readonly Aggregate[],
  context: Context,
): true {
  const { row } = context;
  for (const [index, { slot }] of keys.entries()) row[slot] = found.keys[index];
  for (const [index, { slot }] of collected.entries()) row[slot] = found.aggregators[index]!.result();
  for (const { evaluate, slot } of results) row[slot] = evaluate!(row, context);
  return true;
}

function distinct(slots: readonly number[]): Stage {
  return (source, context) => {
    context.plan.push({ operator: 'Distinct', details: '', rows: null });
    const { row } = context;
    return (emit) => {
      const seen = new Set<unknown>();
      return source(() => {
        const key = rowKey(slots.map((slot) => row[slot]));
        if (seen.has(key)) return true;
        context.keep(slots.length);
        seen.add(key);
        return emit();
      });
    };
  };
}

/** Lets the rows through for which a condition is true. */
export function filter(where: Evaluate): Stage {
  return (source, context) => {
    context.plan.push({ operator: 'Filter', details: '', rows: null });
    return (emit) => source(() => truth(where(context.row, context)) !== true || emit());
  };
}
