import type { Context, Emit } from '../context.ts';
import { truth } from '../operators.ts';
import { EdgeRef, NodeRef } from '../values.ts';
import type { Ends } from './expand.ts';
import { arrival, filler, labelMask, listFiller, walker } from './ops.ts';
import type { Op, Trail } from './ops.ts';
import type { EdgePlan, GroupPlan, NodePlan, Predicate } from './plan.ts';

/** Whether conditions on single relationships or nodes of a repeated part are true. */
const holds = (predicates: readonly Predicate[], context: Context): boolean =>
  predicates.every(({ evaluate }) => truth(evaluate(context.row, context)) === true);

/** Follows a relationship again and again, depth first; no relationship twice. */
export function varExpandOp(edge: EdgePlan, bound: Ends, trail: Trail, context: Context): Op {
  const { row, graph, maxPathLength } = context;
  const reversed = !bound.from;
  const [near, far] = reversed ? [edge.to, edge.from] : [edge.from, edge.to];
  const arrive = arrival(far, (bound.from && bound.to) || far === near, context);
  const walk = walker(edge, reversed, context);
  const fill = listFiller(edge.slot, context);
  const { min, max } = edge.range!;
  const limit = Math.min(max ?? Infinity, maxPathLength);
  const taken = trail ?? [];
  return (next) => () => {
    const start = row[near.slot];
    if (!(start instanceof NodeRef)) return true;
    const before = taken.length;
    const visit = (index: number): boolean => {
      const length = taken.length - before;
      if (length >= min && arrive(index)) {
        const edges = taken.slice(before);
        fill(reversed ? edges.reverse() : edges);
        if (!next()) return false;
      }
      if (length >= limit) {
        if (max === null) throw context.tooLong();
        return true;
      }
      return walk(index, (found, other) => {
        if (taken.includes(found)) return true;
        if (edge.inline.length > 0) {
          row[edge.element] = graph.edge(found);
          if (!holds(edge.inline, context)) return true;
        }
        taken.push(found);
        const more = visit(other);
        taken.pop();
        return more;
      });
    };
    return visit(start.index);
  };
}

/** Checks a list of relationships that is bound already, and binds its ends. */
export function boundListOp(edge: EdgePlan, bound: Ends, trail: Trail, context: Context): Op {
  const { row } = context;
  const arriveFrom = arrival(edge.from, bound.from, context);
  const arriveTo = arrival(edge.to, bound.to || edge.to === edge.from, context);
  const taken = trail ?? [];
  const { min, max } = edge.range!;
  const ends = (list: readonly EdgeRef[], first: number): number | null => {
    let at = first;
    for (const { from, to } of list) {
      if (edge.direction !== 'in' && from === at) at = to;
      else if (edge.direction !== 'out' && to === at) at = from;
      else return null;
    }
    return at;
  };
  return (next) => () => {
    const list = row[edge.slot];
    if (!Array.isArray(list) || !list.every((one) => one instanceof EdgeRef && !taken.includes(one.index))) return true;
    const edges = list as EdgeRef[];
    if (edges.length < min || (max !== null && edges.length > max) || edges.length === 0) return true;
    const { from, to } = edges[0]!;
    const before = taken.length;
    for (const { index } of edges) taken.push(index);
    const more = (from === to ? [from] : [from, to]).every((first) => {
      const last = ends(edges, first);
      return last === null || !arriveFrom(first) || !arriveTo(last) || next();
    });
    taken.length = before;
    return more;
  };
}

/** One way through the inside of a group: node by node, with the conditions that can be asked by then. */
export class GroupWalk {
  readonly group: GroupPlan;
  readonly context: Context;
  readonly reversed: boolean;
  readonly nodes: readonly NodePlan[];
  readonly edges: readonly EdgePlan[];
  readonly #walks: readonly ReturnType<typeof walker>[];
  readonly #fills: readonly ((edge: number) => void)[];
  readonly #masks: readonly (Uint8Array | null)[];
  readonly #checks: readonly (readonly Predicate[])[];

  constructor(group: GroupPlan, reversed: boolean, context: Context) {
    this.group = group;
    this.context = context;
    this.reversed = reversed;
    this.nodes = reversed ? group.nodes.toReversed() : group.nodes;
    this.edges = reversed ? group.edges.toReversed() : group.edges;
    this.#walks = this.edges.map((edge) => walker(edge, reversed, context));
    this.#fills = this.edges.map(({ slot }) => filler(slot, context));
    this.#masks = this.nodes.map((node) => labelMask(node.labels, context));
    const inner = new Set([...group.nodes, ...group.edges].map(({ slot }) => slot));
    const filled = new Set<number>();
    const open = new Set([
      ...group.where,
      ...group.nodes.flatMap(({ inline }) => inline),
      ...group.edges.flatMap(({ inline }) => inline),
    ]);
    this.#checks = this.nodes.map((node, at) => {
      filled.add(node.slot);
      if (at > 0) filled.add(this.edges[at - 1]!.slot);
      const ready = [...open].filter(({ reads }) => [...reads].every((slot) => !inner.has(slot) || filled.has(slot)));
      for (const one of ready) open.delete(one);
      return ready;
    });
  }

  /** Walks once through the group from a node; `taken` are the relationships on the way, `done` is told where it ends. */
  once(start: number, taken: number[], done: (end: number) => boolean): boolean {
    const { row, graph } = this.context;
    const { labelSetOf } = graph.data;
    const arrive = (at: number, index: number): boolean => {
      const mask = this.#masks[at]!;
      if (mask !== null && mask[labelSetOf[index]!] === 0) return true;
      const node = this.nodes[at]!;
      const before = this.nodes.findIndex(({ slot }) => slot === node.slot);
      if (before < at && (row[node.slot] as NodeRef).index !== index) return true;
      row[node.slot] = graph.node(index);
      if (!holds(this.#checks[at]!, this.context)) return true;
      if (at === this.edges.length) return done(index);
      const fill = this.#fills[at]!;
      return this.#walks[at]!(index, (edge, other) => {
        if (taken.includes(edge)) return true;
        fill(edge);
        taken.push(edge);
        const more = arrive(at + 1, other);
        taken.pop();
        fill(edge);
        // What is deeper has put its own nodes into the slots.
        row[node.slot] = graph.node(index);
        return more;
      });
    };
    return arrive(0, start);
  }
}

/** Repeats a group; its variables become lists, in the order of the pattern. */
export function groupOp(group: GroupPlan, bound: Ends, trail: Trail, context: Context): Op {
  const { row, maxPathLength } = context;
  const reversed = !bound.from;
  const [near, far] = reversed ? [group.to, group.from] : [group.from, group.to];
  const arrive = arrival(far, (bound.from && bound.to) || far === near, context);
  const walk = new GroupWalk(group, reversed, context);
  const fill = listFiller(group.slot, context);
  const { min, max } = group.range;
  const limit = max ?? maxPathLength;
  const taken = trail ?? [];
  return (next: Emit) => () => {
    const start = row[near.slot];
    if (!(start instanceof NodeRef)) return true;
    const before = taken.length;
    const lists: unknown[][] = group.lists.map(() => []);
    const visit = (times: number, index: number): boolean => {
      if (times >= min && arrive(index)) {
        for (const [at, { outer }] of group.lists.entries()) {
          row[outer] = reversed ? lists[at]!.toReversed() : lists[at]!.slice();
        }
        const edges = taken.slice(before);
        fill(reversed ? edges.reverse() : edges);
        if (!next()) return false;
      }
      if (times >= limit) {
        if (max === null) throw context.tooLong();
        return true;
      }
      return walk.once(index, taken, (end) => {
        const inner = group.lists.map((list) => row[list.inner]);
        for (const [at, value] of inner.entries()) lists[at]!.push(value);
        const more = visit(times + 1, end);
        for (const list of lists) list.pop();
        for (const [at, { inner: slot }] of group.lists.entries()) row[slot] = inner[at];
        return more;
      });
    };
    return visit(0, start.index);
  };
}
