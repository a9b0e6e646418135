import type { Document } from './document.ts';
import type { Claim } from './record.ts';

/** One word as it was parsed. `head` is the number of the word that it hangs on, -1 for the root; numbers count from 0. */
export interface ExplainedWord {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
  readonly relation: string;
  readonly head: number;
}

/** What was read in one sentence, and why. Offsets are those of the source. */
export interface Explanation {
  readonly sentence: { readonly start: number; readonly end: number; readonly text: string };
  readonly words: readonly ExplainedWord[];
  readonly mentions: readonly {
    readonly text: string;
    readonly form: string;
    readonly type: string;
    /** Name of who is meant; null where nobody could be told. */
    readonly actor: string | null;
    readonly reason: string;
  }[];
  readonly claims: readonly (Claim & { readonly caption: string })[];
  /** Words that might have told an act, and why they did not. */
  readonly passed: readonly { readonly word: string; readonly act: string; readonly reason: string }[];
}

/** Tells of a stored document how it was read. */
export interface Explainer {
  /**
   * The sentence at an offset of the document's text, read anew as it was read for the record. Rejects with `not-found` where
   * no sentence is read, and with `limit-exceeded` where reading takes more than there is to spend.
   */
  explain(document: Document, offset: number): Promise<Explanation>;
}
