import { hashOf, type DocumentRecord, type GraphEdge, type GraphNode, type GraphValue } from '@attest/model';
import type { Resolved } from '../resolve/resolved.ts';
import { day, present } from './values.ts';

/** Nodes and edges that belong together. */
export interface Piece {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** An edge that is no derived one; `ordinal` tells apart several of one type between two nodes. */
export const edgeBetween = (
  type: string,
  from: string,
  to: string,
  properties: Readonly<Record<string, GraphValue>> = {},
  ordinal: string | number = 0,
): GraphEdge => ({ id: `x_${hashOf(type, from, to, ordinal)}`, type, from, to, properties });

export const documentNodeId = (sourceId: string): string => `d_${hashOf(sourceId)}`;

/** The node of a document. */
export function documentNode({ document }: DocumentRecord): GraphNode {
  const { sourceId, title, publisher, kind, published } = document;
  return {
    id: documentNodeId(sourceId),
    labels: ['Document'],
    properties: present({
      id: sourceId,
      title,
      publisher,
      kind,
      publishedFrom: day(published?.from),
      publishedTo: day(published?.to),
    }),
  };
}

/** The node of an actor with a node for each of its names and why it is one of its. */
export function actorPiece(actor: Resolved): Piece {
  const { id, root, type, name, aliases, identifiers } = actor;
  const entity: GraphNode = {
    id,
    labels: [...new Set(['Entity', root, type])],
    properties: present({ id, name, type, aliases, ...identifiers, citation: root === 'Norm' ? id : null }),
  };
  const names = actor.members.map(({ entity: local, sourceId, reason, confidence, decision }) => {
    const node: GraphNode = {
      id: `a_${hashOf(local.id)}`,
      labels: ['Alias'],
      properties: { surface: local.name, sourceId, localId: local.id },
    };
    return { node, edge: edgeBetween('OF', node.id, id, present({ reason, confidence, decision })) };
  });
  return { nodes: [entity, ...names.map(({ node }) => node)], edges: names.map(({ edge }) => edge) };
}
