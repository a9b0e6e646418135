import type { Expression, PathPattern } from '../ast.ts';
import type { Evaluate } from '../context.ts';
import { truth } from '../operators.ts';
import type { Scope } from '../scope.ts';
import type { EdgePlan, PathPlan, Predicate } from './plan.ts';

/** Compiles a condition; handed in, because conditions hold patterns again. */
type Compile = (e: Expression, scope: Scope) => Evaluate;

/** The parts of a condition that must all be true. */
export function conjuncts(where: Expression | null): Expression[] {
  if (where === null) return [];
  if (where.kind !== 'binary' || where.operator !== 'AND') return [where];
  return [...conjuncts(where.left), ...conjuncts(where.right)];
}

/** What a quantifier goes over: all relationships or all nodes of the path; null for anything else. */
function partsOf(list: Expression, path: PathPattern, step: EdgePlan): 'relationships' | 'nodes' | null {
  if (list.kind === 'variable') return list.name === step.name ? 'relationships' : null;
  if (list.kind !== 'call' || path.variable === null) return null;
  const [of] = list.args;
  if (of?.kind !== 'variable' || of.name !== path.variable) return null;
  const name = list.name.toLowerCase();
  return name === 'relationships' || name === 'nodes' ? name : null;
}

/**
 * `all(r IN relationships(p) WHERE ...)` and `none(...)` hold for a path if they hold for each of its parts, so the
 * search can leave parts out that fail; null for a condition of another kind.
 */
function perElement(
  part: Expression,
  path: PathPattern,
  step: EdgePlan,
  scope: Scope,
  compile: Compile,
): { readonly slot: number; readonly predicate: Predicate } | null {
  if (part.kind !== 'quantifier' || (part.mode !== 'ALL' && part.mode !== 'NONE')) return null;
  const of = partsOf(part.list, path, step);
  if (of === null) return null;
  const inner = scope.child();
  const slot = of === 'nodes' ? scope.frame.slot() : step.element;
  inner.names.set(part.variable, { slot, type: of === 'nodes' ? 'node' : 'relationship' });
  const { result, slots } = inner.track(() => compile(part.where, inner));
  const whole = [path.variable, step.name].map((name) => (name === null ? undefined : scope.names.get(name)?.slot));
  if (whole.some((one) => one !== undefined && one !== slot && slots.has(one))) return null;
  const wanted = part.mode === 'ALL';
  const evaluate: Predicate['evaluate'] = (row, context) => truth(result(row, context)) === wanted;
  return { slot, predicate: { evaluate, reads: new Set(), text: '' } };
}

/** Refuses what the search for paths cannot do; what WHERE asks of each part of a shortest path goes into the search. */
export function narrow(
  plan: PathPlan,
  path: PathPattern,
  rest: Set<Expression>,
  scope: Scope,
  compile: Compile,
): PathPlan {
  const { selector } = plan;
  if (selector === null) return plan;
  if (plan.steps.some((step) => step.kind === 'edge' && step.bound)) {
    throw scope.frame.error(
      'Unsupported',
      'A shortest path cannot contain a bound relationship.',
      path.at,
      'Use another name for it.',
    );
  }
  const [step] = plan.steps;
  const old = selector.kind === 'shortestPath' || selector.kind === 'allShortestPaths';
  if (!old || step?.kind !== 'edge') return plan;
  const inline = [...step.inline];
  const through = [...step.through];
  for (const part of rest) {
    const found = perElement(part, path, step, scope, compile);
    if (found === null) continue;
    rest.delete(part);
    if (found.slot === step.element) inline.push(found.predicate);
    else through.push(found);
  }
  return { ...plan, steps: [{ ...step, inline, through }] };
}
