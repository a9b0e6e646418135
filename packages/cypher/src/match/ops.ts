import { labelTest } from '../labels.ts';
import type { LabelExpression } from '../ast.ts';
import type { Context, Emit } from '../context.ts';
import { truth } from '../operators.ts';
import { typeError } from '../type-error.ts';
import { NodeRef } from '../values.ts';
import type { Adjacency } from '../graph.ts';
import type { EdgePlan, NodePlan, Predicate } from './plan.ts';

/** A step of the match: calls the next one for each way in which it can be taken; false ends all. */
export type Op = (next: Emit) => Emit;

/** Per set of labels whether it fits; null if all do. */
export function labelMask(labels: LabelExpression | null, { graph }: Context): Uint8Array | null {
  if (labels === null) return null;
  const test = labelTest(labels);
  return Uint8Array.from(graph.data.labelSets, (set) => (test(set) ? 1 : 0));
}

/** Per type whether it fits; null if all do. */
export function typeMask(types: LabelExpression | null, { graph }: Context): Uint8Array | null {
  if (types === null) return null;
  const test = labelTest(types);
  return Uint8Array.from(graph.data.types, (type) => (test([type]) ? 1 : 0));
}

/** Fills a node's slot, or compares with what is there; false where the node does not fit. */
export function arrival(node: NodePlan, bound: boolean, context: Context): (index: number) => boolean {
  const { row, graph } = context;
  const { slot } = node;
  const mask = labelMask(node.labels, context);
  const { labelSetOf } = graph.data;
  if (bound) {
    return (index) => {
      const known = row[slot];
      return known instanceof NodeRef && known.index === index;
    };
  }
  return (index) => {
    if (mask !== null && mask[labelSetOf[index]!] === 0) return false;
    row[slot] = graph.node(index);
    return true;
  };
}

/** Goes on only where all conditions are true. */
export function filterOp(predicates: readonly Predicate[], context: Context): Op {
  const { row } = context;
  if (predicates.length === 1) {
    const { evaluate } = predicates[0]!;
    return (next) => () => truth(evaluate(row, context)) !== true || next();
  }
  return (next) => () => {
    for (const { evaluate } of predicates) if (truth(evaluate(row, context)) !== true) return true;
    return next();
  };
}

/** Asks for the labels of a node that an earlier clause has bound. */
export function boundOp(node: NodePlan, context: Context): Op {
  const { row, graph } = context;
  const mask = labelMask(node.labels, context);
  return (next) => () => {
    const value = row[node.slot];
    if (value === null) return true;
    if (!(value instanceof NodeRef)) throw typeError('a node', value);
    return mask !== null && mask[graph.data.labelSetOf[value.index]!] === 0 ? true : next();
  };
}

/**
 * The relationships that a MATCH has taken on its way to where it is, by number: none may be met twice. A step puts its own
 * on top while the steps behind it run. Null where there is one step only.
 */
export type Trail = number[] | null;

/** Puts a relationship into its slot, if anybody reads it. */
export function filler(slot: number, { row, graph, read }: Context): (edge: number) => void {
  if (!read.has(slot)) return () => {};
  return (edge) => {
    row[slot] = graph.edge(edge);
  };
}

/** Puts a list of relationships into its slot, if anybody reads it. */
export function listFiller(slot: number, { row, graph, read }: Context): (edges: readonly number[]) => void {
  if (!read.has(slot)) return () => {};
  return (edges) => {
    row[slot] = edges.map((edge) => graph.edge(edge));
  };
}

/** Calls back for each relationship at a node that has the direction and type; stops at false. */
export type Walk = (index: number, take: (edge: number, other: number) => boolean) => boolean;

/** How to leave a node along a relationship of the pattern; `reversed` from its right end. */
export function walker(edge: Pick<EdgePlan, 'direction' | 'types'>, reversed: boolean, context: Context): Walk {
  const { graph } = context;
  const { typeOf, from, to } = graph.data;
  const mask = typeMask(edge.types, context);
  const outward = edge.direction === 'both' || (edge.direction === 'out') !== reversed;
  const inward = edge.direction === 'both' || !outward;
  const along = (
    { offsets, edges }: Adjacency,
    ends: Uint32Array,
    index: number,
    loops: boolean,
    take: (edge: number, other: number) => boolean,
  ): boolean => {
    for (let at = offsets[index]!; at < offsets[index + 1]!; at += 1) {
      const found = edges[at]!;
      context.tick();
      if (mask !== null && mask[typeOf[found]!] === 0) continue;
      const other = ends[found]!;
      // A loop is seen once, though it both leaves and enters.
      if (!loops && other === index) continue;
      if (!take(found, other)) return false;
    }
    return true;
  };
  return (index, take) =>
    (!outward || along(graph.outgoing, to, index, true, take)) &&
    (!inward || along(graph.incoming, from, index, !outward, take));
}

/** How many relationships of any type a node has in the direction: the effort of a walk. */
export function degree(
  edge: Pick<EdgePlan, 'direction'>,
  reversed: boolean,
  index: number,
  { graph }: Context,
): number {
  const count = ({ offsets }: Adjacency): number => offsets[index + 1]! - offsets[index]!;
  if (edge.direction === 'both') return count(graph.outgoing) + count(graph.incoming);
  return count((edge.direction === 'out') === reversed ? graph.incoming : graph.outgoing);
}

/** Whether a relationship, and the node that it leads to, fulfil what a search asks of each of them. */
export function passage(edge: EdgePlan, context: Context): (found: number | null, reached: number) => boolean {
  const { row, graph } = context;
  const { inline, through, element } = edge;
  if (inline.length === 0 && through.length === 0) return () => true;
  return (found, reached) => {
    if (found !== null && inline.length > 0) {
      row[element] = graph.edge(found);
      if (!inline.every(({ evaluate }) => truth(evaluate(row, context)) === true)) return false;
    }
    return through.every(({ slot, predicate }) => {
      row[slot] = graph.node(reached);
      return predicate.evaluate(row, context) === true;
    });
  };
}
