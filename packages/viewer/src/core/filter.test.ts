import { describe, expect, it } from 'vitest';
import { countsOf, keptBy } from './filter.ts';
import { months } from './months.ts';
import type { GraphEdge } from './types.ts';
import { noFilter } from './view.ts';

const node = (id: string, type: string, degree = 1) => ({ id, name: id, type, x: 0, y: 0, degree });
const edge = (id: string, from: string, to: string, more: Partial<GraphEdge> = {}): GraphEdge => ({
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
  ...more,
});
const graph = {
  nodes: [
    node('a', 'Official'),
    node('b', 'Country'),
    node('c', 'Substance'),
    node('d', 'Agency'),
    node('alone', 'Law', 0),
  ],
  edges: [
    edge('1', 'a', 'b', { firstSaid: '2023-02-08', lastSaid: '2023-02-28' }),
    edge('2', 'b', 'c', { standing: 'alleged', firstSaid: '2025-01-01', lastSaid: '2025-01-01' }),
    edge('3', 'd', 'b', { standing: 'unrealised', polarity: 'negative', act: 'DENIED' }),
  ],
};
const kept = (filter: Partial<typeof noFilter>) => {
  const { nodes, edges } = keptBy(graph, { ...noFilter, ...filter });
  return `${[...nodes].join('')} ${[...edges].join('')}`;
};

describe('keptBy', () => {
  it('keeps everything without a filter, also what has no edge', () => {
    expect(kept({})).toBe('abcdalone 123');
  });

  it('leaves out by type, act, line, and one by one; actors that lose all edges go too', () => {
    expect(kept({ types: ['Substance'] })).toBe('abdalone 13');
    expect(kept({ acts: ['DENIED'] })).toBe('abcalone 12');
    expect(kept({ lines: ['negative', 'alleged'] })).toBe('abalone 1');
    expect(kept({ hidden: ['b'] })).toBe('alone ');
  });

  it('keeps what was said in between, and what has no date', () => {
    expect(kept({ to: '2024-01-01' })).toBe('abdalone 13');
    expect(kept({ from: '2023-02-20', to: '2023-03-01' })).toBe('abdalone 13');
    expect(kept({ from: '2025-01-01' })).toBe('bcdalone 23');
  });

  it('keeps what enough sources tell, reprints counted once where that is known', () => {
    const edges = [
      edge('1', 'a', 'b', { documents: ['x', 'y', 'z'], origins: 1 }),
      edge('2', 'b', 'c', { documents: ['x', 'y'] }),
    ];
    expect([...keptBy({ nodes: graph.nodes, edges }, { ...noFilter, sources: 2 }).edges]).toEqual(['2']);
  });

  it('shows the neighbours of some actors only, and an actor that was asked for even without edges', () => {
    expect(kept({ around: ['a'] })).toBe('ab 1');
    expect(kept({ around: ['a', 'c'] })).toBe('abc 12');
    expect(kept({ around: ['alone'] })).toBe('alone ');
  });

  it('counts what there is to choose from', () => {
    const { lines, acts, quiet } = countsOf(graph);
    expect(Object.fromEntries(lines)).toEqual({ told: 1, alleged: 1, negative: 1 });
    expect(acts.get('URGED')).toBe(2);
    expect(quiet).toBe(1);
  });
});

describe('what hangs on one source', () => {
  it('leaves out only what rests on it alone', () => {
    const edges = [
      edge('1', 'a', 'b', { documents: ['x'] }),
      edge('2', 'b', 'c', { documents: ['x', 'y'] }),
      edge('3', 'd', 'b'),
    ];
    const { nodes, edges: left } = keptBy({ nodes: graph.nodes, edges }, { ...noFilter, documents: ['x'] });
    expect([...left]).toEqual(['2', '3']);
    expect(nodes.has('a')).toBe(false);
    expect(countsOf({ nodes: graph.nodes, edges }).documents.get('x')).toBe(2);
  });
});

describe('months', () => {
  it('counts by month without leaving one out', () => {
    const counted = months([{ firstSaid: '2023-11-02' }, { firstSaid: '2024-01-31' }, { firstSaid: '2024-01-01' }, {}]);
    expect(counted).toEqual([
      { month: '2023-11', count: 1 },
      { month: '2023-12', count: 0 },
      { month: '2024-01', count: 2 },
    ]);
    expect(months([])).toEqual([]);
  });
});
