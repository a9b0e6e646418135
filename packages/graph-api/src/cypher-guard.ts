import { z } from 'zod';
import { AttestError, type GraphStore, type QueryRows } from '@attest/model';

const requestSchema = z.object({
  query: z.string().min(1).max(100_000),
  parameters: z.record(z.string(), z.unknown()).optional(),
});

const limits = { deadlineMs: 5_000, maxRows: 10_000 };

/** The only way by which query text reaches a store: its size is capped, it runs within limits, and stores only read. */
export async function guardedQuery(store: GraphStore, request: unknown, signal?: AbortSignal): Promise<QueryRows> {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) {
    throw new AttestError(
      'invalid-query',
      `the request needs {query, parameters}: ${parsed.error.issues[0]?.message ?? ''}`,
      'Send {"query": "MATCH (n) RETURN n LIMIT 5"}; a query has at most 100 000 characters.',
    );
  }
  const { query, parameters } = parsed.data;
  return store.query(query, { ...limits, ...(parameters ? { parameters } : {}), ...(signal ? { signal } : {}) });
}
