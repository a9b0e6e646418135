import { bodyWith, personOfKey } from '../fixed/gazetteer.ts';
import { countriesOf } from '../fixed/words.ts';
import { ensured, sortedSet } from '../order.ts';
import { collectiveSeat } from '../names/body-name.ts';
import type { Fact } from '../project/fact.ts';
import type { Actor } from '../resolve/resolved.ts';
import type { Ties } from './parties.ts';
import type { Relation } from './relation.ts';

const told = ({ claim }: Fact): boolean => claim.polarity === 'positive' && claim.modality === 'performed';

/** Relations that claims tell, one for each two actors. */
function fromClaims(
  facts: readonly Fact[],
  act: string,
  make: (fact: Fact) => Omit<Relation, 'claimIds' | 'confidence' | 'reason'> | null,
  reason: (facts: readonly Fact[]) => string,
): Relation[] {
  const found = new Map<
    string,
    { readonly relation: Omit<Relation, 'claimIds' | 'confidence' | 'reason'>; readonly facts: Fact[] }
  >();
  for (const fact of facts) {
    if (fact.claim.act !== act || !told(fact)) continue;
    const relation = make(fact);
    if (relation && relation.from !== relation.to)
      ensured(found, `${relation.from}|${relation.to}`, () => ({ relation, facts: [] })).facts.push(fact);
  }
  return [...found.values()].map(({ relation, facts: own }) => ({
    ...relation,
    reason: reason(own),
    confidence: Math.max(...own.map(({ claim }) => claim.evidence.confidence)),
    claimIds: sortedSet(own.map(({ claim }) => claim.id)),
  }));
}

const titlesOf = (facts: readonly Fact[]): string => {
  const titles = sortedSet(facts.flatMap(({ claim }) => claim.title ?? []));
  return titles.length === 0 ? 'holds office there' : `holds office: ${titles.join(', ')}`;
};

const collectiveSeats = (actor: Actor): readonly string[] =>
  actor.root === 'Body' && actor.known === null
    ? sortedSet(actor.aliases.flatMap((alias) => collectiveSeat(alias) ?? []))
    : [];

/** "Mexican drug cartels" takes in the known cartels of Mexico, "Latin American cartels" these and the Mexican ones. */
function knownMembers(actors: ReadonlyMap<string, Actor>): Relation[] {
  const bySeat = new Map<string, Actor[]>();
  const collectives: { readonly actor: Actor; readonly seats: readonly string[] }[] = [];
  for (const actor of actors.values()) {
    const seat = actor.type === 'Cartel' && actor.known !== null ? bodyWith(actor.known)?.seat : undefined;
    if (seat) ensured(bySeat, seat, () => []).push(actor);
    const seats = collectiveSeats(actor);
    if (seats.length > 0) collectives.push({ actor, seats });
    for (const one of seats) if (countriesOf(one).length === 0) ensured(bySeat, one, () => []).push(actor);
  }
  return collectives.flatMap(({ actor, seats }) =>
    sortedSet(seats.flatMap((seat) => [seat, ...countriesOf(seat)])).flatMap((seat) =>
      (bySeat.get(seat) ?? []).flatMap((member): Relation[] =>
        member === actor || (seats.includes(seat) && member.known === null)
          ? []
          : [
              {
                type: 'INCLUDES',
                from: actor.id,
                to: member.id,
                reason: `armed organisations of ${seat} take in ${member.name}, by public lists`,
                confidence: 0.85,
              },
            ],
      ),
    ),
  );
}

/** Holders of public offices act for the country or state of their seat, where the graph has it. */
function knownOffices(actors: ReadonlyMap<string, Actor>): Relation[] {
  return [...actors.values()].flatMap((actor) => {
    const person = actor.root === 'Person' && actor.known !== null ? personOfKey(actor.known) : undefined;
    if (!person) return [];
    const seats = new Map<string, string[]>();
    for (const { office, seat, from, to } of person.terms)
      ensured(seats, seat, () => []).push(
        `${office}${from === null && to === null ? '' : ` ${from ?? ''}..${to ?? ''}`}`,
      );
    return [...seats].flatMap(([seat, offices]): Relation[] =>
      actors.has(`iso:${seat}`)
        ? [
            {
              type: 'ACTS_FOR',
              from: actor.id,
              to: `iso:${seat}`,
              reason: `public record: ${offices.join(', ')}`,
              confidence: 0.95,
            },
          ]
        : [],
    );
  });
}

const once = (relations: readonly Relation[]): Relation[] => [
  ...new Map(relations.toReversed().map((one) => [`${one.type}|${one.from}|${one.to}`, one])).values(),
];

const asMap = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const map = new Map<string, Set<string>>();
  for (const [from, to] of pairs) ensured(map, from, () => new Set()).add(to);
  return map;
};

/** `INCLUDES` and `ACTS_FOR`, from claims first, then from public record. */
export function tiesOf(
  facts: readonly Fact[],
  actors: ReadonlyMap<string, Actor>,
): { readonly relations: readonly Relation[]; readonly ties: Ties } {
  const rootOf = (id: string): string | undefined => actors.get(id)?.root;
  const members = fromClaims(
    facts,
    'MEMBER_OF',
    ({ view: { agent, target } }) =>
      // A country is no member of a group of people.
      agent === null || target === null || (rootOf(agent) === 'Territory' && rootOf(target) === 'Group')
        ? null
        : { type: 'INCLUDES', from: target, to: agent },
    () => 'named as a member',
  );
  const holders = fromClaims(
    facts,
    'HOLDS_OFFICE',
    ({ view: { agent, target } }) =>
      agent === null || target === null ? null : { type: 'ACTS_FOR', from: agent, to: target },
    titlesOf,
  );
  const relations = once([...members, ...holders, ...knownMembers(actors), ...knownOffices(actors)]);
  const pairs = (type: Relation['type']): (readonly [string, string])[] =>
    relations.flatMap((one) => (one.type === type ? [[one.from, one.to] as const] : []));
  const includes = pairs('INCLUDES');
  return {
    relations,
    ties: {
      actors,
      includes: asMap(includes),
      memberOf: asMap(includes.map(([from, to]) => [to, from])),
      actsFor: asMap(pairs('ACTS_FOR')),
    },
  };
}
