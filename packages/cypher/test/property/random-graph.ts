import { CypherDate, type GraphEdgeInput, type GraphNodeInput, type PropertyValue } from '../../src/index.ts';
import { Random } from './random.ts';

const MIXED: readonly PropertyValue[] = [1, 2, 2.5, 3, 'x', 'y', true, false, CypherDate.parse('2020-05-05')];

/** A small multigraph: no, one or several labels, parallel edges, loops, and any property may be missing. */
export function randomGraph(
  seed: number,
  nodes: number,
  edges: number,
): { readonly nodes: readonly GraphNodeInput[]; readonly edges: readonly GraphEdgeInput[] } {
  const random = new Random(seed);
  const maybe = (percent: number, properties: Record<string, PropertyValue>): Record<string, PropertyValue> =>
    random.chance(percent) ? properties : {};
  return {
    nodes: Array.from({ length: nodes }, (_, index) => ({
      id: `n${index}`,
      labels: random.some(['A', 'B', 'C'], 3),
      properties: {
        id: `n${index}`,
        ...maybe(70, { number: random.below(8) }),
        ...maybe(70, { fraction: (random.below(64) + 0.5) / 64 }),
        ...maybe(70, { flag: random.chance(50) }),
        ...maybe(50, { day: new CypherDate(2020 + random.below(3), 1 + random.below(12), 1 + random.below(28)) }),
        ...maybe(60, { tags: random.some(['red', 'green', 'blue'], 3) }),
        ...maybe(50, { mixed: random.pick(MIXED) }),
      },
    })),
    edges: Array.from({ length: edges }, (_, index) => ({
      id: `r${index}`,
      type: random.pick(['R', 'R', 'S', 'T']),
      from: `n${random.below(nodes)}`,
      to: `n${random.below(nodes)}`,
      properties: { id: `r${index}`, ...maybe(80, { weight: random.below(4) }) },
    })),
  };
}
