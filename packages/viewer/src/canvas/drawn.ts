import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { edgeLook } from './edge-look.ts';
import type { EdgeLook } from './edge-program.ts';
import type { Attention, Front } from './emphasis.ts';
import type { NodeLook } from './node-program.ts';
import { mixed } from './palette.ts';
import type { EdgeAttributes, NodeAttributes } from './picture.ts';
import type { SceneState } from './scene.ts';

/** How far what is not in front falls back towards the paper. */
const veil = 0.82;

/** How sigma is to draw an actor now. */
export function drawnNode(
  id: string,
  { node, x, y, size, shape, hollow, quiet }: NodeAttributes,
  { palette, colorOf, nodes, pinned, loud }: SceneState,
  attention: Attention,
  front: Front,
): Partial<NodeDisplayData> & NodeLook {
  const behind = front !== null && !front.nodes.has(id);
  const own = quiet && !loud && !front ? mixed(colorOf(node.type), palette.paper, 0.45) : colorOf(node.type);
  const asked = id === attention.node || id === attention.hoveredNode;
  const marked = attention.marked?.nodes.has(id) ?? false;
  return {
    x,
    y,
    size,
    label: null,
    color: behind ? mixed(own, palette.paper, veil) : own,
    hidden: !nodes.has(id),
    zIndex: asked ? 3 : behind ? 0 : 2,
    shape,
    hollow,
    ring: asked ? palette.select : marked ? palette.path : palette.muted,
    ringWidth: asked ? 2.5 : marked ? 2.5 : pinned.has(id) ? 1.5 : 0,
  };
}

/** How sigma is to draw an edge now. */
export function drawnEdge(
  id: string,
  { edge, quiet, bend }: EdgeAttributes,
  { palette, edges, loud }: SceneState,
  attention: Attention,
  front: Front,
): Partial<EdgeDisplayData> & EdgeLook {
  const behind = front !== null && !front.edges.has(id);
  const inFront = front?.edges.has(id) ?? false;
  const look = edgeLook(edge, quiet && !loud && !inFront, palette);
  const asked = attention.edges.has(id) || attention.hoveredEdge === id;
  return {
    size: look.size + (asked ? 1.5 : 0),
    color: behind ? mixed(look.color, palette.paper, veil) : look.color,
    label: null,
    hidden: !edges.has(id),
    zIndex: asked ? 3 : behind ? 0 : quiet ? 1 : 2,
    pattern: look.pattern,
    bar: look.bar,
    bend,
  };
}
