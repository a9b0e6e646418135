import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Doc, ModelError, loadPipeline } from './index.ts';

const pipeline = loadPipeline();

describe('tokens and sentences', () => {
  test.each([
    ['It was listed under 8 U.S.C. § 1189. It stayed there.', 2],
    ['Police in Louisville, Ky., met on Monday. They left.', 2],
    ["The Dep't. of State agreed.", 1],
    ['Sen. Lindsey Graham, R-S.C., asked for it.', 1],
    ['The court ruled in Smith v. Jones on Friday.', 1],
    ['They paid $3.5 billion for it.', 1],
  ])('%s', (text, sentences) => {
    expect(pipeline.annotate(text).sentenceCount).toBe(sentences);
  });

  test('addresses, e-mails and acronyms', () => {
    const doc = pipeline.annotate(
      'Send e-mails to a.b@state.gov or see https://www.state.gov/x-y (AMLO), U.S.-Mexico.',
    );
    const forms = Array.from({ length: doc.length }, (_, i) => doc.form(i));
    expect(forms).toEqual(
      expect.arrayContaining(['e-mails', 'a.b@state.gov', 'https://www.state.gov/x-y', 'AMLO', 'U.S.', 'Mexico']),
    );
  });
});

describe('trees', () => {
  const text = 'The attorneys asked President Biden to designate the Sinaloa Cartel.';
  const doc = pipeline.annotate(text);

  test('the verb has its subject', () => {
    const root = doc.root(0);
    expect(doc.lemma(root)).toBe('ask');
    expect(doc.form(doc.child(root, 'nsubj'))).toBe('attorneys');
    expect(doc.path(doc.child(root, 'nsubj'), root)).toHaveLength(2);
  });

  test('merged stretches are one word for the parser', () => {
    const from = text.indexOf('the Sinaloa');
    const merged = pipeline.annotate(text, { merge: [{ start: from, end: text.length - 1 }] });
    const inside = [7, 8, 9].filter((i) => merged.deprel(i) !== 'flat');
    expect(inside).toHaveLength(1);
  });

  test('a document crosses a thread boundary', () => {
    const copy = Doc.fromTransferable(structuredClone(doc.toTransferable().data));
    expect(copy.textOf(0, copy.length)).toBe(text);
    expect(copy.head(3)).toBe(doc.head(3));
  });
});

test('any text: no crash, tokens in order, one root for each sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const doc = pipeline.annotate(text);
      for (let i = 1; i < doc.length; i++) expect(doc.start(i)).toBeGreaterThanOrEqual(doc.end(i - 1));
      for (let s = 0; s < doc.sentenceCount; s++) {
        const roots = Array.from({ length: doc.length }, (_, i) => i).filter(
          (i) => doc.sentenceOf(i) === s && doc.head(i) < 0,
        );
        expect(roots).toHaveLength(1);
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('sentences without an end are cut and counted', () => {
  const doc = pipeline.annotate('word '.repeat(1000));
  expect(doc.length).toBe(1000);
  expect(doc.cutSentences).toBe(5);
});

test('damaged and missing models are clear errors', () => {
  const dir = mkdtempSync(join(tmpdir(), 'models-'));
  expect(() => loadPipeline({ modelDir: dir })).toThrow(ModelError);
  const models = new URL('../models/', import.meta.url);
  for (const name of readdirSync(models)) writeFileSync(join(dir, name), readFileSync(new URL(name, models)));
  const bytes = readFileSync(join(dir, 'parser.bin'));
  bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
  writeFileSync(join(dir, 'parser.bin'), bytes);
  expect(() => loadPipeline({ modelDir: dir })).toThrow(/does not match its checksum/);
});
