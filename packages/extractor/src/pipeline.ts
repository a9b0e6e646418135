import {
  loadOntology,
  type Document,
  type DocumentRecord,
  type Ingest,
  type IngestInput,
  type Ontology,
  type Voice,
} from '@attest/model';
import type { Reading } from '@attest/nlp';
import { citationClaims } from './claim/citations.ts';
import { completeClaims } from './claim/complete.ts';
import { findClaims, type Findings } from './claim/find-claims.ts';
import { letterClaims } from './claim/letters.ts';
import { forcesOf, meantByWe } from './claim/spoken-for.ts';
import { quotationsOf } from './claim/quotations.ts';
import { sayersOf } from './claim/sayers.ts';
import { standingClaims } from './claim/standing.ts';
import { ImpliedEntities } from './entity/implied-entities.ts';
import { keptEntities, recordedMentions, tieMentions, type LocalEntities } from './entity/local-entities.ts';
import { coveredYear } from './date/covered-year.ts';
import { findDates } from './date/find-dates.ts';
import { annotate, type Doc } from './language/annotate.ts';
import { quotedIn } from './language/quotes.ts';
import { repairParse } from './language/repair.ts';
import { unitsOf } from './mention/units.ts';
import { readCitations } from './laws/read-citations.ts';
import { withWorks } from './mention/cited-works.ts';
import { findMentions } from './mention/find-mentions.ts';
import { readDocument } from './read/read-document.ts';

const version = '2';
const spoken = new Set(['headline', 'body', 'list', 'quotation', 'signature', 'footnote']);

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

const inside = (one: { readonly start: number }, span: { readonly start: number; readonly end: number }): boolean =>
  one.start >= span.start && one.start < span.end;

/** Of the stretches that a page break parts a mention into, the longest one. */
const longestOf = (
  spans: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number } => {
  const [longest] = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return { start: longest?.start ?? 0, end: longest?.end ?? 0 };
};

/** All that the stages find in one document. Offsets are those of the reading text. */
export interface Analysis {
  readonly document: Document;
  readonly reading: Reading;
  readonly doc: Doc;
  readonly tied: LocalEntities;
  readonly findings: Findings;
  readonly record: DocumentRecord;
}

/** One document through all stages: read → language → mentions → entities → claims. Pure but for the data files read at the start. */
export function analyse(input: IngestInput, ontology: Ontology): Analysis {
  const { document, layout } = readDocument(input);
  const { reading } = layout;
  // From here to the record, every offset is one of the reading text.
  const view = reading.text;
  const zones = layout.segments.filter((segment) => spoken.has(segment.kind));
  const signed = zones.filter((zone) => zone.kind === 'signature');
  const citations = readCitations(document.text, layout, document.published?.from ?? null);
  const { laws } = citations;
  const dates = findDates(view, document.published, coveredYear(document));
  const units = unitsOf(view);
  const doc = repairParse(annotate(view, zones, [...laws, ...units]), dates, units);
  const pleads = (ontology.documentKinds[document.kind]?.stance ?? 'pleads') === 'pleads';
  const printedAt = (offset: number): string => document.text.charAt(reading.sourceSpan(offset, offset + 1).start);
  const quotes = quotedIn(doc, printedAt, zones);
  const said = quotationsOf(doc, quotes, zones).map(({ from, to, cue }) => ({
    from,
    to,
    sayers: sayersOf(doc, cue, quotes),
  }));
  const setting = { sourceId: document.sourceId, said, zones, author: pleads ? document.author : null };
  const tied = tieMentions(doc, withWorks(doc, findMentions(doc, laws, signed), citations), setting, ontology);
  const implied = new ImpliedEntities(tied.entities, document.sourceId, ontology);
  const voice = voiceOf(document, implied, ontology);
  const findings = findClaims({
    doc,
    zones: tied.zones,
    mentions: tied.mentions,
    author: voice.by,
    isNormative: document.kind === 'statute',
    meantByWe: meantByWe(tied.entities, tied.standing, doc, tied.mentions),
    forces: forcesOf(tied.entities, tied.standing),
    dates,
    quotes,
  });
  const formal = [
    ...citationClaims(citations, voice.by, (title) => implied.named(title, 'Work')),
    ...letterClaims(document, layout, tied.mentions, voice.by),
  ];
  // What the title of a cited work tells is not what the document tells.
  const told = findings.drafts.filter((draft) => !citations.citations.some(({ clause }) => inside(draft, clause)));
  const drafts = [
    ...told,
    ...standingClaims(tied.standing, (offset) => findings.quotedAt(offset), told),
    ...formal,
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  const claims = [...completeClaims(drafts, doc, document, reading, voice)];
  const entities = keptEntities(implied.entities.values(), claims, voice);
  const kept = new Set(entities.map((entity) => entity.id));
  const mentions = recordedMentions(tied.mentions)
    .filter((one) => kept.has(one.entity))
    .map((one) => ({ ...one, ...longestOf(reading.sourceSpans(one.start, one.end)) }));
  const record = { document, entities, mentions, claims, versions: { extractor: version } };
  return { document, reading, doc, tied, findings, record };
}

/** One document to its record. */
export const extractRecord = (input: IngestInput, ontology: Ontology): DocumentRecord =>
  analyse(input, ontology).record;

/** The extractor as the model's port. */
export function createExtractor(options: { readonly ontology?: Ontology } = {}): Ingest {
  const ontology = options.ontology ?? loadOntology();
  return { extract: async (input) => extractRecord(input, ontology) };
}
