import { describe, expect, it } from 'vitest';
import { pathsBetween } from './path.ts';
import type { GraphEdge } from './types.ts';

const edge = (id: string, from: string, to: string): GraphEdge => ({
  id,
  type: 'URGED',
  from,
  to,
  act: 'URGED',
  label: 'urged',
  standing: 'told',
  modality: 'performed',
  polarity: 'positive',
  claimIds: [],
});
const edges = [
  edge('1', 'a', 'b'),
  edge('2', 'c', 'b'),
  edge('3', 'a', 'd'),
  edge('4', 'd', 'c'),
  edge('5', 'b', 'a'),
  edge('6', 'x', 'y'),
];

describe('pathsBetween', () => {
  it('finds every shortest way, against the direction of edges too, with all edges of a hop', () => {
    const paths = pathsBetween(edges, 'a', 'c');
    expect(paths.map(({ nodes }) => nodes.join(''))).toEqual(['abc', 'adc']);
    expect(paths[0]?.hops[0]?.map(({ id }) => id)).toEqual(['1', '5']);
  });

  it('finds none where there is none', () => {
    expect(pathsBetween(edges, 'a', 'x')).toEqual([]);
    expect(pathsBetween(edges, 'a', 'a')).toEqual([]);
    expect(pathsBetween(edges, 'a', 'nobody')).toEqual([]);
  });
});
