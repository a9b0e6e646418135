import {
  claimId,
  keyNameOf,
  localEntityId,
  loadOntology,
  rootOf,
  type Claim,
  type Document,
  type DocumentRecord,
  type Ingest,
  type IngestInput,
  type LocalEntity,
  type Ontology,
  type Voice,
} from '@attest/model';
import type { Reading } from '@attest/nlp';
import { findClaims, type DraftClaim } from './claim/find-claims.ts';
import { recordedMentions, tieMentions, type LocalEntities } from './entity/local-entities.ts';
import { annotate } from './language/annotate.ts';
import { sentencesOf, type Sentence } from './language/tokens.ts';
import { findLaws } from './laws/find-laws.ts';
import { findMentions } from './mention/find-mentions.ts';
import { findTerritories } from './mention/territories.ts';
import { readDocument } from './read/read-document.ts';

const version = '1';
const spoken = new Set(['headline', 'body', 'list', 'quotation', 'signature']);
const longestEvidence = 800;

/** Entities of one document; those that are only implied (an office's country, an author) are added as they are asked for. */
class Actors {
  readonly entities: Map<string, LocalEntity>;
  readonly #sourceId: string;
  readonly #ontology: Ontology;
  constructor({ entities }: LocalEntities, sourceId: string, ontology: Ontology) {
    this.entities = new Map(entities.map((entity) => [entity.id, entity]));
    this.#sourceId = sourceId;
    this.#ontology = ontology;
  }

  named(name: string, type: string, identifiers: Readonly<Record<string, string>> = {}): string {
    const key = keyNameOf(name);
    for (const entity of this.entities.values())
      if ([entity.name, ...entity.aliases].some((alias) => keyNameOf(alias) === key)) return entity.id;
    const id = localEntityId(this.#sourceId, rootOf(this.#ontology, type), key, 0);
    this.entities.set(id, {
      id,
      type,
      name,
      aliases: [name],
      keyName: key,
      identifiers: { ...identifiers },
      linkable: true,
      titles: [],
    });
    return id;
  }

  office(name: string): string {
    const [territory] = findTerritories(name);
    return territory && territory.text === name
      ? this.named(territory.name, territory.type, territory.identifiers)
      : this.named(name, 'Agency');
  }
}

function voiceOf(document: Document, actors: Actors, ontology: Ontology): Voice {
  const stance = ontology.documentKinds[document.kind]?.stance ?? 'pleads';
  const by =
    document.author !== null
      ? actors.named(document.author, 'Person')
      : document.publisher !== null
        ? actors.named(document.publisher, 'Organization')
        : null;
  return { stance, by: stance === 'pleads' ? by : null };
}

function finish(
  drafts: readonly { readonly draft: DraftClaim; readonly sentence: string }[],
  document: Document,
  reading: Reading,
  voice: Voice,
): readonly Claim[] {
  const ordinals = new Map<string, number>();
  const idOf = new Map<DraftClaim, string>();
  for (const { draft, sentence } of drafts) {
    const roles = [draft.agent, draft.target, draft.as, draft.under];
    const same = JSON.stringify([sentence, draft.act, draft.title, roles, draft.modality, draft.polarity]);
    const ordinal = ordinals.get(same) ?? 0;
    ordinals.set(same, ordinal + 1);
    idOf.set(
      draft,
      claimId({
        sourceId: document.sourceId,
        sentence,
        act: draft.act,
        lemma: null,
        title: draft.title,
        roles,
        modality: draft.modality,
        polarity: draft.polarity,
        ordinal,
      }),
    );
  }
  return drafts.map(({ draft }) => ({
    id: idOf.get(draft) ?? '',
    act: draft.act,
    lemma: null,
    title: draft.title,
    agent: draft.agent,
    target: draft.target,
    object: null,
    place: null,
    as: draft.as,
    under: draft.under,
    modality: draft.modality,
    polarity: draft.polarity,
    speakers: [...draft.speakers],
    voice,
    hedged: draft.hedged,
    content: draft.content === null ? null : (idOf.get(draft.content) ?? null),
    date: null,
    said: document.published,
    ...evidenceOf(draft, reading),
  }));
}

/** Where the source states a claim: the longest stretch of it without a page break, and the others if there are more. */
function evidenceOf(draft: DraftClaim, reading: Reading): Pick<Claim, 'evidence' | 'moreEvidence'> {
  const spans = reading.sourceSpans(draft.start, Math.min(draft.end, draft.start + longestEvidence));
  const [longest] = spans.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const { start, end } = longest ?? { start: 0, end: 0 };
  return {
    evidence: { start, end: Math.min(end, start + longestEvidence), rule: draft.rule, confidence: draft.confidence },
    moreEvidence: spans.filter((span) => span !== longest).map((span) => ({ start: span.start, end: span.end })),
  };
}

const inside = (
  one: { readonly start: number; readonly end: number },
  span: { readonly start: number; readonly end: number },
): boolean => one.start >= span.start && one.end <= span.end;

/** One document to its record: read → sentences → mentions → entities → claims. Pure but for the data files read at the start. */
export function extractRecord(input: IngestInput, ontology: Ontology): DocumentRecord {
  const { document, layout } = readDocument(input);
  // From here to the record, every offset is one of the reading text.
  const view = layout.reading.text;
  const zones = layout.segments.filter((segment) => spoken.has(segment.kind));
  const sentences: { readonly sentence: Sentence; readonly quoted: boolean }[] = [];
  const laws = findLaws(view);
  const doc = annotate(view, zones, laws);
  let [quoted, zoneAt] = [false, 0];
  for (const sentence of sentencesOf(doc)) {
    // A quotation left open ends with its paragraph.
    while ((zones[zoneAt]?.end ?? Infinity) <= sentence.start) [quoted, zoneAt] = [false, zoneAt + 1];
    sentences.push({ sentence, quoted });
    if (sentence.tokens.filter((token) => token.text === '"').length % 2 === 1) quoted = !quoted;
  }
  const tied = tieMentions(findMentions(doc, view, zones, laws), document.sourceId, ontology);
  const actors = new Actors(tied, document.sourceId, ontology);
  const drafts = sentences.flatMap(({ sentence, quoted }) => {
    const mentions = tied.mentions.filter((mention) => inside(mention, sentence));
    return findClaims(sentence, mentions, quoted, view, (name) => actors.office(name)).map((draft) => ({
      draft,
      sentence: view.slice(sentence.start, sentence.end),
    }));
  });
  const voice = voiceOf(document, actors, ontology);
  return {
    document,
    entities: [...actors.entities.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: recordedMentions(tied.mentions).map((one) => ({
      ...one,
      ...layout.reading.sourceSpan(one.start, one.end),
    })),
    claims: [...finish(drafts, document, layout.reading, voice)],
    versions: { extractor: version },
  };
}

/** The extractor as the model's port. */
export function createExtractor(options: { readonly ontology?: Ontology } = {}): Ingest {
  const ontology = options.ontology ?? loadOntology();
  return { extract: async (input) => extractRecord(input, ontology) };
}
