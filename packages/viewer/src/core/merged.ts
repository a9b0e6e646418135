import type { ActorGraph } from './types.ts';

/** One graph of two answers of the server; what both have is there once, with the larger degree. */
export function merged(one: ActorGraph, other: ActorGraph): ActorGraph {
  const nodes = new Map(one.nodes.map((node) => [node.id, node]));
  for (const node of other.nodes) {
    const known = nodes.get(node.id);
    nodes.set(node.id, known && known.degree >= node.degree ? known : node);
  }
  const edges = new Map([...one.edges, ...other.edges].map((edge) => [edge.id, edge]));
  return { nodes: [...nodes.values()], edges: [...edges.values()], truncated: one.truncated };
}
