// The stores that are compared: each has load(rows), read(text, parameters), megabytes() and close().
import { execFileSync } from 'node:child_process';
import { CypherDate, PropertyGraph, run } from '../dist/index.js';
import { CypherWorker } from '../dist/worker/cypher-worker.js';
import { LABELS, TYPES } from './data.mjs';

const BATCH = 5000;
const MB = 1024 * 1024;

/** Time by the clock, and that of the processor, which a busy machine does not stretch. */
const timed = async (work) => {
  const start = performance.now();
  const used = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(used);
  return { value, ms: performance.now() - start, cpuMs: (user + system) / 1000 };
};
function* batches(items) {
  for (let index = 0; index < items.length; index += BATCH) yield items.slice(index, index + BATCH);
}
/** Bytes of the heap and beside it that are still in use. */
const inUse = async () => {
  // What the last awaited call still held is let go first.
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const rss = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

const toNode = ({ id, label, name, year, score }) => ({
  id,
  labels: ['Entity', label],
  properties: { id, name, year, score },
});
const toEdge = ({ id, type, from, to, date, weight, quote }) => ({
  id,
  type,
  from,
  to,
  properties: { id, date: CypherDate.parse(date), weight, quote },
});
const build = ({ nodes, edges }) =>
  PropertyGraph.build(nodes.map(toNode), edges.map(toEdge), { indexes: [{ label: 'Entity', property: 'id' }] });

/** Our engine in this process. */
function own() {
  let graph = null;
  let used = 0;
  return {
    async load(data) {
      const { ms: rowsMs, cpuMs: rowsCpuMs } = await timed(() => build(data));
      const snapshot = build(data).toSnapshot();
      const base = await inUse();
      const loaded = await timed(() => PropertyGraph.fromSnapshot(snapshot));
      graph = loaded.value;
      // The graph stands on the bytes of its snapshot.
      used = (await inUse()) - base + snapshot.byteLength;
      return {
        rowsMs,
        rowsCpuMs,
        snapshotMs: loaded.ms,
        snapshotCpuMs: loaded.cpuMs,
        snapshotMb: snapshot.byteLength / MB,
      };
    },
    read: async (text, parameters) => run(graph, text, { parameters }).rows,
    megabytes: () => used / MB,
    close: async () => {},
  };
}

/** Our engine as the service uses it: in a thread, results cloned. */
function worker() {
  let threads = null;
  return {
    async load(data) {
      const snapshot = build(data).toSnapshot();
      const started = await timed(() => CypherWorker.start(snapshot, { threads: 1, maxRows: 1_000_000 }));
      threads = started.value;
      return { snapshotMs: started.ms };
    },
    read: async (text, parameters) => (await threads.run(text, { parameters })).rows,
    megabytes: () => null,
    close: () => threads.close(),
  };
}

/** Loads a store that understands writing Cypher, as a loader would: in batches, one statement per label or type. */
async function loadByStatements(write, { nodes, edges }, whole) {
  const load = async () => {
    for (const label of LABELS) {
      const create = `UNWIND $rows AS row CREATE (n:Entity:${label} {id: row.id, name: row.name, year: row.year, score: row.score})`;
      for (const rows of batches(nodes.filter((node) => node.label === label))) {
        await write(create, { rows: rows.map((row) => ({ ...row, year: whole(row.year) })) });
      }
    }
    for (const type of TYPES) {
      const create = `UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[:${type} {id: row.id, date: date(row.date), weight: row.weight, quote: row.quote}]->(b)`;
      for (const rows of batches(edges.filter((edge) => edge.type === type))) {
        await write(create, { rows: rows.map((row) => ({ ...row, weight: whole(row.weight) })) });
      }
    }
  };
  return { rowsMs: (await timed(load)).ms };
}

/** A real Neo4j over Bolt on loopback. */
async function neo4j() {
  const [{ default: driver }, { startNeo4j }] = await Promise.all([
    import('neo4j-driver'),
    import('../../../scripts/neo4j/start.mjs'),
  ]);
  const server = await startNeo4j({ heapMb: 1024, jvm: ['-XX:+UseG1GC'] });
  const client = driver.driver(server.uri, undefined, { disableLosslessIntegers: true });
  const send = async (text, parameters, defaultAccessMode) => {
    const session = client.session({ defaultAccessMode });
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.keys.map((key) => record.get(key)));
    } finally {
      await session.close();
    }
  };
  const write = (text, parameters = {}) => send(text, parameters, 'WRITE');
  return {
    async load(data) {
      await write('CREATE CONSTRAINT bench_id FOR (n:Entity) REQUIRE n.id IS UNIQUE');
      await write('CREATE TEXT INDEX bench_name FOR (n:Entity) ON (n.name)');
      await write('CALL db.awaitIndexes(120)');
      return loadByStatements(write, data, (value) => driver.int(value));
    },
    read: (text, parameters) => send(text, parameters, 'READ'),
    megabytes: () => rss(server.pid),
    close: async () => {
      await client.close();
      await server.stop();
    },
  };
}

/** Grafeo, in this process. */
async function grafeo() {
  const {
    default: { GrafeoDB },
  } = await import('@grafeo-db/js');
  const db = GrafeoDB.create();
  const send = async (text, parameters = {}) =>
    (await db.executeCypher(text, Object.keys(parameters).length > 0 ? parameters : undefined)).rows();
  const base = rss(process.pid);
  return {
    async load(data) {
      await send('CREATE CONSTRAINT bench_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE');
      await send('CREATE INDEX bench_idx FOR (n:Entity) ON (n.id)');
      return loadByStatements(send, data, (value) => value);
    },
    read: send,
    megabytes: () => rss(process.pid) - base,
    close: async () => db.close(),
  };
}

export const STORES = { own, worker, neo4j, grafeo };
