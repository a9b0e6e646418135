import { keyOf } from './compare.ts';
import { CypherDate } from './temporal.ts';
import { asNumber, isNumber, WholeFloat } from './values.ts';

/** Sorts numbers by their group: `items` from `offsets[group]` to `offsets[group + 1]` are the members of a group. */
export function grouped(
  groupOf: Uint32Array,
  groups: number,
): { readonly offsets: Uint32Array; readonly items: Uint32Array } {
  const offsets = new Uint32Array(groups + 1);
  for (const group of groupOf) offsets[group + 1]! += 1;
  for (let group = 0; group < groups; group += 1) offsets[group + 1]! += offsets[group]!;
  const next = offsets.slice();
  const items = new Uint32Array(groupOf.length);
  for (let index = 0; index < groupOf.length; index += 1) {
    const group = groupOf[index]!;
    items[next[group]!] = index;
    next[group]! += 1;
  }
  return { offsets, items };
}

/** Tells apart what must be stored apart: 1, 1.0 and '1'. */
function valueKey(value: unknown): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0s${value}` : value;
  if (typeof value === 'number') return Object.is(value, -0) ? 0 : value;
  if (value instanceof CypherDate) return `\0d${value.year},${value.month},${value.day}`;
  if (value instanceof WholeFloat) return `\0f${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (Array.isArray(value)) return `\0l${value.map((item) => `${typeof item}${String(valueKey(item))}`).join('\0')}`;
  return typeof value === 'object' && value !== null ? `\0${keyOf(value)}` : value;
}

/** The ways in which a value equal to this one may be stored: 1 and 1.0, 0 and -0.0, 2^60 as INTEGER and as FLOAT. */
function formsOf(value: unknown): unknown[] {
  if (!isNumber(value)) return [value];
  const number = asNumber(value);
  if (typeof value === 'bigint') return BigInt(number) === value ? [value, number] : [value];
  if (number === 0) return [0, new WholeFloat(0), new WholeFloat(-0)];
  if (Number.isSafeInteger(number)) return [number, new WholeFloat(number)];
  return Number.isInteger(number) ? [number, BigInt(number)] : [number];
}

/** Values by number of node or relationship: a code each, and the values by code. Code 0 is none. */
export class Column {
  readonly codes: Uint32Array;
  /** By code; the first is not used. */
  readonly values: readonly unknown[];
  #codeOf: Map<unknown, number> | null = null;
  #offsets = new Uint32Array();
  #items = new Uint32Array();
  #distinct = 0;

  constructor(codes: Uint32Array, values: readonly unknown[]) {
    this.codes = codes;
    this.values = values;
  }

  /** The value, or null. */
  get(index: number): unknown {
    return this.values[this.codes[index]!];
  }

  /** Who has a value equal to this, ascending within each form of it (1 and 1.0 are two forms). */
  lookup(value: unknown): Uint32Array {
    const codeOf = this.#index();
    const found: Uint32Array[] = [];
    for (const form of formsOf(value)) {
      const code = codeOf.get(valueKey(form));
      if (code !== undefined) found.push(this.#items.subarray(this.#offsets[code], this.#offsets[code + 1]));
    }
    if (found.length < 2) return found[0] ?? new Uint32Array();
    return Uint32Array.from(found.flatMap((part) => [...part]));
  }

  /** How many share a value on average: the guess for a lookup whose value is not known yet. */
  get average(): number {
    this.#index();
    return Math.max(1, this.#items.length / Math.max(1, this.#distinct));
  }

  #index(): Map<unknown, number> {
    if (this.#codeOf !== null) return this.#codeOf;
    const codeOf = new Map<unknown, number>();
    // A value may have several codes; the first one stands for all.
    const first = new Uint32Array(this.values.length);
    for (let code = 1; code < this.values.length; code += 1) {
      const key = valueKey(this.values[code]);
      const known = codeOf.get(key);
      first[code] = known ?? code;
      if (known === undefined) codeOf.set(key, code);
    }
    const { offsets, items } = grouped(
      this.codes.map((code) => first[code]!),
      this.values.length,
    );
    this.#distinct = codeOf.size;
    // Those without a value stand first and are left out.
    const start = offsets[1] ?? 0;
    this.#items = items.slice(start);
    this.#offsets = offsets.map((offset) => Math.max(0, offset - start));
    this.#codeOf = codeOf;
    return codeOf;
  }
}

/** After so many distinct values it shows whether they are nearly all different. */
const TRIAL = 4096;

/** Collects the values of one property; equal ones share a code, unless hardly any are equal. */
export class ColumnBuilder {
  readonly codes: Uint32Array;
  readonly values: unknown[] = [null];
  #codeOf: Map<unknown, number> | null = new Map();
  #set = 0;

  constructor(size: number) {
    this.codes = new Uint32Array(size);
  }

  set(index: number, value: unknown): void {
    this.#set += 1;
    if (this.#codeOf === null) {
      this.codes[index] = this.values.push(value) - 1;
      return;
    }
    const key = valueKey(value);
    let code = this.#codeOf.get(key);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codeOf.set(key, code);
      if (code === TRIAL && code > this.#set * 0.8) this.#codeOf = null;
    }
    this.codes[index] = code;
  }

  finish(): Column {
    return new Column(this.codes, this.values);
  }
}
