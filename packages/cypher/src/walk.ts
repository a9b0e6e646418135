import type { Expression, GroupPattern, NodePattern, PathPattern, Query, RelationshipPattern } from './ast.ts';

export const AGGREGATES: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'collect',
  'stdev',
  'stdevp',
  'percentilecont',
  'percentiledisc',
]);

const present = (...all: (Expression | null)[]): Expression[] => all.filter((one) => one !== null);

function ofPattern(part: NodePattern | RelationshipPattern | GroupPattern): Expression[] {
  if ('nodes' in part) return [...part.nodes, ...part.relationships].flatMap(ofPattern).concat(present(part.where));
  return present(part.properties, part.where);
}

const ofPath = (path: PathPattern): Expression[] =>
  [...path.nodes, ...path.relationships].flatMap(ofPattern).concat(present(path.where));

/** The expressions directly inside an expression; those of a subquery's clauses are its own affair. */
function children(e: Expression): Expression[] {
  switch (e.kind) {
    case 'literal':
    case 'variable':
    case 'parameter':
    case 'subquery':
      return [];
    case 'property':
    case 'unary':
    case 'isType':
    case 'hasLabels':
      return [e.of];
    case 'index':
      return [e.of, e.index];
    case 'slice':
      return present(e.of, e.from, e.to);
    case 'list':
      return [...e.items];
    case 'map':
      return e.entries.map(([, value]) => value);
    case 'binary':
      return [e.left, e.right];
    case 'call':
      return [...e.args];
    case 'case':
      return present(
        e.subject,
        ...e.branches.flatMap(({ tests, result }) => [...tests.map(({ value }) => value), result]),
        e.otherwise,
      );
    case 'comprehension':
      return present(e.list, e.where, e.map);
    case 'quantifier':
      return [e.list, e.where];
    case 'reduce':
      return [e.start, e.list, e.step];
    case 'pattern':
      return ofPath(e.path);
    case 'patternComprehension':
      return present(...ofPath(e.path), e.where, e.map);
    case 'projection':
      return present(e.of, ...e.items.map((item) => (item.kind === 'entry' ? item.value : null)));
  }
}

export const isAggregate = (e: Expression): boolean => e.kind === 'call' && AGGREGATES.has(e.name.toLowerCase());

/** Whether an aggregate stands anywhere in an expression, outside of subqueries. */
export const aggregates = (e: Expression): boolean => isAggregate(e) || children(e).some(aggregates);

/** The names that an expression reads or binds, those of its subqueries included. */
export function variablesOf(e: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('kind' in part && part.kind === 'variable' && 'name' in part) names.add(String(part.name));
    if ('variable' in part && typeof part.variable === 'string') names.add(part.variable);
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(e);
  return names;
}

/** A text that is equal for expressions that mean the same: all of the tree but its places. */
export function shapeOf(e: Expression | Query): string {
  return JSON.stringify(e, (key, value: unknown) => {
    if (key === 'at' || key === 'end') return undefined;
    if (typeof value === 'bigint') return { integer: String(value) };
    return typeof value === 'number' ? { float: String(value) } : value;
  });
}
