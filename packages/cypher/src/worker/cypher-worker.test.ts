import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CypherDate,
  CypherError,
  CypherNode,
  CypherPath,
  CypherRelationship,
  PropertyGraph,
  WholeFloat,
  run,
} from '../index.ts';
import hostileQueries from '../../bench/hostile.json' with { type: 'json' };
import { CypherWorker } from './cypher-worker.ts';

interface Hostile {
  readonly name: string;
  readonly query: string;
  readonly repeated?: string;
  readonly times?: number;
  readonly rest?: string;
  readonly ends: string;
}
const hostile: readonly Hostile[] = hostileQueries;

const COUNT = 60;
/** A ring with chords: from every node many paths of any length. */
const dense = (mark: number): PropertyGraph =>
  PropertyGraph.build(
    Array.from({ length: COUNT }, (_, index) => ({
      id: `n${index}`,
      labels: ['N'],
      properties: { id: `n${index}`, mark, text: 'a'.repeat(60), day: CypherDate.parse('2025-02-28'), big: 2n ** 60n },
    })),
    Array.from({ length: COUNT * 4 }, (_, index) => ({
      id: `e${index}`,
      type: 'T',
      from: `n${index % COUNT}`,
      to: `n${(index + 1 + (index % 7)) % COUNT}`,
      properties: { at: index },
    })),
  );
const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (result) => result,
    (error: unknown) => (error instanceof CypherError ? error.code : error),
  );

describe('CypherWorker', () => {
  const graph = dense(1);
  let worker: CypherWorker;
  beforeAll(async () => {
    worker = await CypherWorker.start(graph.toSnapshot(), { deadlineMs: 1000 });
  });
  afterAll(() => worker.close());

  it('answers as the engine does, with values of the same classes', async () => {
    const query =
      "MATCH p = (a:N {id: 'n0'})-[r:T]->(b) RETURN p, a, r, a.day, a.big, {list: [a.day, null, 1.5], name: b.id} ORDER BY b.id, r.at";
    const result = await worker.run(query);
    expect(result).toEqual(run(graph, query));
    const [path, node, relationship, day, big] = result.rows[0] ?? [];
    expect(path).toBeInstanceOf(CypherPath);
    expect(node).toBeInstanceOf(CypherNode);
    expect(relationship).toBeInstanceOf(CypherRelationship);
    expect(day).toBeInstanceOf(CypherDate);
    expect(String(day)).toBe('2025-02-28');
    expect(big).toBe(2n ** 60n);
  });

  it('takes parameters of every kind, also dates and names that mean something to JavaScript', async () => {
    const parameters = { day: CypherDate.parse('2025-02-28'), map: JSON.parse('{"__proto__": 1, "kind": "node"}') };
    const { rows } = await worker.run('MATCH (n:N) WHERE n.day = $day RETURN count(n), $map', { parameters });
    expect(rows).toEqual([[COUNT, parameters.map]]);
    const whole = await worker.run('RETURN valueType($x), $x', { parameters: { x: new WholeFloat(2) } });
    expect(whole.rows).toEqual([['FLOAT NOT NULL', 2]]);
    expect(await code(worker.run('RETURN $f', { parameters: { f: () => 1 } }))).toBe('ArgumentError');
  });

  it('carries temporal values of every kind, and what stands beside the rows', async () => {
    const query =
      "RETURN datetime('2025-02-20T10:00:00+01:00') AS a, localdatetime('2025-02-20T10:30') AS b, time('10:30Z') AS c, localtime('10:30:01.5') AS d, duration('P1M2DT3S') AS e";
    const result = await worker.run(query);
    expect(result).toEqual(run(graph, query));
    expect(result.rows[0]?.map(String)).toEqual(run(graph, query).rows[0]?.map(String));
    const explained = await worker.run('EXPLAIN MATCH (n:N) RETURN n');
    expect(explained).toEqual(run(graph, 'EXPLAIN MATCH (n:N) RETURN n'));
    expect(explained.plan?.length).toBeGreaterThan(0);
  });

  it('passes errors on with code, position and hint', async () => {
    const error: unknown = await worker.run('MATCH (n)\nDELETE n').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(CypherError);
    expect(error).toMatchObject({ code: 'WriteRefused', position: { line: 2, column: 1 } });
    expect((error as CypherError).hint).not.toBe('');
  });

  it('cuts at the row limit', async () => {
    expect(await worker.run('MATCH (n:N) RETURN n.id', { maxRows: 3 })).toMatchObject({ truncated: true });
  });

  it.each(hostile)('ends $name by its limit and answers others meanwhile', async (one) => {
    const query = one.query + (one.repeated ?? '').repeat(one.times ?? 0) + (one.rest ?? '');
    const ended = code(worker.run(query, { maxMemoryBytes: 50_000_000, deadlineMs: 500 }));
    const count = () => worker.run('MATCH (n:N) RETURN count(n)', { deadlineMs: 60_000 });
    const others = await Promise.all(Array.from({ length: 5 }, count));
    expect(others.map(({ rows }) => rows)).toEqual(Array.from({ length: 5 }, () => [[COUNT]]));
    expect(await ended).toMatch(new RegExp(`^(?:${one.ends})$`, 'u'));
  });

  it('replaces threads that do not listen', async () => {
    // Nothing looks at the clock before the parameters are there.
    const parameters = { list: Array.from({ length: 300_000 }, (_, index) => [index]) };
    const deaf = () => code(worker.run('RETURN size($list)', { parameters, deadlineMs: 1 }));
    expect(await Promise.all([deaf(), deaf()])).toEqual(['DeadlineExceeded', 'DeadlineExceeded']);
    expect((await worker.run('MATCH (n:N) RETURN count(n)', { deadlineMs: 30_000 })).rows).toEqual([[COUNT]]);
  });

  it('cancels: at once for the caller, and the thread is free again', async () => {
    const endless = 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)';
    const aborts = Array.from({ length: 3 }, () => new AbortController());
    const running = aborts.map(({ signal }) => code(worker.run(endless, { signal, deadlineMs: 60_000 })));
    await worker.run('RETURN 1', { deadlineMs: 1 }).catch(() => {});
    for (const abort of aborts) abort.abort();
    expect(await Promise.all(running)).toEqual(['Aborted', 'Aborted', 'Aborted']);
    expect((await worker.run('RETURN 1', { deadlineMs: 30_000 })).rows).toEqual([[1]]);
    expect(await code(worker.run('RETURN 1', { signal: AbortSignal.abort() }))).toBe('Aborted');
  });
});

describe('CypherWorker with one thread', () => {
  it('serves the next graph without disturbing who runs on the old one', async () => {
    const worker = await CypherWorker.start(dense(1).toSnapshot(), { threads: 1, deadlineMs: 60_000 });
    const slow = worker.run(
      'MATCH (a), (b), (c) WITH count(*) AS many MATCH (n) RETURN many, collect(DISTINCT n.mark)',
    );
    await Promise.all([2, 3].map((mark) => worker.load(dense(mark).toSnapshot())));
    expect((await worker.run('MATCH (n) RETURN DISTINCT n.mark')).rows).toEqual([[3]]);
    expect((await slow).rows).toEqual([[COUNT ** 3, [1]]]);
    await worker.close();
  });

  it('keeps its graph when the next one cannot be read', async () => {
    const worker = await CypherWorker.start(dense(1).toSnapshot(), { threads: 1 });
    expect(await code(worker.load(new TextEncoder().encode('no graph')))).toBe('WorkerFailed');
    expect((await worker.run('MATCH (n) RETURN DISTINCT n.mark')).rows).toEqual([[1]]);
    await worker.close();
    expect(await code(CypherWorker.start(new Uint8Array()))).toBe('WorkerFailed');
  });

  it('refuses what cannot wait, and everything once it is closed', async () => {
    const worker = await CypherWorker.start(dense(1).toSnapshot(), { threads: 1, maxWaiting: 1, deadlineMs: 60_000 });
    const endless = 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)';
    const codes = [endless, endless, endless].map((query) => code(worker.run(query)));
    expect(await codes[2]).toBe('WorkerFailed');
    await worker.close();
    expect(await Promise.all(codes)).toEqual(['WorkerFailed', 'WorkerFailed', 'WorkerFailed']);
    expect(await code(worker.run('RETURN 1'))).toBe('WorkerFailed');
    expect(await code(worker.load(dense(1).toSnapshot()))).toBe('WorkerFailed');
  });
});
