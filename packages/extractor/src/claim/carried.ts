import type { Doc } from '../language/annotate.ts';
import { groups, type DraftClaim } from './draft.ts';
import { governors } from './governors.ts';
import type { SpokenZone } from './turns.ts';
import { isPassive } from './tree.ts';

/** How many sentences away the same act may be told with who does it. */
const farthest = 2;
/** How surely it is the same one: all four in 27 releases were right (scripts/reliability.mjs). */
const sure = 0.7;
const definite = /^(?:the|this|these|those|both|all)$/u;

/** Whether a claim leaves out who acts because the text has told it: a passive without "by", or "these designations". */
function isElliptic(doc: Doc, token: number): boolean {
  if (doc.upos(token) === 'VERB') return isPassive(doc, token) && doc.childrenBy(token, 'aux:pass').length > 0;
  return doc.childrenBy(token, 'det').some((child) => definite.test(doc.lower(child)));
}

const isAlike = (open: DraftClaim, other: DraftClaim): boolean =>
  other.act === open.act &&
  other.agent !== null &&
  other.agent !== open.target &&
  other.polarity === open.polarity &&
  other.modality === open.modality &&
  other.speakers.join(' ') === open.speakers.join(' ') &&
  (open.date === null || JSON.stringify(open.date) === JSON.stringify(other.date));

/** The one who does it in the claims of the nearest sentence that tells the same; null where they differ. */
function tellerOf(
  doc: Doc,
  open: DraftClaim,
  bySentence: ReadonlyMap<number, readonly DraftClaim[]>,
  distances: readonly number[],
): DraftClaim | null {
  const here = doc.sentenceOf(open.token);
  for (const distance of distances) {
    const alike = (bySentence.get(here + distance) ?? []).filter((one) => isAlike(open, one));
    const [first] = alike;
    if (first) return alike.every(({ agent }) => agent === first.agent) ? first : null;
  }
  return null;
}

/**
 * "The United States is designating a financier. Six companies are being designated as well": who does it is whoever does
 * the same right before; for a headline, right behind it. The claim rests on that sentence too.
 */
export function carryAgents(
  doc: Doc,
  zones: readonly SpokenZone[],
  drafts: readonly DraftClaim[],
): readonly DraftClaim[] {
  const told = drafts.filter(({ token }) => token >= 0);
  const bySentence = groups(told, ({ token }) => doc.sentenceOf(token));
  const before = Array.from({ length: farthest }, (_, index) => -index - 1);
  const behind = Array.from({ length: farthest + 1 }, (_, index) => index + 1);
  const headlines = zones.filter(({ kind }) => kind === 'headline');
  return drafts.map((draft) => {
    if (draft.token < 0 || draft.agent !== null || draft.target === null) return draft;
    const isHeadline = headlines.some(({ start, end }) => draft.start >= start && draft.end <= end);
    if (!isHeadline && !(governors.carried.has(draft.act) && isElliptic(doc, draft.token))) return draft;
    const teller = tellerOf(doc, draft, bySentence, isHeadline ? behind : before);
    if (teller === null) return draft;
    return {
      ...draft,
      agent: teller.agent,
      rests: [...draft.rests, { start: teller.start, end: teller.end }],
      rule: 'anaphora/same-act',
      confidence: Math.max(draft.confidence, sure),
    };
  });
}
