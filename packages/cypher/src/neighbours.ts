import type { RelationshipPattern } from './ast.ts';
import type { Context } from './context.ts';
import type { CypherNode, CypherRelationship } from './values.ts';

/** The relationships that a step may take from a node; loops once. */
export function neighbours(
  { graph }: Context,
  from: CypherNode,
  pattern: RelationshipPattern,
  reversed: boolean,
): readonly CypherRelationship[] {
  if (pattern.direction === 'both')
    return [...graph.outgoing(from), ...graph.incoming(from).filter((edge) => edge.from !== edge.to)];
  return (pattern.direction === 'out') === reversed ? graph.incoming(from) : graph.outgoing(from);
}
