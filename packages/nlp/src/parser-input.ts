import { hashString } from './hash.ts';
import type { Kernel } from './kernel.ts';
import { type ParserLayout, type ParserMeta, SIZES } from './parser-layout.ts';
import { SENTENCE_CAP } from './sentences.ts';
import { ownCopy, shape, vocabularyForm } from './word.ts';

const { word: DW, suffix: DS, prefix: DP, shape: DH, tag: DT, conv: HC } = SIZES;
const DE = DW + DS + DP + DH + DT;
/** Products of a word with its tag that are remembered at once; when they are full the memory starts anew. */
const SLOTS = 2048;

type Ids = readonly [number, number, number, number];

/**
 * The parser's first layer, a convolution over the word before, the word and the word after. What a word gives to
 * each of the three sums depends only on its form and tag, so it is computed once and looked up from then on.
 */
export class ParserInput {
  /** Floats that it needs from `base` on. */
  static readonly SIZE = SENTENCE_CAP * DE + SLOTS * 3 * HC;
  readonly #kernel: Kernel;
  readonly #layout: ParserLayout;
  readonly #vocabulary: ReadonlyMap<string, number>;
  readonly #ids = new Map<string, Ids>();
  readonly #slots = new Map<string, number>();
  readonly #vectors: number;
  readonly #products: number;

  constructor(meta: ParserMeta, layout: ParserLayout, kernel: Kernel, base: number) {
    this.#kernel = kernel;
    this.#layout = layout;
    this.#vocabulary = new Map(meta.vocabulary.map((w, i) => [w, i + 2]));
    this.#vectors = base;
    this.#products = base + SENTENCE_CAP * DE;
  }

  /** Writes the layer's values, `HC` for each word, to `C`. */
  fill(forms: readonly string[], tags: ArrayLike<number>, C: number): void {
    const { memory: F } = this.#kernel;
    const slots = this.#find(forms, tags);
    const bias = this.#layout.convBias;
    for (const [i, slot] of slots.entries()) {
      const own = this.#products + slot * 3 * HC + HC;
      const before = i === 0 ? -1 : this.#products + slots[i - 1]! * 3 * HC;
      const after = i + 1 === slots.length ? -1 : this.#products + slots[i + 1]! * 3 * HC + 2 * HC;
      for (let j = 0; j < HC; j++) {
        const sum = F[bias + j]! + F[own + j]! + (before < 0 ? 0 : F[before + j]!) + (after < 0 ? 0 : F[after + j]!);
        F[C + i * HC + j] = sum < 0 ? 0 : sum;
      }
    }
  }

  /** Slot of each word; computes the products of those that are new. */
  #find(forms: readonly string[], tags: ArrayLike<number>): number[] {
    if (this.#slots.size + forms.length > SLOTS) this.#slots.clear();
    const first = this.#slots.size;
    const slots = forms.map((form, i) => {
      const key = `${tags[i]!} ${form}`;
      let slot = this.#slots.get(key);
      if (slot === undefined) {
        slot = this.#slots.size;
        this.#slots.set(key, slot);
        this.#embed(form, tags[i]!, this.#vectors + (slot - first) * DE);
      }
      return slot;
    });
    const fresh = this.#slots.size - first;
    if (fresh === 0) return slots;
    const to = this.#products + first * 3 * HC;
    this.#kernel.memory.fill(0, to, to + fresh * 3 * HC);
    // The part of the filter for the word before is what a word gives to the word after it, and so on.
    for (let k = 0; k < 3; k++)
      this.#kernel.gemm(fresh, HC, DE, this.#vectors, DE, this.#layout.conv + k * DE * HC, to + k * HC, 3 * HC);
    return slots;
  }

  #embed(form: string, tag: number, at: number): void {
    const F = this.#kernel.memory;
    const L = this.#layout;
    const [w, s, p, h] = this.#word(form);
    F.copyWithin(at, L.words + w * DW, L.words + (w + 1) * DW);
    F.copyWithin(at + DW, L.suffixes + s * DS, L.suffixes + (s + 1) * DS);
    F.copyWithin(at + DW + DS, L.prefixes + p * DP, L.prefixes + (p + 1) * DP);
    F.copyWithin(at + DW + DS + DP, L.shapes + h * DH, L.shapes + (h + 1) * DH);
    F.copyWithin(at + DE - DT, L.tags + tag * DT, L.tags + (tag + 1) * DT);
  }

  #word(form: string): Ids {
    let found = this.#ids.get(form);
    if (found === undefined) {
      const k = vocabularyForm(form);
      const bucket = (s: string, size: number): number => (hashString(s) >>> 0) % size;
      if (this.#ids.size > 20_000) this.#ids.clear();
      found = [
        this.#vocabulary.get(k) ?? 1,
        bucket(k.slice(-3), SIZES.suffixes),
        bucket(k.slice(0, 3), SIZES.prefixes),
        bucket(shape(form), SIZES.shapes),
      ];
      this.#ids.set(ownCopy(form), found);
    }
    return found;
  }
}
