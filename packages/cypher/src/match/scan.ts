import type { Context } from '../context.ts';
import { required } from '../labels.ts';
import { arrival, filler, typeMask } from './ops.ts';
import type { Op } from './ops.ts';
import type { EdgePlan, NodePlan, Seek } from './plan.ts';

export interface Access {
  readonly operator: string;
  readonly details: string;
  /** A guess at how many nodes it gives. */
  readonly rows: number;
  readonly seek: Seek | null;
  readonly label: string | null;
}

/** The cheapest way to find a node, given the slots that are filled. */
export function accessOf(node: NodePlan, filled: ReadonlySet<number>, { graph }: Context): Access {
  const labels = required(node.labels)
    .map((label) => ({ label, count: graph.withLabel(label).length }))
    .sort((a, b) => a.count - b.count);
  const [rarest] = labels;
  const name = rarest === undefined ? node.name : `${node.name}:${rarest.label}`;
  let best: Access =
    rarest === undefined
      ? { operator: 'AllNodesScan', details: node.name, rows: graph.nodeCount, seek: null, label: null }
      : { operator: 'NodeByLabelScan', details: name, rows: rarest.count, seek: null, label: rarest.label };
  for (const seek of node.seeks) {
    if (![...seek.reads].every((slot) => filled.has(slot))) continue;
    const column = graph.data.nodeColumns.get(seek.property);
    const rows = (column?.average ?? 0) * (seek.anyOf ? 5 : 1);
    if (rows >= best.rows && best.rows > 0) continue;
    best = { operator: 'NodeIndexSeek', details: `${name}(${seek.property})`, rows, seek, label: null };
  }
  return best;
}

/** Binds a node to each of its candidates in turn. */
export function scanOp(node: NodePlan, access: Access, context: Context): Op {
  const { graph, row } = context;
  const arrive = arrival(node, false, context);
  const { seek, label } = access;
  const each = (list: Uint32Array, next: () => boolean): boolean => {
    for (const index of list) {
      context.tick();
      if (arrive(index) && !next()) return false;
    }
    return true;
  };
  const all = (next: () => boolean): boolean => {
    for (let index = 0; index < graph.nodeCount; index += 1) {
      context.tick();
      if (arrive(index) && !next()) return false;
    }
    return true;
  };
  if (seek !== null) {
    return (next) => () => {
      const value = seek.value(row, context);
      if (!seek.anyOf && Array.isArray(value)) return all(next);
      if (!seek.anyOf) return value === null || each(graph.withProperty(seek.property, value), next);
      if (!Array.isArray(value)) return true;
      // Lists are equal in more ways than an index knows: [1] and [1.0].
      if (value.some(Array.isArray)) return all(next);
      const found = new Set(value.flatMap((one) => (one === null ? [] : [...graph.withProperty(seek.property, one)])));
      return each(Uint32Array.from(found), next);
    };
  }
  if (label !== null) {
    const list = graph.withLabel(label);
    return (next) => () => each(list, next);
  }
  return (next) => () => all(next);
}

/** Binds a relationship to each one that fits, and its ends with it: the first step of a MATCH that asks for no node. */
export function edgeScanOp(edge: EdgePlan, context: Context): Op {
  const { typeOf, from, to } = context.graph.data;
  const mask = typeMask(edge.types, context);
  const arriveFrom = arrival(edge.from, false, context);
  const arriveTo = arrival(edge.to, edge.from === edge.to, context);
  const fill = filler(edge.slot, context);
  const { direction } = edge;
  return (next) => () => {
    for (let index = 0; index < typeOf.length; index += 1) {
      context.tick();
      if (mask !== null && mask[typeOf[index]!] === 0) continue;
      const [start, end] = [from[index]!, to[index]!];
      fill(index);
      if (direction !== 'in' && arriveFrom(start) && arriveTo(end) && !next()) return false;
      if (direction === 'out' || (direction === 'both' && start === end)) continue;
      fill(index);
      if (arriveFrom(end) && arriveTo(start) && !next()) return false;
    }
    return true;
  };
}
