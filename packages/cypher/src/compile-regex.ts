import type { Expression } from './ast.ts';
import type { Context } from './context.ts';
import { CypherError } from './errors.ts';
import type { Matcher } from './regex/matcher.ts';
import { matcherOf } from './regex/regex.ts';
import type { Scope } from './scope.ts';
import { typeError } from './type-error.ts';

/** `=~`: whether the whole of `value` fits the expression `pattern`; null where one of them is null or `value` no text. */
type Fits = (value: unknown, pattern: unknown, context: Context) => boolean | null;

/** Compiles `=~` with its right side, which is read at once if it is written out. */
export function compileRegex(right: Expression, scope: Scope): Fits {
  const read = (pattern: string): Matcher => {
    try {
      return matcherOf(pattern);
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      throw scope.frame.error(error.code, error.message, right.at, error.hint);
    }
  };
  if (right.kind === 'literal' && typeof right.value === 'string') read(right.value);
  return (value, pattern, context) => {
    if (value === null || pattern === null) return null;
    if (typeof pattern !== 'string') throw typeError('a text', pattern);
    return typeof value === 'string' ? read(pattern).fits(value, () => context.tick()) : null;
  };
}
