import { afterEach, describe, expect, it } from 'vitest';
import { AttestError, type IngestInput } from '@attest/model';
import { extractOn } from './extract-pool.ts';
import { ReaderPool } from './reader-pool.ts';

const input = (file: string, text: string): IngestInput => ({
  sourceId: file,
  file,
  bytes: new TextEncoder().encode(text),
  meta: { kind: 'news', published: '2024-02-29' },
});
const small = (n: number): IngestInput => input(`${n}.txt`, `The Senate urged Canada to sanction Iran ${n} times.`);
/** Takes many times as long as all the others together. */
const huge = input('huge.txt', 'The Senate urged Canada to sanction Iran, and Mexico denied it.\n'.repeat(1_500));

let pool: ReaderPool;
afterEach(() => pool?.close());

describe('threads that read documents', () => {
  it('read one after the other, also after one that cannot be read', async () => {
    pool = new ReaderPool(1);
    const read = await Promise.all([1, 2, 3].map((n) => pool.extract(small(n))));
    expect(read.map(({ document, claims }) => [document.file, claims.length > 0])).toEqual([
      ['1.txt', true],
      ['2.txt', true],
      ['3.txt', true],
    ]);
    const error: unknown = await pool.extract(input('none.txt', '')).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(AttestError);
    expect(error).toMatchObject({ code: 'unreadable-document', hint: expect.stringMatching(/./u) });
    const { document, claims } = await pool.extract(small(4));
    expect((await pool.explain(document, 0)).claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
  });

  it('go on with others while one is busy with a huge document', async () => {
    pool = new ReaderPool(2);
    const done: string[] = [];
    const inputs = [huge, ...Array.from({ length: 8 }, (_, n) => small(n))];
    await Promise.all(inputs.map(async (one) => done.push((await pool.extract(one)).document.file)));
    expect(done).toHaveLength(9);
    expect(done.at(-1)).toBe('huge.txt');
  });

  it('refuse what takes too long, and answer the next', async () => {
    pool = new ReaderPool(1);
    const [long, short] = await Promise.all([pool.extract(huge), pool.extract(small(1))]);
    const hasty = new ReaderPool(1, 1_500);
    try {
      const asked = [long, short].map(({ document }) =>
        hasty.explain(document, 0).then(
          ({ sentence }) => sentence.text,
          (cause: AttestError) => `${cause.code}: ${cause.message}`,
        ),
      );
      expect(await asked[0]).toMatch(/^limit-exceeded: huge\.txt takes longer/u);
      expect(await asked[1]).toMatch(/^The Senate/u);
    } finally {
      await hasty.close();
    }
  });

  it('refuse to read on what takes too long, while others are read', async () => {
    const endless = input(
      'endless.txt',
      'The Senate urged Canada to sanction Iran, and Mexico denied it.\n'.repeat(40_000),
    );
    pool = new ReaderPool(2, 5_000);
    const done: string[] = [];
    const refused = pool.extract(endless).catch((cause: unknown) => {
      done.push('endless.txt');
      return cause;
    });
    await Promise.all([1, 2, 3].map(async (n) => done.push((await pool.extract(small(n))).document.file)));
    expect(await refused).toMatchObject({ code: 'limit-exceeded', message: expect.stringContaining('endless.txt') });
    expect(done.at(-1)).toBe('endless.txt');
    expect((await pool.extract(small(4))).document.file).toBe('4.txt');
  });

  it('tell those who wait that the server stops', async () => {
    pool = new ReaderPool(1);
    const asked = [huge, small(1)].map((one) => pool.extract(one).catch((cause: unknown) => cause));
    await pool.close();
    expect(await asked[1]).toMatchObject({ code: 'store-unavailable' });
    expect(await asked[0]).toBeInstanceOf(Error);
  });
});

describe('a run over many documents', () => {
  it.each([1, 2])('on %i threads gives the same records', async (threads) => {
    const inputs = [1, 2, 3, 4, 5].map(small);
    const files = new Set<string>();
    for await (const { input: one, outcome } of extractOn(threads, inputs)) {
      expect(outcome).not.toBeInstanceOf(Error);
      files.add(one.file);
    }
    expect([...files].toSorted()).toEqual(['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']);
  });

  it('is not held up by a huge document at its head', async () => {
    const files: string[] = [];
    for await (const { input: one } of extractOn(2, [huge, ...[1, 2, 3, 4, 5].map(small)])) files.push(one.file);
    expect(files.at(-1)).toBe('huge.txt');
    expect(files).toHaveLength(6);
  });
});
