import { PropertyGraph } from './graph.ts';
import type { GraphEdgeInput } from './graph-data.ts';
import type { EdgeRef, NodeRef } from './values.ts';

interface Schema {
  readonly nodes: readonly NodeRef[];
  readonly relationships: readonly EdgeRef[];
}

const made = new WeakMap<PropertyGraph, Schema>();

/** One node per label and one relationship per way in which labels are connected, as values of a graph of their own. */
export function schemaOf(graph: PropertyGraph): Schema {
  const known = made.get(graph);
  if (known !== undefined) return known;
  const { labelSets, labelSetOf, types, typeOf, from, to } = graph.data;
  const seen = new Set<string>();
  const edges = new Map<string, GraphEdgeInput>();
  for (let edge = 0; edge < typeOf.length; edge += 1) {
    const [start, end] = [labelSetOf[from[edge]!]!, labelSetOf[to[edge]!]!];
    const key = `${start} ${typeOf[edge]} ${end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const type = types[typeOf[edge]!]!;
    for (const a of labelSets[start]!) {
      for (const b of labelSets[end]!) {
        const id = `${a} ${type} ${b}`;
        edges.set(id, { id, type, from: a, to: b, properties: { name: type } });
      }
    }
  }
  const schema = PropertyGraph.build(
    graph.labels().map((label) => ({ id: label, labels: [label], properties: { name: label } })),
    [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const result = {
    nodes: Array.from({ length: schema.nodeCount }, (_, index) => schema.node(index)),
    relationships: Array.from({ length: schema.edgeCount }, (_, index) => schema.edge(index)),
  };
  made.set(graph, result);
  return result;
}
