import { describe, expect, it } from 'vitest';
import { placeCaptions, type Mark, type Stroke } from './caption-places.ts';

const mark = (id: string, x: number, y: number, more: Partial<Mark> = {}): Mark => ({
  id,
  x,
  y,
  radius: 6,
  text: id,
  width: 80,
  rank: 0,
  always: false,
  ...more,
});
const stroke: Stroke = {
  id: 'e',
  start: { x: 0, y: 0 },
  end: { x: 200, y: 0 },
  bend: 0,
  text: 'urged',
  width: 40,
  rank: 0,
  always: false,
};

describe('placeCaptions', () => {
  it('puts a name elsewhere when its first place is taken, and leaves it out when none is free', () => {
    const { marks } = placeCaptions([mark('a', 100, 100, { rank: 1 }), mark('b', 130, 100)], []);
    expect(marks.map(({ id }) => id)).toEqual(['a', 'b']);
    const [a, b] = marks;
    const apart =
      a &&
      b &&
      (a.area.right <= b.area.left ||
        b.area.right <= a.area.left ||
        a.area.bottom <= b.area.top ||
        b.area.bottom <= a.area.top);
    expect(apart).toBe(true);
    const crowd = Array.from({ length: 30 }, (_, index) => mark(`n${index}`, 100 + index, 100));
    expect(placeCaptions(crowd, []).marks.length).toBeLessThan(10);
  });

  it('writes what is asked for even in a crowd', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => mark(`n${index}`, 100 + index, 100));
    const asked = mark('asked', 115, 100, { always: true, rank: -1 });
    expect(placeCaptions([...crowd, asked], []).marks.map(({ id }) => id)).toContain('asked');
  });

  it('writes the words of an edge upright whatever its direction, and not on one that is too short', () => {
    const back = { ...stroke, id: 'f', start: { x: 200, y: 100 }, end: { x: 0, y: 90 } };
    const { strokes } = placeCaptions([], [stroke, back]);
    expect(strokes).toHaveLength(2);
    for (const { angle } of strokes) expect(Math.abs(angle)).toBeLessThanOrEqual(Math.PI / 2);
    expect(placeCaptions([], [{ ...stroke, end: { x: 50, y: 0 } }]).strokes).toHaveLength(0);
  });
});
