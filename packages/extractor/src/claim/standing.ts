import type { StandingFact } from '../entity/fact.ts';
import { plainDraft, type DraftClaim } from './draft.ts';

/**
 * What titles, appositions and party marks say of offices and memberships, as claims. A title is the document's even in
 * somebody's words; what else a quotation says in passing is the words of who is quoted (`quotedAt`).
 */
export const standingClaims = (
  facts: readonly StandingFact[],
  quotedAt: (offset: number) => string | null,
): readonly DraftClaim[] =>
  facts.map(({ act, agent, target, title, start, end, rule, confidence }) => ({
    ...plainDraft,
    act,
    title: title ?? null,
    agent,
    target,
    speakers: act === 'HOLDS_OFFICE' ? [] : [quotedAt(start) ?? []].flat(),
    start,
    end,
    rule,
    confidence,
  }));
