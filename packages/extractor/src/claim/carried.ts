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

const isPassiveClause = (doc: Doc, token: number): boolean =>
  doc.upos(token) === 'VERB' && isPassive(doc, token) && doc.childrenBy(token, 'aux:pass').length > 0;

/** Whether a claim leaves out who acts because the text has told it: a passive without "by", or "these designations". */
function isElliptic(doc: Doc, token: number): boolean {
  if (doc.upos(token) === 'VERB') return isPassiveClause(doc, token);
  return doc.childrenBy(token, 'det').some((child) => definite.test(doc.lower(child)));
}

/** "is sanctioning", "are being designated", "today imposed": what a document does by being issued. */
function isOfToday(doc: Doc, token: number): boolean {
  let verb = token;
  while (verb >= 0 && doc.upos(verb) !== 'VERB') verb = doc.head(verb);
  if (verb < 0) return false;
  const auxiliaries = doc.childrenBy(verb, 'aux', 'aux:pass');
  const isGoingOn =
    auxiliaries.some((child) => /^(?:is|are|am)$/u.test(doc.lower(child))) &&
    (doc.xpos(verb) === 'VBG' || auxiliaries.some((child) => doc.lower(child) === 'being'));
  return isGoingOn || doc.children(verb).some((child) => doc.lower(child) === 'today');
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

/** The claims of what a document announces of itself, if all of them are of one actor. */
function announcing(doc: Doc, told: readonly DraftClaim[]): readonly DraftClaim[] {
  const own = told.filter(
    (one) =>
      governors.carried.has(one.act) &&
      one.agent !== null &&
      one.modality === 'performed' &&
      one.polarity === 'positive' &&
      one.speakers.length === 0 &&
      isOfToday(doc, one.token),
  );
  return own.every(({ agent }) => agent === own[0]?.agent) ? own : [];
}

/** What is left out, as told by another claim, on which this one then rests too. */
const carriedFrom = (draft: DraftClaim, teller: DraftClaim, rule: string): DraftClaim => ({
  ...draft,
  agent: teller.agent,
  rests: [...draft.rests, { start: teller.start, end: teller.end }],
  rule,
  confidence: Math.max(draft.confidence, sure),
});

/**
 * "The United States is designating a financier. Six companies are being designated as well": who does it is whoever does
 * the same right before; for a headline, right behind it; for what is being done today, whoever does all of that in the
 * document. The claim rests on that sentence too.
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
  const announced = announcing(doc, told);
  return drafts.map((draft) => {
    if (draft.token < 0 || draft.agent !== null || draft.target === null) return draft;
    const isHeadline = headlines.some(({ start, end }) => draft.start >= start && draft.end <= end);
    if (!isHeadline && !(governors.carried.has(draft.act) && isElliptic(doc, draft.token))) return draft;
    const teller = tellerOf(doc, draft, bySentence, isHeadline ? behind : before);
    if (teller !== null) return carriedFrom(draft, teller, 'anaphora/same-act');
    const isOwn = draft.modality === 'performed' && draft.speakers.length === 0 && isOfToday(doc, draft.token);
    const [announcer] = isOwn ? announced.filter(({ agent }) => agent !== draft.target) : [];
    return announcer ? carriedFrom(draft, announcer, 'anaphora/announced') : draft;
  });
}

/**
 * "Forty people were detained, the police said": who arrests is the force that tells it. `forces` gives the force of
 * each entity that is one or speaks for one.
 */
export function carryForces(
  doc: Doc,
  drafts: readonly DraftClaim[],
  forces: ReadonlyMap<string, string>,
): readonly DraftClaim[] {
  return drafts.map((draft) => {
    if (draft.token < 0 || draft.agent !== null || !governors.enforced.has(draft.act)) return draft;
    const force = forces.get(draft.speakers[0] ?? '');
    const isOpen = force !== undefined && force !== draft.target && isPassiveClause(doc, draft.token);
    return isOpen
      ? { ...draft, agent: force, rule: 'anaphora/force', confidence: Math.max(draft.confidence, sure) }
      : draft;
  });
}
