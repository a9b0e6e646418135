import {
  AttestError,
  loadOntology,
  type Document,
  type Explainer,
  type Explanation,
  type IngestInput,
  type Ontology,
} from '@attest/model';
import { analyse, type Analysis } from './pipeline.ts';

function explained({ doc, reading, tied, findings, record }: Analysis, offset: number): Explanation {
  const at = reading.readingOffset(offset);
  const index = Array.from({ length: doc.sentenceCount }, (_, sentence) => sentence).find(
    (sentence) => doc.start(doc.sentenceStart(sentence)) <= at && at < doc.end(doc.sentenceEnd(sentence) - 1),
  );
  if (index === undefined)
    throw new AttestError(
      'not-found',
      `No sentence is read at offset ${offset} of ${record.document.file}.`,
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

/** Shows what the rules made of the sentence at an offset of the source; throws `not-found` where no sentence is read. */
export const explainAt = (input: IngestInput, ontology: Ontology, offset: number): Explanation =>
  explained(analyse(input, ontology), offset);

/** A stored document as it was given: what was known of it then and what its form told are now one and the same. */
function inputOf({ sourceId, file, text, title, kind, publisher, author, published }: Document): IngestInput {
  const { from = null, to = null, basis = 'document' } = published ?? {};
  return {
    sourceId,
    file,
    bytes: new TextEncoder().encode(text),
    meta: {
      title,
      kind,
      ...(publisher === null ? {} : { publisher }),
      ...(author === null ? {} : { author }),
      ...(from === null ? {} : { published: { from, ...(to === null ? {} : { to }), basis } }),
    },
  };
}

/** The extractor as the model's port. It keeps the document that it was last asked about, so that a further question about it is answered at once. */
export function createExplainer(options: { readonly ontology?: Ontology } = {}): Explainer {
  const ontology = options.ontology ?? loadOntology();
  let last: { readonly key: string; readonly analysis: Analysis } | null = null;
  return {
    explain: async (document, offset) => {
      const { text: _text, zones: _zones, ...rest } = document;
      const key = JSON.stringify(rest);
      if (last?.key !== key) {
        last = null;
        last = { key, analysis: analyse(inputOf(document), ontology) };
      }
      return explained(last.analysis, offset);
    },
  };
}
