import type { Query } from '../ast.ts';
import type { Evaluate } from '../context.ts';
import type { Scope } from '../scope.ts';
import { NodeRef } from '../values.ts';
import { walker } from './ops.ts';

/** `COUNT { (n)-[:TYPE]->() }` of a bound node is a count of its relationships; null for any other query. */
export function degreeOf(query: Query, scope: Scope): Evaluate | null {
  const [clause, ...more] = query.parts.length === 1 ? query.parts[0]! : [];
  if (clause?.kind !== 'match' || more.length > 0 || clause.where !== null || clause.paths.length !== 1) return null;
  const { nodes, relationships, variable, selector } = clause.paths[0]!;
  const [near, far] = nodes;
  const [edge] = relationships;
  if (variable !== null || selector !== null || nodes.length !== 2 || edge?.kind !== 'relationship') return null;
  const bare = [near!, far!, edge].every(({ properties, where }) => properties === null && where === null);
  if (!bare || edge.range !== null || edge.variable !== null || near!.labels !== null || far!.labels !== null)
    return null;
  if (near!.variable === null || far!.variable !== null || !scope.names.has(near!.variable)) return null;
  if (scope.names.get(near!.variable)!.type !== 'node') return null;
  const { slot } = scope.find(near!.variable, near!.at);
  const key = {};
  return (row, context) => {
    const node = row[slot];
    if (!(node instanceof NodeRef)) return 0;
    const walk = context.once(key, () => walker(edge, false, context));
    let count = 0;
    walk(node.index, () => {
      count += 1;
      return true;
    });
    return count;
  };
}
