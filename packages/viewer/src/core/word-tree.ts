import type { ExplainedWord } from './types.ts';

/** A word with those that hang on it, in the order of the text. */
export interface WordBranch {
  readonly number: number;
  readonly word: ExplainedWord;
  readonly below: readonly WordBranch[];
}

/** The words of a sentence as they hang on each other; signs are left out. Words that no root leads to stand at the top. */
export function wordTree(words: readonly ExplainedWord[]): readonly WordBranch[] {
  const below = new Map<number, number[]>();
  for (const [number, { head }] of words.entries()) {
    const at = head === number || words[head] === undefined ? -1 : head;
    below.set(at, [...(below.get(at) ?? []), number]);
  }
  const placed = new Set<number>();
  const branches = (numbers: readonly number[]): WordBranch[] =>
    numbers.flatMap((number) => {
      const word = words[number];
      if (word === undefined || placed.has(number)) return [];
      placed.add(number);
      const inner = branches(below.get(number) ?? []);
      return word.relation === 'punct' && inner.length === 0 ? [] : [{ number, word, below: inner }];
    });
  const roots = branches(below.get(-1) ?? []);
  return [...roots, ...branches([...words.keys()])];
}
