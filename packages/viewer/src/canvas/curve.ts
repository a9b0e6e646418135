/** A point in pixels, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Control point of the quadratic Bézier that an edge is drawn as. `bend` is a share of the edge's length; positive bends to
 * the left of who walks from start to end. The vertex shader of the edges computes the same.
 */
export function controlPoint(start: Point, end: Point, bend: number): Point {
  return {
    x: (start.x + end.x) / 2 + (end.y - start.y) * bend,
    y: (start.y + end.y) / 2 - (end.x - start.x) * bend,
  };
}

/** The point of the curve at t (0 to 1). */
export function curvePoint(start: Point, end: Point, bend: number, t: number): Point {
  const control = controlPoint(start, end, bend);
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
}
