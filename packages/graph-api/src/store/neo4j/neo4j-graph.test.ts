import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphStoreContract } from '@attest/model/contract';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../../../scripts/neo4j/start.mjs';
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

describe.runIf(canStartNeo4j())('on a real Neo4j', () => {
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
});
