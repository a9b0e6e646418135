import { isLineEnd, isWordAt, matching, noneOf, one } from './characters.ts';
import { parseClass } from './class.ts';
import { Reader, setOf } from './reader.ts';
import { regexError, type Assertion, type CharacterSet, type Flags, type Regex } from './syntax.ts';

const DEEPEST = 100;
/** How often `{m,n}` may ask for. */
const MOST = 1000;
const LETTERS: Readonly<Record<string, readonly (keyof Flags)[]>> = {
  i: ['ignoreCase'],
  u: ['unicodeCase'],
  s: ['dotAll'],
  m: ['multiline'],
  U: ['unicodeClasses', 'unicodeCase'],
};
const NONE: Flags = { ignoreCase: false, unicodeCase: false, dotAll: false, multiline: false, unicodeClasses: false };

const set = (has: CharacterSet): Regex => ({ kind: 'set', has });
const assertion = (holds: Assertion): Regex => ({ kind: 'assertion', holds });
const atEnd: Assertion = ({ after }) => after < 0;
const beforeLastLineEnd: Assertion = ({ after, last }) => after < 0 || last;
const atLineStart: Assertion = ({ before, after }) =>
  after >= 0 && (before === 'start' || before === 'line' || (before === 'return' && after !== 10));
const atLineEnd: Assertion = ({ before, after }) =>
  after < 0 || (isLineEnd(after) && !(after === 10 && before === 'return'));
const atStart: Assertion = ({ before }) => before === 'start';
const atWordEdge: Assertion = ({ before, after }) => (before === 'word') !== isWordAt(after);
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: atWordEdge,
  B: (place) => !atWordEdge(place),
  A: atStart,
  z: atEnd,
  Z: beforeLastLineEnd,
};
const LINE_BREAK: Regex = {
  kind: 'choice',
  items: [
    { kind: 'sequence', items: [set((point) => point === 13), set((point) => point === 10)] },
    set(matching(/[\n\v\f\r\u0085\u2028\u2029]/u)),
  ],
};

/**
 * Reads a regular expression in Java's syntax, as Neo4j takes it. What cannot be matched in linear time (back-references,
 * look-around, atomic groups, possessive groups) and what is no expression throws a `CypherError` that tells the place.
 */
export function parseRegex(pattern: string): Regex {
  const reader = new Reader(pattern);
  const { regex } = parseChoice(reader, NONE, 0);
  if (!reader.done) throw regexError('A ) closes nothing', reader.at, 'Write \\) for the sign itself.');
  return regex;
}

/** Flags that a group sets hold to its end, also behind `|`. */
function parseChoice(reader: Reader, outer: Flags, depth: number): { readonly regex: Regex } {
  if (depth > DEEPEST) throw regexError('Groups are nested too deep', reader.at, 'Take the expression apart.');
  const items: Regex[] = [];
  let flags = outer;
  do {
    const sequence: Regex[] = [];
    while (!reader.done && !reader.is('|') && !reader.is(')')) {
      if (reader.ahead(/^\(\?[A-Za-z-]*\)/u)) flags = parseFlags(reader, flags, ')');
      else sequence.push(parseRepeated(reader, flags, depth));
    }
    items.push(sequence.length === 1 ? sequence[0]! : { kind: 'sequence', items: sequence });
  } while (reader.take('|'));
  return { regex: items.length === 1 ? items[0]! : { kind: 'choice', items } };
}

/** The flags of `(?i)` or `(?i:`, up to the sign that ends them. */
function parseFlags(reader: Reader, flags: Flags, end: string): Flags {
  const { at } = reader;
  reader.take('(?');
  let changed = flags;
  let value = true;
  while (!reader.take(end)) {
    const letter = reader.next();
    const names = Object.hasOwn(LETTERS, letter) ? LETTERS[letter]! : null;
    if (names === null && (letter !== '-' || !value)) {
      throw regexError(`The flag ${letter} is not known`, at, 'Use i, m, s, u and U.');
    }
    if (names === null) value = false;
    else for (const name of names) changed = { ...changed, [name]: value };
  }
  return changed;
}

function parseRepeated(reader: Reader, flags: Flags, depth: number): Regex {
  const { at } = reader;
  const of = parseAtom(reader, flags, depth);
  const bounds = parseBounds(reader);
  if (bounds === null) return of;
  const [least, most] = bounds;
  // Which of several ways is taken makes no difference to whether a whole text fits.
  const possessive = !reader.take('?') && reader.take('+');
  if (['*', '+', '?', '{'].some((sign) => reader.is(sign))) {
    throw regexError('A repetition of a repetition stands', reader.at, 'Put what is repeated in brackets.');
  }
  if (possessive && of.kind !== 'set') {
    throw regexError(
      'A possessive repetition of a group begins',
      at,
      'Only single characters and classes can be repeated so: leave the last + away.',
    );
  }
  return { kind: 'repeat', of, least, most, not: possessive && of.kind === 'set' ? of.has : null };
}

function parseBounds(reader: Reader): readonly [number, number] | null {
  const { at } = reader;
  if (reader.take('*')) return [0, Infinity];
  if (reader.take('+')) return [1, Infinity];
  if (reader.take('?')) return [0, 1];
  if (!reader.take('{')) return null;
  const [, from, comma, to] = /^(\d+)(,?)(\d*)$/u.exec(reader.until('}')) ?? [];
  if (from === undefined) throw regexError('The repetition is not complete', at, 'Write {2}, {2,} or {2,5}.');
  const least = Number(from);
  const most = comma === '' ? least : to === '' ? Infinity : Number(to);
  if (most < least) throw regexError('The repetition ends before it begins', at, 'Put the smaller number first.');
  if (least > MOST || (most > MOST && most !== Infinity)) {
    throw regexError('The repetition is too long', at, `Repeat at most ${MOST} times, or without an upper bound.`);
  }
  return [least, most];
}

function parseAtom(reader: Reader, flags: Flags, depth: number): Regex {
  const { at } = reader;
  if (reader.is('(')) return parseGroup(reader, flags, depth);
  if (reader.take('[')) return set(parseClass(reader, flags, 0));
  if (reader.take('.')) return set(flags.dotAll ? () => true : noneOf(isLineEnd));
  if (reader.take('^')) return assertion(flags.multiline ? atLineStart : atStart);
  if (reader.take('$')) return assertion(flags.multiline ? atLineEnd : beforeLastLineEnd);
  if (['*', '+', '?', '{'].some((sign) => reader.is(sign))) {
    throw regexError('Nothing is repeated', at, 'Write a backslash before the sign if you mean the sign.');
  }
  if (!reader.take('\\')) return set(one(reader.next().codePointAt(0)!, flags));
  for (const [letter, holds] of Object.entries(ASSERTIONS)) if (reader.take(letter)) return assertion(holds);
  if (reader.take('R')) return LINE_BREAK;
  return set(setOf(reader.escape(flags), flags));
}

function parseGroup(reader: Reader, outer: Flags, depth: number): Regex {
  const { at } = reader;
  if (['(?=', '(?!', '(?<=', '(?<!'].some((group) => reader.is(group))) {
    throw regexError(
      'A look-around begins',
      at,
      'Look-around cannot be matched in bounded time: join conditions with AND and NOT.',
    );
  }
  if (reader.is('(?>')) {
    throw regexError('An atomic group begins', at, 'It cannot be matched in bounded time: write (?: instead of (?>.');
  }
  let flags = outer;
  if (reader.take('(?<')) {
    const name = reader.until('>');
    if (!/^[A-Za-z][A-Za-z0-9]*$/u.test(name)) {
      throw regexError('The name of a group is not known', at, 'Use letters and digits: (?<year>...).');
    }
  } else if (reader.is('(?')) flags = parseFlags(reader, outer, ':');
  else reader.take('(');
  const { regex } = parseChoice(reader, flags, depth + 1);
  if (!reader.take(')')) throw regexError('No ) closes the group that begins', at, 'Add ).');
  return regex;
}
