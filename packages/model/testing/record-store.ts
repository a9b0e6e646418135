import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Graph, RecordStore } from '../src/ports.ts';
import type { DocumentRecord } from '../src/record.ts';
import { recordOf } from './records.ts';

/** A place of its own that a store can be opened at again and again. */
export interface RecordPlace {
  open(): Promise<RecordStore>;
  clear(): void;
}

const sources = async (store: RecordStore): Promise<string[]> =>
  (await store.all()).map(({ document }) => document.sourceId);

/** What every RecordStore must do; `build` is the graph that is made from its records. */
export function recordStoreContract(
  name: string,
  place: () => RecordPlace,
  build: (records: readonly DocumentRecord[]) => Graph,
): void {
  describe(`${name} as a RecordStore`, () => {
    let here: RecordPlace;
    let store: RecordStore;
    beforeEach(async () => {
      here = place();
      store = await here.open();
    });
    afterEach(async () => {
      await store.close();
      here.clear();
    });
    const reopened = async (): Promise<RecordStore> => {
      await store.close();
      store = await here.open();
      return store;
    };

    it('gives back what was put, sorted by source, also after it was opened anew', async () => {
      for (const id of ['b', 'a', 'upload:c', 'B']) await store.put(recordOf(id));
      expect(await sources(store)).toEqual(['B', 'a', 'b', 'upload:c']);
      await reopened();
      expect(await sources(store)).toEqual(['B', 'a', 'b', 'upload:c']);
      expect(await store.get('a')).toEqual(recordOf('a'));
      expect(await store.get('none')).toBeNull();
      expect(await store.sources()).toEqual(['B', 'a', 'b', 'upload:c']);
    });

    it('keeps one head revision per source: the last', async () => {
      const [first, second] = [recordOf('a', 'One text.'), recordOf('a', 'Another text.')];
      await store.put(first);
      await store.put(second);
      expect(await store.all()).toEqual([second]);
      await reopened();
      expect((await store.get('a'))?.document.revision).toBe(second.document.revision);
    });

    it('forgets what is removed, once', async () => {
      await store.put(recordOf('a'));
      expect(await store.remove('a')).toBe(true);
      expect(await store.remove('a')).toBe(false);
      expect(await store.get('a')).toBeNull();
      expect(await store.sources()).toEqual([]);
      await reopened();
      expect(await store.all()).toEqual([]);
    });

    it.each([
      '../../outside',
      '/etc/passwd',
      '',
      'a/b\\c',
      '\u0000',
      'é\u0301',
      'x'.repeat(10_000),
      '__proto__',
      'CON',
    ])('takes any source id: %j', async (id) => {
      await store.put(recordOf(id));
      await reopened();
      expect(await store.get(id)).toEqual(recordOf(id));
    });

    it('keeps every character of a text', async () => {
      const text = '\uFEFFA\r\n\u2028\u0000 \u{1F600} \uD800 lone';
      await store.put(recordOf('a', text));
      await reopened();
      expect((await store.get('a'))?.document.text).toBe(text);
    });

    it('takes no record that does not fit, and keeps the old one', async () => {
      await store.put(recordOf('a'));
      const broken = { ...recordOf('a'), claims: [{ id: 'c' }] } as unknown as DocumentRecord;
      await expect(store.put(broken)).rejects.toMatchObject({ code: 'invalid-input' });
      await reopened();
      expect(await store.get('a')).toEqual(recordOf('a'));
    });

    it('takes many at once', async () => {
      await Promise.all(Array.from({ length: 50 }, (_, index) => store.put(recordOf(`s${index}`))));
      await reopened();
      expect(await store.all()).toHaveLength(50);
    });

    it('lets nobody in twice, and a late close frees nothing that another holds', async () => {
      await expect(here.open()).rejects.toMatchObject({ code: 'store-locked' });
      const first = store;
      await reopened();
      await first.close();
      await expect(here.open()).rejects.toMatchObject({ code: 'store-locked' });
      await expect(first.put(recordOf('a'))).rejects.toMatchObject({ code: 'store-unavailable' });
    });

    it('ends in the graph of a build from nothing, whatever was added, changed and removed before', async () => {
      const final = [recordOf('a'), recordOf('b', 'The Senate urged Canada again.'), recordOf('c')];
      await store.put(recordOf('c', 'An older text.'));
      await store.put(recordOf('gone'));
      for (const record of final.toReversed()) await store.put(record);
      await store.remove('gone');
      await reopened();
      expect(build(await store.all()).digest).toBe(build(final).digest);
    });
  });
}
