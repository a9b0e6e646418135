import type { Doc } from './annotate.ts';

/** One token; offsets are those of the text that was given. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** The sentences of a document as plain lists of tokens. */
export function sentencesOf(doc: Doc): readonly Sentence[] {
  return Array.from({ length: doc.sentenceCount }, (_, index) => {
    const [from, to] = [doc.sentenceStart(index), doc.sentenceEnd(index)];
    const tokens = Array.from({ length: to - from }, (_token, offset): Token => {
      const at = from + offset;
      return {
        start: doc.start(at),
        end: doc.end(at),
        text: doc.form(at),
        lower: doc.lower(at),
        lemma: doc.lemma(at).toLowerCase(),
        pos: doc.upos(at),
      };
    });
    return { start: doc.start(from), end: doc.end(to - 1), tokens };
  });
}
