import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AttestError, keyNameOf, loadOntology, type Ingest, type IngestInput, type LocalEntity } from '@attest/model';
import { recordOf } from '@attest/model/contract';
import { GraphThread } from '../src/build/graph-thread.ts';
import { openEmbeddedGraph, openRecordStore, serve, type Server } from '../src/index.ts';
import type { SnapshotStore } from '../src/store/embedded-graph.ts';
import { pathOf } from '../src/store/record-file.ts';
import type { RecordFolder } from '../src/store/record-store.ts';
import { textExplainer } from './text-explainer.ts';
import { textIngest } from './text-ingest.ts';

const ontology = loadOntology();
const input = (file: string, text: string): IngestInput => ({
  sourceId: `upload:${file}`,
  file,
  bytes: new TextEncoder().encode(text),
  meta: {},
});
/** Namesakes by the hundred, all of which must be compared: takes seconds to resolve. */
const crowdIngest: Ingest = {
  extract: async (one) => {
    const record = await textIngest.extract(one);
    if (!one.file.startsWith('crowd')) return record;
    const crowd = Array.from({ length: 1_500 }, (_, at): LocalEntity => {
      const name = `Quentin ${String.fromCodePoint(65 + (at % 26))}. ${'abcdefghij'[at % 10]}${at} Smith`;
      const id = `e_${one.file}_${at}`;
      const base = { id, type: 'Person', name, aliases: [name], keyName: keyNameOf(name) };
      return { ...base, identifiers: {}, linkable: true, titles: [] };
    });
    return { ...record, entities: [...record.entities, ...crowd] };
  },
};

let folder: string;
let recordStore: RecordFolder;
let graphStore: SnapshotStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-build-'));
  recordStore = await openRecordStore(folder, { holds: false });
  graphStore = openEmbeddedGraph({ threads: 1 });
});
afterEach(async () => {
  await graphStore.close();
  await recordStore.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a server whose graph is being built', { timeout: 120_000 }, () => {
  it('answers, from the old graph, until the next one is there', async () => {
    const events: string[] = [];
    const store: SnapshotStore = {
      ...graphStore,
      load: async (snapshot, digest) => {
        events.push('built');
        await graphStore.load(snapshot, digest);
      },
    };
    const server: Server = await serve({
      recordStore: {
        ...recordStore,
        put: async (record) => {
          await recordStore.put(record);
          events.push('stored');
        },
      },
      graphStore: store,
      ingest: crowdIngest,
      explainer: textExplainer,
      ontology,
      port: 0,
    });
    const at = `http://127.0.0.1:${server.port}`;
    const digest = async (): Promise<string> =>
      ((await (await fetch(`${at}/healthz`)).json()) as { digest: string }).digest;
    try {
      await server.library.reload();
      await server.library.add([input('small.txt', 'The Senate urged Canada.')]);
      const before = await digest();
      events.length = 0;
      const added = server.library.add([input('crowd.txt', 'A crowd.')]).then(() => events.push('answered'));
      while (!events.includes('stored')) await new Promise((resolve) => setImmediate(resolve));
      expect(await digest()).toBe(before);
      events.push('health');
      const response = await fetch(`${at}/api/v1/cypher`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'MATCH (p:Projection) RETURN p.digest' }),
      });
      expect(((await response.json()) as { rows: unknown }).rows).toEqual([[before]]);
      events.push('query');
      const { items } = (await (await fetch(`${at}/api/v1/documents`)).json()) as { items: { file: string }[] };
      expect(items.map(({ file }) => file)).toEqual(['small.txt']);
      events.push('documents');
      await added;
      expect(events).toEqual(['stored', 'health', 'query', 'documents', 'built', 'answered']);
      expect(await digest()).not.toBe(before);
    } finally {
      await server.close();
    }
  });

  it('keeps the old graph when a record cannot be read, says which, and goes on when it can', async () => {
    const server = await serve({
      recordStore,
      graphStore,
      ingest: textIngest,
      explainer: textExplainer,
      ontology,
      port: 0,
    });
    try {
      const { digest } = await server.library.reload();
      const record = recordOf('upload:a.txt', 'The Senate urged Canada.');
      await recordStore.put(record);
      writeFileSync(pathOf(folder, 'upload:a.txt').file, '{"half');
      await expect(server.library.reload()).rejects.toMatchObject({ code: 'store-damaged' });
      expect(server.library.loaded?.digest).toBe(digest);
      expect(await graphStore.digest()).toBe(digest);
      await recordStore.put(record);
      expect((await server.library.reload()).digest).not.toBe(digest);
    } finally {
      await server.close();
    }
  });
});

describe('the thread that builds', () => {
  const thread = (maxEntities = Infinity): GraphThread =>
    new GraphThread({ records: folder, ontology, cache: null, maxEntities });

  it('gives the same graph with few entities in memory, whole and in stretches', async () => {
    for (const name of ['a', 'b', 'c']) await recordStore.put(recordOf(name));
    const [whole, parts] = [thread(), thread(2)];
    try {
      const sources = await recordStore.sources();
      const brought = await whole.bring(sources, null, true);
      expect(brought.snapshot?.length).toBeGreaterThan(0);
      expect(brought.documents.map(({ sourceId, claims }) => [sourceId, claims])).toEqual(
        ['a', 'b', 'c'].map((name) => [name, recordOf(name).claims.length]),
      );
      expect((await parts.bring(sources, null, false)).digest).toBe(brought.digest);
      expect(await whole.graph()).toEqual(await parts.graph());
      expect((await whole.graph()).digest).toBe(brought.digest);
    } finally {
      await Promise.all([whole.close(), parts.close()]);
    }
  });

  it('goes on with an export that a build overtakes, and lets one go that is left', async () => {
    await recordStore.put(recordOf('a'));
    const building = thread();
    const all = async (chunks: AsyncIterable<string>): Promise<string> => {
      let text = '';
      for await (const chunk of chunks) text += chunk;
      return text;
    };
    try {
      const wanted = { format: 'jsonld', table: 'claims' } as const;
      await expect(building.export(wanted).next()).rejects.toMatchObject({ code: 'store-unavailable' });
      await building.bring(['a'], null, false);
      const text = await all(building.export(wanted));
      const begun = building.export(wanted);
      const first = await begun.next();
      const left = building.export(wanted);
      await left.next();
      await left.return(undefined);
      await recordStore.put(recordOf('b', 'The Senate urged Canada again.'));
      await building.bring(['a', 'b'], [], false);
      expect(`${first.value}${await all(begun)}`).toBe(text);
      expect(await all(building.export(wanted))).not.toBe(text);
    } finally {
      await building.close();
    }
  });

  it('tells who waits that the server stops', async () => {
    const building = thread();
    const asked = building.bring([], null, false).catch((cause: unknown) => cause);
    await building.close();
    expect(await asked).toBeInstanceOf(AttestError);
    await expect(building.keep()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
