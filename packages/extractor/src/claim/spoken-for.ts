import type { LocalEntity } from '@attest/model';
import type { TiedMention } from '../entity/local-entities.ts';
import type { StandingFact } from '../entity/fact.ts';
import type { Doc } from '../language/annotate.ts';
import { governors } from './governors.ts';
import { bodies, territories } from '../mention/data.ts';

/** ISO code of the country whose body a name is, null if unknown. */
function countryOf(entity: LocalEntity): string | null {
  if (entity.identifiers['iso'] !== undefined) return entity.identifiers['iso'];
  return bodies.agencies.find(({ name }) => name === entity.name)?.country ?? null;
}

/** "attorneys general" of "Attorney General": the plural that a group of such officials goes by. */
const pluralOf = (title: string): string => {
  const [first = '', ...rest] = title.toLowerCase().split(' ');
  const isPostmodified = rest.length > 0 && /^(?:general|of)$/u.test(rest[0] ?? '');
  if (isPostmodified) return [`${first}s`, ...rest].join(' ');
  return `${title.toLowerCase()}s`;
};

/** Sentences behind the first that names somebody in which his group must come up. */
const atHand = 4;

/**
 * For whom an office holder says "we": who holds an office of a state speaks for the group of his kind that a sentence
 * names beside him, who holds one of a country for that country, where the document speaks of it. Keys are the entities
 * of the office holders.
 */
export function meantByWe(
  entities: readonly LocalEntity[],
  standing: readonly StandingFact[],
  doc: Doc,
  mentions: readonly TiedMention[],
): ReadonlyMap<string, LocalEntity> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const countries = new Map(
    entities
      .filter(({ type }) => type === 'Country')
      .map((entity) => [entity.identifiers['iso'] ?? entity.name, entity]),
  );
  const sentencesOf = (id: string): ReadonlySet<number> =>
    new Set(
      mentions.flatMap(({ entity, form, head }) => (entity === id && form !== 'pronoun' ? [doc.sentenceOf(head)] : [])),
    );
  const groupBeside = (official: string, title: string): LocalEntity | undefined => {
    const plural = pluralOf(title);
    const groups = entities.filter(({ type, name }) => type === 'Group' && name.toLowerCase().includes(plural));
    const beside = sentencesOf(official);
    // A group that only comes up later is that of another matter: "In March, Torrez joined a coalition of ...".
    const first = Math.min(...beside);
    return groups.find(({ id }) => {
      const own = [...sentencesOf(id)];
      return own.some((sentence) => beside.has(sentence)) && Math.min(...own) <= first + atHand;
    });
  };
  const meant = new Map<string, LocalEntity>();
  for (const { act, agent, target, title } of standing) {
    const seat = byId.get(target);
    if (act !== 'HOLDS_OFFICE' || !seat || meant.has(agent)) continue;
    const isOfState = territories.states[seat.name] !== undefined;
    const group = isOfState ? groupBeside(agent, title ?? '') : countries.get(countryOf(seat) ?? '');
    if (group) meant.set(agent, group);
  }
  return meant;
}

/** The force for which somebody speaks, by entity: police and the like for themselves, their officers and spokesmen for them. */
export function forcesOf(
  entities: readonly LocalEntity[],
  standing: readonly StandingFact[],
): ReadonlyMap<string, string> {
  const isForce = ({ type, name }: LocalEntity): boolean =>
    type === 'Agency' &&
    name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => governors.forces.has(word));
  const forces = new Map(entities.filter(isForce).map(({ id }) => [id, id]));
  for (const { act, agent, target } of standing)
    if (/^(?:HOLDS_OFFICE|MEMBER_OF|LEADS)$/u.test(act) && forces.get(target) === target && !forces.has(agent))
      forces.set(agent, target);
  return forces;
}
