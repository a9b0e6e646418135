import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes, Picture } from './picture.ts';

/** Less than this many pixels is a click with an unsteady hand. */
const least = 4;

/** Lets actors be dragged; one that was dragged stays where it was put and is told as pinned. */
export function dragging(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  picture: Picture,
  onPinned: (id: string) => void,
): void {
  let held: { readonly id: string; readonly x: number; readonly y: number; moved: boolean } | null = null;
  sigma.on('downNode', ({ node, event }) => {
    held = { id: node, x: event.x, y: event.y, moved: false };
  });
  sigma.on('moveBody', (moved) => {
    if (!held) return;
    moved.preventSigmaDefault();
    const { event } = moved;
    if (!held.moved && Math.hypot(event.x - held.x, event.y - held.y) < least) return;
    held.moved = true;
    picture.mergeNodeAttributes(held.id, sigma.viewportToGraph(event));
  });
  const drop = (): void => {
    const { id, moved } = held ?? { id: '', moved: false };
    held = null;
    if (moved) onPinned(id);
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
  sigma.on('upEdge', drop);
}
