import { CypherError } from '@attest/cypher';
import { CypherWorker } from '@attest/cypher/worker';
import { AttestError, type AttestErrorCode, type GraphStore } from '@attest/model';
import { snapshotOf } from './graph-snapshot.ts';
import { planColumns, toJson } from './result-json.ts';

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

/** A graph store that takes a graph as the bytes of `snapshotOf`, wherever they were made. */
export interface SnapshotStore extends GraphStore {
  /** As `replace`. */
  load(snapshot: Uint8Array, digest: string): Promise<void>;
}
export const isSnapshotStore = (store: GraphStore): store is SnapshotStore => 'load' in store;

/**
 * The projection in memory, read by our own engine in threads of its own, so that a heavy query stalls nobody.
 * `replace` swaps it as a whole: a query sees one graph from its start to its end.
 */
export function openEmbeddedGraph(options: { readonly threads?: number } = {}): SnapshotStore {
  let worker: CypherWorker | null = null;
  let digest: string | null = null;
  const load = async (snapshot: Uint8Array, loaded: string): Promise<void> => {
    try {
      if (worker) await worker.load(snapshot);
      else worker = await CypherWorker.start(snapshot, options);
    } catch (cause) {
      throw asAttestError(cause);
    }
    digest = loaded;
  };
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
    replace: (graph) => load(snapshotOf(graph), graph.digest),
    load,
    digest: async () => digest,
    query,
    close: async () => {
      await worker?.close();
      worker = null;
      digest = null;
    },
  };
}
