import { spend, spendOver } from './limits.ts';

/** From this length on, searching as JavaScript does can take the product of both lengths. */
const LONG = 500;
const CHUNK = 4096;

/** How far a start of `mark` that has been found can be kept when the next unit does not fit. */
function borders(mark: string): Int32Array {
  const border = new Int32Array(mark.length);
  let length = 0;
  for (let at = 1; at < mark.length; at += 1) {
    if (at % CHUNK === 0) spend(CHUNK);
    while (length > 0 && mark.charCodeAt(at) !== mark.charCodeAt(length)) length = border[length - 1]!;
    if (mark.charCodeAt(at) === mark.charCodeAt(length)) length += 1;
    border[at] = length;
  }
  return border;
}

/** In time linear in both lengths: D. Knuth, J. Morris and V. Pratt, "Fast Pattern Matching in Strings", SIAM J. Comput. 6(2), 1977. */
function* longPlaces(text: string, mark: string): Iterable<number> {
  const border = borders(mark);
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at % CHUNK === 0) spend(CHUNK);
    const unit = text.charCodeAt(at);
    while (found > 0 && unit !== mark.charCodeAt(found)) found = border[found - 1]!;
    if (unit === mark.charCodeAt(found)) found += 1;
    if (found === mark.length) {
      yield at + 1 - mark.length;
      found = 0;
    }
  }
}

function* shortPlaces(text: string, mark: string): Iterable<number> {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    spend(1);
    yield at;
  }
}

/** Where `mark`, which is not empty, stands in a text, from left to right; places do not overlap. */
export function placesOf(text: string, mark: string): Iterable<number> {
  spendOver(text);
  return mark.length < LONG ? shortPlaces(text, mark) : longPlaces(text, mark);
}

export function contains(text: string, mark: string): boolean {
  if (mark.length < LONG) {
    spendOver(text);
    return text.includes(mark);
  }
  for (const _ of placesOf(text, mark)) return true;
  return false;
}
