import type { Context, Emit, Source } from '../context.ts';
import { labelText, named, required } from '../labels.ts';
import { pathOp } from './path.ts';
import { boundEdgeOp, expandOp } from './expand.ts';
import type { Ends } from './expand.ts';
import { boundOp, filterOp, typeMask } from './ops.ts';
import type { Op, Trail } from './ops.ts';
import type { EdgePlan, MatchPlan, NodePlan, PathPlan, Predicate, StepPlan } from './plan.ts';
import { boundListOp, groupOp, varExpandOp } from './repeat.ts';
import { accessOf, edgeScanOp, scanOp } from './scan.ts';
import { selectOp } from './select.ts';

interface Link {
  readonly step: StepPlan;
  readonly path: PathPlan;
}

/** Orders the steps of a MATCH by what they are likely to cost, and joins them to one source. */
export function schedule(plan: MatchPlan, context: Context): Source {
  const { operators } = new Schedule(plan, context).build();
  let emit: Emit = () => true;
  const run = operators.reduceRight<Emit>(
    (next, op) => op(next),
    () => emit(),
  );
  return (to) => {
    emit = to;
    return run();
  };
}

class Schedule {
  readonly plan: MatchPlan;
  readonly context: Context;
  readonly filled: Set<number>;
  readonly operators: Op[] = [];
  readonly open: Set<Predicate>;
  #trail: Trail = null;
  /** Rows that the steps so far are likely to give. */
  rows = 1;

  constructor(plan: MatchPlan, context: Context) {
    this.plan = plan;
    this.context = context;
    this.filled = new Set(plan.bound);
    // A step that repeats asks its own conditions; all others are asked as early as they can be.
    const own = plan.paths.flatMap(({ steps, selector }) =>
      steps.flatMap((step) => (step.kind === 'edge' && step.range === null && selector === null ? step.inline : [])),
    );
    const inside = new Set(plan.paths.flatMap((path) => (path.selector === null ? [] : path.nodes.slice(1, -1))));
    const nodes = plan.nodes.filter((node) => !inside.has(node)).flatMap(({ inline }) => inline);
    const where = plan.paths.flatMap((path) => (path.selector === null ? path.where : []));
    this.open = new Set([...plan.predicates, ...nodes, ...own, ...where]);
  }

  build(): this {
    const { plan, context } = this;
    const plain = plan.paths.filter((path) => path.selector === null);
    const links = new Set(plain.flatMap((path) => path.steps.map((step): Link => ({ step, path }))));
    if (links.size > 1) this.#trail = [];
    const inner = new Set(
      plan.paths.filter((path) => path.selector !== null).flatMap(({ nodes }) => nodes.slice(1, -1)),
    );
    const waiting = new Set<NodePlan>();
    for (const node of plan.nodes) {
      if (this.filled.has(node.slot)) this.add('Argument', node.name, boundOp(node, context), []);
      else if (!inner.has(node) || plain.some(({ nodes }) => nodes.includes(node))) waiting.add(node);
    }
    this.conditions();
    this.scanEdges(links, waiting);
    while (waiting.size > 0 || links.size > 0) {
      const step = this.cheapest(links);
      const node = this.cheapestNode(waiting);
      if (step !== null && (node === null || step.cost <= node.cost || step.cost <= 1)) {
        links.delete(step.link);
        this.follow(step.link.step);
        waiting.delete(step.link.step.from);
        waiting.delete(step.link.step.to);
      } else if (node !== null) {
        waiting.delete(node.node);
        this.scan(node.node);
      } else throw new Error('A step of the pattern cannot be reached.');
      this.conditions();
    }
    for (const path of plain) this.bindPath(path);
    this.conditions();
    for (const path of plan.paths) if (path.selector !== null) this.select(path);
    this.conditions();
    for (const path of plan.paths) if (path.selector !== null) this.conditions();
    return this;
  }

  add(operator: string, details: string, op: Op, fills: readonly number[]): void {
    this.operators.push(op);
    for (const slot of fills) this.filled.add(slot);
    this.context.plan.push({ operator, details, rows: Math.max(1, Math.round(this.rows)) });
  }

  /** Asks the conditions that can be asked by now. */
  conditions(): void {
    const ready = [...this.open].filter(({ reads }) => [...reads].every((slot) => this.filled.has(slot)));
    if (ready.length === 0) return;
    for (const one of ready) this.open.delete(one);
    this.rows *= 0.5;
    this.add('Filter', ready.map(({ text }) => text).join(' AND '), filterOp(ready, this.context), []);
  }

  /** Where no node is bound or rare, going over all relationships beats going over all nodes and then theirs. */
  scanEdges(links: Set<Link>, waiting: Set<NodePlan>): void {
    const [link] = links;
    if (link === undefined || links.size > 1 || this.operators.length > 0) return;
    const { step } = link;
    if (step.kind === 'group' || step.range !== null || step.bound) return;
    const least = Math.min(...[step.from, step.to].map((node) => accessOf(node, this.filled, this.context).rows));
    const { graph } = this.context;
    if (least < graph.nodeCount / 2 || !waiting.has(step.from) || !waiting.has(step.to)) return;
    links.delete(link);
    waiting.delete(step.from);
    waiting.delete(step.to);
    this.rows = graph.edgeCount;
    const op = edgeScanOp(step, this.context);
    this.add('RelationshipScan', describe(step), op, [step.slot, step.from.slot, step.to.slot]);
    this.conditions();
  }

  scan(node: NodePlan): void {
    const access = accessOf(node, this.filled, this.context);
    this.rows *= Math.max(access.rows, 0.1);
    this.add(access.operator, access.details, scanOp(node, access, this.context), [node.slot]);
  }

  cheapestNode(nodes: ReadonlySet<NodePlan>): { node: NodePlan; cost: number } | null {
    let best: { node: NodePlan; cost: number } | null = null;
    for (const node of nodes) {
      const { rows } = accessOf(node, this.filled, this.context);
      if (best === null || rows < best.cost) best = { node, cost: rows };
    }
    return best;
  }

  ends(step: StepPlan): Ends {
    return { from: this.filled.has(step.from.slot), to: this.filled.has(step.to.slot) };
  }

  cheapest(links: ReadonlySet<Link>): { link: Link; cost: number } | null {
    let best: { link: Link; cost: number } | null = null;
    for (const link of links) {
      const cost = this.cost(link.step);
      if (cost !== null && (best === null || cost < best.cost)) best = { link, cost };
    }
    return best;
  }

  /** How many rows a step makes of one; null if it cannot be taken yet. */
  cost(step: StepPlan): number | null {
    const ends = this.ends(step);
    if (step.kind === 'edge' && step.bound) return 0.01;
    if (!ends.from && !ends.to) return null;
    const inner = step.kind === 'group' ? [...step.where, ...step.nodes.flatMap(({ inline }) => inline)] : step.inline;
    const own = new Set(
      step.kind === 'group' ? [...step.nodes, ...step.edges].map(({ slot }) => slot) : [step.element, step.slot],
    );
    const ready = inner.every(({ reads }) => [...reads].every((slot) => own.has(slot) || this.filled.has(slot)));
    if (!ready && (step.kind === 'group' || step.range !== null)) return null;
    const fan =
      step.kind === 'edge' ? this.fan(step, ends) : step.edges.reduce((all, edge) => all * this.fan(edge, ends), 1);
    const times = step.range === null ? 1 : Math.min(4, step.range.max ?? 4);
    const cost = fan ** times;
    return ends.from && ends.to ? cost / 10 : cost;
  }

  /** The mean number of relationships that fit, at a node of the near end's kind. */
  fan(edge: EdgePlan, ends: Ends): number {
    const { graph } = this.context;
    const mask = typeMask(edge.types, this.context);
    let count = graph.edgeCount;
    if (mask !== null) count = mask.reduce((sum, fits, type) => sum + (fits === 1 ? graph.typeCount(type) : 0), 0);
    const near = ends.from ? edge.from : edge.to;
    const labels = required(near.labels).map((label) => graph.withLabel(label).length);
    const nodes = Math.max(1, Math.min(graph.nodeCount, ...labels));
    return Math.max(0.02, (count * (edge.direction === 'both' ? 2 : 1)) / nodes);
  }

  follow(step: StepPlan): void {
    const { context } = this;
    const trail = this.#trail;
    const ends = this.ends(step);
    this.rows *= Math.max(this.cost(step) ?? 1, 0.01);
    const fills = [step.slot, step.from.slot, step.to.slot];
    if (step.kind === 'group') {
      const lists = step.lists.map(({ outer }) => outer);
      this.add('Repeat', describe(step), groupOp(step, ends, trail, context), [...fills, ...lists]);
    } else if (step.bound) {
      const op = step.range === null ? boundEdgeOp : boundListOp;
      this.add('Argument', describe(step), op(step, ends, trail, context), fills);
    } else if (step.range === null) {
      const name = ends.from && ends.to ? 'ExpandInto' : 'Expand';
      this.add(name, describe(step), expandOp(step, ends, trail, context), fills);
    } else this.add('VarLengthExpand', describe(step), varExpandOp(step, ends, trail, context), fills);
  }

  bindPath(path: PathPlan): void {
    if (path.slot === null) return;
    this.add('Path', path.name, pathOp(path, this.context), [path.slot]);
  }

  /** The ends first, then the paths between them. */
  select(path: PathPlan): void {
    const fills = [
      ...path.steps.flatMap((step) => [
        step.slot,
        ...(step.kind === 'group' ? step.lists.map(({ outer }) => outer) : []),
      ]),
      ...path.nodes.map(({ slot }) => slot),
      ...(path.slot === null ? [] : [path.slot]),
    ];
    const single = path.selector!.kind === 'shortestPath' || path.selector!.kind === 'allShortestPaths';
    const then = new Set([...this.filled, ...fills]);
    // Conditions on the path of shortestPath() choose among the paths; elsewhere they come after the choice.
    const choosing = [...this.open].filter(({ reads }) => single && [...reads].every((slot) => then.has(slot)));
    for (const one of choosing) this.open.delete(one);
    const details = path.steps.map(describe).join(', ');
    this.add('ShortestPath', details, selectOp(path, choosing, new Set(this.filled), this.context), fills);
  }
}

const arrow = (edge: EdgePlan, inside: string): string =>
  `${edge.direction === 'in' ? '<' : ''}-[${inside}]-${edge.direction === 'out' ? '>' : ''}`;

function describe(step: StepPlan): string {
  const range = step.range === null ? '' : `{${step.range.min},${step.range.max ?? ''}}`;
  if (step.kind === 'group') {
    return `(${step.edges.map((edge) => `(${edge.from.name})${describe(edge)}`).join('')}(${step.nodes.at(-1)!.name}))${range}`;
  }
  const types = named(step.types).length === 0 ? '' : `:${labelText(step.types)}`;
  return `(${step.from.name})${arrow(step, `${step.name}${types}`)}${range}(${step.to.name})`;
}
