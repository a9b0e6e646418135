import type { Context } from '../context.ts';
import type { NodeRef } from '../values.ts';
import { passage, walker } from './ops.ts';
import type { EdgePlan } from './plan.ts';

/** What one side of the search knows: how far each node is, and by which relationships it was first reached. */
class Side {
  readonly depths = new Map<number, number>();
  readonly before = new Map<number, { readonly node: number; readonly edge: number }[]>();
  level: number[];
  depth = 0;

  constructor(start: number) {
    this.level = [start];
    this.depths.set(start, 0);
  }
}

/** Told the relationships of a way, in the order of the pattern; false ends the search. */
type Found = (edges: readonly number[]) => boolean;

/**
 * Calls back with the shortest ways between two different nodes along one kind of relationship: one, or all of the least length.
 * Breadth first from both ends; the smaller side moves. False if it was ended.
 */
export function shortestPaths(
  from: NodeRef,
  to: NodeRef,
  edge: EdgePlan,
  all: boolean,
  context: Context,
  done: Found,
): boolean {
  const { maxPathLength } = context;
  const range = edge.range ?? { min: 1, max: 1 };
  const max = Math.min(range.max ?? Infinity, maxPathLength);
  const [left, right] = [new Side(from.index), new Side(to.index)];
  const walks = [walker(edge, false, context), walker(edge, true, context)] as const;
  let best = Infinity;
  const pass = passage(edge, context);
  if (!pass(null, from.index) || !pass(null, to.index)) return true;
  while (left.depth + right.depth < Math.min(max, best) && left.level.length > 0 && right.level.length > 0) {
    const [side, other, walk] =
      left.level.length <= right.level.length ? [left, right, walks[0]] : [right, left, walks[1]];
    const next: number[] = [];
    side.depth += 1;
    for (const node of side.level) {
      walk(node, (found, reached) => {
        const known = side.depths.get(reached);
        if (known !== undefined && known < side.depth) return true;
        if (!pass(found, reached)) return true;
        if (known === undefined) {
          side.depths.set(reached, side.depth);
          side.before.set(reached, [{ node, edge: found }]);
          next.push(reached);
        } else if (all) side.before.get(reached)!.push({ node, edge: found });
        const rest = other.depths.get(reached);
        if (rest !== undefined) best = Math.min(best, side.depth + rest);
        return true;
      });
    }
    context.keep(next.length);
    side.level = next;
  }
  return best > max || joined(left, right, best, all, context, done);
}

/** Puts both halves together at the nodes where they meet: those at one depth of the left side, so that no way is met twice. */
function joined(left: Side, right: Side, length: number, all: boolean, context: Context, found: Found): boolean {
  const way: number[] = Array.from({ length }, () => 0);
  const depth = Math.min(left.depth, length);
  /** All ways from a node to the start of a side; `at` is the place of the next relationship, `by` leads to the one after it. */
  const lead = (side: Side, node: number, at: number, by: 1 | -1, end: number, then: () => boolean): boolean => {
    if (at === end) return then();
    const steps = side.before.get(node)!;
    for (const { node: previous, edge } of all ? steps : steps.slice(0, 1)) {
      context.tick();
      way[at] = edge;
      if (!lead(side, previous, at + by, by, end, then)) return false;
      if (!all) return true;
    }
    return true;
  };
  for (const [node, at] of left.depths) {
    if (at !== depth || right.depths.get(node) !== length - depth) continue;
    const onwards = (): boolean => lead(right, node, depth, 1, length, () => found(way.slice()));
    if (!lead(left, node, depth - 1, -1, -1, onwards)) return false;
    if (!all) return true;
  }
  return true;
}
