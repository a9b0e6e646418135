import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentRecord } from '@attest/model';
import { openRecordStore } from './record-store.ts';

const record = (sourceId: string): DocumentRecord => ({
  document: {
    sourceId,
    revision: 'r',
    file: 'a.txt',
    title: 'A',
    kind: 'news',
    publisher: null,
    author: null,
    published: null,
    text: 'a',
    zones: [],
  },
  entities: [],
  mentions: [],
  claims: [],
  versions: {},
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the record store', () => {
  it('gives back what was put, also after it was opened anew, sorted by source', async () => {
    const store = await openRecordStore(folder);
    await store.put(record('b'));
    await store.put(record('a'));
    await store.close();
    const again = await openRecordStore(folder);
    expect((await again.all()).map((one) => one.document.sourceId)).toEqual(['a', 'b']);
    expect(await again.remove('a')).toBe(true);
    expect(await again.remove('a')).toBe(false);
    expect(await again.get('a')).toBeNull();
    await again.close();
  });

  it('never lets a source id become a path', async () => {
    const store = await openRecordStore(join(folder, 'inner'));
    await store.put(record('../../outside'));
    await store.close();
    expect(readdirSync(folder)).toEqual(['inner']);
  });

  it('names a damaged record, gives the lock back, and clears what a crash left half written', async () => {
    const store = await openRecordStore(folder);
    await store.put(record('a'));
    await store.close();
    const shard = readdirSync(folder)[0] ?? '';
    writeFileSync(join(folder, shard, 'x.json.1.tmp'), '{"half');
    await (await openRecordStore(folder)).close();
    const file = readdirSync(join(folder, shard)).find((name) => name.endsWith('.json')) ?? '';
    expect(readdirSync(join(folder, shard))).toEqual([file]);
    writeFileSync(join(folder, shard, file), '{"half');
    await expect(openRecordStore(folder)).rejects.toMatchObject({ code: 'store-damaged' });
    expect(readdirSync(folder)).not.toContain('lock');
  });

  it('lets nobody in twice, and a late close does not free what another holds', async () => {
    const first = await openRecordStore(folder);
    expect(() => openRecordStore(folder)).toThrow(/open in this process/u);
    await first.close();
    const second = await openRecordStore(folder);
    await first.close();
    expect(readdirSync(folder)).toContain('lock');
    await second.close();
  });

  it('takes over the lock of a process that is gone', async () => {
    writeFileSync(join(folder, 'lock'), '999999999');
    const store = await openRecordStore(folder);
    expect(readdirSync(folder)).toContain('lock');
    await store.close();
  });
});
