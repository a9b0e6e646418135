import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import { extentOf, type LayoutEdge, type LayoutNode } from './types.ts';

/** Fixed numbers that look like chance: a multiplicative congruence. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
function sample(order: number, seed = 7): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const next = numbers(seed);
  const nodes = Array.from({ length: order }, (_, index) => ({
    id: `n${index}`,
    x: next() - 0.5,
    y: next() - 0.5,
    radius: 5 + next() * 8,
    labelWidth: 30 + next() * 150,
  }));
  const edges = Array.from({ length: order }, () => ({
    from: `n${Math.floor(next() * order * 0.7)}`,
    to: `n${Math.floor(next() * order * 0.7)}`,
    weight: 1,
  }));
  return { nodes, edges };
}

describe('arrange', () => {
  it('gives the same places whatever the order of what it is given', () => {
    const { nodes, edges } = sample(60);
    const one = arrange({ nodes, edges, aspect: 1.4 });
    const other = arrange({ nodes: nodes.toReversed(), edges: edges.toReversed(), aspect: 1.4 });
    for (const { id } of nodes) expect(other.get(id)).toEqual(one.get(id));
  });

  it('lets no mark or label cover another', () => {
    const { nodes, edges } = sample(80);
    const places = arrange({ nodes, edges, aspect: 1.4 });
    const boxes = nodes.map((node) => {
      const { x, y } = places.get(node.id) ?? { x: Number.NaN, y: Number.NaN };
      const { left, right, up, down } = extentOf(node);
      return { left: x - left, right: x + right, bottom: y - down, top: y + up };
    });
    // The room around each mark may be shared; the marks and labels themselves may not.
    const room = 14;
    const overlaps = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > room &&
            Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > room,
        ),
    );
    expect(overlaps).toEqual([]);
  });

  it('fills the shape of the canvas: wide on a screen, high on a phone', () => {
    const { nodes, edges } = sample(60);
    const shape = (aspect: number): number => {
      const places = [...arrange({ nodes, edges, aspect }).values()];
      const extent = (values: number[]): number => Math.max(...values) - Math.min(...values);
      return extent(places.map(({ x }) => x)) / extent(places.map(({ y }) => y));
    };
    expect(shape(1.6)).toBeGreaterThan(0.9);
    expect(shape(0.5)).toBeLessThan(0.9);
  });

  it('places actors that share their first place, actors without edges, and none at all', () => {
    const node = { x: 0, y: 0, radius: 5, labelWidth: 40 };
    const places = arrange({
      nodes: [
        { ...node, id: 'a' },
        { ...node, id: 'b' },
        { ...node, id: 'c' },
      ],
      edges: [
        { from: 'a', to: 'b', weight: 1 },
        { from: 'a', to: 'gone', weight: 1 },
        { from: 'c', to: 'c', weight: 1 },
      ],
      aspect: 1,
    });
    expect(places.size).toBe(3);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
    for (const { x, y } of places.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
    expect(arrange({ nodes: [], edges: [], aspect: 1 }).size).toBe(0);
  });
});
