import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenize } from '../src/tokenizer.ts';

const folder = new URL('../training/names/', import.meta.url);
const corpus = new URL('../../../corpus/', import.meta.url);
const texts = (at: URL): string[] =>
  readdirSync(at)
    .filter((f) => f.endsWith('.txt'))
    .map((f) => readFileSync(new URL(f, at), 'utf8'));
const lines = texts(folder)
  .flatMap((t) => t.split('\n'))
  .filter((l) => l.trim() !== '' && !l.startsWith('#'));
const NAME = /\[(PER|ORG|LOC|MISC) ([^\]]+)\]/g;

/** Runs of eight words, small letters. */
function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_, i) => words.slice(i, i + 8).join(' '));
}

test('there are some hundred sentences, and their brackets are closed', () => {
  expect(lines.length).toBeGreaterThan(800);
  for (const line of lines) expect(line.replace(NAME, '')).not.toMatch(/[[\]]/);
});

test('names begin and end where tokens do', () => {
  const wrong = lines.flatMap((line) => {
    const { starts, ends } = tokenize(line.replace(NAME, '$2'));
    let cut = 0;
    return [...line.matchAll(NAME)].filter((m) => {
      const [whole, , name = ''] = m;
      const start = m.index - cut;
      cut += whole.length - name.length;
      return !starts.includes(start) || !ends.includes(start + name.length);
    });
  });
  expect(wrong.map((m) => m[0])).toEqual([]);
});

test('no sentence of the documents that measure the names is trained on', () => {
  const measured = new Set(texts(corpus).flatMap(runs));
  expect(measured.size).toBeGreaterThan(1000);
  const shared = lines.flatMap((line) => runs(line.replace(NAME, '$2'))).filter((run) => measured.has(run));
  expect(shared).toEqual([]);
});
