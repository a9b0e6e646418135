import type { Graph } from '@attest/model';
import type { LayoutInput } from './place.ts';

/** The actors and which of them an edge of claims ties together. */
export function layoutInputOf({ nodes, edges }: Graph): LayoutInput {
  const ids = nodes.filter(({ labels }) => labels.includes('Entity')).map(({ id }) => id);
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const pairs = new Map<string, readonly [number, number]>();
  for (const { from, to, properties } of edges) {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined || a === b || properties['standing'] === undefined) continue;
    pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  }
  return { ids, pairs: [...pairs.values()].toSorted((one, other) => one[0] - other[0] || one[1] - other[1]) };
}
