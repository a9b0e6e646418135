import { spend } from './limits.ts';
import { words } from './text-words.ts';

interface Leaf {
  /** Only in this property; null for all. */
  readonly field: string | null;
  readonly boost: number;
}
export type TextQuery =
  | (Leaf & { readonly kind: 'word'; readonly word: string })
  | (Leaf & { readonly kind: 'phrase'; readonly words: readonly string[] })
  | (Leaf & { readonly kind: 'test'; readonly test: (word: string) => boolean })
  | { readonly kind: 'clauses'; readonly clauses: readonly Clause[] };
interface Clause {
  readonly need: 'must' | 'may' | 'not';
  readonly query: TextQuery;
}

const TOKEN = /\s+|(&&|\|\||[()+!-])|(?:([\p{L}\p{N}_]+):)?(?:"([^"]*)"|([^\s()":^~]+))(~\d?)?(?:\^(\d+(?:\.\d+)?))?/uy;

interface Token {
  readonly symbol: string | null;
  readonly leaf: TextQuery | null;
}

/** Whether one word becomes the other by so many letters more, less, changed or swapped with their neighbours, as Lucene counts. */
function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    spend(b.length >> 2);
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]! <= most;
}

/** `*` stands for any letters, `?` for one. */
function wildcard(text: string): (word: string) => boolean {
  const pattern = text
    .split(/([*?])/)
    .flatMap((part) => (part === '*' || part === '?' ? part : (words(part)[0] ?? '').split('')));
  return (word) => {
    let [at, part] = [0, 0];
    // Where the last star stands, and how far it reaches: only that one can take more.
    let [star, reach] = [-1, 0];
    while (at < word.length) {
      const wanted = pattern[part];
      if (wanted === '*') {
        [star, reach] = [part, at];
        part += 1;
      } else if (wanted !== undefined && (wanted === '?' || wanted === word[at])) {
        at += 1;
        part += 1;
      } else if (star < 0) return false;
      else {
        spend(1);
        reach += 1;
        [at, part] = [reach, star + 1];
      }
    }
    return pattern.slice(part).every((left) => left === '*');
  };
}

function leaf(field: string | null, phrase: string | undefined, raw: string, fuzzy: string, boost: number): TextQuery {
  const found = words(phrase ?? raw);
  if (phrase !== undefined) return { kind: 'phrase', words: found, field, boost };
  if (/[*?]/.test(raw)) return { kind: 'test', test: wildcard(raw), field, boost };
  const [word = ''] = found;
  if (fuzzy !== '') {
    const most = Math.min(2, Number(fuzzy.slice(1) || 2));
    return { kind: 'test', test: (other) => within(word, other, most), field, boost };
  }
  return found.length > 1 ? { kind: 'phrase', words: found, field, boost } : { kind: 'word', word, field, boost };
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null)
      throw new RangeError(`The search text cannot be read at "${text.slice(at, at + 10)}"; quote it with \\".`);
    const [all, symbol, field = null, phrase, raw = '', fuzzy = '', boost = '1'] = match;
    if (all.trim() === '') continue;
    const operator = symbol ?? (field === null && phrase === undefined && /^(?:AND|OR|NOT)$/.test(raw) ? raw : null);
    if (operator !== null) found.push({ symbol: operator, leaf: null });
    else found.push({ symbol: null, leaf: leaf(field, phrase, raw, fuzzy, Number(boost)) });
  }
  return found;
}

/** Reads Lucene's query syntax: words, "phrases", AND OR NOT + - (), field:word, word*, word~, word^2. */
export function parseTextQuery(text: string): TextQuery {
  const all = tokens(text);
  let at = 0;
  const clauses = (): TextQuery => {
    const list: { need: Clause['need']; query: TextQuery }[] = [];
    let and = false;
    for (let token = all[at]; token !== undefined && token.symbol !== ')'; token = all[at]) {
      at += 1;
      if (token.symbol === 'OR' || token.symbol === '||') continue;
      if (token.symbol === 'AND' || token.symbol === '&&') {
        const last = list.at(-1);
        if (last === undefined) throw new RangeError('AND needs something before it.');
        if (last.need === 'may') last.need = 'must';
        and = true;
        continue;
      }
      const not = token.symbol === 'NOT' || token.symbol === '-' || token.symbol === '!';
      const must = token.symbol === '+';
      const next = not || must ? all[at] : token;
      if (not || must) at += 1;
      if (next === undefined) throw new RangeError('The search text ends in an operator.');
      const query = next.symbol === '(' ? clauses() : next.leaf;
      if (query === null) throw new RangeError(`Unexpected "${next.symbol}" in the search text.`);
      if (next.symbol === '(') {
        if (all[at]?.symbol !== ')') throw new RangeError('A bracket of the search text is not closed.');
        at += 1;
      }
      list.push({ need: not ? 'not' : must || and ? 'must' : 'may', query });
      and = false;
    }
    if (list.length === 0) throw new RangeError('There is nothing to search for.');
    if (and) throw new RangeError('AND needs something after it.');
    return { kind: 'clauses', clauses: list };
  };
  const query = clauses();
  if (at < all.length) throw new RangeError('A bracket of the search text is not opened.');
  return query;
}
