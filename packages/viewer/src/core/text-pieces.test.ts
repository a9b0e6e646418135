import { describe, expect, it } from 'vitest';
import { pieces } from './text-pieces.ts';

describe('pieces', () => {
  const zones = [{ start: 0, end: 5, kind: 'headline' }];
  it('cuts overlapping claims without losing a character', () => {
    const text = 'abcdefghij';
    const cut = pieces(text, zones, [
      { claim: 'one', start: 2, end: 7 },
      { claim: 'two', start: 4, end: 9 },
    ]);
    expect(cut.map(({ text }) => text).join('')).toBe(text);
    expect(cut.map(({ claims }) => claims.join('+'))).toEqual(['', 'one', 'one+two', 'one+two', 'two', '']);
    expect(cut[0]?.zone).toBe('headline');
    expect(cut.at(-1)?.zone).toBe('body');
  });

  it('keeps to the text when a mark lies outside it, and takes an empty text', () => {
    expect(pieces('ab', [], [{ claim: 'x', start: 1, end: 99 }]).map(({ text }) => text)).toEqual(['a', 'b']);
    expect(pieces('', [], [])).toEqual([]);
  });
});
