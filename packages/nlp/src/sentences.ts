import { hashString, mix } from './hash.ts';
import { ABBREVIATIONS } from './generated/lexicon.ts';
import type { LinearModel } from './linear.ts';
import type { Tokens } from './tokenizer.ts';
import { shape } from './word.ts';

const TERMINATOR = /^(?:[.!?]+|…|\.\.+)$/;
const CLOSING = /^["'”’»)\]}*]+$/;
/** Room for the features of one place between tokens. */
export const SENTENCE_FEATURES = 32;
/** Longest sentence in tokens; what is longer is cut, since decoding a tree takes cubic time. */
export const SENTENCE_CAP = 200;

function kind(x: string): string {
  if (TERMINATOR.test(x)) return `T${x.slice(0, 3)}`;
  if (CLOSING.test(x)) return `C${x.charAt(0)}`;
  if (!x.endsWith('.')) return shape(x).slice(0, 5);
  if (ABBREVIATIONS.has(x.slice(0, -1).toLowerCase())) return 'A';
  return /^(?:\p{L}\.)+$/u.test(x) ? 'I' : 'D';
}

/** Finds the ends of sentences among tokens with a small linear model. */
export class SentenceSplitter {
  readonly #model: LinearModel;
  readonly #features = new Int32Array(SENTENCE_FEATURES);
  readonly #scores = new Float32Array(2);

  constructor(model: LinearModel) {
    this.#model = model;
  }

  /** Token index after the last token of each sentence. */
  split(text: string, tokens: Tokens): number[] {
    const { starts, ends } = tokens;
    const out: number[] = [];
    let first = 0;
    let quotes = 0;
    for (let i = 0; i < starts.length; i++) {
      const ch = text.charAt(starts[i]!);
      if (ch === '"' || ch === '“' || ch === '”') quotes++;
      if (!this.#isEnd(text, tokens, i, quotes) && i + 1 - first < SENTENCE_CAP) continue;
      out.push(i + 1);
      first = i + 1;
      quotes = 0;
    }
    if (first < ends.length) out.push(ends.length);
    return out;
  }

  #isEnd(text: string, tokens: Tokens, i: number, quotes: number): boolean {
    const known = boundary(text, tokens, i);
    if (known !== undefined) return known;
    this.#model.score(this.#features, fillSentenceFeatures(this.#features, text, tokens, i, quotes), this.#scores);
    return this.#scores[1]! > this.#scores[0]!;
  }
}

/** Whether a sentence ends after token `i`; undefined if only the model can tell. */
export function boundary(text: string, { starts, ends }: Tokens, i: number): boolean | undefined {
  if (i + 1 >= starts.length) return true;
  const word = text.slice(starts[i], ends[i]);
  const gap = text.slice(ends[i], starts[i + 1]);
  if (/\n\s*\n/.test(gap)) return true;
  const candidate = gap.includes('\n') || TERMINATOR.test(word) || CLOSING.test(word) || /[.:;—-]$/.test(word);
  if (!candidate) return false;
  // A citation goes on after its abbreviation: "8 U.S.C. § 1189", "v.", "Id. at 5".
  const next = text.slice(starts[i + 1], ends[i + 1]);
  if (next === '§' || (/^(?:v|vs)\.$/.test(word) && gap !== '') || (/^Id\.$/.test(word) && /^at$/.test(next)))
    return false;
  // "the organization (NGO) Watch": a bracket ends no sentence by itself.
  const before = i > 0 ? text.slice(starts[i - 1], ends[i - 1]) : '';
  if (word === ')' && !gap.includes('\n') && !/[.!?…"'”’]$/.test(before)) return false;
  return undefined;
}

/** Writes the features of the place after token `i`, `quotes` marks after the sentence's start; returns their number. */
export function fillSentenceFeatures(
  F: Int32Array,
  text: string,
  { starts, ends }: Tokens,
  i: number,
  quotes: number,
): number {
  const gap = text.slice(ends[i], starts[i + 1]);
  let k = 0;
  const at = (j: number): string => (j < 0 ? '<s>' : j >= starts.length ? '</s>' : text.slice(starts[j], ends[j]));
  const [p2, p, w, n, n2] = [at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)];
  const nl = gap.includes('\n') ? 1 : gap.length === 0 ? 3 : 0;
  const lw = w.toLowerCase();
  const ln = n.toLowerCase();
  const lp = p.toLowerCase();
  const num = (v: string | number): number => (typeof v === 'string' ? hashString(v) : v);
  const f = (t: number, a: string | number, b: string | number = 0): void => {
    F[k++] = mix(mix(Math.imul(t, 0x9e3779b1), num(a)), num(b));
  };
  const [cw, cn, cp, cp2, cn2] = [kind(w), kind(n), kind(p), kind(p2), kind(n2)];
  const capital = /^["“'‘([]?\p{Lu}/u.test(n) || (/^["“'‘([•*-]+$/.test(n) && /^\p{Lu}/u.test(n2));
  const cap = capital ? 1 : /^\p{Ll}/u.test(n) ? 2 : /^\d/.test(n) ? 3 : 0;
  f(1, 0);
  f(2, cw, nl);
  f(3, cw, cn);
  f(4, lw);
  f(5, lw, cap);
  f(6, ln);
  f(7, cw, ln);
  f(8, cp, cw);
  f(9, lp, cw);
  f(10, cap, nl);
  f(11, cw, cap * 8 + nl);
  f(12, cp2, cp + cw);
  f(13, quotes & 1, cw + cap);
  f(14, lw.length, cap);
  f(15, p.length > 6 ? 6 : p.length, cw + cap);
  f(16, cn, cn2);
  f(17, `${ln}_${n2.toLowerCase()}`);
  f(18, cw, cn + cn2);
  f(19, `${lp}_${cap}`, cw);
  f(20, cp2 + cp, cw + cap + nl);
  return k;
}
