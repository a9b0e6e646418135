import { CypherError } from './errors.ts';
import { compare, equals } from './compare.ts';
import { CypherDuration } from './temporal.ts';
import { component } from './temporal/components.ts';
import { addDurations, divideDuration, scaleDuration } from './temporal/duration.ts';
import { addTo } from './temporal/moment.ts';
import { makeList, makeText, spend } from './limits.ts';
import { contains } from './text-search.ts';
import { typeError } from './type-error.ts';
import { asNumber, EdgeRef, fromBigint, isInteger, isMap, isNumber, isTemporal, NodeRef, toFloat } from './values.ts';

export type Binary = (left: unknown, right: unknown) => unknown;

const LIMIT = 2n ** 63n;

export function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean' || value === null) return value;
  throw typeError('a truth value', value);
}

const strict =
  (call: Binary): Binary =>
  (left, right) =>
    left === null || right === null ? null : call(left, right);
const ordered = (test: (result: number) => boolean): Binary =>
  strict((left, right) => {
    const result = compare(left, right);
    return result === null ? null : test(result);
  });
/** Durations cannot be compared, but may be equal. */
const orEqual = (test: (result: number) => boolean): Binary =>
  strict((left, right) => {
    const result = compare(left, right);
    if (result !== null) return test(result);
    return left instanceof CypherDuration && equals(left, right) === true ? true : null;
  });
const onText =
  (test: (left: string, right: string) => boolean): Binary =>
  (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? test(left, right) : null;

/** An INTEGER, or an error if 64 bits do not hold it. */
function bounded(value: bigint): number | bigint {
  if (value < LIMIT && value >= -LIMIT) return fromBigint(value);
  throw new CypherError('ArgumentError', 'The integer does not fit into 64 bits.', null, 'Use toFloat().');
}

function arithmetic(onIntegers: (a: bigint, b: bigint) => bigint, onFloats: (a: number, b: number) => number): Binary {
  return (left, right) => {
    if (left === null || right === null) return null;
    if (!isNumber(left)) throw typeError('a number', left);
    if (!isNumber(right)) throw typeError('a number', right);
    if (isInteger(left) && isInteger(right)) return bounded(onIntegers(BigInt(left), BigInt(right)));
    return toFloat(onFloats(asNumber(left), asNumber(right)));
  };
}

/** Quick for what stays a safe integer; the exact way for all else. */
const quick =
  (call: (a: number, b: number) => number, exact: Binary): Binary =>
  (left, right) => {
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      const result = call(left as number, right as number);
      if (Number.isSafeInteger(result)) return result + 0;
    }
    return exact(left, right);
  };

const noZero =
  (call: (a: bigint, b: bigint) => bigint) =>
  (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw new CypherError('ArgumentError', 'Division by zero.', null, 'Filter out zero before.');
    return call(a, b);
  };

const sum = quick(
  (a, b) => a + b,
  arithmetic(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
);
const difference = quick(
  (a, b) => a - b,
  arithmetic(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
);
const product = quick(
  (a, b) => a * b,
  arithmetic(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
);
const quotient = arithmetic(
  noZero((a, b) => a / b),
  (a, b) => a / b,
);
const remainder = arithmetic(
  noZero((a, b) => a % b),
  (a, b) => a % b,
);

/** A result out of range is the query's fault, not the engine's. */
function inRange<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CypherError('ArgumentError', error.message, null, 'Use smaller values.');
  }
}

function join(left: unknown, right: unknown): unknown[] {
  const [start, end] = [left, right].map((side): unknown[] => (Array.isArray(side) ? side : [side])) as [
    unknown[],
    unknown[],
  ];
  makeList(start.length + end.length);
  return start.concat(end);
}

const add: Binary = strict((left, right) => {
  if (isNumber(left) && isNumber(right)) return sum(left, right);
  if (Array.isArray(left) || Array.isArray(right)) return join(left, right);
  if (typeof left === 'string' || typeof right === 'string') {
    const ok = (value: unknown): boolean =>
      typeof value === 'string' || typeof value === 'boolean' || isNumber(value) || isTemporal(value);
    if (!ok(left) || !ok(right)) throw typeError('texts, numbers or temporal values', ok(left) ? right : left);
    const [start, end] = [toText(left), toText(right)];
    makeText(start.length + end.length);
    return start + end;
  }
  return shifted(left, right, 1);
});

/** The text of a value as toString() gives it: floats keep their point. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isInteger(value) || typeof value === 'boolean' || isTemporal(value)) return value.toString();
  if (!isNumber(value)) throw typeError('a text, number, truth value or temporal value', value);
  return floatText(asNumber(value));
}

/** As Java writes a double: `1.0`, `1.0E10`, `1.5E-5`. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

function shifted(left: unknown, right: unknown, sign: 1 | -1): unknown {
  if (isTemporal(left) && right instanceof CypherDuration) {
    return inRange(() => (left instanceof CypherDuration ? addDurations(left, right, sign) : addTo(left, right, sign)));
  }
  if (sign === 1 && left instanceof CypherDuration && isTemporal(right)) return shifted(right, left, 1);
  throw typeError('numbers, texts, lists or a temporal value and a duration', isTemporal(left) ? right : left);
}

const subtract: Binary = (left, right) => {
  if (isTemporal(left) && right !== null) return shifted(left, right, -1);
  return difference(left, right);
};
const multiply: Binary = (left, right) => {
  if (left instanceof CypherDuration && isNumber(right)) return inRange(() => scaleDuration(left, asNumber(right)));
  if (right instanceof CypherDuration && isNumber(left)) return inRange(() => scaleDuration(right, asNumber(left)));
  return product(left, right);
};
const divide: Binary = (left, right) => {
  if (left instanceof CypherDuration && isNumber(right)) return inRange(() => divideDuration(left, asNumber(right)));
  return quotient(left, right);
};

/** Whole exponents by multiplication, halves by the square root: exact alike everywhere, which Math.pow is not. */
const power: Binary = strict((left, right) => {
  if (!isNumber(left)) throw typeError('a number', left);
  if (!isNumber(right)) throw typeError('a number', right);
  const [base, exponent] = [asNumber(left), asNumber(right)];
  if (exponent === 0.5) return toFloat(Math.sqrt(base));
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 4096) {
    throw new CypherError(
      'ArgumentError',
      '^ takes whole exponents up to 4096, or 0.5.',
      null,
      'Use sqrt() or a product.',
    );
  }
  let result = 1;
  let factor = base;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= factor;
    factor *= factor;
  }
  return toFloat(exponent < 0 ? 1 / result : result);
});

/** So many values are compared between two looks at the clock. */
const CHUNK = 1024;

const isIn: Binary = (value, items) => {
  if (items === null) return null;
  if (!Array.isArray(items)) throw typeError('a list', items);
  let unknown = false;
  let left = CHUNK;
  for (const item of items) {
    left -= 1;
    if (left === 0) {
      spend(CHUNK);
      left = CHUNK;
    }
    const same = equals(value, item);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
};

const not = (value: boolean | null): boolean | null => (value === null ? null : !value);

export const BINARY: Readonly<Record<string, Binary>> = {
  '=': equals,
  '<>': (left, right) => not(equals(left, right)),
  '<': ordered((result) => result < 0),
  '<=': orEqual((result) => result <= 0),
  '>': ordered((result) => result > 0),
  '>=': orEqual((result) => result >= 0),
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '^': power,
  '||': strict((left, right) => {
    const fits =
      (typeof left === 'string' && typeof right === 'string') || (Array.isArray(left) && Array.isArray(right));
    if (!fits) throw typeError('two texts or two lists', typeof left === 'string' ? right : left);
    return add(left, right);
  }),
  IN: isIn,
  'STARTS WITH': onText((left, right) => left.startsWith(right)),
  'ENDS WITH': onText((left, right) => left.endsWith(right)),
  CONTAINS: onText(contains),
  XOR: (left, right) => {
    const [a, b] = [truth(left), truth(right)];
    return a === null || b === null ? null : a !== b;
  },
};

export function negate(value: unknown): unknown {
  if (value === null) return null;
  // Minus zero is a float; 0 - x would lose it.
  return isNumber(value) && !isInteger(value) ? toFloat(-asNumber(value)) : BINARY['-']!(0, value);
}

/** `of.name`; null where there is no such property. */
export function property(of: unknown, name: string): unknown {
  if (of === null) return null;
  if (of instanceof NodeRef || of instanceof EdgeRef) return of.get(name);
  if (isMap(of)) return Object.hasOwn(of, name) ? of[name] : null;
  if (isTemporal(of)) {
    const found = component(of, name);
    if (found !== undefined) return typeof found === 'bigint' ? fromBigint(found) : found;
  }
  throw typeError(`something with a property ${name}`, of);
}

/** `of[index]`. */
export function element(of: unknown, index: unknown): unknown {
  if (of === null || index === null) return null;
  if (Array.isArray(of)) {
    if (!isInteger(index)) throw typeError('an integer', index);
    return of.at(Number(index)) ?? null;
  }
  if (typeof index !== 'string') throw typeError('a text', index);
  return property(of, index);
}
