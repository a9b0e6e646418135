import {
  hashOf,
  type Claim,
  type DocumentRecord,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type GraphValue,
  type Ontology,
} from '@attest/model';
import { foldEdges, type DrawnClaim } from './fold.ts';
import { byText, resolveEntities, type Resolved } from './resolve.ts';
import { deriveEdge, type ClaimView } from './standing.ts';

const present = (properties: Readonly<Record<string, GraphValue | null | undefined>>): Record<string, GraphValue> =>
  Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, GraphValue] => entry[1] !== null && entry[1] !== undefined,
    ),
  );
const day = (date: string | null | undefined): GraphValue | null => (date ? { date } : null);

function entityNode({ id, root, type, name, aliases, identifiers }: Resolved): GraphNode {
  return {
    id,
    labels: ['Entity', root, type].filter((label, index, all) => all.indexOf(label) === index),
    properties: present({ id, name, type, aliases, ...identifiers, citation: root === 'Norm' ? id : null }),
  };
}

function documentNode({ document }: DocumentRecord): GraphNode {
  const { sourceId, title, publisher, kind, published } = document;
  return {
    id: `d_${hashOf(sourceId)}`,
    labels: ['Document'],
    properties: present({
      id: sourceId,
      title,
      publisher,
      kind,
      publishedFrom: day(published?.from),
      publishedTo: day(published?.to),
    }),
  };
}

/** Collects nodes and edges while the records are walked. */
class Projection {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();
  node(node: GraphNode): void {
    this.nodes.set(node.id, node);
  }
  edge(
    type: string,
    from: string,
    to: string | null,
    properties: Readonly<Record<string, GraphValue>> = {},
    ordinal = 0,
  ): void {
    if (to === null) return;
    const id = `x_${hashOf(type, from, to, ordinal)}`;
    this.edges.set(id, { id, type, from, to, properties });
  }
}

function caption(view: ClaimView, ontology: Ontology, nameOf: (id: string | null) => string | null): string {
  const { claim } = view;
  const words = claim.lemma ?? ontology.acts[claim.act]?.label ?? claim.act;
  const mode = claim.modality === 'performed' ? '' : ` (${claim.modality})`;
  return (
    `${nameOf(view.agent) ?? 'somebody'} ${claim.polarity === 'negative' ? 'not: ' : ''}${words} ${nameOf(view.target) ?? ''}`.trim() +
    mode
  );
}

function addClaim(
  into: Projection,
  record: DocumentRecord,
  view: ClaimView,
  ontology: Ontology,
  canonical: (id: string | null) => string | null,
  nameOf: (id: string | null) => string | null,
): void {
  const { claim } = view;
  const { document } = record;
  const documentId = `d_${hashOf(document.sourceId)}`;
  const quote = document.text.slice(claim.evidence.start, claim.evidence.end);
  const roles = [claim.agent, claim.target, claim.object, claim.place, claim.as, claim.under].map(canonical);
  const topic = hashOf(claim.act, claim.lemma, view.agent, view.target, canonical(claim.as));
  into.node({
    id: claim.id,
    labels: ['Claim'],
    properties: present({
      id: claim.id,
      factKey: hashOf(claim.act, claim.lemma, claim.title, ...roles, claim.modality, claim.polarity),
      topicKey: topic,
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
      caption: caption(view, ontology, nameOf),
      quote,
      agentName: nameOf(view.agent),
      targetName: nameOf(view.target),
      voiceName: nameOf(view.speakers[0] ?? null),
      documentTitle: document.title,
      confidence: claim.evidence.confidence,
    }),
  });
  const links = {
    AGENT: claim.agent,
    TARGET: claim.target,
    OBJECT: claim.object,
    PLACE: claim.place,
    AS_STATUS: claim.as,
    LEGAL_BASIS: claim.under,
  };
  for (const [type, local] of Object.entries(links)) into.edge(type, claim.id, canonical(local));
  const chain = [
    ...view.speakers,
    ...(typeof view.author === 'string' && !view.speakers.includes(view.author) ? [view.author] : []),
  ];
  chain.forEach((speaker, depth) => into.edge('ATTRIBUTED_TO', claim.id, speaker, { depth }));
  into.edge('CONTENT', claim.id, claim.content);
  const span = { id: `s_${hashOf(document.sourceId, claim.evidence.start, claim.evidence.end)}`, ...claim.evidence };
  into.node({ id: span.id, labels: ['Span'], properties: { start: span.start, end: span.end, quote } });
  into.edge('EVIDENCED_BY', claim.id, span.id, { rule: span.rule, confidence: span.confidence });
  into.edge('IN', span.id, documentId);
}

function viewOf(claim: Claim, canonical: (id: string | null) => string | null): ClaimView {
  return {
    claim,
    agent: canonical(claim.agent),
    target: canonical(claim.target),
    speakers: claim.speakers.map(canonical),
    author: claim.voice.stance === 'reports' ? undefined : canonical(claim.voice.by),
  };
}

/** Records to the whole projection. The same records in any order give the same graph and digest. */
export function buildGraph(records: readonly DocumentRecord[], ontology: Ontology): Graph {
  const into = new Projection();
  const resolved = resolveEntities(records, ontology);
  const byLocal = new Map(
    resolved.flatMap((entity) => entity.members.map((member) => [member.entity.id, entity] as const)),
  );
  const byId = new Map(resolved.map((entity) => [entity.id, entity]));
  const canonical = (id: string | null): string | null => (id === null ? null : (byLocal.get(id)?.id ?? null));
  const nameOf = (id: string | null): string | null => (id === null ? null : (byId.get(id)?.name ?? null));
  for (const entity of resolved) {
    into.node(entityNode(entity));
    for (const { entity: local, sourceId, reason, confidence } of entity.members) {
      const id = `a_${hashOf(local.id)}`;
      into.node({ id, labels: ['Alias'], properties: { surface: local.name, sourceId } });
      into.edge('OF', id, entity.id, { reason, confidence });
    }
  }
  const drawn: DrawnClaim[] = [];
  for (const record of records.toSorted((a, b) => byText(a.document.sourceId, b.document.sourceId))) {
    into.node(documentNode(record));
    const views = new Map(record.claims.map((claim) => [claim.id, viewOf(claim, canonical)]));
    const counts = new Map<string, number>();
    for (const mention of record.mentions) {
      const id = canonical(mention.entity);
      if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts) into.edge('MENTIONED_IN', id, `d_${hashOf(record.document.sourceId)}`, { count });
    for (const view of views.values()) {
      addClaim(into, record, view, ontology, canonical, nameOf);
      const content = view.claim.content === null ? null : (views.get(view.claim.content) ?? null);
      const edge = deriveEdge(view, content, ontology, (id) => byId.get(id)?.reports ?? false);
      const quote = record.document.text.slice(view.claim.evidence.start, view.claim.evidence.end);
      if (edge)
        drawn.push({ view, edge, quote, sourceId: record.document.sourceId, as: nameOf(canonical(view.claim.as)) });
    }
  }
  for (const edge of foldEdges(drawn, (act) => ontology.acts[act]?.label ?? act)) into.edges.set(edge.id, edge);
  const nodes = [...into.nodes.values()].toSorted((a, b) => byText(a.id, b.id));
  const edges = [...into.edges.values()]
    .filter(({ from, to }) => into.nodes.has(from) && into.nodes.has(to))
    .toSorted((a, b) => byText(a.id, b.id));
  return { nodes, edges, digest: hashOf(JSON.stringify([nodes, edges])) };
}
