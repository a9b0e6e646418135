import type { Doc } from '../language/annotate.ts';
import type { DraftClaim } from './draft.ts';
import type { Quotation } from './quotations.ts';
import { conjunctsOf, isBelow } from './tree.ts';

/**
 * "requested the designation of the cartels": whoever is asked is to do it. An asked event without an agent is told
 * once for each who is asked.
 */
export function askedAgents(drafts: readonly DraftClaim[]): readonly DraftClaim[] {
  return drafts.flatMap((draft) => {
    if (draft.agent !== null || draft.modality !== 'requested') return [draft];
    const asked = drafts.filter((other) => other.act === 'URGED' && other.complements.includes(draft.token));
    const agents = new Set(asked.flatMap((other) => other.target ?? []));
    agents.delete(draft.target ?? '');
    return agents.size === 0 ? [draft] : [...agents].map((agent) => ({ ...draft, agent }));
  });
}

/** Links what is asked for, denied or told to the claim that asks, denies or tells it; never in a circle. */
export function linkContent(
  doc: Doc,
  drafts: readonly DraftClaim[],
  quotations: readonly Quotation[],
): readonly DraftClaim[] {
  for (const draft of drafts) {
    if (draft.token < 0) continue;
    const quoted = quotations.filter((quotation) => quotation.cue === draft.token);
    const tokens = draft.complements.flatMap((token) => conjunctsOf(doc, token));
    const candidates = drafts.filter(
      (other) => other !== draft && other.token >= 0 && !reaches(other, draft) && other.token !== draft.token,
    );
    const direct = candidates.filter((other) => tokens.includes(other.token));
    const below = candidates.filter((other) => tokens.some((token) => isBelow(doc, other.token, token)));
    const spoken = candidates.filter((other) =>
      quoted.some((quotation) => other.token >= quotation.from && other.token < quotation.to),
    );
    const [content] = [...direct, ...below, ...spoken].toSorted(
      (a, b) => rank(direct, b) - rank(direct, a) || fit(draft, b) - fit(draft, a) || a.token - b.token,
    );
    if (content && draft.complements.length + quoted.length > 0) draft.content = content;
  }
  return drafts;
}

const rank = (list: readonly DraftClaim[], one: DraftClaim): number => (list.includes(one) ? 1 : 0);

/** Several hearers are each asked for an act of their own: the one whose agent is the hearer comes first. */
const fit = (asking: DraftClaim, asked: DraftClaim): number =>
  asking.target !== null && asking.target === asked.agent ? 1 : 0;

function reaches(from: DraftClaim, to: DraftClaim): boolean {
  for (let at: DraftClaim | null = from; at !== null; at = at.content) if (at === to) return true;
  return false;
}
