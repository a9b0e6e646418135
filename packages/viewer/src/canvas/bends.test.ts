import { describe, expect, it } from 'vitest';
import { bendsOf } from './bends.ts';
import { curvePoint } from './curve.ts';

describe('bendsOf', () => {
  it('keeps a single edge straight and lets no parallel edge hide another, in either direction', () => {
    const lines = [
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'a' },
      { id: '3', from: 'a', to: 'b' },
      { id: '4', from: 'a', to: 'c' },
    ];
    const places = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, c: { x: 0, y: 100 } };
    const bends = bendsOf(lines);
    expect(bends.get('4')).toBe(0);
    const middles = lines.slice(0, 3).map(({ id, from, to }) => {
      const [start, end] = [places[from as 'a'], places[to as 'b']];
      return Math.round(curvePoint(start, end, bends.get(id) ?? 0, 0.5).y);
    });
    const sorted = middles.toSorted((a, b) => a - b);
    expect((sorted[1] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThanOrEqual(8);
    expect((sorted[2] ?? 0) - (sorted[1] ?? 0)).toBeGreaterThanOrEqual(8);
  });

  it('does not depend on the order of the edges', () => {
    const lines = [
      { id: '1', from: 'a', to: 'b' },
      { id: '2', from: 'b', to: 'a' },
    ];
    const [one, other] = [bendsOf(lines), bendsOf(lines.toReversed())];
    for (const { id } of lines) expect(other.get(id)).toBe(one.get(id));
  });
});
