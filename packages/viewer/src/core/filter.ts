import { isQuiet, lineKindOf } from '../canvas/edge-look.ts';
import type { ActorGraph, GraphEdge } from './types.ts';
import type { Filter } from './view.ts';

/** Actors and edges that a filter leaves. */
export interface Kept {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** An edge of which no date is known stays: a filter by date takes away what was said at another time, not what is unknown. */
const inTime = ({ firstSaid, lastSaid }: GraphEdge, from: string, to: string): boolean =>
  (from === '' || (lastSaid ?? firstSaid ?? from) >= from) && (to === '' || (firstSaid ?? lastSaid ?? to) <= to);

/** Independent sources where the graph has counted them, else documents. */
const sourcesOf = ({ origins, documents }: GraphEdge): number => origins ?? documents?.length ?? 1;

/** What of a graph a filter leaves; an actor stays only with an edge, unless the graph shows it alone or it is asked for. */
export function keptBy(graph: Pick<ActorGraph, 'nodes' | 'edges'>, filter: Filter): Kept {
  const [types, acts, lines, documents, hidden, around] = [
    new Set(filter.types),
    new Set(filter.acts),
    new Set(filter.lines),
    new Set(filter.documents),
    new Set(filter.hidden),
    new Set(filter.around),
  ];
  const near = new Set(around);
  if (around.size > 0)
    for (const { from, to } of graph.edges) {
      if (around.has(from)) near.add(to);
      if (around.has(to)) near.add(from);
    }
  const allowed = new Set(
    graph.nodes
      .filter(({ id, type }) => !hidden.has(id) && !types.has(type) && (around.size === 0 || near.has(id)))
      .map(({ id }) => id),
  );
  const edges = graph.edges.filter(
    (edge) =>
      allowed.has(edge.from) &&
      allowed.has(edge.to) &&
      !acts.has(edge.act) &&
      sourcesOf(edge) >= filter.sources &&
      (edge.documents === undefined || edge.documents.some((sourceId) => !documents.has(sourceId))) &&
      !lines.has(lineKindOf(edge)) &&
      inTime(edge, filter.from, filter.to),
  );
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = new Set(graph.nodes.filter(({ degree }) => degree === 0).map(({ id }) => id));
  const nodes = new Set([...allowed].filter((id) => joined.has(id) || around.has(id) || alone.has(id)));
  return { nodes, edges: new Set(edges.map(({ id }) => id)) };
}

/** How many actors of each type, edges of each act and of each kind of line there are. */
export function countsOf(graph: Pick<ActorGraph, 'nodes' | 'edges'>): {
  readonly types: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, number>;
  readonly lines: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<string, number>;
  readonly quiet: number;
} {
  const count = (values: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const typeOf = new Map(graph.nodes.map(({ id, type }) => [id, type]));
  return {
    types: count(graph.nodes.map(({ type }) => type)),
    acts: count(graph.edges.map(({ act }) => act)),
    lines: count(graph.edges.map(lineKindOf)),
    documents: count(graph.edges.flatMap(({ documents = [] }) => documents)),
    quiet: graph.edges.filter((edge) => isQuiet(edge, typeOf.get(edge.from) ?? '', typeOf.get(edge.to) ?? '')).length,
  };
}
