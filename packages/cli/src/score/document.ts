import {
  goldSpan,
  isLocated,
  matchClaims,
  overlaps,
  sameAct,
  samePair,
  tallyClaims,
  type SeenClaim,
} from './claims.ts';
import { matchEntities } from './entities.ts';
import type { ScoredClaim, ScoredEntity, Tally } from './types.ts';

export const attributes = [
  'modality',
  'polarity',
  'speaker',
  'as',
  'under',
  'date',
  'unreal',
  'spoken',
  'content',
] as const;
type Attribute = (typeof attributes)[number];

/** What one document's extraction is worth against its key. */
export interface DocumentScore {
  readonly doc: string;
  readonly entity: Tally;
  readonly strict: Tally;
  readonly pair: Tally;
  readonly attributes: Readonly<Record<Attribute, { ok: number; all: number }>>;
  /** Told as having happened where the key, in the same place and with the same act, says otherwise. */
  readonly overstated: number;
  readonly unattributed: number;
  readonly evidence: number;
  readonly matched: number;
  readonly unlocated: number;
}

interface Side {
  readonly entities: readonly ScoredEntity[];
  readonly claims: readonly ScoredClaim[];
}

const isTold = (claim: ScoredClaim): boolean => claim.modality === 'performed' && claim.polarity === 'positive';

function countOverstated(gold: readonly ScoredClaim[], seen: readonly SeenClaim[], text: string): number {
  const placed = gold.filter((one) => goldSpan(one, text) !== null);
  return seen.filter(isTold).filter((claim) => {
    const here = placed.filter((one) => overlaps(one, claim, text) && sameAct(one, claim));
    const twins = here.length > 0 ? here : gold.filter((one) => samePair(one, claim) && sameAct(one, claim));
    return twins.length > 0 && !twins.some(isTold);
  }).length;
}

/** Scores one document as `corpus/key/GUIDELINES.md` defines it. `predicted.claims` are those of this document. */
export function scoreDocument(doc: string, text: string, gold: Side, predicted: Side): DocumentScore {
  const { goldOf, tally: entity } = matchEntities(doc, text, gold, predicted);
  const asGold = (id: string | null | undefined): string | null => (id == null ? null : (goldOf.get(id) ?? `?${id}`));
  const seen: SeenClaim[] = predicted.claims.map((claim) => ({
    ...claim,
    key: {
      agent: asGold(claim.agent),
      target: asGold(claim.target),
      as: asGold(claim.as),
      under: asGold(claim.under),
      speaker: asGold(claim.speaker),
    },
  }));
  const strict = matchClaims(gold.claims, seen, text, (one, claim) => samePair(one, claim) && sameAct(one, claim));
  const pair = matchClaims(gold.claims, seen, text, samePair);
  const counts = Object.fromEntries(attributes.map((name) => [name, { ok: 0, all: 0 }])) as Record<
    Attribute,
    { ok: number; all: number }
  >;
  const note = (name: Attribute, ok: boolean): void => {
    counts[name].all += 1;
    if (ok) counts[name].ok += 1;
  };
  let unattributed = 0;
  let evidence = 0;
  for (const one of gold.claims) {
    const claim = strict.of.get(one.id);
    if (!claim) continue;
    const sameModality = one.modality === claim.modality;
    const sameSpeaker = (one.speaker ?? null) === claim.key.speaker;
    note('modality', sameModality);
    note('polarity', one.polarity === claim.polarity);
    note('speaker', sameSpeaker);
    // The easy majority (performed, no speaker) apart: where either side says something else.
    if (one.modality !== 'performed' || claim.modality !== 'performed') note('unreal', sameModality);
    if (one.speaker || claim.key.speaker) note('spoken', sameSpeaker);
    for (const role of ['as', 'under'] as const)
      if (one[role] || claim.key[role]) note(role, (one[role] ?? null) === claim.key[role]);
    if (one.date || claim.date) note('date', (one.date ?? null) === (claim.date ?? null));
    if (one.content) note('content', claim.content != null && strict.of.get(one.content)?.id === claim.content);
    if (one.speaker && !claim.key.speaker) unattributed += 1;
    if (overlaps(one, claim, text)) evidence += 1;
  }
  return {
    doc,
    entity,
    strict: tallyClaims(gold.claims, seen, strict),
    pair: tallyClaims(gold.claims, seen, pair),
    attributes: counts,
    overstated: countOverstated(gold.claims, seen, text),
    unattributed,
    evidence,
    matched: strict.of.size,
    unlocated: seen.filter((claim) => !isLocated(claim, text)).length,
  };
}
