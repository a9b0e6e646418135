import { CypherError } from '../errors.ts';

/** Whether a code point is one of a set. */
export type CharacterSet = (point: number) => boolean;

/** What stands before a place of a text, as far as an assertion can ask. */
export type Before = 'start' | 'word' | 'return' | 'line' | 'other';
/** A place between two characters: `after` is the next code point, -1 at the end; `last`: only a line end may follow. */
export interface Place {
  readonly before: Before;
  readonly after: number;
  readonly last: boolean;
}
export type Assertion = (place: Place) => boolean;

/** A regular expression, read. */
export type Regex =
  | { readonly kind: 'set'; readonly has: CharacterSet }
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'sequence'; readonly items: readonly Regex[] }
  | { readonly kind: 'choice'; readonly items: readonly Regex[] }
  | {
      readonly kind: 'repeat';
      readonly of: Regex;
      readonly least: number;
      readonly most: number;
      /** What of a possessive repetition may not follow when it ends; null for all others. */
      readonly not: CharacterSet | null;
    };

/** Flags as they hold at one place of an expression: i, u, s, m and U. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly unicodeCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly unicodeClasses: boolean;
}

/** `at` counts characters of the expression from zero. */
export function regexError(message: string, at: number, hint: string): CypherError {
  return new CypherError('ArgumentError', `${message} at character ${at + 1} of the regular expression.`, null, hint);
}
