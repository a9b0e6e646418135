// Hash table and packed form of the linear models (the reader is src/linear.ts).

/** Growing open-addressing table from 32-bit keys to row numbers. */
export class Table {
  size = 0;

  constructor(bits = 18) {
    this.#make(bits);
  }

  #make(bits) {
    this.mask = (1 << bits) - 1;
    this.keys = new Int32Array(1 << bits);
    this.rows = new Int32Array(1 << bits).fill(-1);
  }

  #slot(key) {
    let i = (Math.imul(key, 0x9e3779b1) >>> 7) & this.mask;
    while (this.rows[i] >= 0 && this.keys[i] !== key) i = (i + 1) & this.mask;
    return i;
  }

  get(key) {
    return this.rows[this.#slot(key)];
  }

  add(key) {
    const i = this.#slot(key);
    if (this.rows[i] >= 0) return this.rows[i];
    this.keys[i] = key;
    const row = (this.rows[i] = this.size++);
    if (this.size * 2 > this.mask) this.#grow();
    return row;
  }

  #grow() {
    const { keys, rows } = this;
    this.#make(Math.log2(this.mask + 1) + 1);
    rows.forEach((row, j) => {
      if (row < 0) return;
      const i = this.#slot(keys[j]);
      this.keys[i] = keys[j];
      this.rows[i] = row;
    });
  }

  /** Key of each row. */
  keyOf() {
    const out = new Int32Array(this.size);
    this.rows.forEach((row, j) => {
      if (row >= 0) out[row] = this.keys[j];
    });
    return out;
  }
}

/** Scale that maps the square root of the largest weight to 127. */
export function companding(weights, quantile = 1) {
  const sorted = Float32Array.from(weights, Math.abs)
    .filter((v) => v > 0)
    .sort();
  return 127 / Math.sqrt(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))]);
}

/**
 * Packs dense rows of weights: square roots as int8, those below `threshold` left out.
 * Order: counts, key deltas and row sizes as varints, classes, weights.
 */
export function pack({ keys, weights, classes, scale, threshold }) {
  const unsigned = Uint32Array.from(keys, (k) => k >>> 0);
  const order = Uint32Array.from(keys.keys()).sort((a, b) => unsigned[a] - unsigned[b]);
  const deltas = [];
  const counts = [];
  const of = [];
  const values = [];
  let n = 0;
  let previous = 0;
  for (const row of order) {
    const before = of.length;
    for (let c = 0; c < classes; c++) {
      const w = weights[row * classes + c];
      const q = Math.min(127, Math.round(Math.sqrt(Math.abs(w)) * scale));
      if (q < threshold) continue;
      of.push(c);
      values.push(w < 0 ? -q : q);
    }
    if (of.length === before) continue;
    varint(deltas, unsigned[row] - previous);
    varint(counts, of.length - before);
    previous = unsigned[row];
    n++;
  }
  const head = Buffer.alloc(20);
  [n, deltas.length, counts.length, of.length, classes].forEach((v, i) => head.writeUInt32LE(v, i * 4));
  return Buffer.concat([
    head,
    Buffer.from(deltas),
    Buffer.from(counts),
    Buffer.from(of),
    Buffer.from(Int8Array.from(values).buffer),
  ]);
}

function varint(out, value) {
  let v = value;
  while (v > 127) {
    out.push((v % 128) | 128);
    v = Math.floor(v / 128);
  }
  out.push(v);
}

/** Small deterministic generator, from 0 to 1. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

/** Shuffles in place. */
export function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

/** Order of strings by code units. */
export const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
