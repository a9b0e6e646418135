/** A day of the Gregorian calendar; dates compare as days do. */
export class CypherDate {
  readonly iso: string;
  private constructor(iso: string) {
    this.iso = iso;
  }
  /** From `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (the first day); null when it is no day. */
  static parse(text: string): CypherDate {
    const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text);
    const [year, month, day] = [Number(match?.[1] ?? Number.NaN), Number(match?.[2] ?? 1), Number(match?.[3] ?? 1)];
    const days = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if (!match || day < 1 || day > (days[month - 1] ?? 0)) throw new RangeError(`${text} is no date`);
    return new CypherDate(`${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  }
  get year(): number {
    return Number(this.iso.slice(0, 4));
  }
  get month(): number {
    return Number(this.iso.slice(5, 7));
  }
  get day(): number {
    return Number(this.iso.slice(8, 10));
  }
  toString(): string {
    return this.iso;
  }
}

export type PropertyValue = string | number | bigint | boolean | null | CypherDate | readonly PropertyValue[];

export interface CypherNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
export interface CypherRelationship {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
export type Value = PropertyValue | CypherNode | CypherRelationship | readonly Value[];

export const isNode = (value: unknown): value is CypherNode => typeof value === 'object' && value !== null && 'labels' in value;
export const isRelationship = (value: unknown): value is CypherRelationship => typeof value === 'object' && value !== null && 'from' in value;

/** Equality with three values: null when either side is null. */
export function equals(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return null;
  if (a instanceof CypherDate && b instanceof CypherDate) return a.iso === b.iso;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    let unknown = false;
    for (let index = 0; index < a.length; index += 1) {
      const same = equals(a[index] as Value, b[index] as Value);
      if (same === false) return false;
      if (same === null) unknown = true;
    }
    return unknown ? null : true;
  }
  if ((isNode(a) && isNode(b)) || (isRelationship(a) && isRelationship(b))) return a.id === b.id;
  return a === b;
}

/** Order of two values of one kind; null when they cannot be compared. */
export function compare(a: Value, b: Value): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof CypherDate && b instanceof CypherDate) return compare(a.iso, b.iso);
  return null;
}

/** A text that equal values share; for DISTINCT and grouping. */
export function keyOf(value: Value): string {
  if (value instanceof CypherDate) return `d:${value.iso}`;
  if (isNode(value)) return `n:${value.id}`;
  if (isRelationship(value)) return `r:${value.id}`;
  if (Array.isArray(value)) return `[${value.map((one) => keyOf(one as Value)).join('\u0001')}]`;
  return `${typeof value}:${String(value)}`;
}

const kindOrder = (value: Value): number =>
  value === null ? 9 : isNode(value) ? 1 : isRelationship(value) ? 2 : Array.isArray(value) ? 3 : value instanceof CypherDate ? 4 : typeof value === 'string' ? 5 : typeof value === 'boolean' ? 6 : 7;

/** The order of ORDER BY: kinds apart, null last. */
export function sortOrder(a: Value, b: Value): number {
  const kinds = kindOrder(a) - kindOrder(b);
  if (kinds !== 0) return kinds;
  const order = compare(a, b);
  if (order !== null) return order;
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}
