import type { StandingFact } from '../entity/fact.ts';
import { plainDraft, type DraftClaim } from './draft.ts';

const isSame = (draft: DraftClaim, fact: StandingFact): boolean =>
  draft.act === fact.act &&
  draft.agent === fact.agent &&
  draft.target === fact.target &&
  draft.start < fact.end &&
  draft.end > fact.start;

/**
 * What titles, appositions and party marks say of offices and memberships, as claims. A title is the document's even in
 * somebody's words; what else a quotation says in passing is the words of who is quoted (`quotedAt`). What a verb has
 * told in the same place ("a provider based in Munich") is not told twice.
 */
export const standingClaims = (
  facts: readonly StandingFact[],
  quotedAt: (offset: number) => string | null,
  told: readonly DraftClaim[],
): readonly DraftClaim[] =>
  facts
    .filter((fact) => !told.some((draft) => isSame(draft, fact)))
    .map(({ act, agent, target, title, start, end, rule, confidence }) => ({
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
