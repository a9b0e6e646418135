import { exponential } from './exponential.ts';
import type { LinearModel } from './linear.ts';
import { NAME_AROUND, NAME_FEATURES, NameFeatures, fillNameWord } from './name-features.ts';
import type { Words } from './word.ts';
import { WordSums } from './word-sums.ts';

/** What belongs to the name model: BIO labels, transition scores and gazetteer bits by lower-case entry. */
export interface NameMeta {
  readonly labels: readonly string[];
  readonly transitions: readonly number[];
  /** What one nat is on the scale of weights and transitions. */
  readonly unit: number;
}

/** Sequence tagger for names: linear model over hashed features, first-order Viterbi. */
export class NameTagger {
  readonly #labels: readonly string[];
  readonly #transitions: Float64Array;
  readonly #unit: number;
  readonly #model: LinearModel;
  readonly #sentence: NameFeatures;
  readonly #sums: WordSums;
  readonly #features = new Int32Array(NAME_FEATURES);
  readonly #scores: Float32Array;

  constructor(meta: NameMeta, model: LinearModel, words: Words, gazetteer: ReadonlyMap<string, number>) {
    this.#labels = meta.labels;
    this.#transitions = Float64Array.from(meta.transitions);
    this.#unit = meta.unit;
    this.#model = model;
    this.#sentence = new NameFeatures(words, gazetteer);
    this.#sums = new WordSums(model, words, NAME_AROUND.length, fillNameWord);
    this.#scores = new Float32Array(model.classes);
  }

  /** BIO labels of one sentence, with the share of evidence for each label; `tags` are the tagger's classes. */
  tag(forms: readonly string[], tags: readonly string[]): { label: string; confidence: number }[] {
    const n = forms.length;
    const N = this.#labels.length;
    const best = new Float64Array(n * N);
    const from = new Uint8Array(n * N);
    const emitted = new Float32Array(n * N);
    this.#sentence.read(forms, tags);
    const sums = ['<p>', '<p>', ...forms, '<p>', '<p>'].map((f) => this.#sums.get(f));
    for (let i = 0; i < n; i++) {
      this.#model.score(this.#features, this.#sentence.fillContext(i, this.#features), this.#scores);
      this.#sums.addAround(sums, i + 2, NAME_AROUND, this.#scores);
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
      out.push({ label: this.#labels[y]!, confidence: certainty(total, i * N, N, y, this.#unit) });
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
}

/** Chance that the chosen label is right against its best rival: their margin in nats through the logistic function. */
function certainty(scores: Float64Array, at: number, n: number, chosen: number, unit: number): number {
  let rival = -Infinity;
  for (let c = 0; c < n; c++) if (c !== chosen && scores[at + c]! > rival) rival = scores[at + c]!;
  const margin = Math.max(0, (scores[at + chosen]! - rival) / unit);
  return Math.round(1000 / (1 + exponential(-margin))) / 1000;
}
