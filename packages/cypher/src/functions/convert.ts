import { list, strict, text } from './definition.ts';
import type { Definition } from './definition.ts';
import { CypherError } from '../errors.ts';
import { spend } from '../limits.ts';
import { toText } from '../operators.ts';
import { asNumber, fromBigint, isInteger, isNumber, toFloat } from '../values.ts';

const LIMIT = 2n ** 63n;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const fits = (value: bigint): unknown => (value < LIMIT && value >= -LIMIT ? fromBigint(value) : null);

function toInteger(value: unknown): unknown {
  if (isInteger(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  const written = isNumber(value) ? null : text(value);
  const digits = written === null ? null : /^([+-]?)0*(\d+)$/.exec(written);
  // No more digits fit into 64 bits; making a number of a million of them takes its time.
  if (digits !== null)
    return digits[2]!.length > 19 ? null : fits(BigInt(`${digits[1] === '-' ? '-' : ''}${digits[2]}`));
  if (written !== null && !DECIMAL.test(written)) return null;
  const number = isNumber(value) ? asNumber(value) : Number(written);
  return Number.isFinite(number) ? fits(BigInt(Math.trunc(number))) : null;
}

function toFloatValue(value: unknown): unknown {
  if (isNumber(value)) return toFloat(asNumber(value));
  const trimmed = text(value).trim();
  if (trimmed === 'NaN') return Number.NaN;
  const infinite = /^([+-]?)Infinity$/.exec(trimmed);
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity;
  return DECIMAL.test(trimmed) ? toFloat(Number(trimmed)) : null;
}

function toBoolean(value: unknown): unknown {
  if (typeof value === 'boolean') return value;
  if (isInteger(value)) return Number(value) !== 0;
  const lower = text(value).trim().toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

/** Null instead of an error for a value of the wrong kind. */
const orNull =
  (call: (value: unknown) => unknown) =>
  (value: unknown): unknown => {
    try {
      return call(value);
    } catch (error) {
      if (error instanceof CypherError && error.code === 'TypeError') return null;
      throw error;
    }
  };
const each =
  (call: (value: unknown) => unknown) =>
  ([value]: readonly unknown[]): unknown =>
    list(value).map((item) => {
      spend(1);
      return item === null ? null : orNull(call)(item);
    });

const SCALAR = [['string', 'number', 'boolean', 'temporal', 'duration']] as const;

export const CONVERSIONS: Readonly<Record<string, Definition>> = {
  tostring: strict(1, 1, SCALAR, ([value]) => toText(value)),
  tointeger: strict(1, 1, [['string', 'number', 'boolean']], ([value]) => toInteger(value)),
  tofloat: strict(1, 1, [['string', 'number']], ([value]) => toFloatValue(value)),
  toboolean: strict(1, 1, [['string', 'boolean', 'integer']], ([value]) => toBoolean(value)),
  tostringornull: strict(1, 1, [], ([value]) => orNull(toText)(value)),
  tointegerornull: strict(1, 1, [], ([value]) => orNull(toInteger)(value)),
  tofloatornull: strict(1, 1, [], ([value]) => orNull(toFloatValue)(value)),
  tobooleanornull: strict(1, 1, [], ([value]) => orNull(toBoolean)(value)),
  tostringlist: strict(1, 1, [['list']], each(toText)),
  tointegerlist: strict(1, 1, [['list']], each(toInteger)),
  tofloatlist: strict(1, 1, [['list']], each(toFloatValue)),
  tobooleanlist: strict(1, 1, [['list']], each(toBoolean)),
};
