import { request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttestError, loadOntology, type Ingest } from '@attest/model';
import { textExplainer } from '../test/text-explainer.ts';
import { openEmbeddedGraph, openRecordStore, serve, type Server } from './index.ts';

/** Reads nothing but the text: what these tests look at is the service, not the extraction. */
const ingest: Ingest = {
  extract: async ({ sourceId, file, bytes }) => {
    const text = new TextDecoder().decode(bytes);
    if (text === '') throw new AttestError('unreadable-document', 'no text', 'Give some.');
    return {
      document: {
        sourceId,
        revision: 'r',
        file,
        title: file,
        kind: 'news',
        publisher: null,
        author: null,
        published: null,
        text,
        zones: [],
      },
      entities: [],
      mentions: [],
      claims: [],
      versions: {},
    };
  },
};

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-app-'));
  server = await serve({
    graphStore: openEmbeddedGraph(),
    recordStore: await openRecordStore(folder),
    ingest,
    explainer: textExplainer,
    ontology: loadOntology(),
    port: 0,
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A raw request, since fetch does not let the host be set. */
const send = (
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; type: string; body: string }> =>
  new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: server.port,
        method,
        path,
        agent: false,
        headers: body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: text }),
        );
      },
    );
    call.on('error', reject);
    if (body === '') call.end();
    else call.end(body);
  });
const json = { 'content-type': 'application/json' };

describe('the service', () => {
  it('answers 503 until the documents are loaded', async () => {
    expect((await send('GET', '/healthz')).status).toBe(503);
    expect((await send('GET', '/api/v1/graph')).status).toBe(503);
    await server.library.reload();
    expect((await send('GET', '/healthz')).status).toBe(200);
  });

  it('answers no other host, and takes nothing from pages of other sites', async () => {
    expect((await send('GET', '/api/v1/documents', { host: 'evil.example' })).status).toBe(403);
    expect((await send('GET', '/api/v1/documents', { host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect(
      (await send('POST', '/api/v1/cypher', { ...json, origin: 'http://evil.example' }, '{"query":"RETURN 1"}')).status,
    ).toBe(403);
    expect(
      (
        await send(
          'POST',
          '/api/v1/documents',
          { origin: 'null', 'content-type': 'multipart/form-data; boundary=x' },
          '--x--',
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await send(
          'POST',
          '/api/v1/cypher',
          { ...json, origin: `http://127.0.0.1:${server.port}` },
          '{"query":"RETURN 1"}',
        )
      ).status,
    ).toBe(200);
  });

  it.each([
    ['GET', '/api/v1/entities/none', '', 404],
    ['GET', '/api/v1/claims/..%2f..%2fetc%2fpasswd', '', 404],
    ['GET', '/api/v1/documents/%E0%A4%A', '', 400],
    ['GET', '/nowhere', '', 404],
    ['POST', '/api/v1/cypher', '{"query":"CREATE (n) RETURN n"}', 400],
    ['POST', '/api/v1/cypher', '{"query":', 400],
    ['POST', '/api/v1/cypher', '{}', 400],
  ])('%s %s is a problem with its status', async (method, path, body, status) => {
    const answer = await send(method, path, json, body);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body).not.toContain('    at ');
  });

  it('tells integers without loss', async () => {
    const answer = await send('POST', '/api/v1/cypher', json, '{"query":"RETURN 9007199254740993 AS big, 7 AS small"}');
    expect(JSON.parse(answer.body)).toMatchObject({ columns: ['big', 'small'], rows: [['9007199254740993', 7]] });
  });
});
