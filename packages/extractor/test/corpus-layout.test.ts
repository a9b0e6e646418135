import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layOut } from '@attest/nlp';
import { describe, expect, it } from 'vitest';

const corpus = fileURLToPath(new URL('../../../corpus/', import.meta.url));
const files = readdirSync(corpus).filter((file) => file.endsWith('.txt'));
const textOf = (file: string): string => readFileSync(corpus + file, 'utf8');

/** Lines of at most `width` units, as a mail program or a printer to PDF breaks them. */
const wrapped = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => {
      const lines: string[] = [''];
      for (const word of line.split(' ')) {
        const last = lines.at(-1) ?? '';
        if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return lines.join('\n');
    })
    .join('\n');
const segmentsOf = (text: string): string[] => {
  const { reading, segments } = layOut(text);
  return segments.map(
    ({ kind, start, end }) => `${kind}: ${reading.text.slice(start, end).replaceAll(/\s+/gu, ' ').trim()}`,
  );
};

describe('the documents of the corpus', () => {
  it('read the same when their lines are broken, their ends are those of another system, or a mark stands before them', () => {
    let [all, same] = [0, 0];
    for (const file of files) {
      const text = textOf(file);
      const plain = segmentsOf(text);
      expect(segmentsOf(text.replaceAll('\n', '\r\n'))).toEqual(plain);
      expect(segmentsOf(`\ufeff${text}`)).toEqual(plain);
      const broken = new Set(segmentsOf(wrapped(text, 72)));
      all += plain.length;
      same += plain.filter((segment) => broken.has(segment)).length;
    }
    expect(all).toBeGreaterThan(150);
    expect(same / all).toBeGreaterThan(0.98);
  });
});

describe('the letter', () => {
  const { reading, segments, marks } = layOut(textOf('kentucky-attorney-general-letter-to-blinken.txt'));
  const body = segments.filter(({ note }) => note === null).map(({ start, end }) => reading.text.slice(start, end));
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

  it('has sixty notes, each with its mark', () => {
    expect(marks.map(({ note }) => note).toSorted((a, b) => a - b)).toEqual(upTo(60));
    expect(segments.flatMap(({ note }) => note ?? []).toSorted((a, b) => a - b)).toEqual(upTo(60));
  });

  it.each([
    ['cheap to produce and is a popular ingredient'],
    ['with precursor chemicals sourced mainly from China'],
    ['accomplishment by President Trump, Secretary Mike Pompeo'],
    ['In other words, absent international pressure'],
    ['The amnesty proposal received extensive criticism'],
  ])('goes on over the page: "%s"', (words) => {
    expect(body.filter((text) => text.includes(words))).toHaveLength(1);
  });

  it('lets no head of a page and no mark into the text', () => {
    const read = segments
      .filter(({ kind }) => kind !== 'boilerplate' && kind !== 'footnote')
      .map(({ start, end }) => reading.text.slice(start, end));
    expect(read.filter((text) => /Page \d+ of|[⁰-⁹¹²³]|\^\{/u.test(text))).toEqual([]);
  });
});
