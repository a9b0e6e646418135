import type { Context } from './context.ts';
import { CypherError } from './errors.ts';
import { neighbours } from './neighbours.ts';
import type { StepPlan } from './match.ts';
import type { CypherNode, CypherRelationship, Row } from './values.ts';

/** Shortest paths between two nodes by breadth first search: one, or all of the least length. */
export function* shortestPaths(
  from: CypherNode,
  to: CypherNode,
  step: StepPlan,
  reversed: boolean,
  all: boolean,
  row: Row,
  context: Context,
): Generator<CypherRelationship[]> {
  if (from === to)
    throw new CypherError('ArgumentError', 'shortestPath needs two different ends.', null, 'Add WHERE a <> b.');
  const max = Math.min(step.pattern.range?.max ?? (step.pattern.range === null ? 1 : Infinity), context.maxPathLength);
  const depths = new Map<CypherNode, number>([[from, 0]]);
  const before = new Map<CypherNode, [CypherNode, CypherRelationship][]>();
  let level = [from];
  for (let depth = 1; depth <= max && level.length > 0 && !depths.has(to); depth += 1) {
    const next: CypherNode[] = [];
    for (const node of level) {
      for (const edge of neighbours(context, node, step.pattern, reversed)) {
        if (!step.test(edge, row, context)) continue;
        const other = context.graph.node(edge.from === node.id ? edge.to : edge.from);
        const known = depths.get(other);
        if (known === undefined) {
          depths.set(other, depth);
          before.set(other, [[node, edge]]);
          next.push(other);
        } else if (known === depth && all) before.get(other)!.push([node, edge]);
      }
    }
    level = next;
  }
  if (!depths.has(to)) return;
  const back = function* (node: CypherNode, rest: CypherRelationship[]): Generator<CypherRelationship[]> {
    if (node === from) return yield rest;
    for (const [previous, edge] of before.get(node) ?? []) yield* back(previous, [edge, ...rest]);
  };
  for (const found of back(to, [])) {
    yield found;
    if (!all) return;
  }
}
