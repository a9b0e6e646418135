import { curvePoint, type Point } from './curve.ts';
import { Occupied, type Area } from './occupied.ts';

/** A mark with what is to be written beside it. Higher `rank` is written first; `always` even over others. */
export interface Mark extends Point {
  readonly id: string;
  readonly radius: number;
  readonly text: string;
  readonly width: number;
  readonly rank: number;
  readonly always: boolean;
}
export interface Stroke {
  readonly id: string;
  readonly start: Point;
  readonly end: Point;
  readonly bend: number;
  readonly text: string;
  readonly width: number;
  readonly rank: number;
  readonly always: boolean;
}
export interface PlacedMark extends Point {
  readonly id: string;
  readonly text: string;
  readonly area: Area;
}
export interface PlacedStroke extends Point {
  readonly id: string;
  readonly text: string;
  /** Radians, never upside down. */
  readonly angle: number;
}

const height = 17;
const smallHeight = 13;
/** A screen holds no more readable captions than this. */
const most = 220;

const boxAt = (left: number, middle: number, width: number): Area => ({
  left,
  top: middle - height / 2,
  right: left + width,
  bottom: middle + height / 2,
});

/** Beside, then left of, below and above a mark. */
const candidates = ({ x, y, radius, width }: Mark): Area[] => [
  boxAt(x + radius + 5, y, width),
  boxAt(x - radius - 5 - width, y, width),
  boxAt(x - width / 2, y + radius + 4 + height / 2, width),
  boxAt(x - width / 2, y - radius - 4 - height / 2, width),
];

/** Free, best off the lines too; what would be cut off at the border of the canvas is not free. */
function freeArea(options: readonly Area[], taken: Occupied, lines: Occupied, canvas: Area): Area | undefined {
  const free = options.filter(
    (area) =>
      area.left >= canvas.left &&
      area.right <= canvas.right &&
      area.top >= canvas.top &&
      area.bottom <= canvas.bottom &&
      !taken.hits(area),
  );
  return free.find((area) => !lines.hits(area)) ?? free[0];
}

/**
 * The most important names may cover marks, though no other name: a picture without them says nothing. One for so many square
 * pixels, but never many.
 */
const leaders = { area: 40_000, most: 14 };

function placeMarks(
  marks: readonly Mark[],
  names: Occupied,
  all: Occupied,
  lines: Occupied,
  canvas: Area,
): PlacedMark[] {
  const placed: PlacedMark[] = [];
  // Not even a leader's name may cover what is asked for.
  for (const { x, y, radius, always } of marks)
    if (always) names.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const leading = Math.min(leaders.most, ((canvas.right - canvas.left) * (canvas.bottom - canvas.top)) / leaders.area);
  for (const mark of marks.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))) {
    if (mark.text === '') continue;
    if (placed.length >= most && !mark.always) break;
    const options = candidates(mark);
    const area =
      freeArea(options, all, lines, canvas) ??
      (mark.always || placed.length < leading ? freeArea(options, names, lines, canvas) : undefined) ??
      (mark.always ? options[0] : undefined);
    if (!area) continue;
    names.add(area);
    all.add(area);
    placed.push({ id: mark.id, text: mark.text, area, x: area.left, y: (area.top + area.bottom) / 2 });
  }
  return placed;
}

/** Where the lines run, as a string of points; of a thick tangle none, since no name would find a place off it. */
function linesOf(strokes: readonly Stroke[]): Occupied {
  const lines = new Occupied();
  if (strokes.length > 120) return lines;
  for (const { start, end, bend } of strokes) {
    const count = Math.min(60, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / 10));
    for (let index = 1; index < count; index++) {
      const { x, y } = curvePoint(start, end, bend, index / count);
      lines.add({ left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 });
    }
  }
  return lines;
}

/** Small areas along a turned text, since one upright box around it would be far too large. */
function along(middle: Point, angle: number, width: number): Area[] {
  const count = Math.max(1, Math.ceil(width / smallHeight));
  return Array.from({ length: count }, (_, index) => {
    const off = ((index + 0.5) / count - 0.5) * width;
    const [x, y] = [middle.x + Math.cos(angle) * off, middle.y + Math.sin(angle) * off];
    const half = smallHeight / 2;
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  });
}

function placeStroke(stroke: Stroke, taken: Occupied): (PlacedStroke & { areas: Area[] }) | null {
  const { start, end, bend, width } = stroke;
  let angle = Math.atan2(end.y - start.y, end.x - start.x);
  if (angle > Math.PI / 2) angle -= Math.PI;
  if (angle <= -Math.PI / 2) angle += Math.PI;
  // Words that are longer than their line would run past it into other places: then they stand level.
  if (Math.hypot(end.x - start.x, end.y - start.y) < width + 12) angle = 0;
  for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const point = curvePoint(start, end, bend, t);
    const areas = along(point, angle, width);
    if (areas.every((area) => !taken.hits(area)) || (stroke.always && t === 0.5))
      return { id: stroke.id, text: stroke.text, ...point, angle, areas };
  }
  return null;
}

/**
 * Chooses which names and words are written and where, so that none covers another or a mark: the most important first, names in
 * the first free place around their mark, words along their edge. What finds no room is not written until one zooms in or asks.
 */
export function placeCaptions(
  marks: readonly Mark[],
  strokes: readonly Stroke[],
  canvas: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
): { readonly marks: readonly PlacedMark[]; readonly strokes: readonly PlacedStroke[] } {
  const taken = new Occupied();
  for (const { x, y, radius } of marks)
    taken.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  const placedMarks = placeMarks(marks, new Occupied(), taken, linesOf(strokes), canvas);
  const placedStrokes: PlacedStroke[] = [];
  for (const stroke of strokes.toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))) {
    const room = Math.hypot(stroke.end.x - stroke.start.x, stroke.end.y - stroke.start.y);
    if (stroke.text === '' || (!stroke.always && (placedStrokes.length >= most || room < stroke.width + 24))) continue;
    const placed = placeStroke(stroke, taken);
    if (!placed) continue;
    const { areas, ...rest } = placed;
    for (const area of areas) taken.add(area);
    placedStrokes.push(rest);
  }
  return { marks: placedMarks, strokes: placedStrokes };
}
