import type { Expression, PathPattern, Query } from './ast.ts';
import { compileExpression } from './compile-expression.ts';
import { compileQuery } from './compile-query.ts';
import type { Context, Evaluate, Source } from './context.ts';
import { degreeOf } from './match/degree.ts';
import { compileMatch } from './match/compile-match.ts';
import type { Scope } from './scope.ts';

/** A pattern as a predicate: is there a match? It may name no new variables. */
export function compilePattern(path: PathPattern, scope: Scope): Evaluate {
  for (const { variable, at } of [...path.nodes, ...path.relationships.filter((step) => step.kind !== 'group')])
    if (variable !== null) scope.find(variable, at);
  const match = compileMatch([path], null, scope.child());
  return (_, context) => {
    let found = false;
    context.once(match, () => match(context))(() => {
      found = true;
      return false;
    });
    return found;
  };
}

export function compilePatternComprehension(
  e: Extract<Expression, { kind: 'patternComprehension' }>,
  scope: Scope,
): Evaluate {
  const inner = scope.child();
  const match = compileMatch([e.path], e.where, inner);
  const map = compileExpression(e.map, inner);
  return (row, context) => {
    const results: unknown[] = [];
    context.once(match, () => match(context))(() => {
      context.keep(1);
      results.push(map(row, context));
      return true;
    });
    return results;
  };
}

export function compileSubquery(mode: 'exists' | 'count' | 'collect', query: Query, scope: Scope): Evaluate {
  const degree = mode === 'count' ? degreeOf(query, scope) : null;
  if (degree !== null) return degree;
  const inner = scope.child();
  inner.aggregates = null;
  inner.grouped = null;
  inner.computed = new Map();
  const compiled = compileQuery(query, inner);
  const [slot] = compiled.slots;
  if (mode === 'collect' && (slot === undefined || compiled.slots.length > 1)) {
    throw scope.frame.error(
      'SemanticError',
      'COLLECT needs a query that returns one column.',
      query.at,
      'Return one value.',
    );
  }
  const rows = (context: Context): Source => context.once(compiled, () => compiled.stage((emit) => emit(), context));
  return (row, context) => {
    const results: unknown[] = [];
    let count = 0;
    rows(context)(() => {
      count += 1;
      if (mode === 'collect') {
        context.keep(1);
        results.push(row[slot!]);
      }
      return mode !== 'exists';
    });
    return mode === 'exists' ? count > 0 : mode === 'count' ? count : results;
  };
}
