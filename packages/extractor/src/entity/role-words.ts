import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { PhraseIndex } from '../mention/phrases.ts';

const words = z.array(z.string());
const wordSet = words.transform((list): ReadonlySet<string> => new Set(list));
const data = z
  .strictObject({
    heads: words,
    plainBefore: wordSet,
    offices: words,
    staff: words,
    owners: words,
    around: wordSet,
    bodies: words,
    generic: words,
    national: wordSet,
    publicOffices: wordSet,
    appointing: wordSet,
    serving: wordSet,
    firms: wordSet,
    members: wordSet,
  })
  .parse(parse(readFileSync(new URL('../../data/roles.yaml', import.meta.url), 'utf8')));

/** What a role noun makes of who bears it: who leads a body, holds an office in it, belongs to it, owns it. */
export type RoleKind = 'heads' | 'offices' | 'staff' | 'owners';

/** Role nouns by where they begin in a text; one noun may be of several kinds. */
export const roleNouns = new PhraseIndex<RoleKind>(
  (['heads', 'offices', 'staff', 'owners'] as const).flatMap((kind) => data[kind].map((noun) => [noun, kind] as const)),
  true,
);
/** Nouns of bodies before a role: "army"; `isGeneric`: only for one that the document names, "department". */
export const bodyNouns = new PhraseIndex<{ readonly noun: string; readonly isGeneric: boolean }>(
  [
    ...data.bodies.map((noun) => [noun, { noun, isGeneric: false }] as const),
    ...data.generic.map((noun) => [noun, { noun, isGeneric: true }] as const),
  ],
  true,
);
/** Whether a word before a role tells of its time or rank only: "former". */
export const isAround = (word: string): boolean => data.around.has(word) || data.plainBefore.has(word);
/** Whether a word before the noun of a head leaves it the head: "managing director". */
export const isPlainBefore = (word: string): boolean => data.plainBefore.has(word);
/** Whether a title is held in a country. */
export const isNational = (title: string): boolean => data.national.has(title);

/** Whether only a state, or what states have together, has such an office: "ambassador", "mayor". */
export const isPublicOffice = (noun: string): boolean =>
  data.publicOffices.has(noun.toLowerCase()) ||
  (data.national.has(noun.toLowerCase()) && !/^(?:vice )?president$/iu.test(noun));

/** Whether a verb makes somebody the bearer of an office: "appoint". */
export const isAppointing = (verb: string): boolean => data.appointing.has(verb);
/** Whether a verb says that somebody bears one: "served as". */
export const isServing = (verb: string): boolean => data.serving.has(verb);

/** Nouns of what somebody may own: "his company". */
export const { firms, members: memberNouns } = data;
