import { CypherDate, temporalKind } from './temporal.ts';
import type { Temporal } from './temporal.ts';
import { parseTemporal } from './temporal/read.ts';
import { WholeFloat } from './values.ts';

const KINDS = ['datetime', 'localdatetime', 'date', 'time', 'localtime', 'duration'] as const;

/** A property value as JSON: what JSON lacks becomes `{kind: text}`. */
export function encodeValue(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'bigint') return { integer: String(value) };
  if (value instanceof WholeFloat) return { float: Object.is(value.value, -0) ? '-0' : String(value.value) };
  if (typeof value === 'number') return Number.isFinite(value) ? value : { float: String(value) };
  if (Array.isArray(value)) return value.map(encodeValue);
  const kind = KINDS[temporalKind(value)];
  if (kind === undefined)
    throw new RangeError('A property holds a value that no graph can hold; use texts, numbers, lists, temporals.');
  return { [kind]: (value as Temporal).toString() };
}

/** The value that `encodeValue` was given. */
export function decodeValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decodeValue);
  const [[kind, text] = ['', '']] = Object.entries(value as Record<string, string>);
  if (kind === 'integer') return BigInt(text);
  if (kind === 'float') return Number.isSafeInteger(Number(text)) ? new WholeFloat(Number(text)) : Number(text);
  return kind === 'date' ? CypherDate.parse(text) : parseTemporal(kind as (typeof KINDS)[number], text);
}
