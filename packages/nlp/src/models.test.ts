import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPipelineFrom } from './browser.ts';
import { ModelError, loadPipeline } from './index.ts';
import { sha256 } from './sha256.ts';

const models = fileURLToPath(new URL('../models/', import.meta.url));

describe('models that are not right', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'models-'));
    cpSync(models, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const code = (): string => {
    try {
      loadPipeline({ modelDir: dir });
    } catch (error) {
      if (error instanceof ModelError) return `${error.code}: ${error.message.replaceAll(dir, '')}`;
      throw error;
    }
    return 'loaded';
  };
  const change = (name: string, edit: (bytes: Buffer) => Buffer): void =>
    writeFileSync(join(dir, name), edit(readFileSync(join(dir, name))));
  const manifest = (edit: (m: Record<string, unknown>) => void): void =>
    change('manifest.json', (b) => {
      const m = JSON.parse(b.toString()) as Record<string, unknown>;
      edit(m);
      return Buffer.from(JSON.stringify(m));
    });

  test('a copy of the right ones loads', () => expect(code()).toBe('loaded'));

  test.each(['tagger.bin', 'names.bin', 'parser.bin', 'sentences.bin', 'words.txt', 'lemmas.tsv', 'gazetteer.txt'])(
    'one bit wrong, or cut short: %s',
    (name) => {
      change(name, (b) => {
        b[b.length >> 1] = (b[b.length >> 1] ?? 0) ^ 4;
        return b;
      });
      expect(code()).toMatch(new RegExp(`^MODEL_DAMAGED: /?${name} does not match its checksum`));
      change(name, (b) => b.subarray(0, 3));
      expect(code()).toMatch(/^MODEL_DAMAGED/);
      rmSync(join(dir, name));
      expect(code()).toMatch(/^MODEL_MISSING: cannot read/);
    },
  );

  test.each(['tagger.bin', 'names.bin', 'parser.bin', 'sentences.bin'])(
    'cut short with a checksum to match: %s',
    (name) => {
      change(name, (b) => b.subarray(0, b.length - 5));
      manifest((m) => {
        const sum = createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex');
        (m['sha256'] as Record<string, string>)[name] = sum;
      });
      expect(code()).toMatch(/^MODEL_DAMAGED: .* has a wrong length/);
    },
  );

  test('a manifest that is no JSON, or of another version or training', () => {
    change('manifest.json', (b) => b.subarray(0, 100));
    expect(code()).toMatch(/^MODEL_DAMAGED: .*is no JSON/);
    cpSync(join(models, 'manifest.json'), join(dir, 'manifest.json'));
    manifest((m) => delete m['nameUnit']);
    expect(code()).toMatch(/^MODEL_MISMATCH: .*"nameUnit"/);
    cpSync(join(models, 'manifest.json'), join(dir, 'manifest.json'));
    manifest((m) => (m['tags'] as string[]).pop());
    expect(code()).toMatch(/^MODEL_MISMATCH: tagger\.bin and manifest\.json/);
    cpSync(join(models, 'manifest.json'), join(dir, 'manifest.json'));
    manifest((m) => (m['labels'] as string[]).push('more'));
    expect(code()).toMatch(/^MODEL_MISMATCH: parser weights/);
  });
});

describe('loading by fetch', () => {
  const fromDisk = (edit: (name: string, bytes: Uint8Array) => Uint8Array) => (url: string) => {
    const name = url.slice(url.lastIndexOf('/') + 1);
    const bytes = edit(name, new Uint8Array(readFileSync(join(models, name))));
    return Promise.resolve(new Response(new Uint8Array(bytes)));
  };

  test('loads from any fetch', async () => {
    const pipeline = await loadPipelineFrom('https://example.org/models/', { fetch: fromDisk((_, b) => b) });
    expect(pipeline.annotate('Biden met Xi.').sentenceCount).toBe(1);
  });

  test('checks the checksums', async () => {
    const fetch = fromDisk((name, b) => (name === 'words.txt' ? b.slice(1) : b));
    await expect(loadPipelineFrom('https://example.org/models/', { fetch })).rejects.toMatchObject({
      code: 'MODEL_DAMAGED',
      message: expect.stringContaining('https://example.org/models/words.txt') as string,
    });
  });

  test('says what it could not reach', async () => {
    const fetch = (): Promise<Response> => Promise.reject(new TypeError('network is down'));
    await expect(loadPipelineFrom('https://example.org/models/', { fetch })).rejects.toMatchObject({
      code: 'MODEL_MISSING',
      message: expect.stringContaining('network is down') as string,
    });
  });
});

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('our SHA-256 of %i bytes is the usual one', (n) => {
  const bytes = new Uint8Array(n).map((_, i) => i * 7);
  expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
