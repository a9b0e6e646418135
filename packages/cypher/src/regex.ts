import { CypherError } from './errors.ts';

const RISKY = /\\[1-9k]|\(\?(?!:)|[)][*+{]/;
const compiled = new Map<string, RegExp>();
const LONGEST = 20_000;

/**
 * Whether a whole text fits a regular expression. Only expressions that cannot run away are taken: no group is
 * repeated, nothing looks back or around.
 */
export function matches(text: string, pattern: string): boolean {
  if (text.length > LONGEST) {
    throw new CypherError('ArgumentError', 'The text is too long for =~.', null, 'Use CONTAINS or full-text search.');
  }
  return regex(pattern).test(text);
}

function regex(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const [prefix = '', flags = ''] = /^\(\?([imsu]+)\)/.exec(pattern) ?? [];
  const body = pattern.slice(prefix.length);
  // A backslash before a character that needs none is an error in a Unicode expression of JavaScript only.
  const readable = body.replaceAll(/\\(["'#&@!%~`<>:;=, -])/g, '$1');
  if (RISKY.test(readable) || (readable.match(/[*+]|\{\d*,/g)?.length ?? 0) > 4) {
    throw new CypherError(
      'ArgumentError',
      'This regular expression could take too long.',
      null,
      'Repeat no groups, look back at nothing, use at most four * or +.',
    );
  }
  try {
    const result = new RegExp(`^(?:${readable})$`, `u${flags.replaceAll('u', '')}`);
    if (compiled.size > 100) compiled.clear();
    compiled.set(pattern, result);
    return result;
  } catch {
    throw new CypherError('ArgumentError', 'This is no regular expression.', null, 'Check its brackets.');
  }
}
