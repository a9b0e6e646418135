import { CypherDate, CypherError, PropertyGraph } from '@attest/cypher';
import { CypherWorker } from '@attest/cypher/worker';
import {
  AttestError,
  type AttestErrorCode,
  type Graph,
  type GraphNode,
  type GraphStore,
  type GraphValue,
} from '@attest/model';
import { fullText, indexed } from './indexes.ts';
import { projectionNode } from './projection-node.ts';
import { idProperty, planColumns, toJson } from './result-json.ts';

const engineValue = (value: GraphValue) =>
  typeof value === 'object' && 'date' in value ? CypherDate.parse(value.date) : value;
const propertiesOf = ({ id, properties }: Pick<GraphNode, 'id' | 'properties'>) => ({
  ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, engineValue(value)])),
  [idProperty]: id,
});

/** The graph as bytes for the engine's threads. */
function snapshotOf(graph: Graph): Uint8Array {
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

const codes: Partial<Record<CypherError['code'], AttestErrorCode>> = {
  DeadlineExceeded: 'limit-exceeded',
  MemoryExceeded: 'limit-exceeded',
  Aborted: 'limit-exceeded',
  WorkerFailed: 'store-unavailable',
};
function asAttestError(cause: unknown): unknown {
  if (!(cause instanceof CypherError)) return cause;
  const hint = cause.hint === '' ? 'See the README for queries that work.' : cause.hint;
  return new AttestError(codes[cause.code] ?? 'invalid-query', cause.message, hint, { cause });
}

/**
 * The projection in memory, read by our own engine in threads of its own, so that a heavy query stalls nobody.
 * `replace` swaps it as a whole: a query sees one graph from its start to its end.
 */
export function openEmbeddedGraph(options: { readonly threads?: number } = {}): GraphStore {
  let worker: CypherWorker | null = null;
  let digest: string | null = null;
  const query: GraphStore['query'] = async (text, { parameters, deadlineMs, maxRows, signal } = {}) => {
    if (!worker) throw new AttestError('store-unavailable', 'no graph is loaded', 'Load documents first.');
    try {
      const { columns, rows, truncated, plan, notifications } = await worker.run(text, {
        ...(parameters === undefined ? {} : { parameters }),
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        ...(maxRows === undefined ? {} : { maxRows }),
        ...(signal === undefined ? {} : { signal }),
      });
      if (plan === undefined) return { columns, rows: rows.map((row) => row.map(toJson)), truncated, notifications };
      const steps = plan.map((step) => [step.operator, step.details, step.rows]);
      return { columns: planColumns, rows: steps, truncated, notifications };
    } catch (cause) {
      throw asAttestError(cause);
    }
  };
  return {
    replace: async (graph) => {
      const snapshot = snapshotOf(graph);
      try {
        if (worker) await worker.load(snapshot);
        else worker = await CypherWorker.start(snapshot, options);
      } catch (cause) {
        throw asAttestError(cause);
      }
      digest = graph.digest;
    },
    digest: async () => digest,
    query,
    close: async () => {
      await worker?.close();
      worker = null;
      digest = null;
    },
  };
}
