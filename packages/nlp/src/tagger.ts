import { mix } from './hash.ts';
import type { LinearModel } from './linear.ts';
import type { Word, Words } from './word.ts';

/** What stands for the tags before the first word. */
export const START = [251, 252] as const;
/** Room for the features of one word. */
export const TAG_FEATURES = 48;

/** Greedy averaged-perceptron tagger over joint `UPOS|XPOS` classes. */
export class Tagger {
  readonly tags: readonly string[];
  readonly #model: LinearModel;
  readonly #words: Words;
  readonly #features = new Int32Array(TAG_FEATURES);
  readonly #scores: Float32Array;

  constructor(tags: readonly string[], model: LinearModel, words: Words) {
    this.tags = tags;
    this.#model = model;
    this.#words = words;
    this.#scores = new Float32Array(model.classes);
  }

  /** Class indices of the words of one sentence; those that are `given` stand, and the words after them see them. */
  tag(forms: readonly string[], given: ReadonlyMap<number, number> = new Map()): Uint8Array {
    const words = ['<s2>', '<s1>', ...forms, '<e1>', '<e2>'].map((f) => this.#words.get(f));
    const out = new Uint8Array(forms.length);
    let [t1, t2]: readonly number[] = START as readonly number[];
    for (let i = 0; i < forms.length; i++) {
      const k = fillTagFeatures(this.#features, words, i, t1!, t2!);
      this.#model.score(this.#features, k, this.#scores);
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

/** Writes the features of word `i` (`words` has two more on either side) after the tags `t1`, `t2`; returns their number. */
export function fillTagFeatures(F: Int32Array, words: readonly Word[], i: number, t1: number, t2: number): number {
  let k = 0;
  const w2 = words[i]!;
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
  f2(12, w.cap, i === 0 ? 1 : 0);
  f2(13, w.flags, 0);
  f1(14, t1);
  f2(15, t1, t2);
  f2(16, t1, w.lo);
  f1(17, t2);
  f1(18, w1.lo);
  f1(19, w1.s3);
  f1(20, w2.lo);
  f1(21, n1.lo);
  f1(22, n1.s3);
  f1(23, n2.lo);
  f2(24, w1.lo, w.lo);
  f2(25, w.lo, n1.lo);
  f2(26, w1.lo, n1.lo);
  f2(27, n1.lo, n2.lo);
  f2(28, w.s3, n1.s2);
  f2(29, t1, w.s3);
  f2(30, t1, n1.lo);
  f2(31, n1.sh, w.sh);
  f1(32, n1.s2);
  f2(33, w.sh, w1.sh);
  return k;
}
