import type Sigma from 'sigma';
import type { Palette } from './palette.ts';
import { placeCaptions, type Mark, type PlacedMark, type Stroke } from './caption-places.ts';
import type { Point } from './curve.ts';
import type { Front } from './emphasis.ts';
import type { EdgeAttributes, NodeAttributes, Picture } from './picture.ts';

/** What decides which captions are written, asked anew for each frame. */
export interface CaptionState {
  readonly palette: Palette;
  readonly front: Front;
  readonly loud: boolean;
  readonly isNodeShown: (id: string) => boolean;
  readonly isEdgeShown: (id: string) => boolean;
  readonly isAsked: (id: string) => boolean;
}

const layer = 'captions';
const nodeFont = '13px system-ui, sans-serif';
const askedFont = '600 13px system-ui, sans-serif';
const edgeFont = '11px system-ui, sans-serif';

/** Names and the words of edges, on a canvas of their own above the marks and without overlaps. */
export class Captions {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #picture: Picture;
  readonly #state: () => CaptionState;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #widths = new Map<string, number>();
  #placed: readonly PlacedMark[] = [];

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, picture: Picture, state: () => CaptionState) {
    this.#sigma = sigma;
    this.#picture = picture;
    this.#state = state;
    const canvas = sigma.createCanvas(layer, { style: { pointerEvents: 'none' }, beforeLayer: 'mouse' });
    this.#context = canvas.getContext('2d');
    sigma.on('afterRender', () => this.#draw());
  }

  /** The actor whose name is written at a point, so that names can be clicked like marks. */
  nodeAt({ x, y }: Point): string | null {
    const hit = this.#placed.find(({ area }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom);
    return hit?.id ?? null;
  }

  #width(text: string, font: string): number {
    const key = `${font}|${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    if (this.#context) this.#context.font = font;
    const width = this.#context?.measureText(text).width ?? text.length * 7;
    this.#widths.set(key, width);
    return width;
  }

  #draw(): void {
    const context = this.#context;
    if (!context) return;
    const { width, height } = this.#sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (context.canvas.width !== Math.round(width * ratio) || context.canvas.height !== Math.round(height * ratio)) {
      context.canvas.width = Math.round(width * ratio);
      context.canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const state = this.#state();
    const at = new Map<string, Point>();
    const marks = this.#marks(state, at, width, height);
    const { marks: names, strokes } = placeCaptions(marks, this.#strokes(state, at), {
      left: 0,
      top: 0,
      right: width,
      bottom: height,
    });
    this.#placed = names;
    this.#write(context, state, names, strokes);
  }

  #marks(state: CaptionState, at: Map<string, Point>, width: number, height: number): Mark[] {
    return this.#picture
      .filterNodes((id) => state.isNodeShown(id))
      .flatMap((id) => {
        const { x, y, size, label, quiet } = this.#picture.getNodeAttributes(id);
        const point = this.#sigma.graphToViewport({ x, y });
        at.set(id, point);
        if (point.x < -60 || point.y < -20 || point.x > width + 20 || point.y > height + 20) return [];
        const inFront = state.front?.nodes.has(id) ?? true;
        const asked = state.isAsked(id);
        const text = inFront ? label : '';
        return [
          {
            id,
            ...point,
            radius: this.#sigma.scaleSize(size),
            text,
            width: this.#width(text, asked ? askedFont : nodeFont),
            rank: (asked ? 1000 : 0) + (state.front && inFront ? 100 : 0) + size - (quiet && !state.loud ? 20 : 0),
            always: asked,
          },
        ];
      });
  }

  #strokes(state: CaptionState, at: ReadonlyMap<string, Point>): Stroke[] {
    return this.#picture
      .filterEdges((id) => state.isEdgeShown(id))
      .flatMap((id) => {
        const { words, bend, quiet } = this.#picture.getEdgeAttributes(id);
        const [from, to] = this.#picture.extremities(id);
        const [start, end] = [at.get(from), at.get(to)];
        if (!start || !end) return [];
        const asked = state.isAsked(id);
        const isSaid = state.front ? state.front.edges.has(id) : !quiet || state.loud;
        const text = isSaid ? words : '';
        const width = this.#width(text, edgeFont);
        return [{ id, start, end, bend, text, width, rank: (asked ? 10 : 0) + (quiet ? 0 : 1), always: asked }];
      });
  }

  #write(
    context: CanvasRenderingContext2D,
    { palette, isAsked, loud }: CaptionState,
    names: readonly PlacedMark[],
    strokes: readonly { id: string; text: string; x: number; y: number; angle: number }[],
  ): void {
    context.lineJoin = 'round';
    context.textBaseline = 'middle';
    context.strokeStyle = palette.paper;
    context.lineWidth = 5;
    context.textAlign = 'center';
    context.font = edgeFont;
    const ratio = window.devicePixelRatio || 1;
    for (const { id, text, x, y, angle } of strokes) {
      const [cos, sin] = [Math.cos(angle) * ratio, Math.sin(angle) * ratio];
      context.setTransform(cos, sin, -sin, cos, x * ratio, y * ratio);
      context.strokeText(text, 0, 0);
      context.fillStyle =
        this.#picture.getEdgeAttribute(id, 'quiet') && !loud && !isAsked(id) ? palette.quietLabel : palette.ink;
      context.fillText(text, 0, 0);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = 'left';
    for (const { id, text, x, y } of names) {
      context.font = isAsked(id) ? askedFont : nodeFont;
      context.strokeText(text, x, y);
      context.fillStyle =
        this.#picture.getNodeAttribute(id, 'quiet') && !isAsked(id) ? palette.quietLabel : palette.ink;
      context.fillText(text, x, y);
    }
  }
}
