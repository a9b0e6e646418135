import type { GraphEdge } from '@attest/model';
import { edgeBetween } from '../project/nodes.ts';
import { rounded } from '../order.ts';
import { present } from '../project/values.ts';

/** A relation between claims or actors with what speaks for it. */
export interface Relation {
  readonly type: 'ANSWERED_BY' | 'CONTRADICTED_BY' | 'SAME_EVENT' | 'INCLUDES' | 'ACTS_FOR';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly confidence: number;
  /** What became of a request. */
  readonly outcome?: 'granted' | 'refused' | 'agreed' | 'planned';
  readonly claimIds?: readonly string[];
}

/** A relation as the graph keeps it. */
export const relationEdge = ({ type, from, to, reason, confidence, outcome, claimIds }: Relation): GraphEdge =>
  edgeBetween(type, from, to, present({ reason, confidence: rounded(confidence), outcome, claimIds }));
