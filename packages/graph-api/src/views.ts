import { hashOf, type GraphNode, type GraphValue } from '@attest/model';
import type { Loaded } from './library.ts';

const plain = (value: GraphValue | undefined): unknown =>
  typeof value === 'object' && value !== null && 'date' in value ? value.date : (value ?? null);
const flat = (node: GraphNode): Record<string, unknown> =>
  Object.fromEntries(Object.entries(node.properties).map(([key, value]) => [key, plain(value)]));

/** Name and type of an actor, as lists show it. */
export const briefOf = (
  loaded: Loaded,
  id: string | undefined,
): { id: string; name: unknown; type: unknown } | null => {
  const node = id === undefined ? undefined : loaded.nodes.get(id);
  return node ? { id: node.id, name: plain(node.properties['name']), type: plain(node.properties['type']) } : null;
};

/** A claim with its actors, speakers, place in the document. */
export function claimView(loaded: Loaded, id: string): Record<string, unknown> | null {
  const node = loaded.nodes.get(id);
  if (!node?.labels.includes('Claim')) return null;
  const links = loaded.from.get(id) ?? [];
  const one = (type: string) => briefOf(loaded, links.find((edge) => edge.type === type)?.to);
  const span = links.find((edge) => edge.type === 'EVIDENCED_BY')?.to;
  const spanNode = span === undefined ? undefined : loaded.nodes.get(span);
  const document = loaded.nodes.get(loaded.from.get(span ?? '')?.find((edge) => edge.type === 'IN')?.to ?? '');
  return {
    ...flat(node),
    agent: one('AGENT'),
    target: one('TARGET'),
    as: one('AS_STATUS'),
    under: one('LEGAL_BASIS'),
    speakers: links
      .filter((edge) => edge.type === 'ATTRIBUTED_TO')
      .toSorted((a, b) => Number(a.properties['depth']) - Number(b.properties['depth']))
      .flatMap((edge) => briefOf(loaded, edge.to) ?? []),
    content: links.find((edge) => edge.type === 'CONTENT')?.to ?? null,
    document: document ? { sourceId: document.properties['id'], title: document.properties['title'] } : null,
    evidence: spanNode ? { start: spanNode.properties['start'], end: spanNode.properties['end'] } : null,
  };
}

/** A claim with the text before and after its evidence. */
export function claimInContext(loaded: Loaded, id: string, around = 300): Record<string, unknown> | null {
  const view = claimView(loaded, id);
  if (!view) return null;
  const { sourceId } = view['document'] as { sourceId: string };
  const { start, end } = view['evidence'] as { start: number; end: number };
  const text = loaded.records.get(sourceId)?.document.text ?? '';
  return {
    ...view,
    context: {
      before: text.slice(Math.max(0, start - around), start),
      quote: text.slice(start, end),
      after: text.slice(end, end + around),
    },
  };
}

/** All claims in which an actor takes part or speaks, in id order. */
export function claimsOf(loaded: Loaded, id: string, limit: number): Record<string, unknown>[] {
  const ids = new Set(
    (loaded.to.get(id) ?? [])
      .filter((edge) => loaded.nodes.get(edge.from)?.labels.includes('Claim'))
      .map((edge) => edge.from),
  );
  return [...ids]
    .toSorted()
    .slice(0, limit)
    .map((claim) => claimView(loaded, claim))
    .filter((view) => view !== null);
}

/** First places on a circle by hash, so that every start of the explorer draws the same picture. */
function startPosition(id: string): { x: number; y: number } {
  const unit = (part: string): number => Number.parseInt(hashOf(id, part).slice(0, 8), 16) / 0xffffffff - 0.5;
  return { x: unit('x'), y: unit('y') };
}

/** The graph between actors: all of it, or the surroundings of one actor, within a limit of edges. */
export function actorGraph(
  loaded: Loaded,
  limit: number,
  around?: string,
): { nodes: unknown[]; edges: unknown[]; truncated: boolean } {
  const isActor = (id: string): boolean => loaded.nodes.get(id)?.labels.includes('Entity') ?? false;
  const all = loaded.graph.edges.filter(
    (edge) => edge.properties['standing'] !== undefined && isActor(edge.from) && isActor(edge.to),
  );
  const near = around === undefined ? all : all.filter((edge) => edge.from === around || edge.to === around);
  const edges = near.slice(0, limit);
  const degree = new Map<string, number>(around === undefined ? [] : [[around, 0]]);
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  return {
    nodes: [...degree].flatMap(([id, count]) => {
      const brief = briefOf(loaded, id);
      return brief ? [{ ...brief, ...startPosition(id), degree: count }] : [];
    }),
    edges: edges.map(({ id, type, from, to, properties }) => ({
      id,
      type,
      from,
      to,
      ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, plain(value)])),
    })),
    truncated: near.length > edges.length,
  };
}
