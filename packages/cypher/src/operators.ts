import { CypherError } from './errors.ts';
import { typeError } from './functions.ts';
import { CypherDate } from './temporal.ts';
import {
  asNumber,
  compare,
  CypherNode,
  CypherRelationship,
  equals,
  fromBigint,
  isInteger,
  isMap,
  isNumber,
  toFloat,
} from './values.ts';

export type Binary = (left: unknown, right: unknown) => unknown;

const LIMIT = 2n ** 63n;

export function truth(value: unknown): boolean | null {
  if (typeof value === 'boolean' || value === null) return value;
  throw typeError('a truth value', value);
}

const negateTruth = (value: boolean | null): boolean | null => (value === null ? null : !value);
const strict =
  (call: Binary): Binary =>
  (left, right) =>
    left === null || right === null ? null : call(left, right);
const ordered = (test: (result: number) => boolean): Binary =>
  strict((left, right) => {
    const result = compare(left, right);
    return result === null ? null : test(result);
  });
const onText =
  (test: (left: string, right: string) => boolean): Binary =>
  (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? test(left, right) : null;

function arithmetic(onIntegers: (a: bigint, b: bigint) => bigint, onFloats: (a: number, b: number) => number): Binary {
  return strict((left, right) => {
    if (!isNumber(left)) throw typeError('a number', left);
    if (!isNumber(right)) throw typeError('a number', right);
    if (!isInteger(left) || !isInteger(right)) return toFloat(onFloats(asNumber(left), asNumber(right)));
    const result = onIntegers(BigInt(left), BigInt(right));
    if (result >= LIMIT || result < -LIMIT)
      throw new CypherError('ArgumentError', 'The integer does not fit into 64 bits.', null, 'Use toFloat().');
    return fromBigint(result);
  });
}

const noZero =
  (call: (a: bigint, b: bigint) => bigint) =>
  (a: bigint, b: bigint): bigint => {
    if (b === 0n) throw new CypherError('ArgumentError', 'Division by zero.', null, 'Filter out zero before.');
    return call(a, b);
  };
const sum = arithmetic(
  (a, b) => a + b,
  (a, b) => a + b,
);

const add: Binary = strict((left, right) => {
  if (Array.isArray(left)) return Array.isArray(right) ? [...left, ...right] : [...left, right];
  if (Array.isArray(right)) return [left, ...right];
  if (typeof left === 'string' || typeof right === 'string') {
    const ok = (value: unknown): boolean => typeof value === 'string' || isNumber(value);
    if (!ok(left) || !ok(right)) throw typeError('texts or numbers', ok(left) ? right : left);
    return `${plain(left)}${plain(right)}`;
  }
  return sum(left, right);
});
const plain = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const float = isNumber(value) && !isInteger(value) ? asNumber(value) : null;
  return float !== null && Number.isInteger(float) ? `${float}.0` : String(value);
};

const isIn: Binary = (value, items) => {
  if (items === null) return null;
  if (!Array.isArray(items)) throw typeError('a list', items);
  let unknown = false;
  for (const item of items) {
    const same = equals(value, item);
    if (same === true) return true;
    if (same === null) unknown = true;
  }
  return unknown ? null : false;
};

const RISKY = /\\[1-9k]|\(\?[^i:]|[)][*+{]/;
const compiled = new Map<string, RegExp>();

/** Only expressions that cannot run away: no group is repeated, nothing looks back or around. */
function regex(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const insensitive = pattern.startsWith('(?i)');
  const body = insensitive ? pattern.slice(4) : pattern;
  if (RISKY.test(body) || (body.match(/[*+]|\{\d*,/g)?.length ?? 0) > 4) {
    throw new CypherError(
      'ArgumentError',
      'This regular expression could take too long.',
      null,
      'Repeat no groups, look back at nothing, use at most four * or +.',
    );
  }
  try {
    const result = new RegExp(`^(?:${body})$`, insensitive ? 'iu' : 'u');
    if (compiled.size > 100) compiled.clear();
    compiled.set(pattern, result);
    return result;
  } catch {
    throw new CypherError('ArgumentError', 'This is no regular expression.', null, 'Check its brackets.');
  }
}

export const BINARY: Readonly<Record<string, Binary>> = {
  '=': equals,
  '<>': (left, right) => negateTruth(equals(left, right)),
  '<': ordered((result) => result < 0),
  '<=': ordered((result) => result <= 0),
  '>': ordered((result) => result > 0),
  '>=': ordered((result) => result >= 0),
  '+': add,
  '-': arithmetic(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  '*': arithmetic(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  '/': arithmetic(
    noZero((a, b) => a / b),
    (a, b) => a / b,
  ),
  '%': arithmetic(
    noZero((a, b) => a % b),
    (a, b) => a % b,
  ),
  IN: isIn,
  'STARTS WITH': onText((left, right) => left.startsWith(right)),
  'ENDS WITH': onText((left, right) => left.endsWith(right)),
  CONTAINS: onText((left, right) => left.includes(right)),
  '=~': strict((left, right) => {
    if (typeof right !== 'string') throw typeError('a text', right);
    return typeof left === 'string' ? regex(right).test(left) : null;
  }),
  XOR: (left, right) => {
    const [a, b] = [truth(left), truth(right)];
    return a === null || b === null ? null : a !== b;
  },
};

export function negate(value: unknown): unknown {
  return value === null ? null : BINARY['-']!(0, value);
}

export function property(of: unknown, name: string): unknown {
  if (of === null) return null;
  if (of instanceof CypherNode || of instanceof CypherRelationship)
    return Object.hasOwn(of.properties, name) ? of.properties[name] : null;
  if (isMap(of)) return Object.hasOwn(of, name) ? of[name] : null;
  if (of instanceof CypherDate && (name === 'year' || name === 'month' || name === 'day')) return of[name];
  throw typeError(`something with a property ${name}`, of);
}

export function element(of: unknown, index: unknown): unknown {
  if (of === null || index === null) return null;
  if (Array.isArray(of)) {
    if (!isInteger(index)) throw typeError('an integer', index);
    return of.at(Number(index)) ?? null;
  }
  if (typeof index !== 'string') throw typeError('a text', index);
  return property(of, index);
}
