import { roles, type ScoredClaim, type Tally } from './types.ts';

/** UTF-16 units, about three long sentences; a longer span shows nothing. */
const longestEvidence = 800;
/** Lemmas of OTHER whose first word says nothing. */
const lightVerbs = new Set(['be', 'have', 'make', 'take', 'get', 'go', 'do', 'give']);

export interface SeenClaim extends ScoredClaim {
  /** Roles as ids of the key; `?id` where the key has no such entity. */
  readonly key: Readonly<Record<(typeof roles)[number], string | null>>;
}
export interface Matching {
  readonly of: ReadonlyMap<string, SeenClaim>;
  readonly used: ReadonlySet<SeenClaim>;
}

/** Where a claim of the key is stated: its whole quote, or from its first anchor to its last. */
export function goldSpan(claim: ScoredClaim, text: string): readonly [number, number] | null {
  const first = claim.quote ?? claim.anchor?.[0];
  const last = claim.quote ?? claim.anchor?.[1];
  if (first === undefined || last === undefined || first === '') return null;
  const start = text.indexOf(first);
  const end = start < 0 ? -1 : text.indexOf(last, start);
  return end < 0 ? null : [start, end + last.length];
}

export const isLocated = ({ evidence }: ScoredClaim, text: string): boolean =>
  evidence !== undefined &&
  evidence.start >= 0 &&
  evidence.end <= text.length &&
  evidence.start < evidence.end &&
  evidence.end - evidence.start <= longestEvidence;

export const overlaps = (gold: ScoredClaim, claim: ScoredClaim, text: string): boolean => {
  const span = goldSpan(gold, text);
  return (
    span !== null &&
    isLocated(claim, text) &&
    claim.evidence !== undefined &&
    claim.evidence.start < span[1] &&
    claim.evidence.end > span[0]
  );
};

export const samePair = (gold: ScoredClaim, claim: SeenClaim): boolean =>
  gold.agent === claim.key.agent && gold.target === claim.key.target;

const headOf = (lemma: string | null | undefined): string => {
  const words = (lemma ?? '').split(' ');
  return words.slice(0, lightVerbs.has(words[0] ?? '') ? 2 : 1).join(' ');
};
export const sameAct = (gold: ScoredClaim, claim: ScoredClaim): boolean =>
  gold.act === claim.act &&
  (gold.act !== 'OTHER' || (Boolean(claim.lemma) && headOf(gold.lemma) === headOf(claim.lemma)));

/** Pairs claims one to one; among equal ones the pairing that agrees in most attributes is taken first. */
export function matchClaims(
  gold: readonly ScoredClaim[],
  seen: readonly SeenClaim[],
  text: string,
  same: (gold: ScoredClaim, claim: SeenClaim) => boolean,
): Matching {
  const agreement = (one: ScoredClaim, claim: SeenClaim): number =>
    [
      one.modality === claim.modality,
      one.polarity === claim.polarity,
      ...(['speaker', 'as', 'under'] as const).map((role) => (one[role] ?? null) === claim.key[role]),
      one.optional !== true,
    ].filter(Boolean).length + (overlaps(one, claim, text) ? 2 : 0);
  const pairs = gold.flatMap((one) =>
    seen
      .filter((claim) => isLocated(claim, text) && same(one, claim))
      .map((claim) => ({ one, claim, fit: agreement(one, claim) })),
  );
  pairs.sort((a, b) => b.fit - a.fit);
  const of = new Map<string, SeenClaim>();
  const used = new Set<SeenClaim>();
  for (const { one, claim } of pairs) {
    if (of.has(one.id) || used.has(claim)) continue;
    of.set(one.id, claim);
    used.add(claim);
  }
  return { of, used };
}

/** Counts a matching; a required claim is also found by another reading of its words (`instead`) that was found. */
export function tallyClaims(gold: readonly ScoredClaim[], seen: readonly SeenClaim[], { of, used }: Matching): Tally {
  const isFound = (one: ScoredClaim): boolean =>
    of.has(one.id) || gold.some((other) => [other.instead].flat().includes(one.id) && of.has(other.id));
  const required = gold.filter((one) => one.optional !== true);
  const tp = required.filter(isFound).length;
  return { right: used.size, fp: seen.length - used.size, tp, fn: required.length - tp };
}
