import { CypherError } from './error.ts';
import { keyOf, sortOrder, type Value } from './values.ts';

const numbers = (name: string, values: readonly Value[]): number[] =>
  values.map((value) => {
    if (typeof value === 'number') return value;
    throw new CypherError('type', `${name}() needs numbers`, null, 'Filter the rows before.');
  });

const aggregates: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  count: (values) => values.length,
  collect: (values) => values,
  min: (values) => values.toSorted(sortOrder)[0] ?? null,
  max: (values) => values.toSorted(sortOrder).at(-1) ?? null,
  sum: (values) => numbers('sum', values).reduce((a, b) => a + b, 0),
  avg: (values) => (values.length === 0 ? null : numbers('avg', values).reduce((a, b) => a + b, 0) / values.length),
};
export const aggregateNames: ReadonlySet<string> = new Set(Object.keys(aggregates));

/** Folds the values of one group; nulls do not count. */
export function aggregate(name: string, distinct: boolean, values: readonly Value[]): Value {
  const present = values.filter((value) => value !== null);
  const own = distinct ? [...new Map(present.map((value) => [keyOf(value), value])).values()] : present;
  return aggregates[name]?.(own) ?? null;
}
