import { Matcher } from './matcher.ts';
import { parseRegex } from './parse.ts';
import { programOf } from './program.ts';

const MOST_RECENT = 100;
const recent = new Map<string, Matcher>();

/**
 * A matcher for an expression in Java's syntax; throws a `CypherError` for what is no expression or what cannot be matched
 * in linear time.
 */
export function matcherOf(pattern: string): Matcher {
  const known = recent.get(pattern);
  if (known !== undefined) return known;
  const matcher = new Matcher(programOf(parseRegex(pattern)));
  const [oldest] = recent.keys();
  if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  recent.set(pattern, matcher);
  return matcher;
}
