import { hashOf, type DocumentRecord, type GraphEdge, type GraphNode, type GraphValue } from '@attest/model';
import type { Resolved, ResolvedMember } from '../resolve/resolved.ts';
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

const aliasId = ({ entity }: ResolvedMember): string => `a_${hashOf(entity.id)}`;

/** Why a name is an actor's; `review` lists with whom else it may be one. */
export const aliasEdge = (member: ResolvedMember, actor: string, review: readonly string[] = []): GraphEdge =>
  edgeBetween(
    'OF',
    aliasId(member),
    actor,
    present({
      reason: member.reason,
      confidence: member.confidence,
      decision: member.decision,
      review: review.length > 0 ? review : null,
    }),
  );

/** A name's node and edge, kept as long as they say the same. */
interface KeptAlias {
  readonly key: string;
  readonly node: GraphNode;
  readonly edge: GraphEdge;
}
export type AliasCache = Map<string, KeptAlias>;

function aliasOf(member: ResolvedMember, actor: string, cache: AliasCache): KeptAlias {
  const { entity, sourceId, reason, confidence, decision } = member;
  const key = JSON.stringify([actor, entity.name, reason, confidence, decision]);
  const known = cache.get(entity.id);
  if (known?.key === key) return known;
  const node: GraphNode = {
    id: aliasId(member),
    labels: ['Alias'],
    properties: { surface: entity.name, sourceId, localId: entity.id },
  };
  const made = { key, node, edge: aliasEdge(member, actor) };
  cache.set(entity.id, made);
  return made;
}

/** The node of an actor with a node for each of its names and why it is one of its. */
export function actorPiece(actor: Resolved, cache: AliasCache): Piece {
  const { id, root, type, name, aliases, identifiers } = actor;
  const entity: GraphNode = {
    id,
    labels: [...new Set(['Entity', root, type])],
    properties: present({ id, name, type, aliases, ...identifiers, citation: root === 'Norm' ? id : null }),
  };
  const names = actor.members.map((member) => aliasOf(member, id, cache));
  return { nodes: [entity, ...names.map(({ node }) => node)], edges: names.map(({ edge }) => edge) };
}
