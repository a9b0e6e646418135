import { MultiDirectedGraph } from 'graphology';
import type { ActorGraph, GraphEdge, GraphNode } from '../core/types.ts';
import { lengthOf, shortened } from '../core/text.ts';
import shapes from '../data/shapes.json';
import type { LayoutInput } from '../layout/types.ts';
import { bendsOf } from './bends.ts';
import { edgeWords, isQuiet, isQuietType } from './edge-look.ts';
import type { Shape } from './node-program.ts';

/** Attributes of an actor in the drawn graph; colours come later, from the palette and what is asked for. */
export interface NodeAttributes {
  readonly node: GraphNode;
  readonly label: string;
  readonly size: number;
  readonly shape: Shape;
  readonly hollow: boolean;
  readonly quiet: boolean;
  x: number;
  y: number;
}
export interface EdgeAttributes {
  readonly edge: GraphEdge;
  readonly words: string;
  readonly quiet: boolean;
  readonly bend: number;
}
export type Picture = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

const shapeOf = (type: string): { shape: Shape; hollow: boolean } =>
  (shapes as Readonly<Record<string, { shape: Shape; hollow: boolean }>>)[type] ?? { shape: 'circle', hollow: true };

/** The graph that is drawn, from what the server says. Edges to actors that are not there are left out. */
export function pictureOf({ nodes, edges }: Pick<ActorGraph, 'nodes' | 'edges'>): Picture {
  const picture: Picture = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  const types = new Map(nodes.map(({ id, type }) => [id, type]));
  const known = edges.filter(({ from, to }) => types.has(from) && types.has(to));
  const quiet = new Map(
    known.map((edge) => [edge.id, isQuiet(edge, types.get(edge.from) ?? '', types.get(edge.to) ?? '')]),
  );
  const loud = new Map<string, number>();
  for (const { id, from, to } of known)
    for (const end of [from, to]) loud.set(end, (loud.get(end) ?? 0) + (quiet.get(id) ? 0.1 : 1));
  for (const node of nodes)
    picture.addNode(node.id, {
      node,
      label: shortened(node.name, 38) || '(no name)',
      x: node.x,
      y: node.y,
      size: isQuietType(node.type) ? 4.5 : Math.min(15, 4.5 + Math.sqrt(loud.get(node.id) ?? 0) * 1.7),
      ...shapeOf(node.type),
      quiet: isQuietType(node.type),
    });
  const bends = bendsOf(known);
  for (const edge of known)
    picture.addEdgeWithKey(edge.id, edge.from, edge.to, {
      edge,
      words: shortened(edgeWords(edge), 44),
      quiet: quiet.get(edge.id) ?? false,
      bend: bends.get(edge.id) ?? 0,
    });
  return picture;
}

/** Pixels per character of a label: an estimate, so that places do not depend on the fonts of a machine. */
const perCharacter = 7;
export const labelWidthOf = (label: string): number => lengthOf(label) * perCharacter;

/** What the layout needs of a picture, of the actors in `shown` only. */
export function layoutInputOf(picture: Picture, shown: ReadonlySet<string>, aspect: number): LayoutInput {
  return {
    nodes: picture
      .filterNodes((id) => shown.has(id))
      .map((id) => {
        const { node, label, size } = picture.getNodeAttributes(id);
        return { id, x: node.x, y: node.y, radius: size, labelWidth: labelWidthOf(label) };
      }),
    edges: picture.mapEdges((_id, { quiet }, from, to) => ({ from, to, weight: quiet ? 0.5 : 1 })),
    aspect,
  };
}
