import type { Claim, Decision, DocumentRecord } from '@attest/model';
import { placeOf, type Place } from './place.ts';

const overlap = (a: Place, b: Place): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
/** Share of two stretches that they have in common. */
const agreement = (a: Place, b: Place): number =>
  overlap(a, b) / Math.max(1, Math.max(a.end, b.end) - Math.min(a.start, b.start));

function best<T>(all: readonly T[], share: (one: T) => number): T | null {
  let found: T | null = null;
  let most = 0;
  for (const one of all) {
    const value = share(one);
    if (value > most) [found, most] = [one, value];
  }
  return found;
}

/** The mention that a selector speaks of; null when its words or a mention there are gone. */
export function mentionAt(
  record: DocumentRecord,
  selector: Decision['selector'],
): DocumentRecord['mentions'][number] | null {
  const place = placeOf(record.document.text, selector);
  return place && best(record.mentions, (mention) => agreement(place, mention));
}

/** The claim that a selector speaks of, of the act that was seen; null when it is gone. */
export function claimAt(record: DocumentRecord, decision: Decision): Claim | null {
  const place = placeOf(record.document.text, decision.selector);
  if (!place) return null;
  const [act, modality, polarity] = ['act', 'modality', 'polarity'].map((field) => decision.seen[field]);
  const fits = (claim: Claim): boolean =>
    (act === undefined || claim.act === act) &&
    (modality === undefined || claim.modality === modality) &&
    (polarity === undefined || claim.polarity === polarity);
  const here = record.claims.filter(fits);
  // Of several claims that one stretch states, the one whose id was seen.
  const cached = here.filter((claim) => decision.ids.includes(claim.id) && overlap(place, claim.evidence) > 0);
  return cached[0] ?? best(here, (claim) => agreement(place, claim.evidence));
}
