import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecordStore } from '@attest/graph-api';
import { recordOf } from '@attest/model/contract';
import type { IngestInput, RecordStore } from '@attest/model';
import { KnownInputs } from './serve-known.ts';

const input = (sourceId: string, text: string, meta: IngestInput['meta'] = {}): IngestInput => ({
  sourceId,
  file: `${sourceId}.txt`,
  bytes: new TextEncoder().encode(text),
  meta,
});
const [a, b] = [input('a', 'One.'), input('b', 'Two.')];
const none: ReadonlySet<string> = new Set();

let folder: string;
let store: RecordStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-known-'));
  store = await openRecordStore(join(folder, 'records'));
  await store.put(recordOf('a', 'One.'));
  await store.put(recordOf('b', 'Two.'));
  await new KnownInputs(folder, 'code').remember([a, b], none);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
const current = async (inputs: readonly IngestInput[], code = 'code'): Promise<string[]> => [
  ...(await new KnownInputs(folder, code).current(inputs, store)),
];

describe('known documents', () => {
  it('are those that did not change', async () => {
    expect(await current([a, b])).toEqual(['a', 'b']);
  });

  it('are read again when their bytes, their metadata or the code change', async () => {
    expect(await current([input('a', 'One!'), b])).toEqual(['b']);
    expect(await current([input('a', 'One.', { kind: 'letter' }), b])).toEqual(['b']);
    expect(await current([a, b], 'other code')).toEqual([]);
  });

  it('are read again when their record is gone or another one, or could not be read', async () => {
    await store.remove('a');
    await store.put(recordOf('b', 'Another text.'));
    expect(await current([a, b])).toEqual([]);
    await new KnownInputs(folder, 'code').remember([a, b], new Set(['a']));
    await store.put(recordOf('a', 'One.'));
    expect(await current([a])).toEqual([]);
  });

  it.each(['', '{"half', '[]', '{"code":"code"}'])('are none when the file is damaged: %j', async (content) => {
    writeFileSync(join(folder, 'inputs.json'), content);
    expect(await current([a, b])).toEqual([]);
  });
});
