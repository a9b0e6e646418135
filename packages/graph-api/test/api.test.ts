import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOntology, type GraphStore } from '@attest/model';
import { recordOf } from '@attest/model/contract';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../scripts/neo4j/start.mjs';
import { openEmbeddedGraph, openRecordStore, serve, type Server } from '../src/index.ts';
import { openNeo4jGraph } from '../src/store/neo4j/neo4j-graph.ts';
import { textExplainer } from './text-explainer.ts';
import { textIngest } from './text-ingest.ts';

interface Answer {
  readonly status: number;
  // What the tests look for is in the bodies; their shape is theirs to expect.
  readonly body: Readonly<Record<string, unknown>>;
}
interface Running {
  readonly server: Server;
  readonly call: (path: string, init?: RequestInit) => Promise<Answer>;
  stop(): Promise<void>;
}

async function start(graphStore: GraphStore): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-api-'));
  const recordStore = await openRecordStore(folder);
  for (const id of ['a', 'b']) await recordStore.put(recordOf(id));
  const server = await serve({
    graphStore,
    recordStore,
    ingest: textIngest,
    explainer: textExplainer,
    ontology: loadOntology(),
    port: 0,
  });
  await server.library.reload();
  return {
    server,
    call: async (path, init) => {
      const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
      const text = await response.text();
      return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
    },
    stop: async () => {
      await server.close();
      await graphStore.close();
      await recordStore.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const files = (...contents: readonly (readonly [string, string])[]): RequestInit => {
  const body = new FormData();
  for (const [name, text] of contents) body.append('files', new File([text], name), name);
  return { method: 'POST', body };
};
const items = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

function describeApi(name: string, open: () => Promise<GraphStore>): void {
  describe(`the API on ${name}`, () => {
    let running: Running;
    let call: Running['call'];
    beforeAll(async () => {
      running = await start(await open());
      ({ call } = running);
    });
    afterAll(() => running?.stop());

    it('finds actors by the start of a word, without case, marks or article', async () => {
      for (const typed of ['canada', 'CAN', 'the Cánada'])
        expect(items(await call(`/api/v1/search?q=${encodeURIComponent(typed)}`))).toEqual([
          { id: 'iso:CA', name: 'Canada', type: 'Country' },
        ]);
      expect(items(await call('/api/v1/search?q='))).toEqual([]);
      expect(items(await call('/api/v1/search?q=a&limit=1'))).toHaveLength(1);
      expect((await call('/api/v1/search?q=a&limit=x')).status).toBe(400);
    });

    it('tells an actor with its claims, also by the id of a member', async () => {
      const { status, body } = await call('/api/v1/entities/iso%3ACA');
      expect(status).toBe(200);
      expect(body['entity']).toMatchObject({ id: 'iso:CA', name: 'Canada', aliases: ['Canada'], iso: 'CA' });
      const claims = body['claims'] as Record<string, unknown>[];
      expect(claims).toHaveLength(2);
      expect(claims[0]).toMatchObject({
        act: 'URGED',
        agent: { id: 'wikidata:Q66096', name: 'Senate', type: 'Agency' },
        target: { id: 'iso:CA', name: 'Canada', type: 'Country' },
        speakers: [],
        content: null,
        saidFrom: '2024-02-29',
      });
      const member = recordOf('b').entities[1]?.id ?? '';
      expect((await call(`/api/v1/entities/${member}`)).body['entity']).toMatchObject({ id: 'iso:CA' });
    });

    it('tells a claim with the text around it', async () => {
      const id = recordOf('a').claims[0]?.id ?? '';
      const { body } = await call(`/api/v1/claims/${id}`);
      expect(body).toMatchObject({
        id,
        document: { sourceId: 'a', title: 'a' },
        evidence: { start: 0, end: 31 },
        context: { before: '', quote: 'The Senate urged Canada to act.', after: '' },
      });
      expect(items(await call('/api/v1/claims?act=URGED&document=a')).map((claim) => claim['id'])).toEqual([id]);
      expect(items(await call('/api/v1/claims?act=DENIED'))).toEqual([]);
    });

    it('explains the sentence of a claim, and the one at a place of a document', async () => {
      const id = recordOf('a').claims[0]?.id ?? '';
      const ofClaim = await call(`/api/v1/claims/${id}/explain`);
      expect(ofClaim).toMatchObject({
        status: 200,
        body: {
          claim: id,
          document: { sourceId: 'a', title: 'a' },
          sentence: { start: 0, end: 31, text: 'The Senate urged Canada to act.' },
          claims: [{ id, act: 'URGED' }],
        },
      });
      const { body } = await call('/api/v1/documents/a/explain?at=5');
      expect(body).toEqual({ ...ofClaim.body, claim: null });
    });

    it.each([
      ['claims/none/explain', 404, /no claim none/u],
      ['documents/none/explain?at=0', 404, /no document none/u],
      ['documents/a/explain?at=31', 404, /No sentence is read at offset 31/u],
      ['documents/a/explain?at=-1', 400, /at is no number/u],
      ['documents/a/explain?at=1e3', 400, /at is no number/u],
    ])('says why %s cannot be explained', async (path, status, detail) => {
      const answer = await call(`/api/v1/${path}`);
      expect(answer).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
    });

    it('tells the graph between actors, whole, around one, and cut', async () => {
      const { body } = await call('/api/v1/graph');
      expect(body).toMatchObject({ truncated: false });
      expect(body['edges']).toHaveLength(1);
      expect((body['edges'] as Record<string, unknown>[])[0]).toMatchObject({
        type: 'URGED',
        to: 'iso:CA',
        standing: 'told',
        label: expect.any(String),
      });
      expect(body['nodes']).toHaveLength(2);
      expect((await call('/api/v1/graph?entity=iso:CA')).body).toEqual(body);
      expect((await call('/api/v1/graph?limit=0')).body).toEqual({ nodes: [], edges: [], truncated: true });
    });

    it.each([
      ['graphml', 'application/graphml+xml', '<node id="iso:CA">'],
      ['csv', 'text/csv', 'The Senate urged Canada to act.'],
      ['csv&table=entities', 'text/csv', 'iso:CA,Canada,Country'],
      ['jsonld', 'application/ld+json', '"@id":"urn:attest:id:iso%3ACA"'],
      ['cypher', 'text/plain', "`name`: 'Canada'"],
    ])('exports %s', async (format, type, content) => {
      const response = await fetch(`http://127.0.0.1:${running.server.port}/api/v1/export?format=${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?attest/u);
      expect(await response.text()).toContain(content);
    });

    it.each(['export', 'export?format=exe', 'export?format=csv&table=secrets'])('refuses to %s', async (path) => {
      expect(await call(`/api/v1/${path}`)).toMatchObject({ status: 400, body: { title: 'invalid-input' } });
    });

    it.each(['entities/none', 'claims/none', 'documents/none', 'graph?entity=none', 'nothing'])(
      'says 404 for %s',
      async (path) => {
        expect(await call(`/api/v1/${path}`)).toMatchObject({ status: 404, body: { title: 'not-found' } });
      },
    );

    it('stores what can be read of an upload, and says what was refused and why', async () => {
      const { status, body } = await call(
        '/api/v1/documents',
        files(['good.txt', 'The Senate urged Canada once more.'], ['empty.txt', '']),
      );
      expect(status).toBe(207);
      expect(body['documents']).toEqual([
        { sourceId: expect.stringMatching(/^upload:[0-9a-f]{64}$/u), file: 'good.txt', entities: 2, claims: 1 },
      ]);
      expect(body['refused']).toEqual([
        expect.objectContaining({ file: 'empty.txt', status: 422, title: 'unreadable-document', hint: 'Give some.' }),
      ]);
      expect(items(await call('/api/v1/documents'))).toHaveLength(3);
      const none = await call('/api/v1/documents', files(['one.txt', ''], ['two.txt', '']));
      expect(none).toMatchObject({ status: 422, body: { title: 'unreadable-document', documents: [] } });
      expect(none.body['refused']).toHaveLength(2);
    });

    it('shows an upload at once, and forgets it when it is deleted', async () => {
      const added = await call('/api/v1/documents', files(['new.txt', 'Text of a new document.']));
      expect(added.status).toBe(201);
      const [document] = added.body['documents'] as { sourceId: string }[];
      const path = `/api/v1/documents/${document?.sourceId ?? ''}`;
      expect((await call(path)).body).toMatchObject({ text: 'Text of a new document.', marks: [{ start: 0 }] });
      const before = (await call('/healthz')).body['digest'];
      expect((await call(path, { method: 'DELETE' })).status).toBe(204);
      expect((await call(path, { method: 'DELETE' })).status).toBe(404);
      expect((await call(path)).status).toBe(404);
      expect((await call('/healthz')).body['digest']).not.toBe(before);
      expect(await call('/api/v1/documents/a', { method: 'DELETE' })).toMatchObject({ status: 403 });
    });

    it('goes on answering while heavy queries run', async () => {
      const query = 'UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)';
      const caller = new AbortController();
      const heavy = Array.from({ length: 3 }, () =>
        call('/api/v1/cypher', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
          signal: caller.signal,
        }).catch(() => 'gone'),
      );
      expect((await call('/healthz')).status).toBe(200);
      expect((await call('/api/v1/entities/iso%3ACA')).status).toBe(200);
      caller.abort();
      expect(await Promise.all(heavy)).toEqual(['gone', 'gone', 'gone']);
    });
  });
}

describeApi('the embedded store', async () => openEmbeddedGraph({ threads: 3 }));

describe.runIf(canStartNeo4j())('with a real Neo4j', { timeout: 180_000 }, () => {
  let neo4j: RunningNeo4j;
  beforeAll(async () => {
    neo4j = await startNeo4j();
  });
  afterAll(() => neo4j.stop());
  describeApi('Neo4j', () => openNeo4jGraph({ uri: neo4j.uri }));
});
