import { LONGEST_TEXT, makeList, makeText, spend } from '../limits.ts';
import { placesOf } from '../text-search.ts';
import { argumentError, list, strict, TEXT, text, whole } from './definition.ts';
import type { Definition } from './definition.ts';
import { pointAt, pointBefore, pointCount, reversed, skipPoints } from './points.ts';
import { typeError } from '../type-error.ts';
import { isMap } from '../values.ts';

const onText = (call: (value: string) => unknown): Definition => strict(1, 1, TEXT, ([value]) => call(text(value)));
/** Some letters are longer in the other case. */
const cased = (call: (value: string) => string): Definition =>
  onText((value) => {
    makeText(value.length);
    return call(value);
  });

function substring([value, from, count]: readonly unknown[]): string {
  const all = text(value);
  const start = whole(from);
  const length = count === undefined ? all.length : whole(count);
  if (start < 0 || length < 0) throw argumentError('substring() needs numbers that are not negative.', 'Count from 0.');
  const at = skipPoints(all, 0, start);
  return all.slice(at, skipPoints(all, at, length));
}

function right([value, count]: readonly unknown[]): string {
  const all = text(value);
  const length = whole(count);
  if (length < 0) throw argumentError('right() needs a number that is not negative.', 'Use 0 or more.');
  return all.slice(skipPoints(all, 0, Math.max(0, pointCount(all) - length)));
}

/** White space as Java has it: without the spaces that do not break. */
const BLANK = /^\s$/u;
const UNBREAKABLE = new Set(['\u00A0', '\u2007', '\u202F', '\uFEFF']);

function trimmed(value: unknown, what: unknown, start: boolean, end: boolean): string {
  const all = text(value);
  const gone = what === undefined ? null : new Set(text(what));
  const isGone = (point: string): boolean => {
    spend(1);
    return gone === null ? BLANK.test(point) && !UNBREAKABLE.has(point) : gone.has(point);
  };
  let [from, to] = [0, all.length];
  if (start) {
    for (let point = pointAt(all, from); from < to && isGone(point); point = pointAt(all, from)) from += point.length;
  }
  if (end) {
    for (let point = pointBefore(all, to); to > from && isGone(point); point = pointBefore(all, to)) to -= point.length;
  }
  return all.slice(from, to);
}

function splitAt(all: string, mark: string): string[] {
  if (mark === '') {
    makeList(all.length);
    return Array.from(all);
  }
  const parts: string[] = [];
  let from = 0;
  for (const at of placesOf(all, mark)) {
    parts.push(all.slice(from, at));
    from = at + mark.length;
    if (parts.length % 1000 === 0) makeList(1000);
  }
  parts.push(all.slice(from));
  return parts;
}

function split([value, by]: readonly unknown[]): string[] {
  const marks = (Array.isArray(by) ? list(by) : [by]).map(text);
  if (marks.includes('')) return splitAt(text(value), '');
  return marks.reduce((parts, mark) => parts.flatMap((part) => splitAt(part, mark)), [text(value)]);
}

function replace([value, from, to]: readonly unknown[]): string {
  const [all, old, fresh] = [text(value), text(from), text(to)];
  if (old === '') {
    // Between all units, as Java does it.
    makeText(all.length + (all.length + 1) * fresh.length);
    return [...all.split('').flatMap((unit) => [fresh, unit]), fresh].join('');
  }
  let { length } = all;
  for (const _ of placesOf(all, old)) {
    length += fresh.length - old.length;
    if (length > LONGEST_TEXT) break;
  }
  // Refused before it is made: JavaScript would fail.
  makeText(length);
  return splitAt(all, old).join(fresh);
}

/** Normal forms can be 18 times as long. */
const LONGEST_NORMALIZED = 500_000;

function normalize([value, form]: readonly unknown[]): string {
  const name = form === undefined ? 'NFC' : text(form);
  if (!/^NFK?[CD]$/.test(name)) throw argumentError(`${name} is no normal form.`, 'Use NFC, NFD, NFKC or NFKD.');
  const all = text(value);
  if (all.length > LONGEST_NORMALIZED) {
    throw argumentError(`normalize() takes up to ${LONGEST_NORMALIZED} characters.`, 'Split the text.');
  }
  return all.normalize(name);
}

function size(value: unknown): number {
  if (typeof value === 'string') return pointCount(value);
  if (Array.isArray(value)) return value.length;
  throw typeError('a text or a list', value);
}

export const TEXT_FUNCTIONS: Readonly<Record<string, Definition>> = {
  tolower: cased((value) => value.toLowerCase()),
  lower: cased((value) => value.toLowerCase()),
  toupper: cased((value) => value.toUpperCase()),
  upper: cased((value) => value.toUpperCase()),
  trim: strict(1, 1, TEXT, ([value]) => trimmed(value, undefined, true, true)),
  btrim: strict(1, 2, TEXT, ([value, what]) => trimmed(value, what, true, true)),
  ltrim: strict(1, 2, TEXT, ([value, what]) => trimmed(value, what, true, false)),
  rtrim: strict(1, 2, TEXT, ([value, what]) => trimmed(value, what, false, true)),
  split: strict(2, 2, [['string'], ['string', 'list']], split),
  replace: strict(3, 3, TEXT, replace),
  substring: strict(2, 3, [['string'], ['integer']], substring),
  left: strict(2, 2, [['string'], ['integer']], ([value, count]) => substring([value, 0, count])),
  right: strict(2, 2, [['string'], ['integer']], right),
  normalize: strict(1, 2, TEXT, normalize),
  char_length: onText((value) => size(value)),
  character_length: onText((value) => size(value)),
  reverse: strict(1, 1, [['string', 'list']], ([value]) => {
    if (typeof value === 'string') return reversed(value);
    makeList(list(value).length);
    return [...list(value)].reverse();
  }),
  size: strict(1, 1, [['string', 'list']], ([value]) => size(value)),
  isempty: strict(1, 1, [['string', 'list', 'map']], ([value]) =>
    isMap(value) ? Object.keys(value).length === 0 : size(value) === 0,
  ),
};
