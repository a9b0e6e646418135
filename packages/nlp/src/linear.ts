import { ModelError } from './errors.ts';

/**
 * A sparse linear model over hashed features; int8 weights, square-root companded. Sums of weights are integers below
 * 2^24, so they are exact in float32 and do not depend on the order in which features are added.
 */
export class LinearModel {
  readonly classes: number;
  /** Pairs of key and place of the row in `#rows`; 0 is an empty slot. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** For each row its length, then class in the high and weight in the low half of each entry. */
  readonly #rows: Int32Array;

  private constructor(classes: number, keys: Int32Array, offsets: Int32Array, classOf: Uint8Array, q: Int8Array) {
    this.classes = classes;
    let bits = 4;
    while (1 << bits < keys.length * 1.7) bits++;
    this.#mask = (1 << bits) - 1;
    this.#slots = new Int32Array(2 << bits);
    this.#rows = new Int32Array(1 + keys.length + q.length);
    let at = 1;
    for (let j = 0; j < keys.length; j++) {
      const k = keys[j]!;
      let i = (Math.imul(k, 0x9e3779b1) >>> 7) & this.#mask;
      while (this.#slots[2 * i + 1] !== 0) i = (i + 1) & this.#mask;
      this.#slots[2 * i] = k;
      this.#slots[2 * i + 1] = at;
      this.#rows[at++] = offsets[j + 1]! - offsets[j]!;
      for (let p = offsets[j]!; p < offsets[j + 1]!; p++) {
        const w = q[p]!;
        this.#rows[at++] = (classOf[p]! << 16) | ((w < 0 ? -(w * w) : w * w) & 0xffff);
      }
    }
  }

  /** Adds the weights of the first `n` features to `scores`. */
  add(features: Int32Array, n: number, scores: Float32Array): void {
    const slots = this.#slots;
    const rows = this.#rows;
    const mask = this.#mask;
    for (let f = 0; f < n; f++) {
      const k = features[f]!;
      let i = (Math.imul(k, 0x9e3779b1) >>> 7) & mask;
      for (let at = slots[2 * i + 1]!; at !== 0; i = (i + 1) & mask, at = slots[2 * i + 1]!) {
        if (slots[2 * i] !== k) continue;
        const end = at + rows[at]!;
        for (let p = at + 1; p <= end; p++) {
          const entry = rows[p]!;
          scores[entry >> 16] = scores[entry >> 16]! + ((entry << 16) >> 16);
        }
        break;
      }
    }
  }

  /** Sets `scores` to the sums of the weights of the first `n` features. */
  score(features: Int32Array, n: number, scores: Float32Array): void {
    scores.fill(0, 0, this.classes);
    this.add(features, n, scores);
  }

  /** Reads the packed form written by the training script. */
  static unpack(bytes: Uint8Array, name: string): LinearModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 20) throw new ModelError('MODEL_DAMAGED', `${name} is too short; install the package again`);
    const n = view.getUint32(0, true);
    const la = view.getUint32(4, true);
    const lc = view.getUint32(8, true);
    const m = view.getUint32(12, true);
    const classes = view.getUint32(16, true);
    if (20 + la + lc + 2 * m !== bytes.length)
      throw new ModelError('MODEL_DAMAGED', `${name} has a wrong length; install the package again`);
    let p = 20;
    let q = 20 + la;
    const varint = (at: number): [number, number] => {
      let v = 0;
      let factor = 1;
      let i = at;
      for (;;) {
        const x = bytes[i++] ?? 0;
        v += (x & 127) * factor;
        if (x < 128) return [v, i];
        factor *= 128;
      }
    };
    const keys = new Int32Array(n);
    const offsets = new Int32Array(n + 1);
    let key = 0;
    for (let i = 0; i < n; i++) {
      let v: number;
      [v, p] = varint(p);
      key += v;
      keys[i] = key | 0;
      [v, q] = varint(q);
      offsets[i + 1] = offsets[i]! + v;
    }
    const base = 20 + la + lc;
    const q8 = new Int8Array(bytes.buffer, bytes.byteOffset + base + m, m);
    return new LinearModel(classes, keys, offsets, bytes.subarray(base, base + m), q8);
  }
}
