import { componentsOf, type Component } from './components.ts';
import { placeByForce } from './force.ts';
import { pack } from './pack.ts';
import { spread } from './spread.ts';
import { extentOf, type LayoutInput, type LayoutNode, type Place, type Places } from './types.ts';

const between = 26;
/** Square pixels that a usual canvas has for labels of one component. */
const canvasArea = 330_000;

/**
 * The nodes as they take part in the spreading: the largest get room for their names as far as a canvas goes; the names of the
 * lesser ones are read by zooming in.
 */
function withRoom(nodes: readonly LayoutNode[]): readonly LayoutNode[] {
  let left = canvasArea;
  const roomy = new Set<string>();
  for (const node of nodes.toSorted((a, b) => b.radius - a.radius || (a.id < b.id ? -1 : 1))) {
    const extent = extentOf(node);
    left -= (extent.left + extent.right) * (extent.up + extent.down);
    if (left < 0) break;
    roomy.add(node.id);
  }
  return nodes.map((node) => (roomy.has(node.id) ? node : { ...node, labelWidth: 0 }));
}

interface Laid {
  readonly component: Component;
  readonly places: ReadonlyMap<string, Place>;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

function lay(component: Component, aspect: number): Laid {
  const edgeLength = component.nodes.length < 4 ? 110 : 95;
  const places = spread(withRoom(component.nodes), placeByForce(component, aspect >= 1, edgeLength), aspect);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of component.nodes) {
    const at = places.get(node.id) ?? { x: 0, y: 0 };
    const extent = extentOf(node);
    left = Math.min(left, at.x - extent.left);
    right = Math.max(right, at.x + extent.right);
    bottom = Math.min(bottom, at.y - extent.down);
    top = Math.max(top, at.y + extent.up);
  }
  return { component, places, left, bottom, width: right - left + between, height: top - bottom + between };
}

const mostFill = 1.6;

/** Uses what is left of the canvas in one direction: growing distances lets nothing overlap. */
function filled(places: Map<string, Place>, aspect: number): Places {
  const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
  const width = Math.max(1, Math.max(...xs) - Math.min(...xs) + 160);
  const height = Math.max(1, Math.max(...ys) - Math.min(...ys) + 40);
  const byX = Math.min(Math.max(1, (height * aspect) / width), mostFill);
  const byY = Math.min(Math.max(1, width / aspect / height), mostFill);
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * byX, y: y * byY }]));
}

/**
 * Places for all actors, in pixels at the first zoom: every connected component by force, without overlaps of marks and labels,
 * and the components packed into the shape of the canvas. The same input in any order gives the same places.
 */
export function arrange({ nodes, edges, aspect }: LayoutInput): Places {
  const laid = componentsOf({ nodes, edges })
    .map((component) => lay(component, aspect))
    .toSorted((a, b) => b.width * b.height - a.width * a.height);
  const corners = pack(laid, aspect);
  const all = new Map<string, Place>();
  laid.forEach(({ places, left, bottom }, index) => {
    const corner = corners[index] ?? { x: 0, y: 0 };
    // Packed downwards: the largest part comes first and belongs where the eye starts.
    for (const [id, { x, y }] of places) all.set(id, { x: x - left + corner.x, y: -(y - bottom + corner.y) });
  });
  return filled(all, aspect);
}
