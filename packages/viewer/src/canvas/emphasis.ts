import type { Picture } from './picture.ts';

/** What a person looks at in the picture. */
export interface Attention {
  readonly hoveredNode: string | null;
  readonly hoveredEdge: string | null;
  readonly node: string | null;
  readonly edges: ReadonlySet<string>;
  /** A path or the rows of an answer: stays in front whatever is pointed at. */
  readonly marked: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | null;
}
export const noAttention: Attention = {
  hoveredNode: null,
  hoveredEdge: null,
  node: null,
  edges: new Set(),
  marked: null,
};

/** Actors and edges in front; null when nothing is asked for and all are equal. */
export type Front = { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | null;

function around(picture: Picture, id: string): Front {
  const edges = picture.edges(id);
  return { nodes: new Set([id, ...picture.neighbors(id)]), edges: new Set(edges) };
}
function ends(picture: Picture, edges: Iterable<string>): Front {
  const there = [...edges].filter((edge) => picture.hasEdge(edge));
  return there.length === 0
    ? null
    : { nodes: new Set(there.flatMap((edge) => picture.extremities(edge))), edges: new Set(there) };
}

/** What is pointed at comes first, then what is marked, then what is selected: each with its neighbours. */
export function frontOf(picture: Picture, attention: Attention): Front {
  const { hoveredNode, hoveredEdge, node, edges, marked } = attention;
  if (hoveredNode !== null && picture.hasNode(hoveredNode)) return around(picture, hoveredNode);
  if (hoveredEdge !== null && picture.hasEdge(hoveredEdge)) return ends(picture, [hoveredEdge]);
  if (marked && (marked.nodes.size > 0 || marked.edges.size > 0)) return marked;
  if (edges.size > 0) {
    const front = ends(picture, edges);
    if (front) return front;
  }
  return node !== null && picture.hasNode(node) ? around(picture, node) : null;
}
