import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, graphStoreContract, strange } from '@attest/model/contract';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../../../scripts/neo4j/start.mjs';
import { cypher } from '../../export/cypher.ts';
import { requireVersion } from './connect.ts';
import { openNeo4jGraph } from './neo4j-graph.ts';

describe('an address of Neo4j', () => {
  it.each(['http://127.0.0.1:7474', 'neo4j://', 'nonsense', 'neo4j://neo4j:secret@127.0.0.1:7687'])(
    'is refused: %s, and never repeated',
    async (uri) => {
      const refused = openNeo4jGraph({ uri });
      await expect(refused).rejects.toMatchObject({ code: 'invalid-input' });
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
    },
  );

  it('is told when nobody listens there', async () => {
    await expect(openNeo4jGraph({ uri: 'bolt://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('127.0.0.1:1'),
    });
  });

  it('is told when something else listens there', async () => {
    const other: Server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      await expect(openNeo4jGraph({ uri: `bolt://127.0.0.1:${port}` })).rejects.toMatchObject({
        code: 'store-unavailable',
      });
    } finally {
      other.close();
    }
  });

  it('must lead to a version that is new enough', () => {
    for (const agent of ['Neo4j/5.26.30', 'Neo4j/2025.12.1']) expect(() => requireVersion(agent, 'here')).not.toThrow();
    for (const agent of ['Neo4j/4.4.40', 'Memgraph/3.1', undefined])
      expect(() => requireVersion(agent, 'here')).toThrow(expect.objectContaining({ code: 'store-version' }));
  });
});

/** Labels and keys in one order, days as texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${String(one)}`)
    .toSorted();
}

describe.runIf(canStartNeo4j())('on a real Neo4j', { timeout: 180_000 }, () => {
  let server: RunningNeo4j;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  graphStoreContract('Neo4j', async () => {
    const driver = neo4j.driver(server.uri);
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
    await driver.close();
    return openNeo4jGraph({ uri: server.uri });
  });

  it.each([
    ['an ordinary graph', fixture],
    ['a graph of strange names', strange],
  ])('reads the exported Cypher of %s as the loader writes it', async (_what, graph) => {
    const driver = neo4j.driver(server.uri);
    const empty = (): Promise<unknown> => driver.executeQuery('MATCH (n) DETACH DELETE n');
    const dump = async (): Promise<string> => {
      const nodes = await driver.executeQuery(
        'MATCH (n) WHERE NOT n:Projection RETURN labels(n) AS l, properties(n) AS p ORDER BY n._id',
      );
      const edges = await driver.executeQuery(
        'MATCH (a)-[r]->(b) RETURN a._id, b._id, type(r), properties(r) AS p ORDER BY r._id',
      );
      return JSON.stringify([...nodes.records, ...edges.records].map((record) => record.map(sorted)));
    };
    try {
      await empty();
      const session = driver.session();
      for (const statement of cypher(graph)) {
        for (const line of statement.trimEnd().split(';\n')) await session.run(line.replace(/;$/u, ''));
      }
      await session.close();
      const exported = await dump();
      await empty();
      const store = await openNeo4jGraph({ uri: server.uri });
      await store.replace(graph);
      await store.close();
      expect(exported).toBe(await dump());
    } finally {
      await driver.close();
    }
  });

  it('shows nothing half after a kill -9 in the middle of loading, and goes on from there', async () => {
    const driver = neo4j.driver(server.uri);
    const arrived = async (): Promise<boolean> =>
      (await driver.executeQuery("MATCH (n:Entity) WHERE n.id STARTS WITH 'n0' RETURN n LIMIT 1")).records.length > 0;
    const store = await openNeo4jGraph({ uri: server.uri });
    try {
      await store.replace(fixture);
      // Large enough for several transactions; the process is ended when the first of them is there.
      const child = spawn(process.execPath, [
        '--input-type=module',
        '-e',
        `const { openNeo4jGraph } = await import(${JSON.stringify(new URL('../../../dist/store/neo4j/neo4j-graph.js', import.meta.url).href)});
         const store = await openNeo4jGraph({ uri: ${JSON.stringify(server.uri)} });
         const nodes = Array.from({ length: 100_000 }, (_, n) => {
           const id = 'n' + String(n).padStart(6, '0');
           return { id, labels: ['Entity', 'Group'], properties: { id, name: id } };
         });
         await store.replace({ nodes, edges: [], digest: 'large' });`,
      ]);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      while (child.exitCode === null && !(await arrived()));
      child.kill('SIGKILL');
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
      expect(await store.digest()).toBeNull();
      await expect(store.query('MATCH (n) RETURN count(n)')).rejects.toMatchObject({ code: 'store-unavailable' });
      await store.replace(fixture);
      expect(await store.digest()).toBe(fixture.digest);
      expect((await store.query('MATCH (n) RETURN count(n)')).rows).toEqual([[fixture.nodes.length + 1]]);
    } finally {
      await store.close();
      await driver.close();
    }
  });

  it('leaves the nodes of others alone, and says so', async () => {
    const driver = neo4j.driver(server.uri);
    const store = await openNeo4jGraph({ uri: server.uri });
    try {
      await driver.executeQuery("MATCH (n) DETACH DELETE n WITH count(*) AS gone CREATE (:Invoice {number: 'A-1'})");
      await expect(store.replace(fixture)).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('Attest has not written'),
      });
      expect(
        (await driver.executeQuery('MATCH (n) RETURN labels(n) AS labels')).records.map((one) => one.get(0)),
      ).toEqual([['Invoice']]);
    } finally {
      await store.close();
      await driver.executeQuery('MATCH (n) DETACH DELETE n');
      await driver.close();
    }
  });

  it('says that the server has gone, and works again when it is back', async () => {
    const own = await startNeo4j();
    const store = await openNeo4jGraph({ uri: own.uri });
    try {
      await store.replace(fixture);
      await own.stop();
      await expect(store.query('RETURN 1')).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(store.replace(fixture)).rejects.toMatchObject({ code: 'store-unavailable' });
      const again = await startNeo4j({ port: own.port });
      try {
        await store.replace(fixture);
        expect((await store.query('RETURN 1')).rows).toEqual([[1]]);
      } finally {
        await again.stop();
      }
    } finally {
      await store.close();
      await own.stop();
    }
  });
});
