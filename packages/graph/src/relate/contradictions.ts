import { hashOf } from '@attest/model';
import { ensured } from '../order.ts';
import type { Fact } from '../project/fact.ts';
import type { Ties } from './parties.ts';
import type { Relation } from './relation.ts';
import { happened } from './times.ts';

const mayClash = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Whether two claims of one topic speak of the same thing at the same time. */
function sameThing(a: Fact, b: Fact): boolean {
  if (!mayClash(a.object, b.object) || !mayClash(a.place, b.place) || a.claim.title !== b.claim.title) return false;
  // Without an agent or anything that it is done to there is nothing to contradict.
  if (
    a.view.agent === null ||
    (a.view.target === null &&
      (a.object === null || b.object === null) &&
      a.claim.lemma === null &&
      a.claim.title === null)
  )
    return false;
  const [one, other] = [happened(a.claim), happened(b.claim)];
  return !one || !other || (one.from <= other.to && other.from <= one.to);
}

/**
 * Claims and their denials: one topic with the other polarity, and what somebody denies although others say it. Only
 * what is told as done counts: a request is not contradicted by its not having been done.
 */
export function contradictionsOf(facts: readonly Fact[], ties: Ties): readonly Relation[] {
  const byId = new Map(facts.map((fact) => [fact.claim.id, fact]));
  const topics = new Map<string, { readonly positive: Fact[]; readonly negative: Fact[]; readonly onBehalf: Fact[] }>();
  const topicOf = (key: string) => ensured(topics, key, () => ({ positive: [], negative: [], onBehalf: [] }));
  const denied = new Map<string, Fact>();
  for (const fact of facts) {
    const content =
      fact.claim.act === 'DENIED' && fact.claim.content !== null ? byId.get(fact.claim.content) : undefined;
    if (
      content &&
      fact.claim.polarity === 'positive' &&
      fact.claim.modality === 'performed' &&
      content.claim.polarity === 'positive'
    )
      denied.set(content.claim.id, fact);
  }
  for (const fact of facts) {
    if (fact.claim.modality !== 'performed') continue;
    const topic = topicOf(fact.topicKey);
    (fact.claim.polarity === 'positive' ? topic.positive : topic.negative).push(fact);
    // "We do not produce fentanyl", said by a president, denies it for the country.
    if (fact.claim.polarity === 'negative' && fact.view.agent !== null)
      for (const party of ties.actsFor.get(fact.view.agent) ?? [])
        topicOf(hashOf(fact.claim.act, fact.claim.lemma, party, fact.view.target, fact.as)).onBehalf.push(fact);
  }
  return [...topics.values()].flatMap(({ positive, negative, onBehalf }) => {
    const asserted = positive.filter(({ claim }) => !denied.has(claim.id));
    const rejected = positive.flatMap((content) => {
      const denial = denied.get(content.claim.id);
      return denial ? [{ content, denial }] : [];
    });
    return [
      ...pairUp(asserted, negative, sameThing).map(([claim, against]) =>
        contradiction(claim, against, 'once told and once denied', claim.object === against.object ? 0.9 : 0.75),
      ),
      ...pairUp(asserted, onBehalf, sameThing).map(([claim, against]) =>
        contradiction(claim, against, 'denied for it by who acts for it', 0.7),
      ),
      ...pairUp(
        asserted,
        rejected,
        (claim, { content, denial }) => sameThing(claim, content) && denial.view.agent !== claim.view.speakers[0],
      ).map(([claim, { denial }]) => contradiction(claim, denial, 'denied by whom it concerns or another', 0.85)),
    ];
  });
}

const contradiction = (claim: Fact, against: Fact, reason: string, confidence: number): Relation => ({
  type: 'CONTRADICTED_BY',
  from: claim.claim.id,
  to: against.claim.id,
  reason,
  confidence,
});

/** Every one of both sides with the first of the other that fits: all are told apart without a pair for each two. */
function pairUp<A, B>(left: readonly A[], right: readonly B[], fits: (a: A, b: B) => boolean): (readonly [A, B])[] {
  const pairs: (readonly [A, B])[] = [];
  const met = new Set<B>();
  for (const a of left) {
    const b = right.find((one) => fits(a, one));
    if (b === undefined) continue;
    pairs.push([a, b]);
    met.add(b);
  }
  for (const b of right) {
    if (met.has(b)) continue;
    const a = left.find((one) => fits(one, b));
    if (a !== undefined) pairs.push([a, b]);
  }
  return pairs;
}
