import { skeletonOf } from '../names/fold.ts';
import { parseBody, isGeneric } from '../names/body-name.ts';
import { relateNames } from '../names/person-relation.ts';
import { parsePerson } from '../names/person-name.ts';
import { ensured } from '../order.ts';
import { listOf, rowsOf } from './read.ts';
import { sameGivenName } from './words.ts';

/** An office with its seat and days; an open end is null. `to` is the first day after. */
export interface Term {
  readonly office: string;
  readonly seat: string;
  readonly from: string | null;
  readonly to: string | null;
}
/** A person whose offices are public record. */
export interface KnownPerson {
  readonly key: string;
  /** `wikidata:Q...` where it is sure. */
  readonly external: string | null;
  readonly name: string;
  readonly forms: readonly (readonly string[])[];
  readonly suffix: string | null;
  /** The surname alone means this person. */
  readonly alone: boolean;
  /** The full name alone means this person. */
  readonly known: boolean;
  readonly terms: readonly Term[];
}
/** An agency or organisation. */
export interface KnownBody {
  readonly key: string;
  readonly name: string;
  readonly seat: string;
}
interface BodyForm {
  readonly body: KnownBody;
  /** Borne by others too: it needs a seat. */
  readonly shared: boolean;
}

const day = (text: string): string | null => (text === '' ? null : text);
const termOf = (text: string): Term => {
  const [, office = '', seat = '', from = '', to = ''] = /^(.+)@([^:]*):(.*)\.\.(.*)$/u.exec(text) ?? [];
  return { office, seat, from: day(from), to: day(to) };
};

/** The shortest of the forms with a given name: "Joe Biden" for "Joseph Robinette Biden Jr.". */
function usualName(names: readonly string[]): string {
  const [first = '', ...more] = names;
  const given = parsePerson(first).tokens[0] ?? '';
  let best = { name: first, length: parsePerson(first).tokens.length };
  for (const name of more) {
    const { tokens } = parsePerson(name);
    const [word = ''] = tokens;
    const shorter =
      tokens.length < best.length ||
      (tokens.length === best.length && word === given && name.length < best.name.length);
    const fits = tokens.length > 1 && shorter && (word === given || sameGivenName(word, given));
    if (fits) best = { name, length: tokens.length };
  }
  return best.name;
}

function personOf([external = '', name = '', aliases, flags = '', terms]: readonly string[]): KnownPerson {
  const parsed = parsePerson(name);
  return {
    key: `person/${parsed.tokens.join('-')}${parsed.suffix === null ? '' : `-${parsed.suffix}`}`,
    external: external === '-' ? null : external,
    name: usualName([name, ...listOf(aliases)]),
    forms: [name, ...listOf(aliases)].map((form) => parsePerson(form).tokens).filter((tokens) => tokens.length > 0),
    suffix: parsed.suffix,
    alone: flags.split(',').includes('alone'),
    known: flags.split(',').includes('known'),
    terms: listOf(terms).map(termOf),
  };
}

const samePerson = (a: KnownPerson, b: KnownPerson): boolean =>
  a.forms.some((form) => b.forms.some((other) => relateNames(form, other).score > 0.85)) &&
  a.terms.some((term) => b.terms.some(({ office, seat }) => term.office === office && term.seat === seat));

const bySurname = new Map<string, KnownPerson[]>();
const byExternal = new Map<string, KnownPerson>();
const byOffice = new Map<string, { readonly person: KnownPerson; readonly term: Term }[]>();

function loadPeople(): void {
  const people: KnownPerson[] = [];
  const byLast = new Map<string, number[]>();
  for (const file of ['officials', 'congress', 'state-executives'])
    for (const row of rowsOf(`gazetteer/${file}.tsv`)) {
      const person = personOf(row);
      const lasts = person.forms.map((form) => form.at(-1) ?? '');
      const twin = lasts
        .flatMap((last) => byLast.get(last) ?? [])
        .find((at) => people[at] !== undefined && samePerson(people[at], person));
      const first = twin === undefined ? undefined : people[twin];
      // The list that is read first has the days; a later one may add the identifier.
      if (twin !== undefined && first) people[twin] = { ...first, external: first.external ?? person.external };
      else for (const last of new Set(lasts)) ensured(byLast, last, () => []).push(people.length);
      if (twin === undefined) people.push(person);
    }
  for (const person of people) {
    if (person.external !== null) byExternal.set(person.external, person);
    for (const key of new Set(person.forms.map((form) => skeletonOf(form.at(-1) ?? ''))))
      ensured(bySurname, key, () => []).push(person);
    for (const term of person.terms) ensured(byOffice, `${term.office}@${term.seat}`, () => []).push({ person, term });
  }
}
loadPeople();

/** People who may bear a surname, spelled so or alike. */
export const peopleNamed = (surname: string): readonly KnownPerson[] => bySurname.get(skeletonOf(surname)) ?? [];
/** The person of an external identifier. */
export const personWith = (external: string): KnownPerson | undefined => byExternal.get(external);

/** Who held an office on all days of a range; null when nobody or more than one is known to have. */
export function holderOf(office: string, seat: string, from: string, to: string): KnownPerson | null {
  const holders = (byOffice.get(`${office}@${seat}`) ?? []).filter(
    ({ term }) => term.from !== null && term.from <= from && (term.to === null || to < term.to),
  );
  const [first] = holders;
  return first !== undefined && holders.every(({ person }) => person === first.person) ? first.person : null;
}

const byCore = new Map<string, BodyForm[]>();
const byAcronym = new Map<string, BodyForm[]>();
for (const file of ['bodies', 'armed'])
  for (const [key = '', name = '', others, , seat = ''] of rowsOf(`gazetteer/${file}.tsv`)) {
    const body: KnownBody = { key, name, seat };
    for (const form of [name, ...listOf(others)]) {
      const shared = form.startsWith('!');
      const parsed = parseBody(form.replace(/^!/u, ''), () => false);
      const entry: BodyForm = { body, shared: shared || isGeneric(parsed.core) };
      if (parsed.acronym !== null) ensured(byAcronym, parsed.acronym, () => []).push(entry);
      ensured(byCore, parsed.core, () => []).push(entry);
    }
  }

/** Known bodies of a core name; see `parseBody`. */
export const bodiesNamed = (core: string): readonly BodyForm[] => byCore.get(core) ?? [];
/** Known bodies of an acronym in small letters. */
export const bodiesAbbreviated = (acronym: string): readonly BodyForm[] => byAcronym.get(acronym) ?? [];
/** Whether a core is a known body of one of the seats. */
export const isKnownBody = (core: string, seats: readonly string[]): boolean =>
  bodiesNamed(core).some(({ body }) => body.seat !== '' && seats.includes(body.seat));

const byPersonKey = new Map(
  [...byOffice.values()].flatMap((held) => held.map(({ person }) => [person.key, person] as const)),
);
/** The person of a key that `Resolved.known` bears; only those with offices. */
export const personOfKey = (key: string): KnownPerson | undefined => byPersonKey.get(key);
const byBodyKey: ReadonlyMap<string, KnownBody> = new Map(
  [...byCore.values()].flatMap((forms) => forms.map(({ body }) => [`body/${body.key}`, body] as [string, KnownBody])),
);
/** The body of a key that `Resolved.known` bears. */
export const bodyWith = (key: string): KnownBody | undefined => byBodyKey.get(key);
