import { keyOf, order } from './compare.ts';
import type { Context } from './context.ts';
import { argumentError } from './functions/definition.ts';
import { BINARY } from './operators.ts';
import type { Aggregate } from './scope.ts';
import { mapKey } from './compare.ts';
import { CypherDuration } from './temporal.ts';
import { typeError } from './type-error.ts';
import { asNumber, isNumber, toFloat } from './values.ts';
import type { Row } from './values.ts';

/** Takes the rows of one group one by one. */
export interface Aggregator {
  add(row: Row, context: Context): void;
  result(): unknown;
}

interface Fold {
  add(value: unknown, more: unknown): void;
  result(): unknown;
}

function number(value: unknown): number {
  if (!isNumber(value)) throw typeError('numbers', value);
  return asNumber(value);
}

function count(): Fold {
  let seen = 0;
  return { add: () => void (seen += 1), result: () => seen };
}

function collect(context: Context): Fold {
  const values: unknown[] = [];
  return {
    add: (value) => {
      context.keep(1);
      values.push(value);
    },
    result: () => values,
  };
}

function extreme(direction: 1 | -1): Fold {
  let best: unknown = null;
  return {
    add: (value) => {
      if (best === null || order(value, best) * direction < 0) best = value;
    },
    result: () => best,
  };
}

function sum(mean: boolean): Fold {
  let total: unknown = null;
  let seen = 0;
  return {
    add: (value) => {
      if (!isNumber(value) && !(value instanceof CypherDuration)) throw typeError('numbers or durations', value);
      seen += 1;
      total = total === null ? value : BINARY['+']!(total, value);
    },
    result: () => {
      if (!mean) return total ?? 0;
      if (total instanceof CypherDuration) return BINARY['/']!(total, seen);
      return total === null ? null : toFloat(number(total) / seen);
    },
  };
}

/** Method of Welford: stable for large values. */
function deviation(population: boolean): Fold {
  let seen = 0;
  let mean = 0;
  let squares = 0;
  return {
    add: (value) => {
      const x = number(value);
      seen += 1;
      const before = x - mean;
      mean += before / seen;
      squares += before * (x - mean);
    },
    result: () => (seen === 0 ? null : toFloat(seen < 2 ? 0 : Math.sqrt(squares / (population ? seen : seen - 1)))),
  };
}

function percentile(discrete: boolean, context: Context): Fold {
  const values: unknown[] = [];
  let at = 0;
  return {
    add: (value, wanted) => {
      at = number(wanted);
      if (!(at >= 0 && at <= 1))
        throw argumentError('A percentile is a number from 0 to 1.', 'Write 0.9 for 90 percent.');
      number(value);
      context.keep(1);
      values.push(value);
    },
    result: () => {
      if (values.length === 0) return null;
      values.sort(order);
      if (discrete) return values[Math.max(0, Math.ceil(at * values.length) - 1)];
      const place = at * (values.length - 1);
      const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]].map(number) as [number, number];
      return toFloat(low + (high - low) * (place - Math.floor(place)));
    },
  };
}

function fold(name: string, context: Context): Fold {
  switch (name) {
    case 'count':
      return count();
    case 'collect':
      return collect(context);
    case 'min':
      return extreme(1);
    case 'max':
      return extreme(-1);
    case 'stdev':
      return deviation(false);
    case 'stdevp':
      return deviation(true);
    case 'percentilecont':
      return percentile(false, context);
    case 'percentiledisc':
      return percentile(true, context);
    default:
      return sum(name === 'avg');
  }
}

/** Starts one aggregate for one group. */
export function aggregator({ name, distinct, args }: Aggregate, context: Context): Aggregator {
  const inner = fold(name, context);
  const [argument, more] = args;
  if (argument === undefined) return { add: () => inner.add(1, null), result: () => inner.result() };
  const seen = distinct ? new Set<unknown>() : null;
  return {
    add: (row) => {
      const value = argument(row, context);
      if (value === null) return;
      if (seen !== null) {
        const key = mapKey(value);
        if (seen.has(key)) return;
        context.keep(1);
        seen.add(key);
      }
      inner.add(value, more === undefined ? null : more(row, context));
    },
    result: () => inner.result(),
  };
}

/** Groups found by the values of their keys: a tree of maps, one level per key. */
export class Groups<T> {
  readonly #root = new Map<unknown, unknown>();
  readonly #depth: number;
  readonly all: T[] = [];

  constructor(depth: number) {
    this.#depth = depth;
  }

  /** The group of these keys, made at the first call. */
  find(keys: readonly unknown[], make: () => T): T {
    let level = this.#root;
    const last = Math.max(0, this.#depth - 1);
    for (let index = 0; index < last; index += 1) {
      const key = mapKey(keys[index]);
      let next = level.get(key) as Map<unknown, unknown> | undefined;
      if (next === undefined) {
        next = new Map();
        level.set(key, next);
      }
      level = next;
    }
    const key = this.#depth === 0 ? null : mapKey(keys[last]);
    const known = level.get(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    level.set(key, made);
    this.all.push(made);
    return made;
  }
}

/** The key of a whole row of values. */
export const rowKey = (values: readonly unknown[]): unknown =>
  values.length === 1 ? mapKey(values[0]) : values.map(keyOf).join('\0');
