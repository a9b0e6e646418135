import type { Context } from '../context.ts';
import { EdgeRef, NodeRef } from '../values.ts';
import { arrival, degree, Others, typeMask, walker } from './ops.ts';
import type { Op } from './ops.ts';
import type { EdgePlan } from './plan.ts';

/** Which ends of a step are bound. */
export interface Ends {
  readonly from: boolean;
  readonly to: boolean;
}

/** Follows one relationship from a bound end to the other, which may be bound too. */
export function expandOp(edge: EdgePlan, bound: Ends, taken: readonly number[], context: Context): Op {
  const { row } = context;
  const others = new Others(taken, context);
  const forward = walker(edge, false, context);
  const backward = walker(edge, true, context);
  const { slot } = edge;
  const step = (reversed: boolean, both: boolean): Op => {
    const [near, far] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    // A pattern such as (a)-->(a) binds its far end by its near one.
    const arrive = arrival(far, both || far === near, context);
    const walk = reversed ? backward : forward;
    const free = taken.length === 0;
    return (next) => () => {
      const start = row[near.slot];
      if (!(start instanceof NodeRef)) return true;
      return walk(start.index, (found, other) => {
        if ((!free && others.has(found)) || !arrive(other)) return true;
        row[slot] = found;
        return next();
      });
    };
  };
  if (!bound.from || !bound.to) return step(!bound.from, false);
  return (next) => {
    const [rightward, leftward] = [step(false, true)(next), step(true, true)(next)];
    return () => {
      const [from, to] = [row[edge.from.slot], row[edge.to.slot]];
      if (!(from instanceof NodeRef) || !(to instanceof NodeRef)) return true;
      return degree(edge, false, from.index, context) <= degree(edge, true, to.index, context)
        ? rightward()
        : leftward();
    };
  };
}

/** Checks a relationship that is bound already, and binds its ends. */
export function boundEdgeOp(edge: EdgePlan, bound: Ends, taken: readonly number[], context: Context): Op {
  const { row, graph } = context;
  const others = new Others(taken, context);
  const mask = typeMask(edge.types, context);
  const arriveFrom = arrival(edge.from, bound.from, context);
  const arriveTo = arrival(edge.to, bound.to || edge.to === edge.from, context);
  return (next) => () => {
    const found = row[edge.slot];
    if (!(found instanceof EdgeRef) || others.has(found)) return true;
    if (mask !== null && mask[graph.data.typeOf[found.index]!] === 0) return true;
    const { from, to } = found;
    if (edge.direction !== 'in' && arriveFrom(from) && arriveTo(to) && !next()) return false;
    if (edge.direction === 'out' || (edge.direction === 'both' && from === to)) return true;
    return !arriveFrom(to) || !arriveTo(from) || next();
  };
}
