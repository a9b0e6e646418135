import { expect, test } from 'vitest';
import { type Named, agree } from './agree.ts';
import type { Name } from './doc.ts';

const sentence = (
  text: string,
  ...names: [start: number, end: number, type: Name['type'], confidence: number][]
): Named => ({
  forms: text.split(' '),
  names: names.map(([start, end, type, confidence]) => ({ start, end, type, confidence })),
});
const told = (sentences: readonly Named[]): string[] =>
  sentences.flatMap((s) => s.names.map((n) => `${n.type} ${s.forms.slice(n.start, n.end).join(' ')}`));
const after = (...sentences: Named[]): string[] => {
  agree(sentences);
  return told(sentences);
};

test('what is written the same is of one type', () => {
  const found = after(
    sentence('The Firefox team', [1, 2, 'ORG', 0.99]),
    sentence('use Firefox now', [1, 2, 'LOC', 0.52]),
  );
  expect(found).toEqual(['ORG Firefox', 'ORG Firefox']);
});

test('an acronym in brackets is what the name before it is', () => {
  const found = after(
    sentence('President López Obrador ( AMLO ) left', [1, 3, 'PER', 0.99], [4, 5, 'ORG', 0.77]),
    sentence('and AMLO spoke', [1, 2, 'ORG', 0.6]),
  );
  expect(found).toEqual(['PER López Obrador', 'PER AMLO', 'PER AMLO']);
});

test('also behind a possessive', () => {
  const found = after(sentence("Manuel López Obrador 's ( AMLO ) plan", [0, 3, 'PER', 1], [5, 6, 'ORG', 0.8]));
  expect(found).toEqual(['PER Manuel López Obrador', 'PER AMLO']);
});

test('a surname is a person if the document has the full name', () => {
  const found = after(
    sentence('Hassan Nasrallah spoke', [0, 2, 'PER', 0.95]),
    sentence('but Nasrallah left', [1, 2, 'ORG', 0.6]),
  );
  expect(found).toEqual(['PER Hassan Nasrallah', 'PER Nasrallah']);
});

test('a name that is sure of itself stays', () => {
  const found = after(
    sentence('George Washington spoke', [0, 2, 'PER', 0.99]),
    sentence('in Washington today', [1, 2, 'LOC', 0.99]),
  );
  expect(found).toEqual(['PER George Washington', 'LOC Washington']);
});

test('what is certain once is a name again, but not as a part of something else or at the beginning', () => {
  const found = after(
    sentence('the CPA agreed', [1, 2, 'ORG', 0.9]),
    sentence('to the CPA again'),
    sentence('the CPA Reader again'),
    sentence('CPA again'),
    sentence('the cpa again'),
  );
  expect(found).toEqual(['ORG CPA', 'ORG CPA']);
});

test('a name that was not certain is not spread', () => {
  expect(after(sentence('the CPA agreed', [1, 2, 'ORG', 0.7]), sentence('to the CPA again'))).toEqual(['ORG CPA']);
});
