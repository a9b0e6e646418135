import { hashOf, type DocumentRecord, type GraphEdge, type GraphNode, type GraphValue } from '@attest/model';
import type { Resolved, ResolvedMember } from '../resolve/resolved.ts';
import { day, present } from './values.ts';

/** Nodes and edges that belong together. */
export interface Piece {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Shared by the many edges that say nothing more. */
const nothing: Readonly<Record<string, GraphValue>> = {};

/** An edge that is no derived one; `ordinal` tells apart several of one type between two nodes. */
export const edgeBetween = (
  type: string,
  from: string,
  to: string,
  properties: Readonly<Record<string, GraphValue>> = nothing,
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

/** Id of the node of a local entity's name. */
export const aliasId = (local: string): string => `a_${hashOf(local)}`;

/** A name's node, and the edge that says why it is an actor's. */
function aliasOf({ entity, sourceId, reason, confidence, decision }: ResolvedMember, actor: string) {
  const id = aliasId(entity.id);
  const node: GraphNode = {
    id,
    labels: aliasLabels,
    properties: { surface: entity.name, sourceId, localId: entity.id },
  };
  return { node, edge: edgeBetween('OF', id, actor, present({ reason, confidence, decision })) };
}
const aliasLabels: readonly string[] = ['Alias'];

/** The node of an actor with a node for each of its names and why it is one of its. */
export function actorPiece(actor: Resolved): Piece {
  const { id, root, type, name, aliases, identifiers } = actor;
  const entity: GraphNode = {
    id,
    labels: [...new Set(['Entity', root, type])],
    properties: present({ id, name, type, aliases, ...identifiers, citation: root === 'Norm' ? id : null }),
  };
  const names = actor.members.map((member) => aliasOf(member, id));
  return { nodes: [entity, ...names.map(({ node }) => node)], edges: names.map(({ edge }) => edge) };
}
