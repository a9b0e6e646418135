import { expect, it } from 'vitest';
import { liftOffFunctionWords } from './function-words.ts';
import { loadPipeline } from './load.ts';

it('hangs nothing on an auxiliary', () => {
  const heads = Int32Array.from([1, 2, -1, 2]);
  liftOffFunctionWords(heads, ['nsubj', 'aux', 'root', 'obj']);
  expect([...heads]).toEqual([2, 2, -1, 2]);
});

it('leaves what may stay: "such as"', () => {
  const heads = Int32Array.from([2, 0, -1]);
  liftOffFunctionWords(heads, ['case', 'fixed', 'root']);
  expect([...heads]).toEqual([2, 0, -1]);
});

it('gives the subject to the verb', () => {
  const doc = loadPipeline().annotate('Germany has repeatedly rejected the proposal of its neighbours.');
  expect(doc.form(doc.head(0))).toBe('rejected');
});
