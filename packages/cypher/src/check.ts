import { aggregateNames } from './aggregates.ts';
import { CypherError } from './error.ts';
import type { Expression, ProjectClause, Query } from './syntax.ts';

const parts = (of: Expression): readonly Expression[] => {
  switch (of.kind) {
    case 'property':
    case 'hasLabel':
    case 'unary':
      return [of.of];
    case 'list':
      return of.items;
    case 'binary':
      return [of.left, of.right];
    case 'call':
      return of.of;
    default:
      return [];
  }
};

/** Whether an expression holds an aggregate anywhere. */
export const isAggregating = (of: Expression): boolean => (of.kind === 'call' && aggregateNames.has(of.name)) || parts(of).some(isAggregating);

function checkVariables(of: Expression, known: ReadonlySet<string>): void {
  if (of.kind === 'variable' && !known.has(of.name)) throw new CypherError('semantic', `the variable ${of.name} is not defined`, null, 'Bind it in MATCH, UNWIND or WITH before.');
  for (const part of parts(of)) checkVariables(part, known);
}

function refuseAggregates(of: Expression | null, where: string): void {
  if (of !== null && isAggregating(of)) throw new CypherError('semantic', `aggregates are not allowed in ${where}`, null, 'Compute them in WITH first.');
}

function checkProjection(clause: ProjectClause, known: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(clause.items.map((item) => item.name));
  const aggregating = clause.items.some((item) => isAggregating(item.of));
  for (const { of } of clause.items) {
    checkVariables(of, known);
    if (!isAggregating(of)) continue;
    if (of.kind !== 'call' || !aggregateNames.has(of.name)) throw new CypherError('unsupported', 'an aggregate inside a larger expression is not read', null, 'Compute it in WITH first.');
    if (of.of.length !== (of.star ? 0 : 1)) throw new CypherError('semantic', `${of.name}() takes one argument`, null, 'Pass one expression.');
    for (const inner of of.of) refuseAggregates(inner, 'an aggregate');
  }
  for (const { by } of clause.order) {
    refuseAggregates(by, 'ORDER BY');
    checkVariables(by, aggregating || clause.distinct ? names : new Set([...known, ...names]));
  }
  for (const of of [clause.skip, clause.limit]) if (of !== null) checkVariables(of, new Set());
  if (clause.where) {
    refuseAggregates(clause.where, 'WHERE');
    checkVariables(clause.where, names);
  }
  return names;
}

/** Refuses what could never run: unknown variables, a variable bound twice, aggregates where there is no group. */
export function check(query: Query): void {
  let known: ReadonlySet<string> = new Set();
  for (const clause of query.clauses) {
    if (clause.kind === 'unwind') {
      refuseAggregates(clause.of, 'UNWIND');
      checkVariables(clause.of, known);
      if (known.has(clause.name)) throw new CypherError('semantic', `the variable ${clause.name} is already defined`, null, 'Choose another name.');
      known = new Set([...known, clause.name]);
    } else if (clause.kind === 'match') {
      const nodes = clause.paths.flatMap((path) => path.nodes);
      const edges = clause.paths.flatMap((path) => path.edges);
      const bound = new Set([...known, ...nodes.map((node) => node.variable), ...edges.map((edge) => edge.variable)]);
      const seen = new Set([...known, ...nodes.map((node) => node.variable)]);
      for (const edge of edges) {
        if (seen.has(edge.variable)) throw new CypherError('semantic', `the relationship variable ${edge.variable} is already defined`, null, 'Choose another name.');
        seen.add(edge.variable);
      }
      for (const [, of] of [...nodes, ...edges].flatMap((one) => one.properties)) checkVariables(of, bound);
      refuseAggregates(clause.where, 'WHERE');
      if (clause.where) checkVariables(clause.where, bound);
      known = bound;
    } else known = checkProjection(clause, known);
  }
}
