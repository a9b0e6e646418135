import {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherTime,
  epochDay,
  nanoOfDay,
  temporalKind,
} from './temporal.ts';
import { spend, spendOver } from './limits.ts';
import type { CypherLocalDateTime, CypherLocalTime, Temporal } from './temporal.ts';
import { averageNanos } from './temporal/duration.ts';
import { EdgeRef, isMap, isNumber, isTemporal, NodeRef, PathRef, WholeFloat } from './values.ts';

function sign(a: number | string | bigint, b: number | string | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares texts by Unicode code points, as Neo4j does; UTF-16 units alone would put emoji before U+E000. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  spendOver(a);
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    const [high, low] = [x >= 0xd800 && x <= 0xdfff, y >= 0xd800 && y <= 0xdfff];
    return high === low ? x - y : high ? 1 : -1;
  }
  return a.length - b.length;
}

const DAY_NANOS = 86_400_000_000_000;

function utc(value: CypherDateTime): { readonly day: number; readonly nanos: number } {
  const nanos = nanoOfDay(value) - value.offsetSeconds * 1e9;
  const days = Math.floor(nanos / DAY_NANOS);
  return { day: epochDay(value) + days, nanos: nanos - days * DAY_NANOS };
}

/** Compares two temporals of one kind; durations only for the total order. */
function compareTemporal(a: Temporal, b: Temporal): number {
  if (a instanceof CypherDuration) return sign(averageNanos(a), averageNanos(b as CypherDuration));
  if (a instanceof CypherDate) return epochDay(a) - epochDay(b as CypherDate);
  if (a instanceof CypherTime) {
    const other = b as CypherTime;
    const difference = nanoOfDay(a) - a.offsetSeconds * 1e9 - (nanoOfDay(other) - other.offsetSeconds * 1e9);
    return difference || a.offsetSeconds - other.offsetSeconds;
  }
  if (a instanceof CypherDateTime) {
    const other = b as CypherDateTime;
    const [x, y] = [utc(a), utc(other)];
    // One instant in two zones is two values: the offset, then the zone, decide.
    const offset = a.offsetSeconds - other.offsetSeconds;
    return x.day - y.day || x.nanos - y.nanos || offset || sign(a.zone ?? '', other.zone ?? '');
  }
  const days = 'year' in a ? epochDay(a) - epochDay(b as CypherLocalDateTime) : 0;
  return days || nanoOfDay(a) - nanoOfDay(b as CypherLocalTime);
}

/** Compares two values of one kind for `<`; null where they cannot be compared. */
export function compare(a: unknown, b: unknown): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : null;
  if (isNumber(a) && isNumber(b)) {
    const x = a instanceof WholeFloat ? a.value : a;
    const y = b instanceof WholeFloat ? b.value : b;
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : sign(x, y);
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return sign(Number(a), Number(b));
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      spend(1);
      const same = equals(a[index], b[index]);
      if (same === null) return null;
      if (!same) return compare(a[index], b[index]);
    }
    return sign(a.length, b.length);
  }
  if (isTemporal(a)) {
    // Which duration is longer depends on the month.
    if (!isTemporal(b) || temporalKind(a) !== temporalKind(b) || a instanceof CypherDuration) return null;
    return compareTemporal(a, b);
  }
  if (isEntity(a) && isEntity(b)) return rank(a) === rank(b) ? order(a, b) : null;
  return isMap(a) && isMap(b) ? compareMaps(a, b) : null;
}

const isEntity = (value: unknown): boolean =>
  value instanceof NodeRef || value instanceof EdgeRef || value instanceof PathRef;

/** The one with fewer keys is less, then the one whose keys come first, then the one whose values are less. */
function compareMaps(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number | null {
  const [left, right] = [a, b].map((map) => Object.keys(map).sort(compareText)) as [string[], string[]];
  if (left.length !== right.length) return left.length - right.length;
  const keys = orderLists(left, right);
  if (keys !== 0) return keys;
  for (const key of left) {
    const same = equals(a[key], b[key]);
    if (same === null) return null;
    if (!same) return compare(a[key], b[key]);
  }
  return 0;
}

/** `=` with three values: null where an unknown decides. */
export function equals(a: unknown, b: unknown): boolean | null {
  if (a === null || b === null || a === undefined || b === undefined) return null;
  if (typeof a === 'string') {
    spendOver(a);
    return a === b;
  }
  if (typeof a === 'boolean' || a instanceof NodeRef || a instanceof EdgeRef) return a === b;
  if (isNumber(a)) return isNumber(b) && compare(a, b) === 0;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return every(a, (index) => equals(a[index], b[index]));
  }
  if (isTemporal(a)) return isTemporal(b) && keyOf(a) === keyOf(b);
  if (a instanceof PathRef) return b instanceof PathRef && keyOf(a) === keyOf(b);
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
  return every(keys, (index) => equals(a[keys[index]!], b[keys[index]!]));
}

/** False as soon as one pair of items differs; null if it is not known of one. */
function every({ length }: readonly unknown[], test: (index: number) => boolean | null): boolean | null {
  let unknown = false;
  for (let index = 0; index < length; index += 1) {
    spend(1);
    const one = test(index);
    if (one === false) return false;
    if (one === null) unknown = true;
  }
  return unknown ? null : true;
}

/** The order of kinds in ORDER BY: maps first, then nodes, ..., numbers, null last. */
function rank(value: unknown): number {
  if (value === null || value === undefined) return 20;
  if (isNumber(value)) return 19;
  if (typeof value === 'boolean') return 18;
  if (typeof value === 'string') return 17;
  const temporal = temporalKind(value);
  if (temporal >= 0) return 6 + temporal;
  if (value instanceof PathRef) return 5;
  if (Array.isArray(value)) return 4;
  if (value instanceof EdgeRef) return 3;
  return value instanceof NodeRef ? 2 : 1;
}

function orderLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    spend(1);
    const one = order(a[index], b[index]);
    if (one !== 0) return one;
  }
  return a.length - b.length;
}

/** The total order of ORDER BY, min and max. */
export function order(a: unknown, b: unknown): number {
  spend(1);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (Array.isArray(a) && Array.isArray(b)) return orderLists(a, b);
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [Number.isNaN(a), Number.isNaN(b)];
    return x || y ? Number(x) - Number(y) : compare(a, b)!;
  }
  if (isTemporal(a) && isTemporal(b)) return compareTemporal(a, b) || sign(keyOf(a), keyOf(b));
  if ((a instanceof NodeRef && b instanceof NodeRef) || (a instanceof EdgeRef && b instanceof EdgeRef)) {
    return a.index - b.index;
  }
  if (a instanceof PathRef && b instanceof PathRef) {
    const steps = (path: PathRef): unknown[] =>
      path.nodes.flatMap((node, index) => (index === 0 ? [node] : [path.relationships[index - 1], node]));
    return orderLists(steps(a), steps(b));
  }
  return compare(a, b) ?? sign(keyOf(a), keyOf(b));
}

function textKey(text: string): string {
  spendOver(text);
  return `s${JSON.stringify(text)}`;
}

/** A text that is equal for equivalent values: for DISTINCT, grouping and UNION. */
export function keyOf(value: unknown): string {
  if (value === null || value === undefined) return '0';
  if (isNumber(value)) return `n${value instanceof WholeFloat ? value.value + 0 : value}`;
  if (typeof value === 'string') return textKey(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof NodeRef) return `N${value.index}`;
  if (value instanceof EdgeRef) return `R${value.index}`;
  if (value instanceof PathRef) return `P[${[...value.nodes, ...value.relationships].map(keyOf).join(',')}]`;
  if (value instanceof CypherDuration) {
    return `d5${value.months},${value.days},${value.seconds},${value.nanoseconds}`;
  }
  const kind = temporalKind(value);
  if (kind >= 0) return `d${kind}${(value as Temporal).toString()}`;
  spend(1);
  if (Array.isArray(value)) return `[${value.map(keyOf).join(',')}]`;
  const map = value as Record<string, unknown>;
  return `{${Object.keys(map)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${keyOf(map[key])}`)
    .join(',')}}`;
}

/** A key for a Map: a primitive or reference itself, which is quick, else its `keyOf` behind a mark. */
export function mapKey(value: unknown): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0${keyOf(value)}` : value;
  if (value instanceof WholeFloat) return value.value + 0;
  if (typeof value !== 'object' || value === null || value instanceof NodeRef || value instanceof EdgeRef) {
    return value ?? null;
  }
  return `\0${keyOf(value)}`;
}
