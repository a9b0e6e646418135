import { Eisner } from './eisner.ts';
import { ModelError } from './errors.ts';
import { exponential } from './exponential.ts';
import { type Kernel, createKernel } from './kernel.ts';
import { ParserInput } from './parser-input.ts';
import { type ParserLayout, type ParserMeta, SIZES, layoutOf } from './parser-layout.ts';
import { SENTENCE_CAP } from './sentences.ts';

const { conv: HC, gate: HG, arc: AD, label: LD, layers: LAYERS } = SIZES;
const MO = 2 * AD + 2 * LD;
const MAX = SENTENCE_CAP + 2;
/** The matrix product wants widths in multiples of eight. */
const wide = (n: number): number => (n + 7) & ~7;

/** Tree of one sentence: heads from 1 (0 is the root), label indices and the confidence of each arc. */
export interface Tree {
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  readonly confidence: Float32Array;
}

/** Places of the activations in the kernel's memory. */
interface Places {
  readonly conv: number;
  readonly value: number;
  readonly gate: number;
  readonly layers: readonly number[];
  readonly mlp: number;
  readonly query: number;
  readonly headsByColumn: number;
  readonly arcs: number;
  readonly labels: number;
  readonly ownLabel: number;
  readonly labelBase: number;
  readonly ownLabelWeights: number;
  readonly input: number;
  readonly total: number;
}

/** Dependency parser: embeddings, convolution, bidirectional gated layers, biaffine arcs, projective decoding. */
export class Parser {
  readonly labels: readonly string[];
  readonly #L: ParserLayout;
  readonly #P: Places;
  readonly #kernel: Kernel;
  readonly #input: ParserInput;
  readonly #eisner = new Eisner(MAX);
  readonly #rootLabel: number;

  /** Throws `ModelError` if weights and meta do not belong together; `plain` does without WebAssembly. */
  constructor(meta: ParserMeta, weights: Float32Array, plain = false) {
    this.labels = meta.labels;
    this.#rootLabel = meta.labels.indexOf('root');
    this.#L = layoutOf(meta);
    if (this.#L.total !== weights.length)
      throw new ModelError('MODEL_MISMATCH', 'parser weights and vocabulary are of different trainings');
    this.#P = placesAfter(wide(weights.length), meta.labels.length);
    this.#kernel = createKernel(this.#P.total, plain);
    this.#kernel.memory.set(weights);
    this.#input = new ParserInput(meta, this.#L, this.#kernel, this.#P.input);
    this.#arrangeLabels();
  }

  /** Parses one sentence of at most `SENTENCE_CAP` words; `tags` are indices of the tagger's classes. */
  parse(forms: readonly string[], tags: ArrayLike<number>): Tree {
    const n = forms.length;
    const { memory: F } = this.#kernel;
    const P = this.#P;
    this.#input.fill(forms, tags, P.conv);
    this.#gatedLayers(n);
    this.#fillRows(n, P.mlp, this.#L.mlpBias, MO);
    this.#kernel.gemm(n, MO, 2 * HG, P.layers[LAYERS - 1]!, 2 * HG, this.#L.mlp, P.mlp, MO);
    for (let i = P.mlp; i < P.mlp + n * MO; i++) if (F[i]! < 0) F[i] = F[i]! * 0.1;
    const width = this.#scoreArcs(n);
    const scores = F.subarray(P.arcs, P.arcs + n * width);
    const heads = new Int32Array(n + 1);
    this.#eisner.decode(n, scores, width, heads);
    return { heads, labels: this.#label(n, heads), confidence: confidence(n, heads, scores, width) };
  }

  #fillRows(n: number, to: number, from: number, size: number): void {
    for (let i = 0; i < n; i++) this.#kernel.memory.copyWithin(to + i * size, from, from + size);
  }

  #gatedLayers(n: number): void {
    const { gemm, scan } = this.#kernel;
    const P = this.#P;
    for (let l = 0; l < LAYERS; l++) {
      const input = l === 0 ? P.conv : P.layers[l - 1]!;
      const width = l === 0 ? HC : 2 * HG;
      for (let d = 0; d < 2; d++) {
        const gates = this.#L.gates[l * 2 + d]!;
        this.#fillRows(n, P.value, gates.valueBias, HG);
        this.#fillRows(n, P.gate, gates.gateBias, HG);
        gemm(n, HG, width, input, width, gates.value, P.value, HG);
        gemm(n, HG, width, input, width, gates.gate, P.gate, HG);
        scan(n, HG, P.value, P.gate, P.layers[l]! + d * HG, 2 * HG, d === 1);
      }
    }
  }

  /** Scores of every head (column, 0 is the root) for every word (row); returns the width of a row. */
  #scoreArcs(n: number): number {
    const { memory: F, gemm } = this.#kernel;
    const P = this.#P;
    const width = wide(n + 1);
    this.#fillRows(n, P.query, this.#L.arcBias, AD);
    gemm(n, AD, AD, P.mlp, MO, this.#L.arc, P.query, AD);
    F.fill(0, P.headsByColumn, P.headsByColumn + AD * width);
    for (let h = 0; h <= n; h++) {
      const from = h === 0 ? this.#L.rootArc : P.mlp + (h - 1) * MO + AD;
      for (let j = 0; j < AD; j++) F[P.headsByColumn + j * width + h] = F[from + j]!;
    }
    F.fill(0, P.arcs, P.arcs + n * width);
    gemm(n, width, AD, P.query, AD, P.headsByColumn, P.arcs, width);
    return width;
  }

  /** Rearranges the weights that do not depend on the sentence, so that the loops over labels run over rows. */
  #arrangeLabels(): void {
    const F = this.#kernel.memory;
    const NL = this.labels.length;
    const W = wide(NL);
    for (let k = 0; k < NL; k++) {
      for (let j = 0; j < LD; j++) {
        F[this.#P.labelBase + k * LD + j] = F[this.#L.labelOfHead + k + j * NL]!;
        F[this.#P.ownLabelWeights + j * W + k] = F[this.#L.labelOfWord + k + j * NL]!;
      }
    }
  }

  #label(n: number, heads: Int32Array): Int32Array {
    const { memory: F, gemm, dots } = this.#kernel;
    const P = this.#P;
    const NL = this.labels.length;
    const W = wide(NL);
    this.#fillRows(n, P.labels, P.labelBase, NL * LD);
    gemm(n, NL * LD, LD, P.mlp + 2 * AD, MO, this.#L.label, P.labels, NL * LD);
    this.#fillRows(n, P.ownLabel, this.#L.labelBias, W);
    gemm(n, W, LD, P.mlp + 2 * AD, MO, P.ownLabelWeights, P.ownLabel, W);
    const out = new Int32Array(n).fill(this.#rootLabel);
    for (let d = 0; d < n; d++) {
      const h = heads[d + 1]!;
      if (h === 0) continue;
      const at = P.ownLabel + d * W;
      dots(NL, LD, P.labels + d * NL * LD, P.mlp + (h - 1) * MO + 2 * AD + LD, at);
      let best = -Infinity;
      for (let k = 0; k < NL; k++) {
        if (k === this.#rootLabel || F[at + k]! <= best) continue;
        best = F[at + k]!;
        out[d] = k;
      }
    }
    return out;
  }
}

/** Share of the chosen head among all heads (softmax), in arithmetic that every engine agrees on. */
function confidence(n: number, heads: Int32Array, scores: Float32Array, width: number): Float32Array {
  const out = new Float32Array(n);
  for (let d = 0; d < n; d++) {
    const row = d * width;
    const chosen = scores[row + heads[d + 1]!]!;
    let sum = 0;
    for (let h = 0; h <= n; h++) if (h !== d + 1) sum += exponential(scores[row + h]! - chosen);
    out[d] = Math.round(1000 / sum) / 1000;
  }
  return out;
}

function placesAfter(weights: number, labels: number): Places {
  let at = weights;
  const take = (size: number): number => {
    at += wide(size);
    return at - wide(size);
  };
  return {
    conv: take(MAX * HC),
    value: take(MAX * HG),
    gate: take(MAX * HG),
    layers: Array.from({ length: LAYERS }, () => take(MAX * 2 * HG)),
    mlp: take(MAX * MO),
    query: take(MAX * AD),
    headsByColumn: take(AD * wide(MAX)),
    arcs: take(MAX * wide(MAX)),
    labels: take(MAX * labels * LD),
    ownLabel: take(MAX * wide(labels)),
    labelBase: take(labels * LD),
    ownLabelWeights: take(LD * wide(labels)),
    input: take(ParserInput.SIZE),
    total: at,
  };
}
