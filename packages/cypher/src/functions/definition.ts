import type { Context } from '../context.ts';
import { CypherError } from '../errors.ts';
import type { StaticType } from '../static-type.ts';
import { typeError } from '../type-error.ts';
import { asNumber, EdgeRef, isInteger, isNumber, PathRef } from '../values.ts';

type Call = (args: readonly unknown[], context: Context) => unknown;

/** One function: how many arguments it takes, of which types, and what it does with them. */
export interface Definition {
  readonly min: number;
  readonly max: number;
  /** By argument; the last one holds for all further ones. Empty: any. */
  readonly types: readonly (readonly StaticType[])[];
  readonly call: Call;
}

/** Null for a null among the arguments. */
export const strict = (min: number, max: number, types: Definition['types'], call: Call): Definition => ({
  min,
  max,
  types,
  call: (args, context) => (args.includes(null) ? null : call(args, context)),
});

export const TEXT = [['string']] as const;
export const NUMBER = [['number']] as const;
export const LIST = [['list']] as const;

export const text = (value: unknown): string => {
  if (typeof value !== 'string') throw typeError('a text', value);
  return value;
};
export const whole = (value: unknown): number => {
  if (!isInteger(value)) throw typeError('an integer', value);
  return Number(value);
};
export const numeric = (value: unknown): number => {
  if (!isNumber(value)) throw typeError('a number', value);
  return asNumber(value);
};
export const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw typeError('a list', value);
  return value as readonly unknown[];
};
export const path = (value: unknown): PathRef => {
  if (!(value instanceof PathRef)) throw typeError('a path', value);
  return value;
};
export const relationship = (value: unknown): EdgeRef => {
  if (!(value instanceof EdgeRef)) throw typeError('a relationship', value);
  return value;
};
export const argumentError = (message: string, hint: string): CypherError =>
  new CypherError('ArgumentError', message, null, hint);
