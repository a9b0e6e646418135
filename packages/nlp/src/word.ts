import { hashString } from './hash.ts';

const NUMBER = /^[\d.,:/-]*\d[\d.,:/-]*$/;
const URL_START = /^(https?:|www\.)/;

/** Word shape: X upper case, x lower case, d digit, at most three equal in a row and ten in all. */
export function shape(word: string): string {
  let out = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < word.length && out.length < 10; i++) {
    const ch = word.charAt(i);
    const c = /\p{Lu}/u.test(ch) ? 'X' : /\p{Ll}/u.test(ch) ? 'x' : /\d/.test(ch) ? 'd' : ch;
    if (c === last) {
      run++;
      if (run > 3) continue;
    } else {
      run = 1;
      last = c;
    }
    out += c;
  }
  return out;
}

/** Facts about one word form, computed once per form. */
export interface Word {
  readonly form: number;
  readonly lo: number;
  readonly s1: number;
  readonly s2: number;
  readonly s3: number;
  readonly s4: number;
  readonly p1: number;
  readonly p2: number;
  readonly p3: number;
  readonly p4: number;
  readonly sh: number;
  readonly cap: number;
  readonly flags: number;
}

function describe(w: string): Word {
  const norm = NUMBER.test(w) ? w.replace(/\d/g, '0') : URL_START.test(w) ? 'URL' : w;
  const lo = norm.toLowerCase();
  const hyphen = w.includes('-') ? 4 : 0;
  const digit = /\d/.test(w) ? 2 : 0;
  const upper = w.length > 1 && w === w.toUpperCase() && /\p{Lu}/u.test(w) ? 1 : 0;
  return {
    form: hashString(norm),
    lo: hashString(`l${lo}`),
    s1: hashString(`s${lo.slice(-1)}`),
    s2: hashString(`s${lo.slice(-2)}`),
    s3: hashString(`s${lo.slice(-3)}`),
    s4: hashString(`s${lo.slice(-4)}`),
    p1: hashString(`p${lo.slice(0, 1)}`),
    p2: hashString(`p${lo.slice(0, 2)}`),
    p3: hashString(`p${lo.slice(0, 3)}`),
    p4: hashString(`p${lo.slice(0, 4)}`),
    sh: hashString(`S${shape(w)}`),
    cap: /^\p{Lu}/u.test(w) ? 1 : 0,
    flags: hyphen + digit + upper,
  };
}

/**
 * A copy of a text that may have been cut out of a longer one. Engines let a cut stand on the text that it comes from, so a
 * cache that keeps the cut would keep the whole document.
 */
export const ownCopy = (cut: string): string => JSON.parse(JSON.stringify(cut)) as string;

/** Cache of word facts; bounded, so that a hostile text cannot fill the memory. */
export class Words {
  readonly #cache = new Map<string, Word>();

  /** Facts about a form. */
  get(w: string): Word {
    let found = this.#cache.get(w);
    if (found === undefined) {
      if (this.#cache.size > 100_000) this.#cache.clear();
      found = describe(w);
      this.#cache.set(ownCopy(w), found);
    }
    return found;
  }
}

/** The form under which the parser's vocabulary knows a word. */
export function vocabularyForm(w: string): string {
  return NUMBER.test(w) ? w.replace(/\d/g, '0') : URL_START.test(w) ? 'url' : w.toLowerCase();
}
