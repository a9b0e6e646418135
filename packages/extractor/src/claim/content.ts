import type { Doc } from '../language/annotate.ts';
import { groups, type DraftClaim } from './draft.ts';
import type { Quotation } from './quotations.ts';
import { conjunctsOf, isBelow } from './tree.ts';

/**
 * "requested the designation of the cartels": whoever is asked is to do it. An asked event without an agent is told
 * once for each who is asked.
 */
export function askedAgents(drafts: readonly DraftClaim[]): readonly DraftClaim[] {
  const asked = new Map<number, Set<string>>();
  for (const { act, target, complements } of drafts)
    if (act === 'URGED' && target !== null)
      for (const token of complements) asked.set(token, (asked.get(token) ?? new Set()).add(target));
  return drafts.flatMap((draft) => {
    if (draft.agent !== null || draft.modality !== 'requested') return [draft];
    const agents = [...(asked.get(draft.token) ?? [])].filter((agent) => agent !== draft.target);
    return agents.length === 0 ? [draft] : agents.map((agent) => ({ ...draft, agent }));
  });
}

/** Links what is asked for, denied or told to the claim that asks, denies or tells it; never in a circle. */
export function linkContent(
  doc: Doc,
  drafts: readonly DraftClaim[],
  quotations: readonly Quotation[],
): readonly DraftClaim[] {
  const told = drafts.filter(({ token }) => token >= 0);
  const bySentence = groups(told, ({ token }) => doc.sentenceOf(token));
  const byCue = groups(quotations, ({ cue }) => cue);
  for (const draft of drafts) {
    if (draft.token < 0) continue;
    const quoted = byCue.get(draft.token) ?? [];
    const tokens = draft.complements.flatMap((token) => conjunctsOf(doc, token));
    const sentences = new Set([doc.sentenceOf(draft.token)]);
    for (const { from, to } of quoted)
      for (let at = doc.sentenceOf(from); at <= doc.sentenceOf(Math.max(from, to - 1)); at += 1) sentences.add(at);
    const candidates = [...sentences]
      .flatMap((sentence) => bySentence.get(sentence) ?? [])
      .filter((other) => other.token !== draft.token && !reaches(other, draft));
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
  // "declined a request to leave": what is refused is what was asked.
  for (const draft of drafts)
    if (draft.act === 'REFUSED' && draft.content?.act === 'URGED' && draft.content.content !== null)
      draft.content = draft.content.content;
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
