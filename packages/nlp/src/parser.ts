import { Eisner } from './eisner.ts';
import { ModelError } from './errors.ts';
import { exponential } from './exponential.ts';
import { createKernel, type Kernel } from './gemm.ts';
import { hashString } from './hash.ts';
import { type ParserLayout, type ParserMeta, SIZES, layoutOf } from './parser-layout.ts';
import { SENTENCE_CAP } from './sentences.ts';
import { shape, vocabularyForm } from './word.ts';

const { word: DW, suffix: DS, prefix: DP, shape: DH, tag: DT, conv: HC, gate: HG, arc: AD, label: LD } = SIZES;
const DE = DW + DS + DP + DH + DT;
const MO = 2 * AD + 2 * LD;
const MAX = SENTENCE_CAP + 2;

/** Tree of one sentence: heads from 1 (0 is the root), label indices and the confidence of each arc. */
export interface Tree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly confidence: Float32Array;
}

/** Dependency parser: embeddings, convolution, bidirectional gated layers, biaffine arcs, projective decoding. */
export class Parser {
  readonly labels: readonly string[];
  readonly #vocabulary: Map<string, number>;
  readonly #L: ParserLayout;
  readonly #kernel: Kernel;
  readonly #ids = new Map<string, readonly [number, number, number, number]>();
  readonly #eisner = new Eisner(MAX);
  readonly #scores = new Float32Array(MAX * (MAX + 1));
  readonly #rootLabel: number;
  readonly #base: number;

  constructor(meta: ParserMeta, weights: Float32Array, plain = false) {
    this.labels = meta.labels;
    this.#rootLabel = meta.labels.indexOf('root');
    this.#vocabulary = new Map(meta.vocabulary.map((w, i) => [w, i + 2]));
    this.#L = layoutOf(meta);
    if (this.#L.total !== weights.length)
      throw new ModelError('MODEL_MISMATCH', 'parser weights and vocabulary are of different trainings');
    this.#base = (weights.length + 15) & ~15;
    const work = MAX * (3 * DE + HC + 2 * HG + 2 * HG * SIZES.layers + MO + AD + meta.labels.length * LD);
    this.#kernel = createKernel(this.#base + work, plain);
    this.#kernel.memory.set(weights);
  }

  /** Parses one sentence of at most `SENTENCE_CAP` words; `tags` are indices of the tagger's classes. */
  parse(forms: readonly string[], tags: ArrayLike<number>): Tree {
    const n = forms.length;
    const { memory: F, gemm } = this.#kernel;
    const L = this.#L;
    const X = this.#base;
    const C = X + MAX * 3 * DE;
    const Z = C + MAX * HC;
    const G = Z + MAX * HG;
    const H = Array.from({ length: SIZES.layers }, (_, l) => G + MAX * HG * (1 + 2 * l));
    const top = H[SIZES.layers - 1]!;
    const M = top + MAX * 2 * HG;
    const Q = M + MAX * MO;
    const T = Q + MAX * AD;
    const bias = (to: number, from: number, size: number): void => {
      for (let i = 0; i < n; i++) F.copyWithin(to + i * size, from, from + size);
    };
    this.#embed(forms, tags, X);
    bias(C, L.convBias, HC);
    gemm(n, HC, 3 * DE, X, 3 * DE, L.conv, C, HC);
    for (let i = C; i < C + n * HC; i++) if (F[i]! < 0) F[i] = 0;
    for (let l = 0; l < SIZES.layers; l++) {
      const input = l === 0 ? C : H[l - 1]!;
      const width = l === 0 ? HC : 2 * HG;
      for (let d = 0; d < 2; d++) {
        const gates = L.gates[l * 2 + d]!;
        bias(Z, gates.valueBias, HG);
        bias(G, gates.gateBias, HG);
        gemm(n, HG, width, input, width, gates.value, Z, HG);
        gemm(n, HG, width, input, width, gates.gate, G, HG);
        scan(F, n, Z, G, H[l]! + d * HG, d === 1);
      }
    }
    bias(M, L.mlpBias, MO);
    gemm(n, MO, 2 * HG, top, 2 * HG, L.mlp, M, MO);
    for (let i = M; i < M + n * MO; i++) if (F[i]! < 0) F[i] = F[i]! * 0.1;
    bias(Q, L.arcBias, AD);
    gemm(n, AD, AD, M, MO, L.arc, Q, AD);
    this.#scoreArcs(n, Q, M);
    const heads = new Int32Array(n + 1);
    this.#eisner.decode(n, this.#scores, heads);
    const NL = this.labels.length;
    F.fill(0, T, T + n * NL * LD);
    gemm(n, NL * LD, LD, M + 2 * AD, MO, L.label, T, NL * LD);
    return { heads, labels: this.#label(n, heads, M, T), confidence: this.#confidence(n, heads) };
  }

  #word(form: string): readonly [number, number, number, number] {
    let found = this.#ids.get(form);
    if (found === undefined) {
      const k = vocabularyForm(form);
      const bucket = (s: string, size: number): number => (hashString(s) >>> 0) % size;
      if (this.#ids.size > 100_000) this.#ids.clear();
      found = [
        this.#vocabulary.get(k) ?? 1,
        bucket(k.slice(-3), SIZES.suffixes),
        bucket(k.slice(0, 3), SIZES.prefixes),
        bucket(shape(form), SIZES.shapes),
      ];
      this.#ids.set(form, found);
    }
    return found;
  }

  /** Fills the convolution's input: the vectors of the word before, the word and the word after. */
  #embed(forms: readonly string[], tags: ArrayLike<number>, X: number): void {
    const F = this.#kernel.memory;
    const L = this.#L;
    const n = forms.length;
    F.fill(0, X, X + n * 3 * DE);
    for (let i = 0; i < n; i++) {
      const [w, s, p, h] = this.#word(forms[i]!);
      const at = X + (i * 3 + 1) * DE;
      F.copyWithin(at, L.words + w * DW, L.words + (w + 1) * DW);
      F.copyWithin(at + DW, L.suffixes + s * DS, L.suffixes + (s + 1) * DS);
      F.copyWithin(at + DW + DS, L.prefixes + p * DP, L.prefixes + (p + 1) * DP);
      F.copyWithin(at + DW + DS + DP, L.shapes + h * DH, L.shapes + (h + 1) * DH);
      F.copyWithin(at + DE - DT, L.tags + tags[i]! * DT, L.tags + (tags[i]! + 1) * DT);
      if (i > 0) F.copyWithin(X + ((i - 1) * 3 + 2) * DE, at, at + DE);
      if (i + 1 < n) F.copyWithin(X + (i + 1) * 3 * DE, at, at + DE);
    }
  }

  #scoreArcs(n: number, Q: number, M: number): void {
    const F = this.#kernel.memory;
    for (let d = 0; d < n; d++) {
      for (let h = 0; h <= n; h++) {
        const ho = h === 0 ? this.#L.rootArc : M + (h - 1) * MO + AD;
        let s = 0;
        for (let j = 0, q = Q + d * AD; j < AD; j++) s += F[q + j]! * F[ho + j]!;
        this.#scores[d * (n + 1) + h] = s;
      }
    }
  }

  /** Share of the chosen head among all heads (softmax), in arithmetic that every engine agrees on. */
  #confidence(n: number, heads: Int32Array): Float32Array {
    const out = new Float32Array(n);
    for (let d = 0; d < n; d++) {
      const row = d * (n + 1);
      const chosen = this.#scores[row + heads[d + 1]!]!;
      let sum = 0;
      for (let h = 0; h <= n; h++) if (h !== d + 1) sum += exponential(this.#scores[row + h]! - chosen);
      out[d] = Math.round(1000 / sum) / 1000;
    }
    return out;
  }

  #label(n: number, heads: Int32Array, M: number, T: number): Int32Array {
    const F = this.#kernel.memory;
    const L = this.#L;
    const NL = this.labels.length;
    const out = new Int32Array(n);
    for (let d = 0; d < n; d++) {
      const h = heads[d + 1]!;
      out[d] = this.#rootLabel;
      if (h === 0) continue;
      const ho = M + (h - 1) * MO + 2 * AD + LD;
      const own = M + d * MO + 2 * AD;
      let best = -Infinity;
      for (let k = 0; k < NL; k++) {
        if (k === this.#rootLabel) continue;
        let s = F[L.labelBias + k]!;
        for (let j = 0, t = T + (d * NL + k) * LD; j < LD; j++)
          s +=
            F[t + j]! * F[ho + j]! +
            F[own + j]! * F[L.labelOfWord + k + j * NL]! +
            F[ho + j]! * F[L.labelOfHead + k + j * NL]!;
        if (s > best) {
          best = s;
          out[d] = k;
        }
      }
    }
    return out;
  }
}

/** One gated layer in one direction: h = (1 - g) h' + g z, with softsign for z and its half for g. */
function scan(F: Float32Array, n: number, Z: number, G: number, out: number, reverse: boolean): void {
  for (let q = 0; q < n; q++) {
    const i = reverse ? n - 1 - q : q;
    const to = out + i * 2 * HG;
    const before = out + (reverse ? i + 1 : i - 1) * 2 * HG;
    for (let j = 0; j < HG; j++) {
      const x = F[Z + i * HG + j]!;
      const y = F[G + i * HG + j]!;
      const g = 0.5 + (0.5 * y) / (1 + (y < 0 ? -y : y));
      const z = x / (1 + (x < 0 ? -x : x));
      F[to + j] = (q === 0 ? 0 : (1 - g) * F[before + j]!) + g * z;
    }
  }
}
