import type { Named } from './names.ts';

/** One line of `entities.jsonl`, in the key and in an extraction. */
export interface ScoredEntity extends Named {
  readonly id: string;
  readonly type: string;
  readonly documents?: readonly string[];
}

/** One line of `claims.jsonl`; `quote`, `anchor`, `optional` and `instead` only in the key, `document` and `evidence` only in an extraction. */
export interface ScoredClaim {
  readonly id: string;
  readonly document?: string;
  readonly act: string;
  readonly lemma?: string | null;
  readonly agent: string | null;
  readonly target: string | null;
  readonly as: string | null;
  readonly under: string | null;
  readonly modality: string;
  readonly polarity: string;
  readonly speaker: string | null;
  readonly content: string | null;
  readonly date: string | null;
  readonly evidence?: { readonly start: number; readonly end: number };
  readonly quote?: string;
  readonly anchor?: readonly [string, string];
  readonly optional?: boolean;
  readonly instead?: string | readonly string[];
}

export const roles = ['agent', 'target', 'as', 'under', 'speaker'] as const;

/** right and fp: extracted ones, for precision (optional ones count as right); tp and fn: required ones, for recall. */
export interface Tally {
  right: number;
  fp: number;
  tp: number;
  fn: number;
}
export const emptyTally = (): Tally => ({ right: 0, fp: 0, tp: 0, fn: 0 });

/** Precision, recall and F1 of a tally, 0 where nothing was there to count. */
export function f1Of({ right, fp, tp, fn }: Tally): { p: number; r: number; f1: number } {
  const p = right + fp > 0 ? right / (right + fp) : 0;
  const r = tp + fn > 0 ? tp / (tp + fn) : 0;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}
