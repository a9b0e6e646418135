import type { Before, CharacterSet, Flags } from './syntax.ts';

/** Sets as Java's `java.util.regex.Pattern` (JDK 17) has them: ASCII unless a flag says otherwise. */

const range =
  (from: number, to: number): CharacterSet =>
  (point) =>
    point >= from && point <= to;
export const anyOf =
  (sets: readonly CharacterSet[]): CharacterSet =>
  (point) =>
    sets.some((has) => has(point));
export const allOf =
  (sets: readonly CharacterSet[]): CharacterSet =>
  (point) =>
    sets.every((has) => has(point));
export const noneOf =
  (set: CharacterSet): CharacterSet =>
  (point) =>
    !set(point);
/** A set by an expression for one character. */
export const matching = (one: RegExp): CharacterSet => {
  return (point) => one.test(String.fromCodePoint(point));
};

const upperAscii = (point: number): number => (point >= 97 && point <= 122 ? point - 32 : point);
const lowerAscii = (point: number): number => (point >= 65 && point <= 90 ? point + 32 : point);
/** Only where one character becomes one, as in Java. */
function single(point: number, text: string): number {
  const [first] = text;
  return first !== undefined && first.length === text.length ? first.codePointAt(0)! : point;
}
const upper = (point: number): number => single(point, String.fromCodePoint(point).toUpperCase());
/** The capital İ is the only one whose small letter JavaScript writes with two characters. */
const lower = (point: number): number =>
  point === 0x130 ? 0x69 : single(point, String.fromCodePoint(point).toLowerCase());
const folded = (point: number): number => lower(upper(point));

/** One character, under the flags. */
export function one(point: number, flags: Flags): CharacterSet {
  if (!flags.ignoreCase) return (other) => other === point;
  // Java takes a character without a capital (ß) as it is.
  if (flags.unicodeCase && folded(point) === upper(point)) return (other) => other === point;
  if (flags.unicodeCase) return (other) => folded(other) === folded(point);
  return (other) => other === point || (point < 128 && other < 128 && lowerAscii(other) === lowerAscii(point));
}

/** A range of a class, under the flags. */
export function between(from: number, to: number, flags: Flags): CharacterSet {
  const has = range(from, to);
  if (!flags.ignoreCase) return has;
  if (flags.unicodeCase) return (point) => has(point) || has(upper(point)) || has(folded(point));
  return (point) => has(point) || (point < 128 && (has(upperAscii(point)) || has(lowerAscii(point))));
}

export const isLineEnd: CharacterSet = matching(/[\n\r\u0085\u2028\u2029]/u);
/** For `\b`: letters, digits and marks of all scripts, and the low line. */
const isWord = matching(/[\p{L}\p{Nd}\p{Mn}_]/u);

export function beforeOf(point: number): Before {
  if (point === 13) return 'return';
  if (isLineEnd(point)) return 'line';
  return isWord(point) ? 'word' : 'other';
}
export const isWordAt = (point: number): boolean => point >= 0 && isWord(point);

const ascii: Readonly<Record<string, RegExp>> = {
  d: /[0-9]/u,
  w: /[A-Za-z0-9_]/u,
  s: /[ \t\n\v\f\r]/u,
};
const unicode: Readonly<Record<string, RegExp>> = {
  d: /\p{Nd}/u,
  w: /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u,
  s: /\p{White_Space}/u,
};
const spaces: Readonly<Record<string, RegExp>> = {
  h: /[ \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]/u,
  v: /[\n\v\f\r\u0085\u2028\u2029]/u,
};

/** `\d \w \s \h \v` and, in capitals, all else; null for other letters. */
export function shorthand(letter: string, { unicodeClasses }: Flags): CharacterSet | null {
  const small = letter.toLowerCase();
  const found = spaces[small] ?? (unicodeClasses ? unicode : ascii)[small];
  if (found === undefined) return null;
  const set = matching(found);
  return small === letter ? set : noneOf(set);
}
