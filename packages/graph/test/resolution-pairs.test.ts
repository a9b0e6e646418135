import { describe, expect, it } from 'vitest';
import { figuresOf, outcomeOf, readPairs } from './pairs.ts';

const judged = readPairs().map((pair) => ({ pair, ...outcomeOf(pair) }));

describe('resolution on pairs from public facts', () => {
  it('has at least 300 pairs, none twice', () => {
    expect(judged.length).toBeGreaterThanOrEqual(300);
    expect(new Set(judged.map(({ pair }) => pair.line)).size).toBe(judged.length);
  });

  it('never joins counted groups by count and kind alone, and proposes or joins those that are one', () => {
    const own = judged.filter(({ pair }) => pair.family === 'counted group');
    const figures = figuresOf(own);
    const doubtful = own.filter(({ pair, outcome }) => !pair.same && outcome === 'proposed').length;
    console.warn(`counted groups: ${JSON.stringify({ ...figures, proposedThoughOthers: doubtful })}`);
    if (process.env['SHOW_PAIRS'] === 'groups')
      for (const { pair, outcome, reason } of own)
        console.warn(`${pair.same ? 'same' : 'different'}\t${outcome}\t${pair.sides.join('  ~  ')}\t${reason}`);
    expect(figures.precision).toBe(1);
    expect(figures.recallProposed).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['tune', 'held', 'fresh'] as const)(
    'half %s: merges are right, what is one is merged or proposed',
    (half) => {
      const figures = figuresOf(judged.filter(({ pair }) => pair.half === half));
      console.warn(`resolution, half ${half}: ${JSON.stringify(figures)}`);
      if (process.env['SHOW_PAIRS'] === half)
        for (const { pair, outcome, reason } of judged)
          if (pair.half === half && (pair.same ? outcome !== 'merged' : outcome !== 'apart'))
            console.warn(
              `${pair.same ? (outcome === 'apart' ? 'MISSED' : 'proposed') : outcome === 'merged' ? 'WRONG' : 'doubtful'}\t${pair.family}\t${pair.sides.join('  ~  ')}\t${reason}`,
            );
      expect(figures.precision).toBeGreaterThanOrEqual(0.98);
      expect(figures.recallProposed).toBeGreaterThanOrEqual(0.9);
    },
  );
});
