import neo4j, { type Driver, type ResultSummary } from 'neo4j-driver';
import { AttestError, type QueryOptions, type QueryRows } from '@attest/model';
import { idProperty } from '../result-json.ts';
import { forNeo4j } from './dialect.ts';
import { explained, notificationsOf } from './summary.ts';
import { endsOf, fromNeo4j, toParameter } from './values.ts';

const defaultDeadlineMs = 30_000;

/** Which graph a database holds: null when there is none, or while one is being written. */
export interface Stamp {
  readonly digest: string;
  readonly generation: string;
}

interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
  readonly summary: ResultSummary;
}

/** One reading session, ended at the deadline and when the caller goes: closing it stops what runs on the server. */
export async function inReadSession<Result>(
  driver: Driver,
  database: string | undefined,
  { deadlineMs = defaultDeadlineMs, signal }: Pick<QueryOptions, 'deadlineMs' | 'signal'>,
  work: (run: (text: string, parameters: object, maxRows?: number) => Promise<Rows>) => Promise<Result>,
): Promise<Result> {
  const session = driver.session({
    defaultAccessMode: neo4j.session.READ,
    ...(database === undefined ? {} : { database }),
  });
  let ended: string | null = null;
  const end = (why: string): void => {
    ended ??= why;
    void session.close().catch(() => undefined);
  };
  const timer = setTimeout(() => end(`the query took longer than the ${deadlineMs} ms it may`), deadlineMs);
  const leave = (): void => end('the query was cancelled');
  signal?.addEventListener('abort', leave, { once: true });
  if (signal?.aborted === true) leave();
  const failIfEnded = (cause?: unknown): void => {
    if (ended !== null)
      throw new AttestError('limit-exceeded', ended, 'Add labels, a LIMIT or a shorter path.', { cause });
  };
  try {
    failIfEnded();
    const result = await work(async (text, parameters, maxRows = Infinity) => {
      const answer = session.run(text, parameters, { timeout: deadlineMs });
      const columns = await answer.keys();
      const rows: unknown[][] = [];
      let truncated = false;
      for await (const record of answer) {
        truncated = rows.length >= maxRows;
        if (truncated) break;
        rows.push(columns.map((column) => record.get(column) as unknown));
      }
      const summary = await answer.summary();
      return { columns: columns.map(String), rows, truncated, summary };
    });
    failIfEnded();
    return result;
  } catch (cause) {
    failIfEnded(cause);
    throw cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
    await session.close();
  }
}

type Run = Parameters<Parameters<typeof inReadSession>[3]>[0];

/** The stamp as one session sees it now. */
export async function readStamp(run: Run): Promise<Stamp | null> {
  const { rows } = await run(
    'MATCH (p:Projection) RETURN p.digest AS digest, p._generation AS generation, p.loading AS loading',
    {},
  );
  const [digest, generation, loading] = rows[0] ?? [];
  return typeof digest === 'string' && typeof generation === 'string' && loading !== true
    ? { digest, generation }
    : null;
}

/**
 * Rows of a query with the stamps before and after it. Neo4j reads what is committed at each moment: only if both stamps are
 * the same is every row of one graph.
 */
export async function runBetweenStamps(
  run: Run,
  text: string,
  options: QueryOptions,
): Promise<{ readonly before: Stamp | null; readonly after: Stamp | null; readonly result: QueryRows | null }> {
  const before = await readStamp(run);
  if (before === null) return { before, after: null, result: null };
  const { columns, rows, truncated, summary } = await run(
    forNeo4j(text),
    toParameter(options.parameters ?? {}) as object,
    options.maxRows,
  );
  const { known, missing } = endsOf(rows);
  if (missing.length > 0) {
    const ends = await run(
      `MATCH (n) WHERE elementId(n) IN $missing RETURN elementId(n) AS own, n.${idProperty} AS id`,
      { missing },
    );
    for (const [own, id] of ends.rows) known.set(own as string, id as string);
  }
  const after = await readStamp(run);
  return {
    before,
    after,
    result: {
      columns,
      rows: rows.map((row) => row.map((one) => fromNeo4j(one, known))),
      ...explained(summary),
      truncated,
      notifications: notificationsOf(text, summary),
    },
  };
}
