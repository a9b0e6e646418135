import { hashOf, type DocumentRecord, type GraphEdge, type GraphNode, type Ontology } from '@attest/model';
import { captionOf, keysOf, viewOf, type Fact, type NameOf } from './fact.ts';
import { documentNode, documentNodeId, edgeBetween, type Piece } from './nodes.ts';
import type { View } from './sight.ts';
import { deriveEdge } from './standing.ts';
import { copied, day, present } from './values.ts';

/** What one record gives to the graph, and its claims for what is told across records. */
export interface Fragment extends Piece {
  readonly facts: readonly Fact[];
}

function claimNode({ claim, view, factKey, topicKey, caption, quote }: Fact, title: string, nameOf: NameOf): GraphNode {
  return {
    id: claim.id,
    labels: ['Claim'],
    properties: present({
      id: claim.id,
      factKey,
      topicKey,
      act: claim.act,
      lemma: claim.lemma,
      title: claim.title,
      modality: claim.modality,
      polarity: claim.polarity,
      hedged: claim.hedged,
      dateFrom: day(claim.date?.from),
      dateTo: day(claim.date?.to),
      datePrecision: claim.date?.precision,
      saidFrom: day(claim.said?.from),
      saidTo: day(claim.said?.to),
      saidBasis: claim.said?.basis,
      caption,
      quote,
      agentName: nameOf(view.agent),
      targetName: nameOf(view.target),
      voiceName: nameOf(view.speakers[0] ?? (typeof view.author === 'string' ? view.author : null)),
      documentTitle: title,
      confidence: claim.evidence.confidence,
    }),
  };
}

function claimEdges({ claim, view, object, place, as, under }: Fact): GraphEdge[] {
  const links: readonly (readonly [string, string | null])[] = [
    ['AGENT', view.agent],
    ['TARGET', view.target],
    ['OBJECT', object],
    ['PLACE', place],
    ['AS_STATUS', as],
    ['LEGAL_BASIS', under],
    ['CONTENT', claim.content],
  ];
  const author = typeof view.author === 'string' && !view.speakers.includes(view.author) ? [view.author] : [];
  return [
    ...links.flatMap(([type, to]) => (to === null ? [] : [edgeBetween(type, claim.id, to)])),
    ...[...view.speakers, ...author].flatMap((speaker, depth) =>
      speaker === null ? [] : [edgeBetween('ATTRIBUTED_TO', claim.id, speaker, { depth }, depth)],
    ),
  ];
}

function evidence(record: DocumentRecord, { claim, quote }: Fact): Piece {
  const { sourceId, text } = record.document;
  const { rule, confidence } = claim.evidence;
  const spans = [
    { ...claim.evidence, quote },
    ...claim.moreEvidence.map((span) => ({ ...span, quote: copied(text, span.start, span.end) })),
  ];
  const nodes = spans.map(({ start, end, quote: words }): GraphNode => ({
    id: `s_${hashOf(sourceId, start, end)}`,
    labels: ['Span'],
    properties: { start, end, quote: words },
  }));
  return {
    nodes,
    edges: nodes.flatMap((node, at) => [
      edgeBetween(
        'EVIDENCED_BY',
        claim.id,
        node.id,
        at === 0 ? { rule, confidence } : { rule, confidence, more: true },
      ),
      edgeBetween('IN', node.id, documentNodeId(sourceId)),
    ]),
  };
}

function factsOf(record: DocumentRecord, ontology: Ontology, { who, nameOf, reports }: View): readonly Fact[] {
  const { text, sourceId } = record.document;
  const keys = keysOf(record, who);
  const views = new Map(record.claims.map((claim) => [claim.id, viewOf(claim, who)]));
  const objectOf = (id: string): string | null => {
    const claim = views.get(id)?.claim;
    return claim === undefined ? null : who(claim.object, claim);
  };
  return record.claims.flatMap((claim) => {
    const view = views.get(claim.id);
    const key = keys.get(claim.id);
    if (!view || !key) return [];
    const content = claim.content === null ? null : (views.get(claim.content) ?? null);
    const edge = deriveEdge(view, content, ontology, reports);
    const as = who(claim.as, claim);
    return [
      {
        claim,
        sourceId,
        view,
        object: who(claim.object, claim),
        place: who(claim.place, claim),
        as,
        under: who(claim.under, claim),
        ...key,
        caption: captionOf(view, ontology, nameOf, who(claim.object, claim)),
        quote: copied(text, claim.evidence.start, claim.evidence.end),
        edge,
        asName: nameOf(as),
        about:
          edge?.via === 'content' && content ? captionOf(content, ontology, nameOf, objectOf(content.claim.id)) : null,
      },
    ];
  });
}

/** Nodes, edges and facts of one record. */
export function fragmentOf(record: DocumentRecord, ontology: Ontology, sight: View): Fragment {
  const facts = factsOf(record, ontology, sight);
  const document = documentNode(record);
  const counts = new Map<string, number>();
  for (const { entity } of record.mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const byActor = new Map<string, number>();
  for (const [local, count] of counts) {
    const id = sight.who(local, null);
    if (id !== null) byActor.set(id, (byActor.get(id) ?? 0) + count);
  }
  const rests = facts.map((fact) => evidence(record, fact));
  return {
    facts,
    nodes: [
      document,
      ...facts.map((fact) => claimNode(fact, record.document.title, sight.nameOf)),
      ...rests.flatMap(({ nodes }) => nodes),
    ],
    edges: [
      ...[...byActor].map(([id, count]) => edgeBetween('MENTIONED_IN', id, document.id, { count })),
      ...facts.flatMap(claimEdges),
      ...rests.flatMap(({ edges }) => edges),
    ],
  };
}
