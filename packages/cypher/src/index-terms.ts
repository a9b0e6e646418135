import type { Expression, NodePattern } from './ast.ts';

/** The labels that every match of a label expression has. */
export function required(labels: NodePattern['labels']): string[] {
  if (labels?.kind === 'label') return [labels.name];
  return labels?.kind === 'and' ? [...required(labels.left), ...required(labels.right)] : [];
}

/** The properties of a variable that a WHERE fixes to a value, as far as an index can look them up. */
export function equalities(where: Expression | null, variable: string | null): (readonly [string, Expression])[] {
  if (where?.kind !== 'binary' || variable === null) return [];
  if (where.operator === 'AND') return [...equalities(where.left, variable), ...equalities(where.right, variable)];
  const { left, right } = where;
  if (where.operator !== '=' || left.kind !== 'property' || left.of.kind !== 'variable' || left.of.name !== variable)
    return [];
  return right.kind === 'literal' || right.kind === 'parameter' ? [[left.name, right]] : [];
}
