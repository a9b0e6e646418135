import { ModelError } from './errors.ts';

/** A sparse linear model over hashed features; int8 weights, square-root companded. */
export class LinearModel {
  readonly classes: number;
  readonly #keys: Int32Array;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #offsets: Int32Array;
  readonly #classOf: Uint8Array;
  readonly #weights: Float32Array;

  private constructor(classes: number, keys: Int32Array, offsets: Int32Array, classOf: Uint8Array, q: Int8Array) {
    this.classes = classes;
    this.#offsets = offsets;
    this.#classOf = classOf;
    this.#weights = Float32Array.from(q, (v) => (v < 0 ? -(v * v) : v * v));
    let bits = 4;
    while (1 << bits < keys.length * 1.7) bits++;
    this.#mask = (1 << bits) - 1;
    this.#keys = new Int32Array(1 << bits);
    this.#slots = new Int32Array(1 << bits);
    for (let j = 0; j < keys.length; j++) {
      const k = keys[j]!;
      let i = (Math.imul(k, 0x9e3779b1) >>> 7) & this.#mask;
      while (this.#slots[i] !== 0) i = (i + 1) & this.#mask;
      this.#keys[i] = k;
      this.#slots[i] = j + 1;
    }
  }

  /** Adds up the weights of the first `n` features into `scores`. */
  score(features: Int32Array, n: number, scores: Float32Array): void {
    scores.fill(0, 0, this.classes);
    const keys = this.#keys;
    const slots = this.#slots;
    const mask = this.#mask;
    for (let f = 0; f < n; f++) {
      const k = features[f]!;
      let i = (Math.imul(k, 0x9e3779b1) >>> 7) & mask;
      for (let v = slots[i]!; v !== 0; i = (i + 1) & mask, v = slots[i]!) {
        if (keys[i] !== k) continue;
        const end = this.#offsets[v]!;
        for (let p = this.#offsets[v - 1]!; p < end; p++) {
          const c = this.#classOf[p]!;
          scores[c] = scores[c]! + this.#weights[p]!;
        }
        break;
      }
    }
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
