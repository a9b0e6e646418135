import { CypherDate } from '../../src/index.ts';
import type { Aggregate, Comparison, Item, Scalar, Term } from './query.ts';

export type Value = Scalar | readonly string[];

const kindOf = (value: Value): string =>
  value instanceof CypherDate ? 'date' : Array.isArray(value) ? 'list' : typeof value;
const plain = (value: Value): string | number | boolean => (typeof value === 'object' ? String(value) : value);

/** `=` with three values; values of different kinds are unequal. */
export function equalValues(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  return kindOf(a) === kindOf(b) && plain(a) === plain(b);
}

/** Comparisons with three values: between kinds only `=` and `<>` have an answer. */
export function compareValues(operator: Comparison, a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  const same = equalValues(a, b);
  if (operator === '=') return same;
  if (operator === '<>') return !same;
  if (kindOf(a) !== kindOf(b)) return null;
  const [x, y] = [plain(a), plain(b)];
  if (operator === '<') return x < y;
  if (operator === '<=') return x <= y;
  return operator === '>' ? x > y : x >= y;
}

const KINDS = ['list', 'date', 'string', 'boolean', 'number'];
const rank = (value: Value): number => (value === null ? KINDS.length : KINDS.indexOf(kindOf(value)));

/** The order of ORDER BY, min and max: by kind, then by value, null last. */
export function compareForOrder(a: Value, b: Value): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a === null || b === null) return 0;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [index, item] of (a as readonly string[]).entries()) {
      const other = (b as readonly string[])[index];
      if (other === undefined) return 1;
      if (item !== other) return item < other ? -1 : 1;
    }
    return a.length - b.length;
  }
  return plain(a) < plain(b) ? -1 : plain(a) > plain(b) ? 1 : 0;
}

const key = (value: Value): string => `${kindOf(value)} ${String(value)}`;

function fold(name: Aggregate, values: readonly Value[]): Value {
  if (name === 'count') return values.length;
  const sum = values.reduce<number>((total, value) => total + Number(value), 0);
  if (name === 'sum') return sum;
  if (values.length === 0) return null;
  if (name === 'avg') return sum / values.length;
  const sorted = values.toSorted(compareForOrder);
  return (name === 'min' ? sorted[0] : sorted.at(-1)) ?? null;
}

/** Groups rows by the plain columns and folds the others; without plain columns there is one group, even of nothing. */
export function aggregateRows<Row>(
  items: readonly Item[],
  rows: readonly Row[],
  valueOf: (term: Term, row: Row) => Value,
): Value[][] {
  const groups = new Map<string, Row[]>();
  const keys = items.flatMap((item) => (item.kind === 'term' ? [item.term] : []));
  if (keys.length === 0) groups.set('', []);
  for (const row of rows) {
    const group = keys.map((term) => key(valueOf(term, row))).join('\n');
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return Array.from(groups.values(), (group) =>
    items.map((item): Value => {
      if (item.kind === 'rows') return group.length;
      const [first] = group;
      if (item.kind === 'term') return first === undefined ? null : valueOf(item.term, first);
      const values = group.map((row) => valueOf(item.term, row)).filter((value) => value !== null);
      return fold(
        item.name,
        item.distinct ? [...new Map(values.map((value) => [key(value), value])).values()] : values,
      );
    }),
  );
}
