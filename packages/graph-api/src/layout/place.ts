import { hashOf } from '@attest/model';

/** Actors by id, and pairs of their numbers that are connected. */
export interface LayoutInput {
  readonly ids: readonly string[];
  readonly pairs: readonly (readonly [number, number])[];
}
export type Place = readonly [x: number, y: number];

/** Steps until pictures of this size hardly change; larger ones get fewer, since each costs more. */
const stepsFor = (order: number): number => (order < 1_000 ? 200 : order < 10_000 ? 60 : 20);
const reach = 2;
const gravity = 0.015;

/** First places by hash, so that nothing depends on chance or on the order of the actors. */
const firstPlace = (id: string, part: string, width: number): number =>
  (Number.parseInt(hashOf(id, part).slice(0, 8), 16) / 0xffffffff - 0.5) * width;

/** Numbers of the actors by cell of a grid with the width of the reach: only near ones drive each other apart. */
function gridOf(x: Float64Array, y: Float64Array): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < x.length; i += 1) {
    const key = cellKey(cellOf(x[i] ?? 0), cellOf(y[i] ?? 0));
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return cells;
}
const cellOf = (value: number): number => Math.floor(value / reach);
const cellKey = (column: number, row: number): number => (column + 1_000_000) * 2_000_001 + row + 1_000_000;

function repel(x: Float64Array, y: Float64Array, dx: Float64Array, dy: Float64Array): void {
  const cells = gridOf(x, y);
  for (let i = 0; i < x.length; i += 1) {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0];
    for (let column = cellOf(xi) - 1; column <= cellOf(xi) + 1; column += 1) {
      for (let row = cellOf(yi) - 1; row <= cellOf(yi) + 1; row += 1) {
        for (const j of cells.get(cellKey(column, row)) ?? []) {
          if (i === j) continue;
          // Two at one place are driven apart in a direction of their own.
          const ex = xi - (x[j] ?? 0) || (i - j) * 1e-6;
          const ey = yi - (y[j] ?? 0) || (i - j) * 1e-6;
          const square = ex * ex + ey * ey;
          if (square > reach * reach) continue;
          dx[i] = (dx[i] ?? 0) + ex / square;
          dy[i] = (dy[i] ?? 0) + ey / square;
        }
      }
    }
  }
}

function attract(
  pairs: LayoutInput['pairs'],
  x: Float64Array,
  y: Float64Array,
  dx: Float64Array,
  dy: Float64Array,
): void {
  for (const [i, j] of pairs) {
    const [ex, ey] = [(x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)];
    const pull = Math.sqrt(ex * ex + ey * ey);
    dx[i] = (dx[i] ?? 0) - ex * pull;
    dy[i] = (dy[i] ?? 0) - ey * pull;
    dx[j] = (dx[j] ?? 0) + ex * pull;
    dy[j] = (dy[j] ?? 0) + ey * pull;
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/**
 * Places in the square from -0.5 to 0.5: Fruchterman and Reingold 1991, the variant on a grid, with a weak pull to the middle
 * that holds unconnected parts together. Only sums, products and square roots, so that every machine gives the same numbers.
 */
export function placesOf({ ids, pairs }: LayoutInput): readonly Place[] {
  const width = Math.sqrt(ids.length);
  const x = Float64Array.from(ids, (id) => firstPlace(id, 'x', width));
  const y = Float64Array.from(ids, (id) => firstPlace(id, 'y', width));
  const steps = stepsFor(ids.length);
  for (let step = 0; step < steps; step += 1) {
    const [dx, dy] = [new Float64Array(ids.length), new Float64Array(ids.length)];
    repel(x, y, dx, dy);
    attract(pairs, x, y, dx, dy);
    const most = (Math.max(width, 2) / 10) * (1 - step / steps);
    for (let i = 0; i < ids.length; i += 1) {
      const [mx, my] = [(dx[i] ?? 0) - gravity * (x[i] ?? 0), (dy[i] ?? 0) - gravity * (y[i] ?? 0)];
      const length = Math.sqrt(mx * mx + my * my);
      const share = length > most ? most / length : 1;
      x[i] = (x[i] ?? 0) + mx * share;
      y[i] = (y[i] ?? 0) + my * share;
    }
  }
  const extent = x.reduce((widest, value, i) => Math.max(widest, Math.abs(value), Math.abs(y[i] ?? 0)), 1e-9) * 2;
  return ids.map((_id, i) => [rounded((x[i] ?? 0) / extent), rounded((y[i] ?? 0) / extent)]);
}
