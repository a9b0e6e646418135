import type { LayoutEdge, LayoutInput, LayoutNode } from './types.ts';

/** Actors that are connected with each other, and their edges. */
export interface Component {
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Connected components, largest first, then by smallest id; nodes in id order whatever order they came in. */
export function componentsOf({ nodes, edges }: Pick<LayoutInput, 'nodes' | 'edges'>): readonly Component[] {
  const parent = new Map(nodes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next;
    parent.set(id, root);
    return root;
  };
  const known = edges.filter(({ from, to }) => parent.has(from) && parent.has(to));
  for (const { from, to } of known) {
    const [small, large] = [rootOf(from), rootOf(to)].toSorted(byText) as [string, string];
    parent.set(large, small);
  }
  const groups = new Map<string, { nodes: LayoutNode[]; edges: LayoutEdge[] }>();
  for (const node of nodes.toSorted((a, b) => byText(a.id, b.id))) {
    const root = rootOf(node.id);
    const group = groups.get(root);
    if (group) group.nodes.push(node);
    else groups.set(root, { nodes: [node], edges: [] });
  }
  for (const edge of known.toSorted((a, b) => byText(a.from, b.from) || byText(a.to, b.to) || a.weight - b.weight))
    groups.get(rootOf(edge.from))?.edges.push(edge);
  return [...groups.values()].toSorted(
    (a, b) => b.nodes.length - a.nodes.length || byText(a.nodes[0]?.id ?? '', b.nodes[0]?.id ?? ''),
  );
}
