import type { Context } from '../context.ts';
import { NodeRef, PathRef } from '../values.ts';
import type { EdgeRef } from '../values.ts';
import type { Op } from './ops.ts';
import type { PathPlan } from './plan.ts';

/** Puts the path together from its first node and its relationships. */
export function pathOp(path: PathPlan, context: Context): Op {
  const { row, graph } = context;
  const { slot } = path;
  return (next) => () => {
    const first = row[path.nodes[0]!.slot];
    if (!(first instanceof NodeRef)) return true;
    const edges = path.steps.flatMap((step) => row[step.slot] as EdgeRef | EdgeRef[]);
    const nodes = [first];
    for (const edge of edges) {
      const { index } = nodes.at(-1)!;
      nodes.push(graph.node(edge.from === index ? edge.to : edge.from));
    }
    row[slot!] = new PathRef(nodes, edges);
    return next();
  };
}
