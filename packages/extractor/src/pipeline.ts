import {
  loadOntology,
  type Document,
  type DocumentRecord,
  type Ingest,
  type IngestInput,
  type Ontology,
  type Voice,
} from '@attest/model';
import { completeClaims } from './claim/complete.ts';
import { findClaims } from './claim/find-claims.ts';
import { standingClaims } from './claim/offices.ts';
import { ImpliedEntities } from './entity/implied-entities.ts';
import { keptEntities, recordedMentions, tieMentions } from './entity/local-entities.ts';
import { findDates } from './date/find-dates.ts';
import { annotate } from './language/annotate.ts';
import { unitsOf } from './language/units.ts';
import { findLaws } from './laws/find-laws.ts';
import { findMentions } from './mention/find-mentions.ts';
import { readDocument } from './read/read-document.ts';

const version = '2';
const spoken = new Set(['headline', 'body', 'list', 'quotation', 'signature']);

function voiceOf(document: Document, implied: ImpliedEntities, ontology: Ontology): Voice {
  const stance = ontology.documentKinds[document.kind]?.stance ?? 'pleads';
  const by =
    document.author !== null
      ? implied.named(document.author, 'Person')
      : document.publisher !== null
        ? implied.named(document.publisher, 'Organization')
        : null;
  return { stance, by: stance === 'pleads' ? by : null };
}

/** One document to its record: read → language → mentions → entities → claims. Pure but for the data files read at the start. */
export function extractRecord(input: IngestInput, ontology: Ontology): DocumentRecord {
  const { document, layout } = readDocument(input);
  // From here to the record, every offset is one of the reading text.
  const view = layout.reading.text;
  const zones = layout.segments.filter((segment) => spoken.has(segment.kind));
  const laws = findLaws(view);
  const doc = annotate(view, zones, [...laws, ...unitsOf(view)]);
  const pleads = (ontology.documentKinds[document.kind]?.stance ?? 'pleads') === 'pleads';
  const setting = { sourceId: document.sourceId, zones, author: pleads ? document.author : null };
  const tied = tieMentions(doc, findMentions(doc, laws), setting, ontology);
  const implied = new ImpliedEntities(tied.entities, document.sourceId, ontology);
  const printedAt = (offset: number): string =>
    document.text.charAt(layout.reading.sourceSpan(offset, offset + 1).start);
  const { drafts } = findClaims({
    doc,
    zones,
    mentions: tied.mentions,
    dates: findDates(view, document.published),
    printedAt,
  });
  const offices = standingClaims(tied.standing);
  const inOrder = [...drafts, ...offices].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const voice = voiceOf(document, implied, ontology);
  const claims = [...completeClaims(inOrder, doc, document, layout.reading, voice)];
  const entities = keptEntities(implied.entities.values(), claims, voice);
  const kept = new Set(entities.map((entity) => entity.id));
  return {
    document,
    entities,
    mentions: recordedMentions(tied.mentions)
      .filter((one) => kept.has(one.entity))
      .map((one) => ({ ...one, ...layout.reading.sourceSpan(one.start, one.end) })),
    claims,
    versions: { extractor: version },
  };
}

/** The extractor as the model's port. */
export function createExtractor(options: { readonly ontology?: Ontology } = {}): Ingest {
  const ontology = options.ontology ?? loadOntology();
  return { extract: async (input) => extractRecord(input, ontology) };
}
