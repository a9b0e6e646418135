import type { Expression, PathPattern, Query } from './ast.ts';
import { compileExpression } from './compile-expression.ts';
import { compileQuery } from './compile-query.ts';
import type { Evaluate } from './context.ts';
import { compileMatch } from './match.ts';
import type { Scope } from './scope.ts';

/** A pattern as a predicate: is there a match? It may name no new variables. */
export function compilePattern(path: PathPattern, scope: Scope): Evaluate {
  for (const { variable, at } of [...path.nodes, ...path.relationships])
    if (variable !== null) scope.find(variable, at);
  const match = compileMatch([path], null, scope.child());
  return (row, context) => !match(row, context, () => false);
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
    match(row, context, (found) => {
      context.keep(1);
      results.push(map(found, context));
      return true;
    });
    return results;
  };
}

export function compileSubquery(mode: 'exists' | 'count' | 'collect', query: Query, scope: Scope): Evaluate {
  const compiled = compileQuery(query, scope.child());
  const [slot] = compiled.slots;
  if (mode === 'collect' && (slot === undefined || compiled.slots.length > 1)) {
    throw scope.frame.error(
      'SemanticError',
      'COLLECT needs a query that returns one column.',
      query.at,
      'Return one value.',
    );
  }
  return (row, context) => {
    const results: unknown[] = [];
    let count = 0;
    compiled.stage(
      (emit) => emit(row.slice()),
      context,
    )((found) => {
      count += 1;
      if (mode === 'collect') results.push(found[slot!] ?? null);
      return mode !== 'exists';
    });
    return mode === 'exists' ? count > 0 : mode === 'count' ? count : results;
  };
}
