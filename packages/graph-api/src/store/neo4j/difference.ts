import type { Graph, GraphEdge, GraphNode } from '@attest/model';

/** A node that stays, with the labels that it had. */
interface ChangedNode {
  readonly node: GraphNode;
  readonly before: readonly string[];
}

/** What turns one graph into another. */
export interface Difference {
  readonly goneEdges: readonly GraphEdge[];
  readonly goneNodes: readonly GraphNode[];
  readonly newNodes: readonly GraphNode[];
  readonly changedNodes: readonly ChangedNode[];
  readonly newEdges: readonly GraphEdge[];
}

/** The label by which the loader finds a node: its first. */
export const kindOf = ({ labels }: GraphNode): string => labels[0] ?? 'Node';

/** A text that is equal for equal properties, whatever the order in which they were written. */
const keyOf = (properties: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const sameLabels = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((label) => b.includes(label));

const sameEdge = (a: GraphEdge, b: GraphEdge): boolean =>
  a.type === b.type && a.from === b.from && a.to === b.to && keyOf(a.properties) === keyOf(b.properties);

/** Compares by id. A node whose kind changes is a new one, and edges at it are written anew; so is an edge that changes. */
export function differenceOf(old: Pick<Graph, 'nodes' | 'edges'>, target: Pick<Graph, 'nodes' | 'edges'>): Difference {
  const before = new Map(old.nodes.map((node) => [node.id, node]));
  const after = new Map(target.nodes.map((node) => [node.id, node]));
  const stays = (id: string): boolean => {
    const [one, other] = [before.get(id), after.get(id)];
    return one !== undefined && other !== undefined && kindOf(one) === kindOf(other);
  };
  const edges = new Map(target.edges.map((edge) => [edge.id, edge]));
  const kept = new Set<string>();
  const goneEdges = old.edges.filter((edge) => {
    const other = edges.get(edge.id);
    const same = other !== undefined && stays(edge.from) && stays(edge.to) && (other === edge || sameEdge(other, edge));
    if (same) kept.add(edge.id);
    return !same;
  });
  return {
    goneEdges,
    goneNodes: old.nodes.filter(({ id }) => !stays(id)),
    newNodes: target.nodes.filter(({ id }) => !stays(id)),
    changedNodes: target.nodes.flatMap((node) => {
      const one = before.get(node.id);
      if (!one || !stays(node.id)) return [];
      // What a builder has not touched is the very same object.
      const same =
        one === node || (sameLabels(one.labels, node.labels) && keyOf(one.properties) === keyOf(node.properties));
      return same ? [] : [{ node, before: one.labels }];
    }),
    newEdges: target.edges.filter(({ id }) => !kept.has(id)),
  };
}
