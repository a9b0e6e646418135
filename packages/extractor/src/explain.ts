import { AttestError, type Claim, type IngestInput, type Ontology } from '@attest/model';
import { analyse } from './pipeline.ts';

/** One word as it was parsed. `head` is the number of the word that it hangs on, -1 for the root; numbers count from 0. */
interface ExplainedWord {
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

/** Shows what the rules made of the sentence at an offset of the source; throws `not-found` where no sentence is read. */
export function explainAt(input: IngestInput, ontology: Ontology, offset: number): Explanation {
  const { doc, reading, tied, findings, record } = analyse(input, ontology);
  const at = reading.readingOffset(offset);
  const index = Array.from({ length: doc.sentenceCount }, (_, sentence) => sentence).find(
    (sentence) => doc.start(doc.sentenceStart(sentence)) <= at && at < doc.end(doc.sentenceEnd(sentence) - 1),
  );
  if (index === undefined)
    throw new AttestError(
      'not-found',
      `No sentence is read at offset ${offset} of ${input.file}.`,
      'Give an offset inside a sentence; headers, page numbers and advertisements are not read.',
    );
  const [from, to] = [doc.sentenceStart(index), doc.sentenceEnd(index)];
  const [start, end] = [doc.start(from), doc.end(to - 1)];
  const source = reading.sourceSpan(start, end);
  const nameOf = (id: string | null): string | null =>
    id === null ? null : ([...record.entities, ...tied.entities].find((entity) => entity.id === id)?.name ?? null);
  return {
    sentence: { ...source, text: doc.textOf(from, to) },
    words: Array.from({ length: to - from }, (_, word) => ({
      form: doc.form(from + word),
      lemma: doc.lemma(from + word),
      tag: doc.xpos(from + word),
      relation: doc.deprel(from + word),
      head: doc.head(from + word) < 0 ? -1 : doc.head(from + word) - from,
    })),
    mentions: tied.mentions
      .filter((mention) => mention.start >= start && mention.end <= end)
      .map(({ text, form, type, entity, reason }) => ({ text, form, type, actor: nameOf(entity), reason })),
    claims: record.claims
      .filter(({ evidence }) => evidence.start < source.end && source.start < evidence.end)
      .map((claim) => ({
        ...claim,
        caption: [nameOf(claim.agent) ?? '-', claim.lemma ?? claim.act, nameOf(claim.target) ?? '-'].join(' '),
      })),
    passed: findings.passed
      .filter(({ token }) => token >= from && token < to)
      .map(({ token, act, reason }) => ({ word: doc.form(token), act, reason })),
  };
}
