import { describe, expect, it } from 'vitest';
import { wordTree, type WordBranch } from './word-tree.ts';

const word = (form: string, head: number, relation = 'dep') => ({ form, relation, head });
const shown = (branches: readonly WordBranch[]): string =>
  branches.map(({ word: { form }, below }) => (below.length === 0 ? form : `${form}(${shown(below)})`)).join(' ');

describe('the words of a sentence as a tree', () => {
  it('hang on each other in the order of the text, without signs', () => {
    const words = [
      word('The', 1),
      word('Senate', 2),
      word('urged', -1, 'root'),
      word('Canada', 2),
      word('.', 2, 'punct'),
    ];
    expect(shown(wordTree(words))).toBe('urged(Senate(The) Canada)');
    expect(wordTree([])).toEqual([]);
  });

  it('are all there once, whatever their heads say', () => {
    expect(shown(wordTree([word('a', 1), word('b', 0), word('c', 2), word('d', 99), word('e', -7)]))).toBe(
      'c d e a(b)',
    );
    expect(shown(wordTree([word('(', 1, 'punct'), word('x', -1), word(';', -1, 'punct'), word('y', 2)]))).toBe(
      'x ;(y)',
    );
  });
});
