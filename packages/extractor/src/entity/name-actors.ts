import { keyNameOf } from '@attest/model';
import type { Doc } from '@attest/nlp';
import type { Found } from '../mention/found.ts';
import type { Cast, Tie } from '../coreference/actor.ts';
import { nameWords } from '../mention/data.ts';
import { isNameWord } from '../mention/name-type.ts';
import { knownName, territoryOf } from '../mention/gazetteer.ts';
import { bodyKey, bracketed, isBody } from './bodies.ts';
import { joinPeople, type Person } from './people.ts';

const strength = (one: Found): number =>
  one.reason.startsWith('model') ? 1 : one.reason.startsWith('gazetteer') ? 9 : 3;

const isTitle = (one: Found): boolean => one.type === 'Work' && one.reason.startsWith('title of a work');

/** One string is one kind of thing in one document: what most and the surest of its mentions say. */
function settledTypes(mentions: readonly Found[]): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const one of mentions) {
    // A page is often called like the body that it is about.
    if (isTitle(one)) continue;
    const key = keyNameOf(one.name);
    const mine = votes.get(key) ?? new Map<string, number>();
    mine.set(one.type, (mine.get(one.type) ?? 0) + strength(one));
    votes.set(key, mine);
  }
  return new Map(
    [...votes].map(([key, mine]) => [
      key,
      [...mine].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '',
    ]),
  );
}

/** Longer names of bodies by the one word that may stand for them: their first or last. */
class LongNames {
  readonly #byFirst = new Map<string, Found[]>();
  readonly #byLast = new Map<string, Found[]>();
  constructor(bodies: readonly Found[]) {
    const put = (map: Map<string, Found[]>, word: string, one: Found): void => {
      const list = map.get(word);
      if (list) list.push(one);
      else map.set(word, [one]);
    };
    for (const one of bodies) {
      const words = keyNameOf(one.name).split(' ');
      if (words.length < 2) continue;
      if (one.type !== 'Agency') {
        put(this.#byFirst, words[0] ?? '', one);
        put(this.#byLast, words.at(-1) ?? '', one);
        continue;
      }
      // "The House" of "U.S. House", but never of "White House".
      const [place = '', last = '', more] = one.text.split(/\s/u);
      if (more === undefined && territoryOf(place) !== null) put(this.#byLast, keyNameOf(last), one);
    }
  }

  /** The longer name that a word is short for: "Burisma" of "Burisma Holdings", "the Times" of "The New York Times". */
  of(one: Found): Found | undefined {
    if (one.name.includes(' ') || !/^\p{Lu}/u.test(one.name)) return undefined;
    const word = keyNameOf(one.name);
    const isOwn = knownName(one.name) === null && !isNameWord(one.name);
    const before = (list: readonly Found[] | undefined): Found | undefined =>
      list?.findLast((other) => other.start < one.start);
    return (isOwn ? before(this.#byFirst.get(word)) : undefined) ?? before(this.#byLast.get(word));
  }
}

/** "Sinaloa and the Gulf Cartel": a place after which a cartel is called, where cartels are listed. */
function isCartelByPlace(doc: Doc, one: Found, cartels: ReadonlySet<number>): boolean {
  if (one.type !== 'Place' || knownName(`${one.name} Cartel`) === null) return false;
  const joined = [doc.head(one.head), ...doc.childrenBy(one.head, 'conj')];
  return (
    /^(?:appos|conj|nsubj|obj|dep|parataxis)/u.test(doc.deprel(one.head)) && joined.some((token) => cartels.has(token))
  );
}

/** First words of companies' names, with where each first stands: "Meridian" of "Meridian Carriers". */
function companiesIn(mentions: readonly Found[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { name, type, start } of mentions) {
    const words = name.split(' ');
    const key = keyNameOf(words[0] ?? '');
    const isCompany = type === 'Organization' && words.length > 1 && nameWords.companies.has(words.at(-1) ?? '');
    if (isCompany && start < (first.get(key) ?? Infinity)) first.set(key, start);
  }
  return first;
}

/** A word that the model takes for a place or a person, behind a company whose name begins with it. */
const isCompany = (one: Found, companies: ReadonlyMap<string, number>): boolean =>
  /^(?:Place|Person)$/u.test(one.type) &&
  one.form !== 'nominal' &&
  one.title === undefined &&
  one.reason.startsWith('model') &&
  !one.name.includes(' ') &&
  knownName(one.name) === null &&
  territoryOf(one.name) === null &&
  (companies.get(keyNameOf(one.name)) ?? Infinity) < one.start;

/** Ties everything that bears a name. */
export function tieNames(doc: Doc, found: readonly Found[], cast: Cast): readonly Tie[] {
  const settled = settledTypes(found.filter((one) => one.form !== 'nominal'));
  const cartels = new Set(found.filter((one) => one.type === 'Cartel').map((one) => one.head));
  const companies = companiesIn(found);
  const mentions = found.map((one) => {
    if (isCompany(one, companies))
      return { ...one, type: 'Organization', reason: 'first word of a company named before' };
    const type =
      one.form === 'nominal' || one.title !== undefined || isTitle(one)
        ? one.type
        : (settled.get(keyNameOf(one.name)) ?? one.type);
    if (isCartelByPlace(doc, one, cartels))
      return {
        ...one,
        type: 'Cartel',
        name: `${one.name} Cartel`,
        reason: 'place after which a listed cartel is called',
      };
    return type === one.type ? one : { ...one, type };
  });
  const pairs = bracketed(doc, mentions);
  const people = joinPeople(
    mentions.filter(
      (one) =>
        cast.rootOf(one.type) === 'Person' || (pairs.get(one) && cast.rootOf(pairs.get(one)?.type ?? '') === 'Person'),
    ),
  );
  const alsoCalled = new Map<string, Person>();
  for (const [other, first] of pairs) {
    const [alias, person] = [people.get(other)?.person, people.get(first)?.person];
    if (alias && person && alias !== person) alsoCalled.set(alias.key, person);
  }
  const bodies = mentions.filter((one) => isBody(one.type));
  // "Foreign Relations Committee" is short for the one of the Senate, if that is named.
  const withChamber = new Map(
    bodies.flatMap((one) => {
      const key = bodyKey(one.name);
      const at = key.search(/ (?:sub)?committee on /u);
      return at > 0 ? [[key.slice(at + 1), key] as const] : [];
    }),
  );
  // "The Foreign Ministry" is the one whose country was told.
  const placed = new Map(
    bodies.flatMap((one) => {
      const key = bodyKey(one.name);
      const at = key.indexOf(' | ');
      return at > 0 ? [[key.slice(0, at), key] as const] : [];
    }),
  );
  const longNames = new LongNames(bodies);
  const ties: Tie[] = [];
  const keyOf = new Map<string, string>();
  for (const [short, long] of pairs) if (isBody(long.type)) keyOf.set(bodyKey(short.name), bodyKey(long.name));
  for (const one of mentions) {
    const named = people.get(one);
    const called = named && alsoCalled.get(named.person.key);
    const person = called ? { person: called, reason: `also called "${called.key}"` } : named;
    if (person) {
      const actor = cast.add(person.person.key, cast.rootOf(one.type) === 'Person' ? one : { ...one, type: 'Person' });
      actor.gender ??= person.person.gender;
      actor.known ??= person.person.official;
      ties.push({ mention: one, actor, reason: person.reason });
      continue;
    }
    const fixed = one.key ?? one.identifiers?.['citation'] ?? one.identifiers?.['iso'];
    if (fixed !== undefined || !isBody(one.type)) {
      const actor = cast.add(fixed ?? keyNameOf(one.name), one);
      ties.push({ mention: one, actor, reason: one.reason });
      continue;
    }
    // "The Senate" behind "the Philippine Senate" is that one.
    const elsewhere =
      one.reason.startsWith('gazetteer') && !/\bU\.?S\b/u.test(one.text) ? placed.get(keyNameOf(one.text)) : undefined;
    if (elsewhere !== undefined) {
      ties.push({
        mention: one,
        actor: cast.add(elsewhere, { ...one, name: one.text, reason: 'short form' }),
        reason: `short for "${elsewhere}"`,
      });
      continue;
    }
    const own = bodyKey(one.name);
    const longer =
      keyOf.has(own) || cast.find(one.type, own) || one.reason.startsWith('gazetteer') ? undefined : longNames.of(one);
    const key = keyOf.get(own) ?? (longer ? bodyKey(longer.name) : (withChamber.get(own) ?? placed.get(own) ?? own));
    const pair = pairs.get(one);
    const reason = pair ? `stands in brackets with "${pair.name}"` : longer ? `short for "${longer.name}"` : one.reason;
    ties.push({ mention: one, actor: cast.add(key, one), reason });
  }
  return ties;
}
