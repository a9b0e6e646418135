/** A place with an id, in pixels, y downwards. */
export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;
export type Arrow = keyof typeof directions;
export const isArrow = (key: string): key is Arrow => key in directions;

/** The spot that an arrow key leads to: near, and rather ahead than aside; the first one when none is chosen yet. */
export function nearest(spots: readonly Spot[], from: string | null, arrow: Arrow): string | null {
  const start = spots.find(({ id }) => id === from);
  if (!start) return spots[0]?.id ?? null;
  const [dx, dy] = directions[arrow];
  const ahead = spots
    .filter(({ id }) => id !== from)
    .map(({ id, x, y }) => {
      const along = (x - start.x) * dx + (y - start.y) * dy;
      const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
      return { id, along, cost: along + 2.5 * aside };
    })
    .filter(({ along }) => along > 1)
    .toSorted((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  return ahead[0]?.id ?? start.id;
}
