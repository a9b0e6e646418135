import { CypherDate, PropertyGraph } from '@attest/cypher';
import type { Graph, GraphNode, GraphValue } from '@attest/model';
import { fullText, indexed } from './indexes.ts';
import { projectionNode } from './projection-node.ts';
import { idProperty } from './result-json.ts';

const engineValue = (value: GraphValue) =>
  typeof value === 'object' && 'date' in value ? CypherDate.parse(value.date) : value;
const propertiesOf = ({ id, properties }: Pick<GraphNode, 'id' | 'properties'>) => ({
  ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, engineValue(value)])),
  [idProperty]: id,
});

/** The graph as bytes for the engine's threads. */
export function snapshotOf(graph: Graph): Uint8Array {
  const nodes = [...graph.nodes, projectionNode(graph)];
  return PropertyGraph.build(
    nodes.map((node) => ({ ...node, properties: propertiesOf(node) })),
    graph.edges.map((edge) => ({ ...edge, properties: propertiesOf(edge) })),
    {
      indexes: indexed.map(([label, property]) => ({ label, property })),
      fullText: [fullText],
    },
  ).toSnapshot();
}
