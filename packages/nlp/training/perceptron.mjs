// Averaged perceptron over hashed features: rows of weights in chunks, averaged lazily.
import { Table } from './sparse.mjs';

const BITS = 14;
const CHUNK = 1 << BITS;

/** Trains in place: `score`, then `update` on a mistake, then `tick` after each example. */
export class Perceptron {
  #table = new Table();
  #weights = [];
  #sums = [];
  #clock = 1;

  constructor(classes) {
    this.classes = classes;
  }

  score(features, n, scores) {
    const C = this.classes;
    scores.fill(0, 0, C);
    for (let f = 0; f < n; f++) {
      const row = this.#table.get(features[f]);
      if (row < 0) continue;
      const w = this.#weights[row >> BITS];
      const at = (row & (CHUNK - 1)) * C;
      for (let c = 0; c < C; c++) scores[c] += w[at + c];
    }
  }

  update(features, n, gold, predicted) {
    for (let f = 0; f < n; f++) {
      const row = this.#table.add(features[f]);
      if (row >> BITS >= this.#weights.length) {
        this.#weights.push(new Float32Array(CHUNK * this.classes));
        this.#sums.push(new Float32Array(CHUNK * this.classes));
      }
      const w = this.#weights[row >> BITS];
      const u = this.#sums[row >> BITS];
      const at = (row & (CHUNK - 1)) * this.classes;
      w[at + gold] += 1;
      u[at + gold] += this.#clock;
      w[at + predicted] -= 1;
      u[at + predicted] -= this.#clock;
    }
  }

  tick() {
    this.#clock++;
  }

  /** Averaged weights, dense, with the keys of their rows. */
  average() {
    const keys = this.#table.keyOf();
    const C = this.classes;
    const weights = new Float32Array(keys.length * C);
    for (let row = 0; row < keys.length; row++) {
      const at = (row & (CHUNK - 1)) * C;
      for (let c = 0; c < C; c++)
        weights[row * C + c] = this.#weights[row >> BITS][at + c] - this.#sums[row >> BITS][at + c] / this.#clock;
    }
    return { keys, weights };
  }
}

/** Class of the highest score; the first one of equals. */
export function best(scores, classes) {
  let top = 0;
  for (let c = 1; c < classes; c++) if (scores[c] > scores[top]) top = c;
  return top;
}
