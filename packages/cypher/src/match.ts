import type { Expression, NodePattern, PathPattern, RelationshipPattern } from './ast.ts';
import { compileExpression, labelTest } from './compile-expression.ts';
import type { Context, Emit, Evaluate } from './context.ts';
import { truth } from './operators.ts';
import type { Kind, Scope } from './scope.ts';
import { equalities, required } from './index-terms.ts';
import { neighbours } from './neighbours.ts';
import { shortestPaths } from './shortest.ts';
import { CypherNode, CypherPath, CypherRelationship, equals, isMap } from './values.ts';
import type { Row } from './values.ts';

type Test = (value: CypherNode | CypherRelationship, row: Row, context: Context) => boolean;
interface NodePlan {
  readonly slot: number;
  readonly labels: readonly string[];
  readonly seeks: readonly (readonly [string, Evaluate])[];
  readonly test: Test;
}
export interface StepPlan {
  readonly slot: number;
  readonly pattern: RelationshipPattern;
  readonly test: Test;
}
interface PathPlan {
  readonly slot: number | null;
  readonly shortest: PathPattern['shortest'];
  readonly nodes: readonly NodePlan[];
  readonly steps: readonly StepPlan[];
}

const kindOf = (pattern: RelationshipPattern): Kind => (pattern.range === null ? 'relationship' : 'relationships');

function declare(scope: Scope, name: string | null, kind: Kind, at: number): number {
  if (name === null) return scope.frame.slot();
  const known = scope.names.get(name);
  if (known === undefined) return scope.declare(name, kind).slot;
  if (known.kind !== kind && known.kind !== 'value') {
    throw scope.frame.error('SemanticError', `${name} is already a ${known.kind}.`, at, 'Use another name.');
  }
  return scope.find(name, at).slot;
}

function requirements(
  pattern: NodePattern | RelationshipPattern,
  names: NodePattern['labels'],
  scope: Scope,
): { test: Test; seeks: (readonly [string, Evaluate])[] } {
  const labels = names === null ? null : labelTest(names);
  const where = pattern.where === null ? null : compileExpression(pattern.where, scope);
  const { properties } = pattern;
  const seeks: (readonly [string, Evaluate])[] =
    properties?.kind === 'map'
      ? properties.entries.map(([name, value]) => [name, compileExpression(value, scope)] as const)
      : [];
  const whole = properties === null || properties.kind === 'map' ? null : compileExpression(properties, scope);
  const test: Test = (value, row, context) => {
    context.tick();
    if (labels !== null && !labels(value instanceof CypherNode ? value.labels : [value.type])) return false;
    for (const [name, wanted] of seeks)
      if (equals(value.properties[name] ?? null, wanted(row, context)) !== true) return false;
    if (whole !== null) {
      const map = whole(row, context);
      if (
        !isMap(map) ||
        !Object.entries(map).every(([name, wanted]) => equals(value.properties[name] ?? null, wanted) === true)
      )
        return false;
    }
    return where === null || truth(where(row, context)) === true;
  };
  return { test, seeks };
}

/** Compiles the patterns of one MATCH; gives a function that emits every match of them. */
export function compileMatch(
  paths: readonly PathPattern[],
  where: Expression | null,
  scope: Scope,
): (row: Row, context: Context, emit: Emit) => boolean {
  for (const path of paths) {
    for (const step of path.relationships) {
      if (step.variable !== null && step.range !== null && scope.names.has(step.variable)) {
        throw scope.frame.error(
          'Unsupported',
          `${step.variable} is already defined.`,
          step.at,
          'Use a new name for a variable-length relationship.',
        );
      }
    }
  }
  const seen = new Set<string>();
  for (const { variable, at } of paths.flatMap((path) => path.relationships)) {
    if (variable !== null && seen.has(variable))
      throw scope.frame.error('SemanticError', `${variable} is used for two relationships.`, at, 'Use two names.');
    if (variable !== null) seen.add(variable);
  }
  const slots = paths.map((path) => ({
    nodes: path.nodes.map((node) => declare(scope, node.variable, 'node', node.at)),
    steps: path.relationships.map((step) => declare(scope, step.variable, kindOf(step), step.at)),
  }));
  const plans = paths
    .map((path, index): PathPlan => {
      if (path.variable !== null && scope.names.has(path.variable))
        throw scope.frame.error('SemanticError', `${path.variable} is already defined.`, path.at, 'Use another name.');
      const nodes = path.nodes.map((node, at): NodePlan => {
        const { test, seeks } = requirements(node, node.labels, scope);
        const more = equalities(where, node.variable).map(
          ([name, value]) => [name, compileExpression(value, scope)] as const,
        );
        return { slot: slots[index]!.nodes[at]!, labels: required(node.labels), seeks: [...seeks, ...more], test };
      });
      const steps = path.relationships.map((pattern, at): StepPlan => ({
        slot: slots[index]!.steps[at]!,
        pattern,
        test: requirements(pattern, pattern.types, scope).test,
      }));
      return { slot: null, shortest: path.shortest, nodes, steps };
    })
    .map((plan, index) => ({
      ...plan,
      slot: paths[index]!.variable === null ? null : scope.declare(paths[index]!.variable, 'path').slot,
    }));
  const tracked = where === null ? null : scope.track(() => compileExpression(where, scope));
  const filter = tracked === null ? null : tracked.result;
  for (const { shortest, slot, steps } of plans) {
    // Filtering the shortest paths afterwards would miss longer ones that satisfy the condition.
    if (
      shortest !== null &&
      [slot, ...steps.map((step) => step.slot)].some((one) => one !== null && tracked?.slots.has(one) === true)
    ) {
      throw scope.frame.error(
        'Unsupported',
        'WHERE cannot ask about the path of shortestPath.',
        where!.at,
        'Put the condition inside the relationship, or filter after WITH.',
      );
    }
  }
  return (row, context, emit) => new Matcher(plans, filter, context, emit).run(row.slice());
}

class Matcher {
  readonly plans: readonly PathPlan[];
  readonly filter: Evaluate | null;
  readonly context: Context;
  readonly emit: Emit;
  readonly used = new Set<CypherRelationship>();

  constructor(plans: readonly PathPlan[], filter: Evaluate | null, context: Context, emit: Emit) {
    this.plans = plans;
    this.filter = filter;
    this.context = context;
    this.emit = emit;
  }

  run(row: Row): boolean {
    return this.path(0, row);
  }

  path(index: number, row: Row): boolean {
    const plan = this.plans[index];
    if (plan === undefined) {
      if (this.filter !== null && truth(this.filter(row, this.context)) !== true) return true;
      return this.emit(row.slice());
    }
    const start = this.start(plan, row);
    return this.node(plan.nodes[start]!, row, null, () => this.expand(plan, start, start, row, index));
  }

  /** The cheapest place to begin: bound, then looked up, then the rarest label. */
  start(plan: PathPlan, row: Row): number {
    const costs = plan.nodes.map((node) => (row[node.slot] === undefined ? this.candidates(node, row).length : -1));
    return costs.indexOf(Math.min(...costs));
  }

  candidates(node: NodePlan, row: Row): readonly CypherNode[] {
    const { graph } = this.context;
    for (const [name, wanted] of node.seeks) {
      let value: unknown;
      try {
        value = wanted(row, this.context);
      } catch {
        continue;
      }
      if (typeof value === 'string' || typeof value === 'boolean') return graph.withProperty(name, value);
    }
    const lists = node.labels.map((label) => graph.withLabel(label)).sort((a, b) => a.length - b.length);
    return lists[0] ?? graph.nodes;
  }

  /** Binds a node, or checks the one that is bound. */
  node(plan: NodePlan, row: Row, only: CypherNode | null, next: () => boolean): boolean {
    const bound = row[plan.slot];
    if (bound !== undefined) {
      if (!(bound instanceof CypherNode) || (only !== null && only !== bound)) return true;
      return plan.test(bound, row, this.context) ? next() : true;
    }
    for (const node of only === null ? this.candidates(plan, row) : [only]) {
      row[plan.slot] = node;
      if (plan.test(node, row, this.context) && !next()) return false;
    }
    row[plan.slot] = undefined;
    return true;
  }

  expand(plan: PathPlan, low: number, high: number, row: Row, index: number): boolean {
    const right = high < plan.steps.length;
    if (!right && low === 0) return this.finish(plan, row, index);
    const step = plan.steps[right ? high : low - 1]!;
    const from = row[plan.nodes[right ? high : low]!.slot] as CypherNode;
    const target = plan.nodes[right ? high + 1 : low - 1]!;
    const next = (): boolean =>
      right ? this.expand(plan, low, high + 1, row, index) : this.expand(plan, low - 1, high, row, index);
    if (plan.shortest !== null) {
      return this.node(target, row, null, () => {
        for (const found of shortestPaths(
          from,
          row[target.slot] as CypherNode,
          step,
          !right,
          plan.shortest === 'all',
          row,
          this.context,
        )) {
          row[step.slot] = right ? found : found.toReversed();
          if (!next()) return false;
        }
        row[step.slot] = undefined;
        return true;
      });
    }
    if (step.pattern.range !== null) return this.walk(step, from, target, right, [], row, next);
    const bound = row[step.slot];
    for (const edge of neighbours(this.context, from, step.pattern, !right)) {
      if (this.used.has(edge) || (bound !== undefined && bound !== edge)) continue;
      row[step.slot] = edge;
      if (!step.test(edge, row, this.context)) continue;
      this.used.add(edge);
      const more = this.node(target, row, this.other(edge, from), next);
      this.used.delete(edge);
      if (!more) return false;
    }
    row[step.slot] = bound;
    return true;
  }

  other(edge: CypherRelationship, from: CypherNode): CypherNode {
    return this.context.graph.node(edge.from === from.id ? edge.to : edge.from);
  }

  walk(
    step: StepPlan,
    from: CypherNode,
    target: NodePlan,
    right: boolean,
    taken: CypherRelationship[],
    row: Row,
    next: () => boolean,
  ): boolean {
    const { min, max } = step.pattern.range!;
    if (taken.length >= min) {
      row[step.slot] = right ? [...taken] : taken.toReversed();
      if (!this.node(target, row, from, next)) return false;
      row[step.slot] = undefined;
    }
    if (max === null && taken.length >= this.context.maxPathLength) throw this.context.tooLong();
    if (taken.length >= Math.min(max ?? Infinity, this.context.maxPathLength)) return true;
    for (const edge of neighbours(this.context, from, step.pattern, !right)) {
      if (this.used.has(edge) || !step.test(edge, row, this.context)) continue;
      this.used.add(edge);
      taken.push(edge);
      const more = this.walk(step, this.other(edge, from), target, right, taken, row, next);
      taken.pop();
      this.used.delete(edge);
      if (!more) return false;
    }
    return true;
  }

  finish(plan: PathPlan, row: Row, index: number): boolean {
    if (plan.slot !== null) {
      const nodes = [row[plan.nodes[0]!.slot] as CypherNode];
      const edges = plan.steps.flatMap((step) => row[step.slot] as CypherRelationship | CypherRelationship[]);
      for (const edge of edges) nodes.push(this.other(edge, nodes.at(-1)!));
      row[plan.slot] = new CypherPath(nodes, edges);
    }
    return this.path(index + 1, row);
  }
}
