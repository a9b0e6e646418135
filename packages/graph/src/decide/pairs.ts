import type { Decision, DocumentRecord } from '@attest/model';
import type { Unplaced } from './edit.ts';
import { mentionAt } from './find.ts';

/** What a decision says of two local entities, or of one that is nobody else (`b` null). */
export interface PairDecision {
  readonly kind: 'merge' | 'split';
  readonly a: string;
  readonly b: string | null;
  readonly decision: string;
}

/** The two actors that a merge or split speaks of, in the records as other decisions left them. */
export function pairOf(
  decision: Decision,
  recordOf: (sourceId: string) => DocumentRecord | undefined,
): PairDecision | Unplaced | null {
  if (decision.kind !== 'merge' && decision.kind !== 'split') return null;
  const local = (selector: Decision['selector']): string | null => {
    const record = recordOf(selector.sourceId);
    return record === undefined ? null : (mentionAt(record, selector)?.entity ?? null);
  };
  const a = local(decision.selector);
  if (a === null) return { decision, reason: 'its words or the actor are no longer there' };
  if (decision.other === null)
    return decision.kind === 'split'
      ? { kind: 'split', a, b: null, decision: decision.id }
      : { decision, reason: 'a merge needs two places' };
  const b = local(decision.other);
  if (b === null) return { decision, reason: 'the words or the actor of the other side are no longer there' };
  if (a === b)
    return decision.kind === 'merge' ? null : { decision, reason: 'both places are one actor that cannot be parted' };
  return { kind: decision.kind, a, b, decision: decision.id };
}
