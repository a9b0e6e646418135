import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph } from '@attest/graph';
import { loadOntology } from '@attest/model';
import { recordOf } from '@attest/model/contract';
import { textExplainer } from '../../test/text-explainer.ts';
import { textIngest } from '../../test/text-ingest.ts';
import { serve, type Server } from '../server.ts';
import { openEmbeddedGraph } from './embedded-graph.ts';
import { KeptGraph } from './kept-graph.ts';
import { openRecordStore } from './record-store.ts';

const ontology = loadOntology();
const records = [recordOf('a'), recordOf('b', 'The Senate urged Canada — “наконец” — to act.')];
const graph = buildGraph(records, ontology);
/** One of these for each record, as the sha256 of its file is. */
const revisions = ['revision of a', 'revision of b'];

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-kept-'));
  file = join(folder, 'graph.snapshot');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a kept graph', () => {
  it('is the one that was built, byte for byte', () => {
    expect(new KeptGraph(folder, 'code', ontology).read(revisions)).toBeNull();
    new KeptGraph(folder, 'code', ontology).write(revisions, graph);
    expect(JSON.stringify(new KeptGraph(folder, 'code', ontology).read(revisions))).toBe(JSON.stringify(graph));
    expect(readdirSync(folder)).toEqual(['graph.snapshot']);
    const nothing = buildGraph([], ontology);
    new KeptGraph(folder, 'code', ontology).write([], nothing);
    expect(new KeptGraph(folder, 'code', ontology).read([])).toEqual(nothing);
  });

  it('does not count for other records, another ontology, or other code', () => {
    new KeptGraph(folder, 'code', ontology).write(revisions, graph);
    const kept = new KeptGraph(folder, 'code', ontology);
    expect(kept.read(revisions.slice(1))).toBeNull();
    expect(kept.read([...revisions, 'revision of c'])).toBeNull();
    expect(kept.read(revisions.toReversed())).toBeNull();
    expect(kept.read(['another revision of a', 'revision of b'])).toBeNull();
    expect(new KeptGraph(folder, 'code', { ...ontology, acts: {} }).read(revisions)).toBeNull();
    expect(new KeptGraph(folder, 'other code', ontology).read(revisions)).toBeNull();
    expect(kept.read(revisions)).toEqual(graph);
  });

  it('is as good as none when the file is cut off anywhere, altered, or another version’s', () => {
    const kept = new KeptGraph(folder, 'code', ontology);
    kept.write(revisions, graph);
    const bytes = readFileSync(file);
    for (let length = 0; length < bytes.length; length += 97) {
      writeFileSync(file, bytes.subarray(0, length));
      expect(kept.read(revisions)).toBeNull();
    }
    for (let at = 0; at < bytes.length; at += 97) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      writeFileSync(file, altered);
      expect(kept.read(revisions)).toBeNull();
    }
    for (const other of [
      Buffer.concat([bytes, bytes]),
      bytes.toString().replace('{"version":2', '{"version":1'),
      'x',
      '\n',
    ]) {
      writeFileSync(file, other);
      expect(kept.read(revisions)).toBeNull();
    }
    rmSync(file);
    mkdirSync(file);
    expect(kept.read(revisions)).toBeNull();
  });
});

describe('a start', () => {
  const started = async (
    change?: (server: Server) => Promise<unknown>,
  ): Promise<{ digest: string; isKept: boolean }> => {
    const recordStore = await openRecordStore(join(folder, 'records'));
    const graphStore = openEmbeddedGraph({ threads: 1 });
    const server = await serve({
      graphStore,
      recordStore,
      ingest: textIngest,
      explainer: textExplainer,
      ontology,
      cache: { folder, code: 'code' },
      port: 0,
    });
    const { isKept } = await server.library.reload();
    await change?.(server);
    const digest = (await graphStore.digest()) ?? '';
    await server.close();
    await graphStore.close();
    await recordStore.close();
    return { digest, isKept };
  };
  const input = (text: string) => ({
    sourceId: 'upload:1',
    file: 'a.txt',
    bytes: new TextEncoder().encode(text),
    meta: {},
  });

  it('builds the graph once, and has it at once as long as nothing changes', async () => {
    const first = await started((server) => server.library.add([input('The Senate urged Canada.')]));
    expect(first.isKept).toBe(false);
    const second = await started();
    expect(second).toEqual({ digest: first.digest, isKept: true });
    writeFileSync(file, readFileSync(file).subarray(0, 400));
    expect(await started()).toEqual({ digest: first.digest, isKept: false });
    expect(await started()).toEqual({ digest: first.digest, isKept: true });
  });

  it('from a kept graph takes changes as any other does', async () => {
    const one = await started((server) => server.library.add([input('The Senate urged Canada.')]));
    const changed = await started((server) => server.library.add([input('The Senate urged Canada again.')]));
    expect(changed.isKept).toBe(true);
    expect(changed.digest).not.toBe(one.digest);
    rmSync(file);
    expect(await started()).toEqual({ digest: changed.digest, isKept: false });
    const empty = await started((server) => server.library.remove('upload:1'));
    expect(empty).toEqual({ digest: buildGraph([], ontology).digest, isKept: true });
  });
});
