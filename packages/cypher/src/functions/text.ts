import { argumentError, list, strict, TEXT, text, whole } from './definition.ts';
import type { Definition } from './definition.ts';
import { typeError } from '../type-error.ts';
import { isMap } from '../values.ts';

const onText = (call: (value: string) => unknown): Definition => strict(1, 1, TEXT, ([value]) => call(text(value)));

function substring([value, from, count]: readonly unknown[]): string {
  const points = Array.from(text(value));
  const start = whole(from);
  const length = count === undefined ? points.length : whole(count);
  if (start < 0 || length < 0) throw argumentError('substring() needs numbers that are not negative.', 'Count from 0.');
  return points.slice(start, start + length).join('');
}

function right([value, count]: readonly unknown[]): string {
  const points = Array.from(text(value));
  const length = whole(count);
  if (length < 0) throw argumentError('right() needs a number that is not negative.', 'Use 0 or more.');
  return points.slice(Math.max(0, points.length - length)).join('');
}

/** White space as Java has it: without the spaces that do not break. */
const BLANK = /^\s$/u;
const UNBREAKABLE = new Set(['\u00A0', '\u2007', '\u202F', '\uFEFF']);

function trimmed(value: unknown, what: unknown, start: boolean, end: boolean): string {
  const points = Array.from(text(value));
  const gone = what === undefined ? null : new Set(Array.from(text(what)));
  const isGone = (point: string | undefined): boolean =>
    point !== undefined && (gone === null ? BLANK.test(point) && !UNBREAKABLE.has(point) : gone.has(point));
  let [from, to] = [0, points.length];
  if (start) while (from < to && isGone(points[from])) from += 1;
  if (end) while (to > from && isGone(points[to - 1])) to -= 1;
  return points.slice(from, to).join('');
}

function split([value, by]: readonly unknown[]): string[] {
  const marks = (Array.isArray(by) ? list(by) : [by]).map(text);
  if (marks.includes('')) return Array.from(text(value));
  return marks.reduce((parts, mark) => parts.flatMap((part) => part.split(mark)), [text(value)]);
}

function replace([value, from, to]: readonly unknown[]): string {
  return from === '' ? text(value) : text(value).replaceAll(text(from), () => text(to));
}

function normalize([value, form]: readonly unknown[]): string {
  const name = form === undefined ? 'NFC' : text(form);
  if (!/^NFK?[CD]$/.test(name)) throw argumentError(`${name} is no normal form.`, 'Use NFC, NFD, NFKC or NFKD.');
  return text(value).normalize(name);
}

function size(value: unknown): number {
  if (typeof value === 'string') return Array.from(value).length;
  if (Array.isArray(value)) return value.length;
  throw typeError('a text or a list', value);
}

export const TEXT_FUNCTIONS: Readonly<Record<string, Definition>> = {
  tolower: onText((value) => value.toLowerCase()),
  lower: onText((value) => value.toLowerCase()),
  toupper: onText((value) => value.toUpperCase()),
  upper: onText((value) => value.toUpperCase()),
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
  reverse: strict(1, 1, [['string', 'list']], ([value]) =>
    typeof value === 'string' ? Array.from(value).reverse().join('') : [...list(value)].reverse(),
  ),
  size: strict(1, 1, [['string', 'list']], ([value]) => size(value)),
  isempty: strict(1, 1, [['string', 'list', 'map']], ([value]) =>
    isMap(value) ? Object.keys(value).length === 0 : size(value) === 0,
  ),
};
