import { hashOf, type GraphEdge } from '@attest/model';
import { byText, ensured, sortedSet } from '../order.ts';
import type { Fact } from './fact.ts';
import type { DerivedEdge } from './standing.ts';
import { day, present } from './values.ts';

/** One claim with the edge that it draws. */
export interface DrawnClaim {
  readonly fact: Fact;
  readonly edge: DerivedEdge;
}
/** What is told across documents and folded edges show. */
export interface Across {
  /** Ids of claims that others contradict, and of their denials. */
  readonly contested: ReadonlySet<string>;
  /** How many independent sources stand behind some claims. */
  readonly origins: (facts: readonly Fact[]) => number;
  readonly label: (act: string) => string;
}

const keyOf = ({ edge, fact }: DrawnClaim, type: string): string => {
  const { act, lemma, title, modality, polarity } = fact.claim;
  const unreal = type === 'UNREALISED' ? [modality, polarity] : [];
  return hashOf(edge.from, edge.to, type, act, lemma, title, fact.as, ...unreal);
};

const range = (dates: readonly (string | null | undefined)[]): { readonly first?: string; readonly last?: string } => {
  const known = dates.filter((date): date is string => typeof date === 'string').toSorted(byText);
  const [first] = known;
  const last = known.at(-1);
  return first === undefined || last === undefined ? {} : { first, last };
};

function edgeOf(id: string, group: readonly DrawnClaim[], across: Across): GraphEdge | null {
  const [first] = group;
  if (!first) return null;
  const facts = group.map(({ fact }) => fact);
  const { claim } = first.fact;
  const said = range(facts.flatMap(({ claim: { said: one } }) => [one?.from, one?.to]));
  const happened = range(facts.flatMap(({ claim: { date } }) => [date?.from, date?.to]));
  return {
    id: `r_${id}`,
    type: first.edge.type,
    from: first.edge.from,
    to: first.edge.to,
    properties: present({
      act: claim.act,
      lemma: claim.lemma,
      title: claim.title,
      as: first.fact.asName,
      modality: claim.modality,
      polarity: claim.polarity,
      standing: first.edge.standing,
      via: first.edge.via,
      about: first.fact.about,
      label: claim.lemma ?? across.label(claim.act),
      claimIds: facts.map((fact) => fact.claim.id),
      quotes: [...new Set(facts.map(({ quote }) => quote))].slice(0, 3),
      voices: sortedSet(
        facts.flatMap(({ view }) => [...view.speakers, view.author ?? null].flatMap((id_) => id_ ?? [])),
      ),
      documents: sortedSet(facts.map(({ sourceId }) => sourceId)),
      origins: across.origins(facts),
      firstSaid: day(said.first),
      lastSaid: day(said.last),
      from: day(happened.first),
      to: day(happened.last),
      contested: facts.some((fact) => across.contested.has(fact.claim.id)),
    }),
  };
}

/** Folds claims into one edge per key; alleged claims join a plain edge of the same key where there is one. */
export function foldEdges(drawn: readonly DrawnClaim[], across: Across): readonly GraphEdge[] {
  const sorted = drawn.toSorted((a, b) => byText(a.fact.claim.id, b.fact.claim.id));
  const plain = new Set(sorted.filter(({ edge }) => edge.standing === 'told').map((one) => keyOf(one, one.edge.type)));
  const groups = new Map<string, { readonly told: DrawnClaim[]; readonly other: DrawnClaim[] }>();
  for (const one of sorted) {
    const asPlain = keyOf(one, one.fact.claim.act);
    const key = one.edge.standing === 'alleged' && plain.has(asPlain) ? asPlain : keyOf(one, one.edge.type);
    const group = ensured(groups, key, () => ({ told: [], other: [] }));
    // The edge's own standing is that of its plain claims, so they come first.
    (one.edge.standing === 'told' ? group.told : group.other).push(one);
  }
  return [...groups].flatMap(([key, { told, other }]) => edgeOf(key, [...told, ...other], across) ?? []);
}
