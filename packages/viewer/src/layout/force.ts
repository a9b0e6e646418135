import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Component } from './components.ts';
import type { LayoutNode, Place } from './types.ts';

/** Steps until pictures of this size no longer change to the eye; larger ones get fewer, since each costs more. */
const stepsFor = (order: number): number => (order < 60 ? 600 : order < 400 ? 400 : order < 2000 ? 150 : 60);

/** A first place off every other's: two actors at one point would never be driven apart. */
const spiral = (index: number): Place => {
  const angle = index * 2.399963229728653;
  const distance = 0.01 * Math.sqrt(index + 1);
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
};

const slant = 0.62;

function turned(nodes: readonly LayoutNode[], at: ReadonlyMap<string, Place>, wide: boolean): Map<string, Place> {
  let [mx, my, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (const { x, y } of at.values()) [mx, my] = [mx + x / at.size, my + y / at.size];
  for (const { x, y } of at.values()) {
    xx += (x - mx) * (x - mx);
    xy += (x - mx) * (y - my);
    yy += (y - my) * (y - my);
  }
  // Two or three actors lie slantwise: their names then stand beside the line instead of on it.
  const lean = at.size < 4 ? -slant : wide ? 0 : Math.PI / 2;
  const angle = -Math.atan2(2 * xy, xx - yy) / 2 + lean;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return new Map(
    nodes.map(({ id }) => {
      const { x, y } = at.get(id) ?? { x: 0, y: 0 };
      return [id, { x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos }];
    }),
  );
}

/**
 * ForceAtlas2 (Jacomy and others 2014) on one component, from its first places for a fixed number of steps; then turned so that
 * the long side lies along the canvas, and scaled so that the middle edge has the wanted length in pixels.
 */
export function placeByForce({ nodes, edges }: Component, wide: boolean, edgeLength: number): Map<string, Place> {
  const graph = new UndirectedGraph<{ x: number; y: number }, { weight: number }>();
  nodes.forEach(({ id, x, y }, index) => {
    const off = spiral(index);
    graph.addNode(id, { x: x + off.x, y: y + off.y });
  });
  for (const { from, to, weight } of edges) {
    if (from === to) continue;
    if (graph.hasEdge(from, to)) graph.updateEdgeAttribute(from, to, 'weight', (old = 0) => Math.max(old, weight));
    else graph.addEdge(from, to, { weight });
  }
  if (graph.order > 1)
    forceAtlas2.assign(graph, {
      iterations: stepsFor(graph.order),
      getEdgeWeight: 'weight',
      settings: {
        linLogMode: true,
        gravity: 1,
        scalingRatio: 4,
        slowDown: 4,
        edgeWeightInfluence: 0.7,
        barnesHutOptimize: graph.order > 500,
        barnesHutTheta: 1.2,
      },
    });
  const at = new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }] as const));
  const lengths = graph
    .mapEdges((_edge, _attributes, from, to) => {
      const [a, b] = [at.get(from), at.get(to)];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    })
    .toSorted((a, b) => a - b);
  const scale = edgeLength / (lengths[lengths.length >> 1] || 1);
  return new Map([...turned(nodes, at, wide)].map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
}
