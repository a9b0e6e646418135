import { hashOf, type GraphEdge, type GraphNode } from '@attest/model';

/** Nodes and edges do not change once made, so each is hashed once however often the graph is made anew. */
const hashes = new WeakMap<GraphNode | GraphEdge, string>();

function hashOfPart(part: GraphNode | GraphEdge): string {
  const known = hashes.get(part);
  if (known !== undefined) return known;
  const made = hashOf(JSON.stringify(part));
  hashes.set(part, made);
  return made;
}

/** The same exactly when nodes and edges, in their order, are. */
export const digestOf = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string =>
  hashOf(hashOf(nodes.map(hashOfPart).join(' ')), hashOf(edges.map(hashOfPart).join(' ')));
