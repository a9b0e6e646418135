import type { Ontology } from '@attest/model';
import { byText, ensured } from '../order.ts';
import type { Fact } from '../project/fact.ts';
import { fitParty, partyKey, type Fit, type Ties } from './parties.ts';
import type { Relation } from './relation.ts';
import { earliest, oneTime } from './times.ts';

/** Days within which two documents tell of one event when neither dates it. */
const near = 45;

/** One party or part of it; a holder's successor is another. */
const sameParty = (a: string | null, b: string | null, ties: Ties): Fit | null => {
  const fit = fitParty(a, b, ties);
  return fit && fit.share > 0.75 ? fit : null;
};

const order = (a: Fact, b: Fact): number =>
  byText(earliest(a.claim) ?? '9', earliest(b.claim) ?? '9') || byText(a.claim.id, b.claim.id);

/**
 * Tellings of one event in several documents: the same act by the same party on the same party, at one time. Each
 * leads from the earliest telling to the others.
 */
export function sameEventsOf(facts: readonly Fact[], ties: Ties, ontology: Ontology): readonly Relation[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { act, lemma, modality, polarity } = fact.claim;
    if (modality !== 'performed' || polarity !== 'positive' || ontology.acts[act]?.standing === true) continue;
    if (fact.view.agent === null) continue;
    ensured(groups, `${act}|${lemma ?? ''}|${partyKey(fact.view.agent, ties)}`, () => []).push(fact);
  }
  const relations: Relation[] = [];
  for (const group of groups.values()) {
    const events: { readonly first: Fact; readonly sources: Set<string> }[] = [];
    for (const fact of group.toSorted(order)) {
      const found = events.flatMap((event) => {
        const target = sameParty(event.first.view.target, fact.view.target, ties);
        const object = sameParty(event.first.object, fact.object, ties);
        const named = event.first.view.target !== null || event.first.object !== null;
        const same =
          sameParty(event.first.view.agent, fact.view.agent, ties) &&
          target &&
          object &&
          named &&
          !event.sources.has(fact.sourceId) &&
          oneTime(event.first.claim, fact.claim, near);
        return same ? [{ event, share: target.share * object.share, reason: target.reason }] : [];
      })[0];
      if (!found) {
        events.push({ first: fact, sources: new Set([fact.sourceId]) });
        continue;
      }
      found.event.sources.add(fact.sourceId);
      const dated = fact.claim.date !== null && found.event.first.claim.date !== null;
      const party = found.event.first.view.agent === fact.view.agent ? 1 : 0.8;
      relations.push({
        type: 'SAME_EVENT',
        from: found.event.first.claim.id,
        to: fact.claim.id,
        reason: `the same act by ${party === 1 ? 'the same' : 'as many of one kind'}; whom: ${found.reason}; ${dated ? 'dates overlap' : `told within ${near} days`}`,
        confidence: (dated ? 0.9 : 0.8) * found.share * party,
      });
    }
  }
  return relations;
}
