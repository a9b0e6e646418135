import type { Expression } from './ast.ts';
import { order } from './compare.ts';
import { compileExpression } from './compile-expression.ts';
import type { Context, Evaluate, Stage } from './context.ts';
import { CypherError } from './errors.ts';
import type { Scope } from './scope.ts';
import { demand } from './static-type.ts';
import { isInteger } from './values.ts';
import type { Row } from './values.ts';

interface Sort {
  readonly evaluate: Evaluate;
  readonly descending: boolean;
}
interface Kept {
  readonly keys: readonly unknown[];
  readonly values: readonly unknown[];
  /** Rows with equal keys keep their order. */
  readonly place: number;
}

/** SKIP and LIMIT: a whole number that no row decides. */
export function compileCount(e: Expression, scope: Scope): Evaluate {
  demand(e, scope, ['integer'], 'SKIP or LIMIT');
  const negative = scope.frame.error(
    'ArgumentError',
    'SKIP and LIMIT need an integer that is not negative.',
    e.at,
    'Write LIMIT 10.',
  );
  if (e.kind === 'literal' && typeof e.value === 'bigint' && e.value < 0n) throw negative;
  const evaluate = compileExpression(e, scope);
  return (row: Row, context: Context) => {
    const value = evaluate(row, context);
    if (isInteger(value) && value >= 0) return Number(value);
    throw value === null || isInteger(value)
      ? negative
      : new CypherError('TypeError', negative.message, negative.position, negative.hint);
  };
}

const count = (of: Evaluate | null, context: Context, none: number): number =>
  of === null ? none : Number(of(context.row, context));

/** Sorts; with a limit it keeps only as many rows as are wanted, in a heap with the worst on top. */
export function sort(
  sorts: readonly Sort[],
  slots: readonly number[],
  skip: Evaluate | null,
  limit: Evaluate | null,
): Stage {
  const compare = (a: Kept, b: Kept): number => {
    for (let index = 0; index < sorts.length; index += 1) {
      const result = order(a.keys[index], b.keys[index]);
      if (result !== 0) return sorts[index]!.descending ? -result : result;
    }
    return a.place - b.place;
  };
  return (source, context) => {
    context.plan.push({ operator: limit === null ? 'Sort' : 'Top', details: '', rows: null });
    const { row } = context;
    return (emit) => {
      const most = limit === null ? Infinity : count(skip, context, 0) + count(limit, context, 0);
      if (most === 0) return true;
      const kept: Kept[] = [];
      let place = 0;
      source(() => {
        context.tick();
        const one: Kept = {
          keys: sorts.map(({ evaluate }) => evaluate(row, context)),
          values: slots.map((slot) => row[slot]),
          place,
        };
        place += 1;
        if (kept.length < most) {
          context.keep(slots.length + sorts.length);
          kept.push(one);
          if (most !== Infinity) rise(kept, compare);
        } else if (compare(one, kept[0]!) < 0) {
          kept[0] = one;
          sink(kept, compare);
        }
        return true;
      });
      kept.sort(compare);
      return kept.every(({ values }) => {
        for (const [index, slot] of slots.entries()) row[slot] = values[index];
        return emit();
      });
    };
  };
}

/** Moves the last element of a heap up to its place; the greatest is on top. */
function rise(heap: Kept[], compare: (a: Kept, b: Kept) => number): void {
  let at = heap.length - 1;
  const one = heap[at]!;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(one, heap[parent]!) <= 0) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = one;
}

/** Moves the top of a heap down to its place. */
function sink(heap: Kept[], compare: (a: Kept, b: Kept) => number): void {
  const one = heap[0]!;
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child += 1;
    if (compare(heap[child]!, one) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = one;
}

export function cut(skip: Evaluate | null, limit: Evaluate | null): Stage {
  return (source, context) => {
    context.plan.push({ operator: limit === null ? 'Skip' : 'Limit', details: '', rows: null });
    return (emit) => {
      const from = count(skip, context, 0);
      const most = count(limit, context, Infinity);
      if (most === 0) return true;
      let seen = 0;
      let stopped = false;
      source(() => {
        seen += 1;
        if (seen <= from) return true;
        if (!emit()) stopped = true;
        return !stopped && seen < from + most;
      });
      return !stopped;
    };
  };
}
