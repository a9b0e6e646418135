import { CypherDate } from './temporal.ts';

/** A FLOAT whose value is a whole number: keeps 1.0 apart from 1 inside the engine. */
export class WholeFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export type PropertyValue = string | number | bigint | boolean | null | CypherDate | readonly PropertyValue[];

export class CypherNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, PropertyValue>>;
  constructor(id: string, labels: readonly string[], properties: Readonly<Record<string, PropertyValue>>) {
    this.id = id;
    this.labels = labels;
    this.properties = properties;
  }
}

export class CypherRelationship {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  constructor(id: string, type: string, from: string, to: string, properties: Readonly<Record<string, PropertyValue>>) {
    this.id = id;
    this.type = type;
    this.from = from;
    this.to = to;
    this.properties = properties;
  }
}

/** Nodes and the relationships between them, in order. */
export class CypherPath {
  readonly nodes: readonly CypherNode[];
  readonly relationships: readonly CypherRelationship[];
  constructor(nodes: readonly CypherNode[], relationships: readonly CypherRelationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

export type Row = unknown[];

export const isInteger = (value: unknown): value is number | bigint =>
  typeof value === 'bigint' || Number.isSafeInteger(value);
export const isNumber = (value: unknown): value is number | bigint | WholeFloat =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof WholeFloat;
export const toFloat = (value: number): number | WholeFloat =>
  Number.isSafeInteger(value) ? new WholeFloat(value) : value;
export const fromBigint = (value: bigint): number | bigint => {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
};
export const asNumber = (value: number | bigint | WholeFloat): number =>
  value instanceof WholeFloat ? value.value : Number(value);
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function sign(a: number | string | bigint, b: number | string | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two values of one kind for `<`; null where they cannot be compared. */
export function compare(a: unknown, b: unknown): number | null {
  if (isNumber(a) && isNumber(b)) {
    const x = a instanceof WholeFloat ? a.value : a;
    const y = b instanceof WholeFloat ? b.value : b;
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : sign(x, y);
  }
  if (typeof a === 'string' && typeof b === 'string') return sign(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return sign(Number(a), Number(b));
  if (a instanceof CypherDate && b instanceof CypherDate) return sign(a.ordinal, b.ordinal);
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      const same = equals(a[index], b[index]);
      if (same === null) return null;
      if (!same) return compare(a[index], b[index]);
    }
    return sign(a.length, b.length);
  }
  return null;
}

/** `=` with three values: null where an unknown decides. */
export function equals(a: unknown, b: unknown): boolean | null {
  if (a === null || b === null) return null;
  if (a instanceof CypherPath && b instanceof CypherPath) return keyOf(a) === keyOf(b);
  if (a instanceof CypherNode || a instanceof CypherRelationship) return a === b;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && every(a.map((item, index) => equals(item, b[index])));
  }
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    return every(keys.map((key) => equals(a[key], b[key])));
  }
  return compare(a, b) === 0;
}

function every(results: readonly (boolean | null)[]): boolean | null {
  return results.includes(false) ? false : results.includes(null) ? null : true;
}

const ranks = (value: unknown): number => {
  if (value === null) return 10;
  if (isNumber(value)) return 9;
  if (typeof value === 'boolean') return 8;
  if (typeof value === 'string') return 7;
  if (value instanceof CypherDate) return 6;
  if (value instanceof CypherPath) return 5;
  if (Array.isArray(value)) return 4;
  if (value instanceof CypherRelationship) return 3;
  return value instanceof CypherNode ? 2 : 1;
};

/** The total order of ORDER BY, min and max. */
export function order(a: unknown, b: unknown): number {
  const rank = ranks(a) - ranks(b);
  if (rank !== 0) return rank;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      const one = order(a[index], b[index]);
      if (one !== 0) return one;
    }
    return a.length - b.length;
  }
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [Number.isNaN(a), Number.isNaN(b)];
    if (x || y) return Number(x) - Number(y);
  }
  return compare(a, b) ?? sign(keyOf(a), keyOf(b));
}

/** A text that is equal for equivalent values: for DISTINCT, grouping and UNION. */
export function keyOf(value: unknown): string {
  if (value === null) return '0';
  if (isNumber(value)) return `n${value instanceof WholeFloat ? value.value + 0 : String(value)}`;
  if (typeof value === 'string') return `s${JSON.stringify(value)}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof CypherDate) return `d${value.ordinal}`;
  if (value instanceof CypherNode) return `N${JSON.stringify(value.id)}`;
  if (value instanceof CypherRelationship) return `R${JSON.stringify(value.id)}`;
  if (value instanceof CypherPath) return `P[${[...value.nodes, ...value.relationships].map(keyOf).join(',')}]`;
  if (Array.isArray(value)) return `[${value.map(keyOf).join(',')}]`;
  const map = value as Record<string, unknown>;
  return `{${Object.keys(map)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${keyOf(map[key])}`)
    .join(',')}}`;
}

/** What leaves the engine: floats become plain numbers again. */
export function toResult(value: unknown): unknown {
  if (value instanceof WholeFloat) return value.value;
  if (Array.isArray(value)) return value.map(toResult);
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toResult(item)])) : value;
}
