import type { Query, RelationshipPattern } from '../ast.ts';
import type { Context, Evaluate } from '../context.ts';
import type { Adjacency } from '../graph.ts';
import type { Scope } from '../scope.ts';
import { NodeRef } from '../values.ts';
import { typeMask } from './ops.ts';

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
    return node instanceof NodeRef ? context.once(key, () => counter(edge, context))(node.index) : 0;
  };
}

/** Counts the relationships of a node; a loop counts once where both directions are wanted. */
function counter({ direction, types }: RelationshipPattern, context: Context): (index: number) => number {
  const { graph } = context;
  const { typeOf, from, to } = graph.data;
  const mask = typeMask(types, context);
  const count = ({ offsets, edges }: Adjacency, index: number, loops: boolean): number => {
    const [start, end] = [offsets[index]!, offsets[index + 1]!];
    if (mask === null && loops) return end - start;
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      const edge = edges[at]!;
      if ((mask === null || mask[typeOf[edge]!] === 1) && (loops || from[edge] !== to[edge])) sum += 1;
    }
    return sum;
  };
  return (index) =>
    (direction === 'in' ? 0 : count(graph.outgoing, index, true)) +
    (direction === 'out' ? 0 : count(graph.incoming, index, direction === 'in'));
}
