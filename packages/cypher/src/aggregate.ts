import type { Context } from './context.ts';
import { typeError } from './functions.ts';
import { BINARY } from './operators.ts';
import type { Aggregate } from './scope.ts';
import { isNumber, keyOf, order, toFloat, asNumber } from './values.ts';
import type { Row } from './values.ts';

/** One aggregate over the rows of one group. */
export function aggregate({ name, distinct, args }: Aggregate, rows: readonly Row[], context: Context): unknown {
  const [argument] = args;
  if (argument === undefined) return rows.length;
  let values = rows.map((row) => argument(row, context)).filter((value) => value !== null);
  if (distinct) values = [...new Map(values.map((value) => [keyOf(value), value] as const)).values()];
  if (name === 'count') return values.length;
  if (name === 'collect') return values;
  if (name === 'min' || name === 'max') {
    const direction = name === 'min' ? 1 : -1;
    return values.reduce<unknown>(
      (best, value) => (best === null || order(value, best) * direction < 0 ? value : best),
      null,
    );
  }
  const wrong = values.find((value) => !isNumber(value));
  if (wrong !== undefined) throw typeError('numbers', wrong);
  const sum = values.reduce<unknown>((total, value) => BINARY['+']!(total, value), 0);
  if (name === 'sum') return sum;
  return values.length === 0 || !isNumber(sum) ? null : toFloat(asNumber(sum) / values.length);
}
