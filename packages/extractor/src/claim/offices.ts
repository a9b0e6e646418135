import type { StandingFact } from '../entity/standing.ts';
import type { DraftClaim } from './draft.ts';

/**
 * What titles, appositions and party marks say of offices and memberships, as claims. A title is the document's even in
 * somebody's words; what else a quotation says in passing is the words of who is quoted (`quotedAt`).
 */
export const standingClaims = (
  facts: readonly StandingFact[],
  quotedAt: (offset: number) => string | null,
): readonly DraftClaim[] =>
  facts.map(({ act, agent, target, title, start, end, rule, confidence }) => ({
    act,
    lemma: null,
    title: title ?? null,
    agent,
    target,
    object: null,
    place: null,
    as: null,
    under: null,
    modality: 'performed',
    polarity: 'positive',
    speakers: act === 'HOLDS_OFFICE' ? [] : [quotedAt(start) ?? []].flat(),
    hedged: false,
    date: null,
    content: null,
    start,
    end,
    rule,
    confidence,
    token: -1,
    complements: [],
  }));
