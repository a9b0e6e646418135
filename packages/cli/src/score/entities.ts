import { comparableForms, keysOf } from './names.ts';
import { emptyTally, roles, type ScoredClaim, type ScoredEntity, type Tally } from './types.ts';

/** Of types that are not counted when unmatched, only entities that take part in a claim are looked at. */
const counted = new Set(['Official', 'Person', 'Agency', 'Cartel', 'Country', 'Law', 'Designation']);

/** File name without folder and extension. */
export const stemOf = (name: string): string =>
  name.replace(/^.*\//u, '').replace(/\.(?:txt|md|html?|pdf|docx)$/iu, '');

/**
 * Pairs extracted entities with those of the key: each takes the one that shares most names with it. Further ones are
 * duplicates; one that bears the names of several is a false merge, wrong once for each further one.
 */
export function matchEntities(
  doc: string,
  text: string,
  gold: { readonly entities: readonly ScoredEntity[]; readonly claims: readonly ScoredClaim[] },
  predicted: { readonly entities: readonly ScoredEntity[]; readonly claims: readonly ScoredClaim[] },
): { readonly goldOf: ReadonlyMap<string, string>; readonly tally: Tally } {
  const flatText = ` ${comparableForms(text)[0]} `;
  const partOf = (claims: readonly ScoredClaim[]): Set<string> =>
    new Set(claims.flatMap((claim) => roles.flatMap((role) => claim[role] ?? [])));
  const named = partOf(predicted.claims);
  const entities = predicted.entities.filter(
    (entity) =>
      named.has(entity.id) ||
      (counted.has(entity.type) && (entity.documents ?? []).some((file) => stemOf(file) === doc)),
  );
  const needed = partOf(gold.claims.filter((claim) => claim.optional !== true));
  const goldKeys = gold.entities.map((entity) => ({ entity, keys: keysOf(entity) }));
  const tally = emptyTally();
  const candidates = entities.flatMap((entity) => {
    const keys = keysOf(entity, flatText);
    const shares = goldKeys
      .map(({ entity: other, keys: own }) => ({ entity, other, fit: [...own].filter((key) => keys.has(key)).length }))
      .filter((share) => share.fit > 0);
    tally.fp += Math.max(0, shares.length - 1);
    return shares;
  });
  const weight = ({ entity, other, fit }: (typeof candidates)[number]): number =>
    fit + (entity.type === other.type ? 0.5 : 0);
  candidates.sort((a, b) => weight(b) - weight(a));
  const goldOf = new Map<string, string>();
  const taken = new Map<string, ScoredEntity[]>();
  for (const { entity, other } of candidates) {
    if (goldOf.has(entity.id)) continue;
    goldOf.set(entity.id, other.id);
    taken.set(other.id, [...(taken.get(other.id) ?? []), entity]);
  }
  for (const entity of gold.entities) {
    const found = taken.get(entity.id) ?? [];
    const typed = found.some((one) => one.type === entity.type);
    if (typed) tally.right += 1;
    if (needed.has(entity.id)) tally[typed ? 'tp' : 'fn'] += 1;
    tally.fp += Math.max(0, found.length - (typed ? 1 : 0));
  }
  tally.fp += entities.filter((entity) => counted.has(entity.type) && !goldOf.has(entity.id)).length;
  return { goldOf, tally };
}
