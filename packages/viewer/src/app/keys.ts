import type { GraphView } from '../canvas/graph-view.ts';
import { isArrow, nearest } from '../core/nearest.ts';

/** What the keys on the canvas do. */
export interface CanvasKeys {
  readonly view: GraphView;
  shown(): Iterable<string>;
  describe(id: string): string;
  tell(words: string): void;
  open(id: string): void;
  expand(id: string): void;
  hide(id: string): void;
  pin(id: string): void;
  arrange(): void;
}

/** Lets the canvas be used by keyboard: arrows walk from actor to actor, and each step is told in words. */
export function listenToKeys(canvas: HTMLElement, keys: CanvasKeys): void {
  let cursor: string | null = null;
  const at = (id: string | null): void => {
    cursor = id;
    keys.view.attend({ hoveredNode: id });
    if (id !== null) keys.tell(keys.describe(id));
  };
  const spots = () =>
    [...keys.shown()].flatMap((id) => {
      const point = keys.view.pointOfNode(id);
      return point ? [{ id, ...point }] : [];
    });
  const plain: Readonly<Record<string, () => void>> = {
    '+': () => keys.view.zoom(1.5),
    '=': () => keys.view.zoom(1.5),
    '-': () => keys.view.zoom(1 / 1.5),
    f: () => keys.view.fitAll(),
    r: () => keys.arrange(),
  };
  const onActor: Readonly<Record<string, (id: string) => void>> = {
    Enter: (id) => keys.open(id),
    e: (id) => keys.expand(id),
    h: (id) => keys.hide(id),
    p: (id) => keys.pin(id),
  };
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isArrow(event.key)) at(nearest(spots(), cursor, event.key));
    else if (cursor !== null && onActor[event.key]) onActor[event.key]?.(cursor);
    else if (plain[event.key]) plain[event.key]?.();
    else return;
    event.preventDefault();
  });
  canvas.addEventListener('blur', () => at(null));
}
