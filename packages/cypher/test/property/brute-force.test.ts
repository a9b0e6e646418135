import { describe, expect, it } from 'vitest';
import { PropertyGraph, run } from '../../src/index.ts';
import { bruteForce } from './brute-force.ts';
import { queryText } from './query.ts';
import { randomGraph } from './random-graph.ts';
import { randomQuery } from './random-query.ts';
import { Random } from './random.ts';

const SEEDS = 40;
const QUERIES = 50;

const texts = (rows: readonly (readonly unknown[])[], ordered: boolean): string[] => {
  const all = rows.map((row) => JSON.stringify(row));
  return ordered ? all : all.toSorted();
};

describe('the engine against trying everything', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('graph and queries of seed %i', (seed) => {
    const random = new Random(seed);
    const data = randomGraph(seed, 1 + random.below(7), random.below(14));
    const graph = PropertyGraph.build(data.nodes, data.edges);
    let asked = 0;
    for (let index = 0; index < QUERIES; index += 1) {
      const query = randomQuery(random);
      const expected = bruteForce(data, query);
      if (expected === null) continue;
      asked += 1;
      const text = queryText(query);
      const ordered = query.order !== null;
      const rows = texts(run(graph, text).rows, ordered);
      expect({ seed, text, rows }).toEqual({ seed, text, rows: texts(expected, ordered) });
    }
    expect(asked).toBeGreaterThan(QUERIES * 0.8);
  });

  it('asks questions that have answers', () => {
    const random = new Random(1);
    const data = randomGraph(1, 6, 9);
    const sizes = Array.from({ length: 200 }, () => bruteForce(data, randomQuery(random))?.length ?? 0);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(40);
  });
});
