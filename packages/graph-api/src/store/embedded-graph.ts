import { CypherDate, CypherError, PropertyGraph, run } from '@attest/cypher';
import { AttestError, type Graph, type GraphStore, type GraphValue } from '@attest/model';
import { toJson } from '../cypher-json.ts';

const indexes = ['Entity', 'Claim', 'Document'].map((label) => ({ label, property: 'id' }));

const engineValue = (value: GraphValue) =>
  typeof value === 'object' && 'date' in value ? CypherDate.parse(value.date) : value;
const engineProperties = (properties: Readonly<Record<string, GraphValue>>) =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, engineValue(value)]));

/** The projection in memory, read by our own engine. `replace` swaps it as a whole. */
export function openEmbeddedGraph(): GraphStore {
  let current: { readonly graph: PropertyGraph; readonly digest: string } | null = null;
  return {
    replace: async ({ nodes, edges, digest }: Graph) => {
      const graph = PropertyGraph.build(
        nodes.map((node) => ({ ...node, properties: engineProperties(node.properties) })),
        edges.map((edge) => ({ ...edge, properties: engineProperties(edge.properties) })),
        { indexes },
      );
      current = { graph, digest };
    },
    digest: async () => current?.digest ?? null,
    query: async (text, options = {}) => {
      if (!current) throw new AttestError('store-unavailable', 'no graph is loaded', 'Load documents first.');
      try {
        const { columns, rows, truncated } = run(current.graph, text, options);
        return { columns, rows: rows.map((row) => row.map(toJson)), truncated: truncated ?? false };
      } catch (cause) {
        if (cause instanceof CypherError)
          throw new AttestError(
            /limit|cancel/u.test(cause.code) ? 'limit-exceeded' : 'invalid-query',
            cause.message,
            cause.hint ?? 'See the README for queries that work.',
            { cause },
          );
        throw cause;
      }
    },
    close: async () => {
      current = null;
    },
  };
}
