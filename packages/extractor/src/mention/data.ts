import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/actors/${name}.yaml`, import.meta.url), 'utf8'));
const words = z.array(z.string());
const wordSet = words.transform((list): ReadonlySet<string> => new Set(list));

/** Adjectives and people's names by country. */
export const demonyms = z.record(z.string(), words).parse(read('demonyms'));

/** Other names of countries, U.S. states and places. */
export const territories = z
  .object({
    countries: z.record(z.string(), words),
    codes: z.record(z.string(), z.string()),
    ambiguous: wordSet,
    states: z.record(z.string(), words),
    postal: z.record(z.string(), z.string()),
    parties: z.record(z.string(), z.string()),
    places: z.record(z.string(), words),
    regionAdjectives: z.record(z.string(), z.string()),
  })
  .parse(read('territories'));

const named = z.object({
  name: z.string(),
  aliases: words,
  country: z.string().optional(),
  governments: z.boolean().optional(),
});
/** Bodies that are known by name. */
export const bodies = z
  .object({ agencies: z.array(named), organizations: z.array(named), press: z.array(named) })
  .parse(read('bodies'));
/** Criminal and armed organisations that are known by name. */
export const armedGroups = z.array(named).parse(read('armed-groups'));

/** Words that tell what a name of several words names. */
export const nameWords = z
  .object({
    agency: words,
    agencyStart: words,
    cartel: words,
    cartelStart: words,
    organization: words,
    organizationStart: words,
    law: words,
    lawStart: words,
    work: words,
    workStart: words,
    place: words,
    placeStart: words,
    international: words,
    notNames: wordSet,
    portfolios: wordSet,
    companies: wordSet,
    companyForms: words,
    takingPlaces: wordSet,
    believingIn: wordSet,
    owners: words,
    officeOwners: words,
    calledAfterPeople: words,
  })
  .parse(read('name-words'));

/** Nouns that speak of actors without naming them. */
export const nouns = z
  .object({
    official: words,
    person: words,
    group: words,
    agency: words,
    cartel: words,
    organization: words,
    country: words,
    place: words,
    law: words,
    work: words,
    substance: words,
    designation: words,
    statusOnly: wordSet,
    weak: wordSet,
    bareNever: wordSet,
    ruled: wordSet,
    plurals: z.record(z.string(), z.string()),
    bodies: wordSet,
    anybody: wordSet,
    peoples: wordSet,
    contrasts: wordSet,
    placeKinds: wordSet,
    offices: wordSet,
    male: wordSet,
    female: wordSet,
    partitives: wordSet,
    roughly: wordSet,
    numbers: wordSet,
    generic: z.record(z.string(), words),
    same: z.record(z.string(), z.string()),
  })
  .parse(read('nouns'));

/** Titles before a name, in lower case. */
export const titles = z
  .record(
    z.string(),
    z.object({
      title: z.string(),
      office: z.string().optional(),
      holders: words.optional(),
      civil: z.boolean().optional(),
    }),
  )
  .parse(read('titles'));

/** Office holders who are known by name. */
export const officials = z
  .array(
    z.object({
      name: z.string(),
      aliases: words,
      titles: words,
      bare: z.boolean().optional(),
      country: z.string().optional(),
    }),
  )
  .parse(read('officials'));

/** Given names by gender. */
export const givenNames = z.object({ female: wordSet, male: wordSet }).parse(read('given-names'));

/** Capitals and seats by whose they are, and the words by which they act as governments. */
export const seats = z
  .object({
    capitals: z.record(z.string(), words),
    bodies: z.record(z.string(), words),
    wills: wordSet,
    addressed: wordSet,
    possessions: wordSet,
    ties: wordSet,
  })
  .parse(read('seats'));

/** Phrases that tell who is interviewed, and by which a speaker counts himself among his hearers. */
export const interviews = z
  .object({
    interview: z.object({ before: words, behind: words }),
    talk: z.object({ before: words, behind: words }),
    fellows: words,
    compatriots: words,
  })
  .parse(read('interviews'));

/** Pronouns in lower case, with what they can stand for. */
export const pronouns = new Map(
  Object.entries(
    z
      .record(
        z.string(),
        z.object({
          number: z.enum(['one', 'many']),
          gender: z.enum(['male', 'female', 'thing']).optional(),
          person: z.enum(['first', 'second']).optional(),
          relative: z.boolean().optional(),
        }),
      )
      .parse(read('pronouns')),
  ),
);
