/** A rectangle to be placed, and where its corner came to lie. */
export interface Rectangle {
  readonly width: number;
  readonly height: number;
}
export interface Corner {
  readonly x: number;
  readonly y: number;
}
interface Step {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Height of the skyline over a stretch. */
const heightOver = (skyline: readonly Step[], from: number, to: number): number =>
  Math.max(
    0,
    ...skyline.filter((step) => step.x < to - 1e-6 && step.x + step.width > from + 1e-6).map((step) => step.height),
  );

function raise(skyline: readonly Step[], from: number, to: number, height: number): Step[] {
  const kept = skyline.flatMap((step) => {
    const end = step.x + step.width;
    return [
      ...(step.x < from ? [{ ...step, width: Math.min(end, from) - step.x }] : []),
      ...(end > to ? [{ ...step, x: Math.max(step.x, to), width: end - Math.max(step.x, to) }] : []),
    ].filter(({ width }) => width > 1e-6);
  });
  return [...kept, { x: from, width: to - from, height }].toSorted((a, b) => a.x - b.x);
}

function packInto(rectangles: readonly Rectangle[], width: number): { corners: Corner[]; height: number } {
  let skyline: Step[] = [{ x: 0, width, height: 0 }];
  let height = 0;
  const corners = rectangles.map((rectangle) => {
    const places = skyline
      .map(({ x }) => x)
      .filter((x) => x === 0 || x + rectangle.width <= width + 1e-6)
      .map((x) => ({ x, y: heightOver(skyline, x, x + rectangle.width) }))
      .toSorted((a, b) => a.y - b.y || a.x - b.x);
    const corner = places[0] ?? { x: 0, y: height };
    skyline = raise(skyline, corner.x, corner.x + rectangle.width, corner.y + rectangle.height);
    height = Math.max(height, corner.y + rectangle.height);
    return corner;
  });
  return { corners, height };
}

/**
 * Packs rectangles, in the order given, bottom-left along a skyline (Burke and others 2004), and tries widths until the whole
 * fills a canvas of this aspect at the largest zoom. Corners are bottom left, y upwards.
 */
export function pack(rectangles: readonly Rectangle[], aspect: number): readonly Corner[] {
  const widest = Math.max(1, ...rectangles.map(({ width }) => width));
  const area = rectangles.reduce((sum, { width, height }) => sum + width * height, 0);
  let best: { corners: Corner[]; cost: number } = { corners: [], cost: Number.POSITIVE_INFINITY };
  for (let factor = 0.7; factor <= 2.2; factor += 0.1) {
    const width = Math.max(widest, Math.sqrt(area * aspect) * factor);
    const { corners, height } = packInto(rectangles, width);
    const used = Math.max(...corners.map(({ x }, index) => x + (rectangles[index]?.width ?? 0)));
    // What decides is how far the picture has to shrink to fit.
    const cost = Math.max(used / aspect, height);
    if (cost < best.cost - 1e-6) best = { corners, cost };
  }
  return best.corners;
}
