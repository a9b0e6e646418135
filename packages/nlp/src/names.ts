import { mix, hashString } from './hash.ts';
import type { LinearModel } from './linear.ts';
import type { Word, Words } from './word.ts';

/** Longest entry of the gazetteer, in words. */
const LONGEST = 6;
const HINTS = 8 | 32 | 64;
const LINK = /^(?:of|the|and|for|&|-)$/;

/** What belongs to the name model: BIO labels, transition scores and gazetteer bits by lower-case entry. */
export interface NameMeta {
  readonly labels: readonly string[];
  readonly transitions: readonly number[];
}

/** Sequence tagger for names: linear model over hashed features, first-order Viterbi. */
export class NameTagger {
  readonly #labels: readonly string[];
  readonly #transitions: Float64Array;
  readonly #model: LinearModel;
  readonly #words: Words;
  readonly #gazetteer: ReadonlyMap<string, number>;
  readonly #features = new Int32Array(96);
  readonly #scores: Float32Array;

  constructor(meta: NameMeta, model: LinearModel, words: Words, gazetteer: ReadonlyMap<string, number>) {
    this.#labels = meta.labels;
    this.#transitions = Float64Array.from(meta.transitions);
    this.#model = model;
    this.#words = words;
    this.#gazetteer = gazetteer;
    this.#scores = new Float32Array(model.classes);
  }

  /** BIO labels of one sentence, with the share of evidence for each label; `tags` are the tagger's classes. */
  tag(forms: readonly string[], tags: readonly string[]): { label: string; confidence: number }[] {
    const n = forms.length;
    const N = this.#labels.length;
    const best = new Float64Array(n * N);
    const from = new Uint8Array(n * N);
    const emitted = new Float32Array(n * N);
    const fill = this.#filler(forms, tags);
    for (let i = 0; i < n; i++) {
      this.#model.score(this.#features, fill(i), this.#scores);
      for (let y = 0; y < N; y++) {
        emitted[i * N + y] = this.#scores[y]!;
        const inside = y > 0 && y % 2 === 0;
        let top = i === 0 ? (inside ? -1e9 : this.#transitions[N * N + y]!) : -1e9;
        const reach = i > 0 ? N : 0;
        for (let p = 0; p < reach; p++) {
          if (inside && p !== y && p !== y - 1) continue;
          const v = best[(i - 1) * N + p]! + this.#transitions[p * N + y]!;
          if (v <= top) continue;
          top = v;
          from[i * N + y] = p;
        }
        best[i * N + y] = top + this.#scores[y]!;
      }
    }
    const after = this.#backward(emitted, n);
    const total = best.map((v, j) => v + after[j]!);
    const out: { label: string; confidence: number }[] = [];
    let y = 0;
    for (let c = 1; c < N; c++) if (best[(n - 1) * N + c]! > best[(n - 1) * N + y]!) y = c;
    for (let i = n - 1; i >= 0; i--) {
      out.push({ label: this.#labels[y]!, confidence: margin(total, i * N, N, y) });
      y = from[i * N + y]!;
    }
    return out.reverse();
  }

  /** Best score of what follows each label, so that the margin of a label counts its neighbours too. */
  #backward(emitted: Float32Array, n: number): Float64Array {
    const N = this.#labels.length;
    const after = new Float64Array(n * N);
    for (let i = n - 2; i >= 0; i--) {
      for (let p = 0; p < N; p++) {
        let top = -Infinity;
        for (let y = 0; y < N; y++) {
          if (y > 0 && y % 2 === 0 && p !== y && p !== y - 1) continue;
          const v = this.#transitions[p * N + y]! + emitted[(i + 1) * N + y]! + after[(i + 1) * N + y]!;
          if (v > top) top = v;
        }
        after[i * N + p] = top;
      }
    }
    return after;
  }

  #lookUp(forms: readonly string[]): Int32Array {
    const out = new Int32Array(forms.length);
    const lower = forms.map((f) => f.toLowerCase());
    for (let i = 0; i < forms.length; i++) {
      const capital = /^\p{Lu}/u.test(forms[i]!);
      let key = '';
      for (let l = 0; l < LONGEST && i + l < forms.length; l++) {
        key += (l > 0 ? ' ' : '') + lower[i + l]!;
        const bits = this.#gazetteer.get(key);
        if (bits === undefined || !(capital || (bits & HINTS) !== 0)) continue;
        for (let j = 0; j <= l; j++) out[i + j] = out[i + j]! | bits | (l > 0 ? 1024 : 0);
      }
    }
    return out;
  }

  #filler(forms: readonly string[], tags: readonly string[]): (i: number) => number {
    const F = this.#features;
    const n = forms.length;
    const pad = this.#words.get('<p>');
    const words = forms.map((f) => this.#words.get(f));
    const at = (j: number): Word => words[j] ?? pad;
    const G = this.#lookUp(forms);
    const P = tags.map((t) => hashString(t));
    const g = (j: number): number => G[j] ?? 0;
    const pos = (j: number): number => P[j] ?? 0;
    return (i) => {
      let k = 0;
      const f = (t: number, a: number, b = 0): void => {
        F[k++] = mix(mix(Math.imul(t, 0x9e3779b1), a), b);
      };
      wordFeatures(f, at, i);
      const cap = at(i).cap;
      f(30, pos(i));
      f(31, pos(i - 1), pos(i));
      f(32, pos(i + 1), pos(i));
      f(33, pos(i - 1), cap);
      f(34, pos(i + 1), cap);
      f(40, g(i));
      f(41, g(i), cap);
      if (i > 0) f(42, g(i - 1), cap);
      if (i + 1 < n) f(43, g(i + 1), cap);
      if (i > 0) f(44, g(i - 1), g(i));
      if (i + 1 < n) f(45, g(i + 1), g(i));
      for (let b = 0; b < 10; b++) if (((g(i) >> b) & 1) === 1) f(46, b, cap);
      if (cap === 0) return k;
      let e = i;
      // Both ends are bounded: a run of capitals as long as the text must not make this quadratic.
      while (
        e + 1 < n &&
        e - i < 24 &&
        (at(e + 1).cap === 1 || (LINK.test(forms[e + 1]!) && at(e + 2).cap === 1 && e + 2 < n))
      )
        e++;
      let b = i;
      while (b > 0 && i - b < 24 && at(b - 1).cap === 1) b--;
      f(47, g(e) & 96, e === i ? 1 : 0);
      f(48, at(e).lo);
      f(49, at(b).lo);
      f(50, Math.min(5, e - i), Math.min(4, i - b));
      if (b > 0) f(51, at(b - 1).lo);
      if (e + 1 < n) f(52, at(e + 1).lo);
      if (b > 0) f(53, g(b - 1));
      return k;
    };
  }
}

/** How far the label stands above its best rival, from 0.5 to 1. */
function margin(scores: Float64Array, at: number, n: number, chosen: number): number {
  let rival = -Infinity;
  for (let c = 0; c < n; c++) if (c !== chosen && scores[at + c]! > rival) rival = scores[at + c]!;
  const m = Math.max(0, (scores[at + chosen]! - rival) / 8000);
  return Math.round(1000 * (0.5 + (0.5 * m) / (1 + m))) / 1000;
}

type Put = (template: number, a: number, b?: number) => void;

function wordFeatures(f: Put, at: (j: number) => Word, i: number): void {
  const [pp, p, w, x, xx] = [at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)];
  f(1, 0);
  f(2, w.form);
  f(3, w.lo);
  f(4, w.s2);
  f(5, w.s3);
  f(6, w.s4);
  f(7, w.p2);
  f(8, w.p3);
  f(9, w.p4);
  f(10, w.sh);
  f(11, w.cap, i === 0 ? 1 : 0);
  f(12, w.sh, p.sh);
  f(13, w.sh, x.sh);
  f(14, p.lo);
  f(15, x.lo);
  f(16, pp.lo);
  f(17, xx.lo);
  f(18, p.lo, w.lo);
  f(19, w.lo, x.lo);
  f(20, p.lo, x.lo);
  f(21, p.s3);
  f(22, x.s3);
  f(23, p.sh, x.sh);
  f(24, p.cap * 4 + w.cap * 2 + x.cap, pp.cap * 2 + xx.cap);
  f(25, pp.lo, p.lo);
  f(26, x.lo, xx.lo);
  f(27, w.sh, p.lo);
  f(28, w.sh, x.lo);
}
