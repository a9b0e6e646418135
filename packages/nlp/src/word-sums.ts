import type { LinearModel } from './linear.ts';
import { ownCopy, type Word, type Words } from './word.ts';

/** Forms remembered at once; a text of ever new forms starts the memory anew. */
const BOUND = 6000;

/** Writes the features of a word that depend on nothing but the word and the place where it stands. */
export type FillOne = (F: Int32Array, word: Word, place: number) => number;

/** Scores of the features that depend on one word alone, for each place where it may stand; computed once per form. */
export class WordSums {
  readonly #model: LinearModel;
  readonly #words: Words;
  readonly #places: number;
  readonly #fill: FillOne;
  readonly #features = new Int32Array(16);
  readonly #known = new Map<string, Float32Array>();

  constructor(model: LinearModel, words: Words, places: number, fill: FillOne) {
    this.#model = model;
    this.#words = words;
    this.#places = places;
    this.#fill = fill;
  }

  /** Scores of a form: those of its first place, then those of the second, and so on. */
  get(form: string): Float32Array {
    let sums = this.#known.get(form);
    if (sums === undefined) {
      if (this.#known.size >= BOUND) this.#known.clear();
      sums = new Float32Array(this.#places * this.#model.classes);
      const word = this.#words.get(form);
      for (let place = 0; place < this.#places; place++) {
        const n = this.#fill(this.#features, word, place);
        const part = sums.subarray(place * this.#model.classes, (place + 1) * this.#model.classes);
        this.#model.add(this.#features, n, part);
      }
      this.#known.set(ownCopy(form), sums);
    }
    return sums;
  }

  /** Adds the scores of the words around `i` to `scores`: the first place is the word's own, `offsets` has the others. */
  addAround(sums: readonly Float32Array[], i: number, offsets: readonly number[], scores: Float32Array): void {
    const C = this.#model.classes;
    for (const [place, offset] of offsets.entries()) {
      const from = sums[i + offset]!;
      for (let c = 0, at = place * C; c < C; c++) scores[c] = scores[c]! + from[at + c]!;
    }
  }
}
