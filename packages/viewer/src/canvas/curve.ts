/** A point in pixels, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Edges shorter than this many pixels bend like one of this length: close actors' parallel edges stay apart as well. */
export const shortestBent = 150;

/**
 * Control point of the quadratic Bézier that an edge is drawn as. `bend` is a share of the edge's length; positive bends to
 * the left of who walks from start to end. The vertex shader of the edges computes the same.
 */
function controlPoint(start: Point, end: Point, bend: number): Point {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const share = bend * Math.max(1, shortestBent / Math.max(length, 1));
  return {
    x: (start.x + end.x) / 2 + (end.y - start.y) * share,
    y: (start.y + end.y) / 2 - (end.x - start.x) * share,
  };
}

/** The point of the curve at t (0 to 1). */
export function curvePoint(start: Point, end: Point, bend: number, t: number): Point {
  const control = controlPoint(start, end, bend);
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}
