import { mix } from './hash.ts';
import type { LinearModel } from './linear.ts';
import type { Word, Words } from './word.ts';
import { WordSums } from './word-sums.ts';

/** What stands for the tags before the first word. */
export const START = [251, 252] as const;
/** Room for the features of one word. */
export const TAG_FEATURES = 48;

/** Greedy averaged-perceptron tagger over joint `UPOS|XPOS` classes. */
export class Tagger {
  readonly tags: readonly string[];
  readonly #model: LinearModel;
  readonly #words: Words;
  readonly #sums: WordSums;
  readonly #features = new Int32Array(TAG_FEATURES);
  readonly #scores: Float32Array;

  constructor(tags: readonly string[], model: LinearModel, words: Words) {
    this.tags = tags;
    this.#model = model;
    this.#words = words;
    this.#sums = new WordSums(model, words, AROUND.length, fillWord);
    this.#scores = new Float32Array(model.classes);
  }

  /** Class indices of the words of one sentence; those that are `given` stand, and the words after them see them. */
  tag(forms: readonly string[], given: ReadonlyMap<number, number> = new Map()): Uint8Array {
    const padded = ['<s2>', '<s1>', ...forms, '<e1>', '<e2>'];
    const words = padded.map((f) => this.#words.get(f));
    const sums = padded.map((f) => this.#sums.get(f));
    const out = new Uint8Array(forms.length);
    let [t1, t2]: readonly number[] = START as readonly number[];
    for (let i = 0; i < forms.length; i++) {
      const k = fillContext(this.#features, words, i, t1!, t2!);
      this.#model.score(this.#features, k, this.#scores);
      this.#sums.addAround(sums, i + 2, AROUND, this.#scores);
      let best = 0;
      for (let c = 1; c < this.tags.length; c++) if (this.#scores[c]! > this.#scores[best]!) best = c;
      best = given.get(i) ?? best;
      out[i] = best;
      t2 = t1;
      t1 = best;
    }
    return out;
  }
}

/** Places of the words whose features stand alone: the word itself, the two before and the two after it. */
const AROUND = [0, -1, -2, 1, 2] as const;

/** Writes the features of word `i` (`words` has two more on either side) after the tags `t1`, `t2`; returns their number. */
export function fillTagFeatures(F: Int32Array, words: readonly Word[], i: number, t1: number, t2: number): number {
  let k = fillContext(F, words, i, t1, t2);
  for (const [place, offset] of AROUND.entries()) {
    const n = fillWord(F.subarray(k), words[i + 2 + offset]!, place);
    k += n;
  }
  return k;
}

function fillWord(F: Int32Array, w: Word, place: number): number {
  let k = 0;
  const f1 = (t: number, a: number): void => {
    F[k++] = mix(Math.imul(t, 0x9e3779b1), a);
  };
  if (place === 0) {
    f1(1, 0);
    f1(2, w.form);
    f1(3, w.lo);
    f1(4, w.s1);
    f1(5, w.s2);
    f1(6, w.s3);
    f1(7, w.s4);
    f1(8, w.p1);
    f1(9, w.p2);
    f1(10, w.p3);
    f1(11, w.sh);
    F[k++] = mix(mix(Math.imul(13, 0x9e3779b1), w.flags), 0);
  } else if (place === 1) {
    f1(18, w.lo);
    f1(19, w.s3);
  } else if (place === 2) f1(20, w.lo);
  else if (place === 3) {
    f1(21, w.lo);
    f1(22, w.s3);
    f1(32, w.s2);
  } else f1(23, w.lo);
  return k;
}

function fillContext(F: Int32Array, words: readonly Word[], i: number, t1: number, t2: number): number {
  let k = 0;
  const w1 = words[i + 1]!;
  const w = words[i + 2]!;
  const n1 = words[i + 3]!;
  const n2 = words[i + 4]!;
  const f1 = (t: number, a: number): void => {
    F[k++] = mix(Math.imul(t, 0x9e3779b1), a);
  };
  const f2 = (t: number, a: number, b: number): void => {
    F[k++] = mix(mix(Math.imul(t, 0x9e3779b1), a), b);
  };
  f2(12, w.cap, i === 0 ? 1 : 0);
  f1(14, t1);
  f2(15, t1, t2);
  f2(16, t1, w.lo);
  f1(17, t2);
  f2(24, w1.lo, w.lo);
  f2(25, w.lo, n1.lo);
  f2(26, w1.lo, n1.lo);
  f2(27, n1.lo, n2.lo);
  f2(28, w.s3, n1.s2);
  f2(29, t1, w.s3);
  f2(30, t1, n1.lo);
  f2(31, n1.sh, w.sh);
  f2(33, w.sh, w1.sh);
  return k;
}
