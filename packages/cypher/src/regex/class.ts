import { allOf, anyOf, between, noneOf, one } from './characters.ts';
import { setOf, type Reader } from './reader.ts';
import { regexError, type CharacterSet, type Flags } from './syntax.ts';

const DEEPEST = 100;

/** A class behind its `[`: ranges, classes inside it (united), `&&` (both sides), `^` (all else). */
export function parseClass(reader: Reader, flags: Flags, depth: number): CharacterSet {
  const { at } = reader;
  if (depth > DEEPEST) throw regexError('Classes are nested too deep', at, 'Take the expression apart.');
  const negated = reader.take('^');
  const sides: CharacterSet[] = [];
  let sets: CharacterSet[] = [];
  for (let first = true; ; first = false) {
    if (reader.done) throw regexError('No ] closes the class that begins', at, 'Add ].');
    if (reader.take('&&')) {
      sides.push(anyOf(sets));
      sets = [];
    } else if (!first && reader.take(']')) break;
    else if (reader.take('[')) sets.push(parseClass(reader, flags, depth + 1));
    else sets.push(parseRange(reader, flags));
  }
  // Java takes `[a&&]` as it takes `[a]`.
  if (sets.length > 0) sides.push(anyOf(sets));
  const all = sides.length === 1 ? sides[0]! : allOf(sides);
  return negated ? noneOf(all) : all;
}

function parsePoint(reader: Reader, flags: Flags): number | CharacterSet {
  return reader.take('\\') ? reader.escape(flags) : reader.next().codePointAt(0)!;
}

function parseRange(reader: Reader, flags: Flags): CharacterSet {
  const { at } = reader;
  const from = parsePoint(reader, flags);
  if (typeof from !== 'number') return from;
  if (!reader.is('-') || reader.is('-]') || reader.is('-[') || reader.is('-&&')) return setOf(from, flags);
  reader.take('-');
  const to = parsePoint(reader, flags);
  if (typeof to !== 'number' || to < from) {
    throw regexError('The range of a class ends before it begins', at, 'Write a backslash before a - that is a sign.');
  }
  return from === to ? one(from, flags) : between(from, to, flags);
}
