import { describe, expect, it } from 'vitest';
import { isArrow, nearest } from './nearest.ts';

const spots = [
  { id: 'middle', x: 0, y: 0 },
  { id: 'right', x: 50, y: 5 },
  { id: 'far', x: 200, y: 0 },
  { id: 'above', x: 4, y: -60 },
];

describe('nearest', () => {
  it('goes where the arrow points, to the near one first, and stays at the border', () => {
    expect(nearest(spots, 'middle', 'ArrowRight')).toBe('right');
    expect(nearest(spots, 'right', 'ArrowRight')).toBe('far');
    expect(nearest(spots, 'middle', 'ArrowUp')).toBe('above');
    expect(nearest(spots, 'far', 'ArrowRight')).toBe('far');
  });

  it('begins somewhere, and nowhere when there is nothing', () => {
    expect(nearest(spots, null, 'ArrowLeft')).toBe('middle');
    expect(nearest([], null, 'ArrowLeft')).toBeNull();
    expect(isArrow('Enter')).toBe(false);
  });
});
