import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Doc, loadPipeline } from './index.ts';
import { loadParts } from './load.ts';
import { tokenize } from './tokenizer.ts';

const pipeline = loadPipeline();

/** What does not hold: nothing but blanks between tokens, sentences cover them, trees are trees. */
function problems(text: string, doc: Doc): string[] {
  const out: string[] = [];
  const hold = (right: boolean, what: string): void => {
    if (!right) out.push(what);
  };
  let at = 0;
  for (let i = 0; i < doc.length; i++) {
    hold(/^[\s\u00a0]*$/.test(text.slice(at, doc.start(i))), `lost before token ${i}`);
    hold(doc.end(i) > doc.start(i), `empty token ${i}`);
    at = doc.end(i);
  }
  hold(/^[\s\u00a0]*$/.test(text.slice(at)), 'lost at the end');
  let next = 0;
  for (let s = 0; s < doc.sentenceCount; s++) {
    hold(doc.sentenceStart(s) === next, `gap before sentence ${s}`);
    const length = doc.sentenceEnd(s) - next;
    next = doc.sentenceEnd(s);
    hold(length > 0 && length <= 200, `sentence ${s} has ${length} tokens`);
    hold(doc.descendants(doc.root(s)).length === length, `sentence ${s} is no tree`);
  }
  hold(next === doc.length, 'tokens after the last sentence');
  for (const { start, end, confidence } of doc.names)
    hold(end > start && doc.sentenceOf(start) === doc.sentenceOf(end - 1) && confidence >= 0.5, `name at ${start}`);
  return out;
}

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((a) => String.fromCharCode(...a));
const pieces = fc.array(
  fc.constantFrom(
    'U.S.',
    ' ',
    '\n',
    '\n\n',
    '"',
    '“',
    "'",
    '’s',
    '(',
    ')',
    '.',
    '...',
    '§',
    '-',
    '–',
    '$',
    '8',
    'v.',
    'Id.',
    'a',
  ),
  { maxLength: 120 },
);

describe('any text', () => {
  test('code units at random, with lone surrogates and control characters', () => {
    fc.assert(
      fc.property(units, (text) => {
        expect(problems(text, pipeline.annotate(text))).toEqual([]);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test('signs that mean something, in any order', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(problems(text, pipeline.annotate(text))).toEqual([]);
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \t\u00a0\r\n\u2028'],
    ['right to left', 'قال الرئيس جو بايدن إن المكسيك شريك. הנשיא ביידן אמר.'],
    ['Chinese', '国务卿布林肯访问北京。中方表示反对。'],
    ['emoji and joiners', 'He said 👩‍👩‍👧‍👦🏽 and left. \u202eU.S. law\u202c'],
    ['zero bytes', 'The\u0000U.S.\u0000agreed.\u0007 Then it left.'],
    ['marks without letters', '\u0301\u0301\u0301 a\u0300\u0316'],
    ['lone surrogates', '\ud800 Biden \udfff met\ud83d Obrador.'],
  ])('%s', (_, text) => expect(problems(text, pipeline.annotate(text))).toEqual([]));

  test('gives the same document without WebAssembly', () => {
    const text = 'Daniel Cameron, who wrote to Secretary Blinken, said that fentanyl from Mexico kills Kentuckians.';
    const plain = loadPipeline({ plain: true }).annotate(text);
    expect(plain.toTransferable().data).toEqual(pipeline.annotate(text).toTransferable().data);
  });

  test('gives the same document twice', () => {
    const text =
      'Attorney General Knudsen of Montana wrote to President Biden on Feb. 8, 2023, citing 8 U.S.C. § 1189.';
    expect(pipeline.annotate(text).toTransferable().data).toEqual(pipeline.annotate(text).toTransferable().data);
  });
});

describe('large and hostile', () => {
  test('a megabyte without a blank is cut into words of 400, and says so', () => {
    const doc = pipeline.annotate('x'.repeat(1_000_000));
    expect(doc.length).toBe(2500);
    expect(doc.cutWords).toBe(1);
    expect(doc.cutSentences).toBeGreaterThan(10);
  });

  test('a cut does not part a pair of surrogates', () => {
    const doc = pipeline.annotate(`x${'😀'.repeat(400)}`);
    for (let i = 0; i < doc.length; i++) expect(doc.form(i)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });

  test('a megabyte without a full stop is cut into sentences of 200 tokens', () => {
    const { splitter } = loadParts();
    const text = 'the president of the country said that '.repeat(26_000);
    const tokens = tokenize(text);
    const ends = splitter.split(text, tokens);
    expect(tokens.starts).toHaveLength(26_000 * 7);
    expect(ends).toHaveLength((26_000 * 7) / 200);
  });

  test('what was cut is reported', () => {
    const doc = pipeline.annotate('the president of the country said that '.repeat(1000));
    expect(doc.length).toBe(7000);
    expect(doc.cutSentences).toBe(35);
    expect(doc.cutWords).toBe(0);
  });

  test.each(['(', '.', '-', "'", '”', 'a-', 'A.', '1,', "n't", '’s', 'http://a.b/', '@', '§'])(
    'two thousand times %s',
    (sign) => {
      const text = sign.repeat(2000);
      const doc = pipeline.annotate(text);
      expect(doc.end(doc.length - 1)).toBe(text.length);
    },
  );
});
