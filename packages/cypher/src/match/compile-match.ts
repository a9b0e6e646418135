import type {
  Expression,
  GroupPattern,
  LabelExpression,
  NodePattern,
  PathPattern,
  RelationshipPattern,
} from '../ast.ts';
import { equals } from '../compare.ts';
import { compileExpression, compilePredicate } from '../compile-expression.ts';
import type { Context, Source } from '../context.ts';
import { named } from '../labels.ts';
import type { Scope } from '../scope.ts';
import type { StaticType } from '../static-type.ts';
import { EdgeRef, NodeRef } from '../values.ts';
import type { EdgePlan, GroupPlan, MatchPlan, NodePlan, PathPlan, Predicate, Seek, StepPlan } from './plan.ts';
import { conjuncts, narrow } from './conditions.ts';
import { schedule } from './schedule.ts';

const RANDOM = /\brand\s*\(/i;

/** What the mentions of one node add up to while they are collected. */
interface Draft {
  readonly slot: number;
  readonly name: string;
  labels: LabelExpression | null;
  readonly seeks: Seek[];
  readonly inline: Predicate[];
}

/** Compiles the patterns of one MATCH; what comes back gives every match of them for the context's row. */
export function compileMatch(
  paths: readonly PathPattern[],
  where: Expression | null,
  scope: Scope,
): (context: Context) => Source {
  const plan = new Planner(scope).match(paths, where);
  return (context) => schedule(plan, context);
}

class Planner {
  readonly scope: Scope;
  readonly bound: ReadonlySet<number>;
  readonly drafts = new Map<number, Draft>();
  readonly slots = new Map<NodePattern, number>();
  /** Relationships named in this MATCH. */
  readonly used = new Set<string>();

  constructor(scope: Scope) {
    this.scope = scope;
    this.bound = new Set([...scope.names.values()].map(({ slot }) => slot));
  }

  match(paths: readonly PathPattern[], where: Expression | null): MatchPlan {
    const selective = paths.find(
      ({ selector }) => selector !== null && !selector.kind.endsWith('Path') && !selector.kind.endsWith('Paths'),
    );
    if (selective !== undefined && paths.length > 1) {
      throw this.scope.frame.error(
        'SyntaxError',
        'A MATCH that chooses paths has only one pattern.',
        selective.at,
        'Put the others into a MATCH of their own.',
      );
    }
    // All names first: conditions inside one pattern may speak of another.
    const declared = paths.map((path) => ({
      nodes: path.nodes.map((node) => this.node(node)),
      steps: path.relationships.map((step) => (step.kind === 'group' ? null : this.edgeSlot(step))),
    }));
    const groups = paths.map((path) =>
      path.relationships.map((step) => (step.kind === 'group' ? this.group(step) : null)),
    );
    const slots = paths.map((path) => this.pathSlot(path));
    for (const path of paths) for (const node of path.nodes) this.constrain(node);
    const plans = paths.map((path, index): PathPlan => {
      const nodes = declared[index]!.nodes.map((slot) => this.drafts.get(slot)!);
      const steps = path.relationships.map((step, at): StepPlan => {
        const ends = { from: nodes[at]!, to: nodes[at + 1]! };
        if (step.kind === 'group') return { ...groups[index]![at]!, ...ends };
        return this.edge(step, declared[index]!.steps[at]!, ends);
      });
      if (slots[index] !== null) for (const { slot } of steps) this.scope.frame.read.add(slot);
      return {
        slot: slots[index]!,
        name: path.variable ?? '',
        selector: path.selector,
        nodes,
        steps,
        where: this.conditions(path.where),
      };
    });
    const rest = new Set(conjuncts(where));
    for (const part of rest) this.seekIn(part);
    const narrowed = plans.map((plan, index) => narrow(plan, paths[index]!, rest, this.scope, compilePredicate));
    return {
      paths: narrowed,
      nodes: [...this.drafts.values()],
      bound: this.bound,
      predicates: [...rest].map((part) => this.predicate(part, this.scope)),
    };
  }

  declare(name: string, type: StaticType, at: number): number {
    const { scope } = this;
    const known = scope.names.get(name);
    if (known === undefined) return scope.declare(name, type).slot;
    if (
      known.type !== type &&
      known.type !== 'any' &&
      known.type !== 'null' &&
      !(type === 'relationships' && known.type === 'list')
    ) {
      throw scope.frame.error('SemanticError', `${name} is already a ${known.type}.`, at, 'Use another name.');
    }
    return scope.find(name, at).slot;
  }

  node(pattern: NodePattern): number {
    const { variable, at } = pattern;
    const slot = variable === null ? this.scope.frame.slot() : this.declare(variable, 'node', at);
    this.slots.set(pattern, slot);
    if (!this.drafts.has(slot))
      this.drafts.set(slot, { slot, name: variable ?? '', labels: null, seeks: [], inline: [] });
    return slot;
  }

  edgeSlot({ variable, range, at }: RelationshipPattern): { slot: number; bound: boolean } {
    const { scope } = this;
    if (variable === null) return { slot: scope.frame.slot(), bound: false };
    if (this.used.has(variable))
      throw scope.frame.error('SemanticError', `${variable} is used for two relationships.`, at, 'Use two names.');
    this.used.add(variable);
    const bound = scope.names.has(variable);
    return { slot: this.declare(variable, range === null ? 'relationship' : 'relationships', at), bound };
  }

  pathSlot({ variable, at, selector, where }: PathPattern): number | null {
    const { scope } = this;
    if (variable === null) return selector === null && where === null ? null : scope.frame.slot();
    if (scope.names.has(variable))
      throw scope.frame.error('SemanticError', `${variable} is already defined.`, at, 'Use another name.');
    return scope.declare(variable, 'path').slot;
  }

  /** Adds what one mention of a node asks for. */
  constrain(node: NodePattern): void {
    const draft = this.drafts.get(this.slots.get(node)!)!;
    const { labels } = node;
    for (const { name, at } of named(labels)) this.scope.frame.asked.push({ kind: 'label', name, at });
    if (labels !== null)
      draft.labels = draft.labels === null ? labels : { kind: 'and', left: draft.labels, right: labels };
    draft.inline.push(...this.properties(node.properties, draft.slot, draft.seeks), ...this.conditions(node.where));
  }

  edge(
    step: RelationshipPattern,
    { slot, bound }: { slot: number; bound: boolean },
    ends: { readonly from: NodePlan; readonly to: NodePlan },
  ): EdgePlan {
    const { scope } = this;
    for (const { name, at } of named(step.types)) scope.frame.asked.push({ kind: 'type', name, at });
    const element = step.range === null ? slot : scope.frame.slot();
    const inner = scope.child();
    if (step.range !== null && step.variable !== null)
      inner.names.set(step.variable, { slot: element, type: 'relationship' });
    const inline = [
      ...this.properties(step.properties, element, []),
      ...conjuncts(step.where).map((part) => this.predicate(part, inner)),
    ];
    return {
      kind: 'edge',
      slot,
      name: step.variable ?? '',
      ...ends,
      direction: step.direction,
      types: step.types,
      range: step.range,
      bound,
      element,
      inline,
      through: [],
    };
  }

  group(step: GroupPattern): Omit<GroupPlan, 'from' | 'to'> {
    const { scope } = this;
    const inner = new Planner(scope.child());
    for (const part of [...step.nodes, ...step.relationships]) {
      if (part.variable !== null && scope.names.has(part.variable)) {
        throw scope.frame.error(
          'SemanticError',
          `${part.variable} is defined outside of the quantified part.`,
          part.at,
          'Use another name inside it.',
        );
      }
    }
    const path: PathPattern = {
      ...step,
      variable: null,
      selector: null,
      relationships: step.relationships,
      where: null,
    };
    const { paths, predicates } = inner.match([path], step.where);
    const [only] = paths;
    const lists = [...inner.scope.names]
      .filter(([name]) => !scope.names.has(name))
      .map(([name, { slot, type }]) => ({
        inner: scope.reads(slot),
        outer: scope.declare(name, type === 'node' ? 'nodes' : 'relationships').slot,
      }));
    return {
      kind: 'group',
      nodes: only!.nodes,
      edges: only!.steps as EdgePlan[],
      range: step.range,
      slot: scope.frame.slot(),
      lists,
      where: predicates,
    };
  }

  /** A condition per property of a map, and the look-ups that they allow. */
  properties(map: Expression | null, slot: number, seeks: Seek[]): Predicate[] {
    if (map?.kind !== 'map') return [];
    this.scope.frame.read.add(slot);
    return map.entries.map(([name, value]): Predicate => {
      const { result, slots } = this.scope.track(() => compileExpression(value, this.scope));
      const reads = this.known(slots);
      seeks.push({ property: name, value: result, anyOf: false, reads });
      const text = `${name} = ${this.text(value)}`;
      return {
        reads: new Set([...reads, slot]),
        text,
        evaluate: (row, context) => {
          const of = row[slot];
          if (!(of instanceof NodeRef) && !(of instanceof EdgeRef)) return false;
          return equals(of.get(name), result(row, context));
        },
      };
    });
  }

  conditions(where: Expression | null): Predicate[] {
    return conjuncts(where).map((part) => this.predicate(part, this.scope));
  }

  predicate(part: Expression, scope: Scope): Predicate {
    const { result, slots } = scope.track(() => compilePredicate(part, scope));
    // Random numbers are drawn anew for each row, so nothing that draws may be asked before the row is whole.
    const late = RANDOM.test(this.text(part)) ? this.drafts.keys() : [];
    return { evaluate: result, reads: new Set([...this.known(slots, scope), ...late]), text: this.text(part) };
  }

  /** Slots of inner loops and subqueries are filled by them alone. */
  known(slots: ReadonlySet<number>, scope: Scope = this.scope): ReadonlySet<number> {
    const named = new Set([...scope.names.values()].map(({ slot }) => slot));
    return new Set([...slots].filter((slot) => named.has(slot)));
  }

  text({ at, end }: Expression): string {
    return this.scope.frame.text.slice(at, end).replaceAll(/\s+/g, ' ');
  }

  /** `n.property = value` and `n.property IN list` of a WHERE. */
  seekIn(part: Expression): void {
    if (part.kind !== 'binary' || (part.operator !== '=' && part.operator !== 'IN')) return;
    const sides = part.operator === '=' ? [part.left, part.right] : [part.left];
    for (const side of sides) {
      if (side.kind !== 'property' || side.of.kind !== 'variable') continue;
      const variable = this.scope.names.get(side.of.name);
      const draft = variable === undefined ? undefined : this.drafts.get(variable.slot);
      if (draft === undefined) continue;
      const other = side === part.left ? part.right : part.left;
      const { result, slots } = this.scope.track(() => compileExpression(other, this.scope));
      const reads = this.known(slots);
      if (reads.has(draft.slot)) continue;
      draft.seeks.push({ property: side.name, value: result, anyOf: part.operator === 'IN', reads });
    }
  }
}
