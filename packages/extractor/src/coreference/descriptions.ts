import { keyNameOf } from '@attest/model';
import { contrastIn, sameNoun, type Actor, type Cast, type Tie } from './actor.ts';
import { nouns } from '../mention/data.ts';
import type { Doc } from '@attest/nlp';
import type { Found } from '../mention/found.ts';
import type { Antecedent } from './pronouns.ts';
import { latest } from './salience.ts';

/** The proper names and adjectives inside a noun phrase ("Mexican", "White House"). */
export const modifiersIn = (mention: Found, all: readonly Tie[]): readonly Tie[] =>
  all.filter(
    ({ mention: one }) =>
      one !== mention &&
      one.form !== 'nominal' &&
      one.form !== 'pronoun' &&
      one.from >= mention.from &&
      one.to <= mention.to,
  );

const lesser = /^(?:vice|deputy|assistant|under|lieutenant|acting)\b/u;

/** Does a title hold the noun? "Secretary of State" is a secretary, "consul general of Mexico" a consul. */
const bearsTitle = (actor: Actor, noun: string): boolean =>
  [...actor.titles].some(
    (title) =>
      lesser.test(title) === lesser.test(noun) &&
      (title === noun || title.split(/[ -]/u).includes(noun) || noun.endsWith(` ${title}`)),
  );

/** May the office that the phrase names ("Mexican") be the one that the actor holds? */
function officeFits(actor: Actor, modifiers: readonly Tie[]): boolean {
  const told = modifiers.map(({ actor: of }) => of?.name).filter((name) => name !== undefined);
  return told.length === 0 || actor.seats.size === 0 || told.some((name) => actor.seats.has(name));
}

/** "The secretary of state", "the consul", "the Mexican president": who was named with that title last. */
function byTitle(mention: Found, cast: Cast, modifiers: readonly Tie[]): Antecedent | null {
  const noun = mention.noun ?? '';
  // "The new president" is not the president of whom the text spoke without a name.
  const contrast = contrastIn(mention.name);
  const isOther = (actor: Actor): boolean =>
    contrast !== '' && !actor.contrasts.has(contrast) && actor.mentions.every((one) => !one.linkable);
  const bearers = cast.actors.filter(
    (actor) =>
      actor.root === 'Person' &&
      !actor.plural &&
      bearsTitle(actor, noun) &&
      officeFits(actor, modifiers) &&
      !isOther(actor),
  );
  const actor = latest(bearers, mention.from);
  return actor ? { actor, reason: `the last "${noun}" named before: "${actor.name}"` } : null;
}

/** "The department", "the Framework", "the bank": the last name that holds the noun. */
function byWord(mention: Found, cast: Cast, types: RegExp): Antecedent | null {
  const noun = mention.noun ?? '';
  const last = noun.split(' ').at(-1) ?? '';
  // "Our fishing industry" is not the smuggling industry of which the text spoke before.
  const extra = keyNameOf(mention.name)
    .split(' ')
    .filter((word) => !noun.split(' ').includes(word));
  const isOther = (actor: Actor): boolean =>
    actor.mentions.every((one) => !one.linkable) && extra.some((word) => !actor.words.has(word));
  // "The administration" is one that somebody leads, before any office that is called so.
  const led = /^(?:administration|government|regime)$/u.test(noun)
    ? cast.actors.filter((actor) => types.test(actor.type) && !actor.plural && actor.nouns.has(last))
    : [];
  const holders =
    led.length > 0
      ? led
      : cast.actors.filter(
          (actor) =>
            types.test(actor.type) &&
            !actor.plural &&
            !isOther(actor) &&
            actor.words.has(last) &&
            (last === noun ||
              actor.mentions.some((one) => one.form !== 'pronoun' && keyNameOf(one.name).endsWith(noun))),
        );
  const actor = latest(holders, mention.from);
  return actor ? { actor, reason: `the last name with "${noun}": "${actor.name}"` } : null;
}

/** "The coalition" that was told as "a coalition of 21 attorneys general". */
function byGathering(mention: Found, cast: Cast): Antecedent | null {
  const gathered = cast.actors.filter(
    (actor) =>
      actor.type === 'Group' &&
      actor.mentions.some((one) => one.nominal?.gathered === mention.noun && one.from < mention.from),
  );
  const actor = latest(gathered, mention.from);
  return actor ? { actor, reason: `the ${mention.noun} of "${actor.name}"` } : null;
}

/** "The World Bank excluded the firm": whoever does it to another is not the other. */
function actsOn(doc: Doc, mention: Found, actor: Actor): boolean {
  const verb = doc.head(mention.head);
  if (verb < 0 || doc.upos(verb) !== 'VERB') return false;
  const subjects = doc.childrenBy(verb, 'nsubj').filter((one) => one !== mention.head);
  return actor.mentions.some((one) => one.form !== 'modifier' && subjects.includes(one.head));
}

/** "The agency", "the group": the last body of that kind, if it was named within a few sentences. */
function byGeneric(doc: Doc, mention: Found, cast: Cast): Antecedent | null {
  const types = nouns.generic[mention.noun ?? ''];
  if (!types || mention.nominal?.possessor !== null) return null;
  const kin = cast.actors.filter(
    (actor) =>
      types.includes(actor.type) &&
      !actor.plural &&
      !actsOn(doc, mention, actor) &&
      actor.mentions.some((one) => one.form !== 'pronoun' && one.linkable),
  );
  const actor = latest(kin, mention.from);
  const last = actor?.mentions.filter((one) => one.from < mention.from).at(-1);
  if (!actor || !last || doc.sentenceOf(mention.from) - doc.sentenceOf(last.from) > 3) return null;
  return { actor, reason: `the ${types.join(' or ')} named last: "${actor.name}"` };
}

/** "The country", "his country": the owner's country, else the last one named. */
function byCountry(mention: Found, cast: Cast, owner: Actor | null): Antecedent | null {
  // "The state" is as often the power of the state, or one of fifty.
  if (mention.noun === 'state') return null;
  const home = owner && cast.actors.find((actor) => actor.type === 'Country' && owner.seats.has(actor.name));
  if (home) return { actor: home, reason: `country of "${owner?.name}"` };
  if (owner && !/\b(?:our|my)\b/iu.test(mention.text))
    return owner.type === 'Country' ? { actor: owner, reason: 'its own country' } : null;
  const actor = latest(
    cast.actors.filter((one) => one.type === 'Country'),
    mention.from,
  );
  return actor ? { actor, reason: `the country named last: "${actor.name}"` } : null;
}

const ownersOf = (modifiers: readonly Tie[]): readonly string[] =>
  modifiers
    .flatMap(({ actor, mention }) => (actor && /^(?:Country|Place)$/u.test(mention.type) ? [actor.name] : []))
    .toSorted();

const substances = new Set(nouns.substance.filter((one) => !one.includes(' ') && one !== 'drug'));
const substanceIn = (name: string): string | null =>
  name
    .toLowerCase()
    .split(' ')
    .find((word) => substances.has(word)) ?? null;

/** Key of a nominal that nobody named bears: its words without article; kinds of goods and of cartels by their noun. */
export function nominalKey(mention: Found, modifiers: readonly Tie[]): string {
  const noun = sameNoun(mention.noun ?? '');
  if (mention.type === 'Designation') return noun;
  // "Fentanyl drugs" are fentanyl.
  if (mention.type === 'Substance') return (noun === 'drug' ? substanceIn(mention.name) : null) ?? noun;
  if (mention.type === 'Law' && mention.long !== undefined && !mention.long.startsWith(mention.name))
    return keyNameOf(mention.long);
  const owners = modifiers.flatMap(({ actor }) => (actor ? [actor.name] : [])).toSorted();
  const { count = null, plural = false } = mention.nominal ?? {};
  if (mention.type === 'Cartel' && count === null)
    return owners.length > 0 ? `${noun} of ${owners.join(' and ')}`.toLowerCase() : noun;
  if (mention.type === 'Group' && nouns.peoples.has(noun) && count === null && owners.length === 1)
    return `people of ${owners[0] ?? ''}`.toLowerCase();
  if (mention.type === 'Group' || mention.type === 'Official' || mention.type === 'Person')
    return keyNameOf(mention.long ?? mention.name);
  return `${keyNameOf(mention.name)} ${count ?? (plural ? 'many' : 'one')}`;
}

/** Countries and places that a noun phrase names. */
export const landsIn = (mention: Found, here: readonly Tie[]): readonly string[] =>
  mention.nominal === undefined ? [] : ownersOf(modifiersIn(mention, here));

/** Plurals go to the collective that bears the noun, if number, country and adjectives do not speak against it. */
function byCollective(mention: Found, cast: Cast, modifiers: readonly Tie[]): Antecedent | null {
  const count = mention.nominal?.count ?? null;
  if (/^(?:other|new|different|more|additional)\b/u.test(mention.name.toLowerCase())) return null;
  const noun = sameNoun(mention.noun ?? '');
  const owners = ownersOf(modifiers);
  const contrast = contrastIn(mention.name);
  const kin = cast.actors.filter((actor) => {
    if (actor.type !== mention.type || !(actor.plural || mention.type === 'Agency') || !actor.nouns.has(noun))
      return false;
    // "Seven international cartels" are some of the cartels, 21 attorneys general the attorneys general.
    if (actor.count !== null && actor.count !== count && mention.type !== 'Group') return false;
    if (count !== null && actor.count !== count && !(actor.count === null && mention.type === 'Group')) return false;
    if (contrast !== '' && !actor.contrasts.has(contrast)) return false;
    return owners.length === 0 || actor.lands.size === 0 || owners.some((owner) => actor.lands.has(owner));
  });
  const plain = contrast === '' ? kin.filter((one) => contrastIn(one.mentions[0]?.name ?? '') === '') : [];
  const actor = latest(plain.length > 0 ? plain : kin, mention.from);
  return actor ? { actor, reason: `the last "${mention.noun}" spoken of: "${actor.name}"` } : null;
}

/** "The letter", "the border": the last one spoken of, named or not. */
function byNoun(mention: Found, cast: Cast): Antecedent | null {
  const noun = sameNoun(mention.noun ?? '');
  const kin = cast.actors.filter((actor) => actor.type === mention.type && !actor.plural && actor.nouns.has(noun));
  const actor = latest(kin, mention.from);
  return actor ? { actor, reason: `the last "${mention.noun}" spoken of` } : null;
}

/** Whom a noun phrase means that names nobody; null if it brings somebody new. */
export function resolveNominal(
  doc: Doc,
  mention: Found,
  cast: Cast,
  modifiers: readonly Tie[],
  owner: Actor | null,
): Antecedent | null {
  const { definite = false, plural = false, count = null } = mention.nominal ?? {};
  const isBare = modifiers.length === 0;
  if (plural) {
    // "Nine governors" are not those who were spoken of; "the nine governors" and "a coalition of nine governors" may be.
    if (count !== null && !definite && mention.nominal?.gathered === null) return null;
    if (mention.type === 'Cartel') return byCollective(mention, cast, modifiers);
    if (mention.type === 'Agency' && (isBare || nouns.bodies.has(mention.noun ?? '')))
      return byCollective(mention, cast, modifiers);
    return mention.type === 'Group' && (definite || mention.nominal?.gathered !== null)
      ? byCollective(mention, cast, modifiers)
      : null;
  }
  if (!definite) return null;
  switch (mention.type) {
    case 'Official':
      return byTitle(mention, cast, modifiers);
    case 'Person':
      return isBare ? byTitle(mention, cast, modifiers) : null;
    case 'Country':
      return isBare ? byCountry(mention, cast, owner) : null;
    case 'Agency':
      return isBare ? (byWord(mention, cast, /^Agency$/u) ?? byGeneric(doc, mention, cast)) : null;
    case 'Organization':
      return isBare
        ? (byGathering(mention, cast) ??
            byWord(mention, cast, /^(?:Organization|Cartel)$/u) ??
            byGeneric(doc, mention, cast))
        : null;
    case 'Cartel':
      return isBare ? (byWord(mention, cast, /^Cartel$/u) ?? byGeneric(doc, mention, cast)) : null;
    case 'Law':
      // "Today's action" is not the "Plan of Action".
      return isBare && !(nouns.weak.has(mention.noun ?? '') && !/^\p{Lu}/u.test(mention.name))
        ? byWord(mention, cast, /^Law$/u)
        : null;
    case 'Place':
    case 'Work':
      return isBare ? byNoun(mention, cast) : null;
    default:
      return null;
  }
}
