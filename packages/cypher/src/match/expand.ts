import type { Context } from '../context.ts';
import { EdgeRef, NodeRef } from '../values.ts';
import { arrival, degree, filler, typeMask, walker } from './ops.ts';
import type { Op, Trail } from './ops.ts';
import type { EdgePlan } from './plan.ts';

/** Which ends of a step are bound. */
export interface Ends {
  readonly from: boolean;
  readonly to: boolean;
}

/** Follows one relationship from a bound end to the other, which may be bound too. */
export function expandOp(edge: EdgePlan, bound: Ends, trail: Trail, context: Context): Op {
  const { row } = context;
  const forward = walker(edge, false, context);
  const backward = walker(edge, true, context);
  const fill = filler(edge.slot, context);
  const step = (reversed: boolean, both: boolean): Op => {
    const [near, far] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
    // A pattern such as (a)-->(a) binds its far end by its near one.
    const arrive = arrival(far, both || far === near, context);
    const walk = reversed ? backward : forward;
    return (next) => {
      const take = (found: number, other: number): boolean => {
        if (trail === null) {
          if (!arrive(other)) return true;
          fill(found);
          return next();
        }
        if (trail.includes(found) || !arrive(other)) return true;
        fill(found);
        trail.push(found);
        const more = next();
        trail.pop();
        return more;
      };
      return () => {
        const start = row[near.slot];
        return !(start instanceof NodeRef) || walk(start.index, take);
      };
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
export function boundEdgeOp(edge: EdgePlan, bound: Ends, trail: Trail, context: Context): Op {
  const { row, graph } = context;
  const mask = typeMask(edge.types, context);
  const arriveFrom = arrival(edge.from, bound.from, context);
  const arriveTo = arrival(edge.to, bound.to || edge.to === edge.from, context);
  return (next) => () => {
    const found = row[edge.slot];
    if (!(found instanceof EdgeRef) || trail?.includes(found.index) === true) return true;
    if (mask !== null && mask[graph.data.typeOf[found.index]!] === 0) return true;
    const { from, to } = found;
    trail?.push(found.index);
    let more = edge.direction === 'in' || !arriveFrom(from) || !arriveTo(to) || next();
    const turned = edge.direction === 'in' || (edge.direction === 'both' && from !== to);
    if (more && turned && arriveFrom(to) && arriveTo(from)) more = next();
    trail?.pop();
    return more;
  };
}
