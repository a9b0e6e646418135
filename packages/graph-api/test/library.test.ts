import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOntology, type GraphStore, type Ingest, type IngestInput } from '@attest/model';
import { openEmbeddedGraph, openRecordStore } from '../src/index.ts';
import type { RecordFolder } from '../src/store/record-store.ts';
import { Library } from '../src/library.ts';
import { textIngest } from './text-ingest.ts';

const input = (file: string, text: string): IngestInput => ({
  sourceId: `upload:${file}`,
  file,
  bytes: new TextEncoder().encode(text),
  meta: {},
});
/** Reads a file called huge.txt only when it is let go. */
function slowIngest(): { readonly ingest: Ingest; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  return {
    ingest: {
      extract: async (one) => {
        if (one.file === 'huge.txt') await held;
        return textIngest.extract(one);
      },
    },
    letGo,
  };
}

let folder: string;
let recordStore: RecordFolder;
let graphStore: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-library-'));
  recordStore = await openRecordStore(folder);
  graphStore = openEmbeddedGraph({ threads: 1 });
});
afterEach(async () => {
  await graphStore.close();
  await recordStore.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a document that takes long to read', () => {
  it('holds up neither the documents of others nor their removal, and is there when it is read', async () => {
    const { ingest, letGo } = slowIngest();
    const library = new Library({ recordStore, graphStore, ingest, ontology: loadOntology() });
    await library.reload();
    const huge = library.add([
      input('huge.txt', 'The Senate urged Canada at length.'),
      input('beside.txt', 'Beside it.'),
    ]);
    await library.add([input('small.txt', 'The Senate urged Canada.')]);
    expect([...(library.loaded?.documents.keys() ?? [])]).toEqual(['upload:small.txt']);
    expect(await library.remove('upload:small.txt')).toBe(true);
    letGo();
    expect((await huge).map((outcome) => 'record' in outcome)).toEqual([true, true]);
    expect([...(library.loaded?.documents.keys() ?? [])]).toEqual(['upload:beside.txt', 'upload:huge.txt']);
    expect(await graphStore.digest()).toBe(library.loaded?.digest);
  });
});
