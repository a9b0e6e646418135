import { extentOf, type LayoutNode, type Place } from './types.ts';

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
  x: number;
  y: number;
}

/**
 * Pushes two boxes apart, on the axis where it takes the smaller share of the boxes' own extent: labels are wide and low, and
 * pushing by pixels alone would pile everything into columns. True when they overlapped.
 */
function separate(a: Box, b: Box): boolean {
  const overX = Math.min(a.x + a.right, b.x + b.right) - Math.max(a.x - a.left, b.x - b.left);
  const overY = Math.min(a.y + a.up, b.y + b.up) - Math.max(a.y - a.down, b.y - b.down);
  if (overX <= 0.01 || overY <= 0.01) return false;
  const shareX = overX / (a.left + a.right + b.left + b.right);
  const shareY = overY / (a.up + a.down + b.up + b.down);
  if (shareY <= shareX) {
    const push = (overY / 2) * (a.y < b.y || (a.y === b.y && a.id < b.id) ? 1 : -1);
    a.y -= push;
    b.y += push;
  } else {
    const push = (overX / 2) * (a.x < b.x || (a.x === b.x && a.id < b.id) ? 1 : -1);
    a.x -= push;
    b.x += push;
  }
  return true;
}

/** Before labels are parted they are given the room that they need together, in the shape of the canvas. */
const airy = 1.7;
const mostStretch = 1.8;
/** A roomy layout may be drawn together to this share of its area: what is small on the screen cannot be read. */
const leastShare = 0.3;

function stretched(boxes: readonly Box[], aspect: number): void {
  const [xs, ys] = [boxes.map(({ x }) => x), boxes.map(({ y }) => y)];
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  if (width < 1 || height < 1) return;
  const area = boxes.reduce((sum, { left, right, up, down }) => sum + (left + right) * (up + down), 0) * airy;
  const wantedHeight = Math.sqrt(Math.max(area, width * height * leastShare) / aspect);
  const [byX, byY] = [(wantedHeight * aspect) / width, wantedHeight / height];
  // A long thin component stays long: its shape says something.
  const common = Math.sqrt(byX * byY);
  const ratio = Math.min(Math.max(byX / byY, 1 / mostStretch), mostStretch);
  const [scaleX, scaleY] = [common * Math.sqrt(ratio), common / Math.sqrt(ratio)];
  for (const box of boxes) [box.x, box.y] = [box.x * scaleX, box.y * scaleY];
}

/**
 * Moves marks with their labels apart until none covers another, as little as possible; sweeps from left to right, so that only
 * neighbours are compared. Ends after `rounds` even if some still touch.
 */
export function spread(
  nodes: readonly LayoutNode[],
  places: ReadonlyMap<string, Place>,
  aspect: number,
  rounds = 300,
): Map<string, Place> {
  const boxes: Box[] = nodes.map((node) => ({
    id: node.id,
    ...extentOf(node),
    ...(places.get(node.id) ?? { x: 0, y: 0 }),
  }));
  if (boxes.length > 3) stretched(boxes, aspect);
  for (let round = 0; round < rounds; round++) {
    boxes.sort((a, b) => a.x - a.left - (b.x - b.left) || (a.id < b.id ? -1 : 1));
    let moved = false;
    boxes.forEach((a, index) => {
      for (let next = index + 1; next < boxes.length; next++) {
        const b = boxes[next];
        if (!b || b.x - b.left > a.x + a.right) break;
        if (separate(a, b)) moved = true;
      }
    });
    if (!moved) break;
  }
  return new Map(boxes.map(({ id, x, y }) => [id, { x, y }]));
}
