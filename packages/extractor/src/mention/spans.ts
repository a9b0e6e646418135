import type { Doc } from '@attest/nlp';

/** A stretch of tokens, half-open, with the token by which it hangs in the tree. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** Token of [from, to) whose own head lies outside: the first one that a sentence's root or another word governs. */
export function headOf(doc: Doc, from: number, to: number): number {
  let best = to - 1;
  let depth = Infinity;
  for (let token = to - 1; token >= from; token--) {
    let [at, steps] = [token, 0];
    while (at >= 0 && steps < 200) [at, steps] = [doc.head(at), steps + 1];
    if (steps < depth) [best, depth] = [token, steps];
  }
  return best;
}

/** First token that ends after an offset. */
function tokenAfter(doc: Doc, offset: number): number {
  let [low, high] = [0, doc.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that a stretch of the text touches; null if it touches none (a zone that is not read). */
export function tokensOf(doc: Doc, start: number, end: number): TokenSpan | null {
  const from = tokenAfter(doc, start);
  let to = from;
  while (to < doc.length && doc.start(to) < end) to++;
  return to === from ? null : { from, to, head: headOf(doc, from, to) };
}

/** Behind a name's short form in brackets: "Tariq Saleh (Saleh) |". */
export function behindBrackets(doc: Doc, at: number): number {
  if (at >= doc.length || doc.form(at) !== '(') return at;
  for (let close = at + 1; close < Math.min(doc.length, at + 7); close++) if (doc.form(close) === ')') return close + 1;
  return at;
}

/** Before a bracket that ends before a token: "Tariq Saleh | (Saleh)"; the token itself where there is none. */
export function beforeBrackets(doc: Doc, at: number): number {
  if (at < 3 || doc.form(at - 1) !== ')') return at;
  for (let open = at - 2; open > Math.max(0, at - 7); open--) if (doc.form(open) === '(') return open;
  return at;
}
