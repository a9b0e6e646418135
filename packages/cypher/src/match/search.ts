import type { Context } from '../context.ts';
import { truth } from '../operators.ts';
import { arrival, filler, listFiller, passage, walker } from './ops.ts';
import type { Walk } from './ops.ts';
import type { PathPlan, StepPlan } from './plan.ts';
import { GroupWalk } from './repeat.ts';

interface Part {
  readonly step: StepPlan;
  readonly min: number;
  readonly max: number;
  /** How many relationships one repetition has. */
  readonly size: number;
  readonly walk: Walk | null;
  readonly group: GroupWalk | null;
  readonly arrive: (index: number) => boolean;
  readonly fill: (edges: readonly number[]) => void;
  readonly pass: (edge: number | null, reached: number) => boolean;
}

/** Puts the last of some relationships into a slot. */
function single(slot: number, context: Context): (edges: readonly number[]) => void {
  const fill = filler(slot, context);
  return (edges) => fill(edges.at(-1)!);
}

/** All ways that fit a path's pattern between two nodes, one length after the other. */
export class Search {
  readonly context: Context;
  readonly parts: readonly Part[];
  readonly path: PathPlan;
  #distances: { readonly to: number; readonly by: Map<number, number> } | null = null;
  /** Whether the last run was cut off by the length only. */
  #cut = false;

  /** `bound`: slots that are filled before the search. */
  constructor(path: PathPlan, bound: ReadonlySet<number>, context: Context) {
    this.context = context;
    this.path = path;
    const limit = context.maxPathLength;
    const ends = new Set([path.nodes[0]!.slot, path.nodes.at(-1)!.slot]);
    this.parts = path.steps.map((step): Part => {
      const { min, max } = step.range ?? { min: 1, max: 1 };
      const size = step.kind === 'group' ? step.edges.length : 1;
      return {
        step,
        min,
        max: Math.min(max ?? limit, limit),
        size,
        walk: step.kind === 'edge' ? walker(step, false, context) : null,
        group: step.kind === 'group' ? new GroupWalk(step, false, context) : null,
        arrive: arrival(step.to, ends.has(step.to.slot) || bound.has(step.to.slot), context),
        fill: step.range === null ? single(step.slot, context) : listFiller(step.slot, context),
        pass: step.kind === 'edge' ? passage(step, context) : () => true,
      };
    });
  }

  /** The lengths worth trying, ascending; ends when nothing longer can come. */
  *lengths(from: number, to: number): Generator<number> {
    const least = this.parts.reduce((sum, { min, size }) => sum + min * size, 0);
    const most = Math.min(
      this.parts.reduce((sum, { max, size }) => sum + max * size, 0),
      this.context.maxPathLength,
    );
    const distance = this.#distance(from, to);
    if (distance === undefined) return;
    for (let length = Math.max(least, distance); length <= most; length += 1) {
      this.#cut = false;
      yield length;
      if (!this.#cut) return;
    }
  }

  /** Steps from a node to the end by any relationship of the pattern: what is farther than the rest cannot arrive. */
  #distance(from: number, to: number): number | undefined {
    if (this.#distances?.to !== to) {
      const by = new Map([[to, 0]]);
      const edges = this.path.steps.flatMap((step) => (step.kind === 'edge' ? [step] : step.edges));
      const walks = edges.map((edge) => walker(edge, true, this.context));
      let level = [to];
      for (let depth = 1; level.length > 0; depth += 1) {
        const next: number[] = [];
        for (const node of level) {
          const reach = (_: number, other: number): boolean => {
            if (!by.has(other)) {
              by.set(other, depth);
              next.push(other);
            }
            return true;
          };
          for (const walk of walks) walk(node, reach);
        }
        level = next;
      }
      this.#distances = { to, by };
    }
    return this.#distances.by.get(from);
  }

  /** Calls back for each way of exactly this length, its slots filled; false from it ends the search. */
  run(from: number, to: number, length: number, found: () => boolean): boolean {
    const { row } = this.context;
    const edges: number[] = [];
    const near = (node: number, rest: number): boolean => {
      const distance = this.#distance(node, to);
      return distance !== undefined && distance <= rest;
    };
    const enter = (at: number, node: number): boolean => {
      const part = this.parts[at];
      if (part === undefined) {
        if (edges.length < length || node !== to) return true;
        return found();
      }
      const start = edges.length;
      const lists: unknown[][] = part.step.kind === 'group' ? part.step.lists.map(() => []) : [];
      const leave = (index: number, times: number): boolean => {
        if (times < part.min || !part.arrive(index)) return true;
        const { step } = part;
        part.fill(edges.slice(start));
        if (step.kind === 'group') {
          for (const [list, { outer }] of step.lists.entries()) row[outer] = lists[list]!.slice();
        }
        if (!this.#holds(step, at)) return true;
        return enter(at + 1, index);
      };
      const again = (index: number, times: number): boolean => {
        if (!leave(index, times)) return false;
        if (times >= part.max) return true;
        if (edges.length + part.size > length) {
          this.#cut = true;
          return true;
        }
        return part.group === null
          ? this.#edge(part, index, edges, near, length, (to) => again(to, times + 1))
          : part.group.once(index, edges, (end) => {
              if (!near(end, length - edges.length)) {
                this.#cut = true;
                return true;
              }
              const { lists: inner } = part.group!.group;
              for (const [list, value] of inner.entries()) lists[list]!.push(row[value.inner]);
              const more = again(end, times + 1);
              for (const list of lists) list.pop();
              return more;
            });
      };
      return again(node, 0);
    };
    return !this.parts[0]!.pass(null, from) || enter(0, from);
  }

  #edge(
    part: Part,
    index: number,
    edges: number[],
    near: (node: number, rest: number) => boolean,
    length: number,
    then: (to: number) => boolean,
  ): boolean {
    return part.walk!(index, (edge, other) => {
      if (edges.includes(edge)) return true;
      if (!near(other, length - edges.length - 1)) {
        this.#cut = true;
        return true;
      }
      if (!part.pass(edge, other)) return true;
      edges.push(edge);
      const more = then(other);
      edges.pop();
      return more;
    });
  }

  /** The conditions on a node inside the path. */
  #holds(step: StepPlan, at: number): boolean {
    if (at === this.parts.length - 1) return true;
    const { row } = this.context;
    return step.to.inline.every(({ evaluate }) => truth(evaluate(row, this.context)) === true);
  }
}
