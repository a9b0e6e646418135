import type { Decision } from '@attest/model';

/** A stretch of a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}
type Selector = Decision['selector'];

interface Plain {
  readonly text: string;
  /** Where each unit of `text` stands in the original. */
  readonly at: readonly number[];
}
/** Letters and digits only, without case and marks: what re-wrapping and corrected punctuation leave as it is. */
function plainOf(original: string): Plain {
  const at: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; index += 1) {
    const unit = (original[index] ?? '')
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
    for (let more = 0; more < unit.length; more += 1) at.push(index);
    text += unit;
  }
  return { text, at };
}

const sameEnd = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
};
const sameStart = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};

/** Letters around a changed quote that must be there, on both sides together, to find its place without it. */
const enough = 16;

/**
 * Where a selector's words stand in a text: the quote whose surroundings agree best, else, when the quote itself was
 * corrected, what stands between its surroundings. Null when neither is there.
 */
export function placeOf(original: string, { quote, before, after }: Selector): Place | null {
  const { text, at } = plainOf(original);
  const [words, left, right] = [plainOf(quote).text, plainOf(before).text, plainOf(after).text];
  const place = (start: number, end: number): Place => ({ start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 });
  let best: { readonly score: number; readonly place: Place } | null = null;
  if (words !== '')
    for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
      const score = sameEnd(text.slice(0, start), left) + sameStart(text.slice(start + words.length), right);
      if (best === null || score > best.score) best = { score, place: place(start, start + words.length) };
    }
  if (best) return best.place;
  if (left.length + right.length < enough || left === '' || right === '') return null;
  const start = text.indexOf(left);
  if (start < 0) return null;
  const from = start + left.length;
  const to = text.indexOf(right, from);
  const longest = words.length * 1.5 + 8;
  return to > from && to - from <= longest ? place(from, to) : null;
}
