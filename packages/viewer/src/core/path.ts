import type { GraphEdge } from './types.ts';

/** One way between two actors: the actors in order, and between each two all edges that join them. */
export interface Path {
  readonly nodes: readonly string[];
  readonly hops: readonly (readonly GraphEdge[])[];
}

/**
 * All shortest ways between two actors, in either direction of the edges, at most `most`; none when they are not connected.
 * Breadth first from the end, then forward along falling distances, in id order.
 */
export function pathsBetween(edges: readonly GraphEdge[], from: string, to: string, most = 10): readonly Path[] {
  if (from === to) return [];
  const near = new Map<string, Map<string, GraphEdge[]>>();
  const join = (a: string, b: string, edge: GraphEdge): void => {
    const of = near.get(a) ?? new Map<string, GraphEdge[]>();
    near.set(a, of.set(b, [...(of.get(b) ?? []), edge]));
  };
  for (const edge of edges) {
    join(edge.from, edge.to, edge);
    if (edge.from !== edge.to) join(edge.to, edge.from, edge);
  }
  const distance = new Map([[to, 0]]);
  for (const id of distance.keys()) {
    if (id === from) break;
    for (const next of near.get(id)?.keys() ?? [])
      if (!distance.has(next)) distance.set(next, (distance.get(id) ?? 0) + 1);
  }
  if (!distance.has(from)) return [];
  let ways: string[][] = [[from]];
  for (let left = distance.get(from) ?? 0; left > 0; left--)
    ways = ways
      .flatMap((way) =>
        [...(near.get(way.at(-1) ?? '')?.keys() ?? [])]
          .filter((next) => distance.get(next) === left - 1)
          .toSorted((a, b) => (a < b ? -1 : 1))
          .map((next) => [...way, next]),
      )
      .slice(0, most);
  return ways.map((nodes) => ({
    nodes,
    hops: nodes.slice(1).map((next, index) => near.get(nodes[index] ?? '')?.get(next) ?? []),
  }));
}
