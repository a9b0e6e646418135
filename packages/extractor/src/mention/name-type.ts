import { nameWords, nouns } from './data.ts';
import { knownName } from './gazetteer.ts';

/** What kind of thing a name names, and by which of its words. */
export interface NameType {
  readonly type: string;
  readonly reason: string;
}

const kinds = [
  ['Cartel', nameWords.cartel, nameWords.cartelStart],
  ['Work', nameWords.work, nameWords.workStart],
  ['Law', nameWords.law, nameWords.lawStart],
  ['Agency', nameWords.agency, nameWords.agencyStart],
  ['Organization', nameWords.organization, nameWords.organizationStart],
  ['Place', nameWords.place, nameWords.placeStart],
] as const;
const ends = new Map<string, string>();
const starts = new Map<string, string>();
for (const [type, last, first] of kinds) {
  for (const word of last) if (!ends.has(word.toLowerCase())) ends.set(word.toLowerCase(), type);
  for (const word of first) if (!starts.has(word.toLowerCase())) starts.set(word.toLowerCase(), type);
}

const lastWords = (words: readonly string[], most: number): string[] =>
  Array.from({ length: Math.min(most, words.length) }, (_, index) => words.slice(words.length - most + index).join(' '))
    .filter(Boolean)
    .map((text) => text.toLowerCase());

/** The written-out form of words that citations shorten: "U.S. Dep't. of State". */
export function spelledOut(name: string): string {
  return name
    .replaceAll(/\bDep['’]t\b\.?/gu, 'Department')
    .replaceAll(/\bDept\b\.?/gu, 'Department')
    .replaceAll(/\bGov['’]t\b\.?/gu, 'Government')
    .replaceAll(/\bNat['’]l\b\.?/gu, 'National')
    .replaceAll(/\bInt['’]l\b\.?/gu, 'International')
    .replaceAll(/\bInst\.(?=\s)/gu, 'Institute')
    .replaceAll(/\bComm\.(?=\s)/gu, 'Committee')
    .replaceAll(/\bAdmin\.(?=\s|$)/gu, 'Administration')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

const lastOfSeveral = new Set(
  [...ends.keys()].filter((key) => key.includes(' ')).map((key) => key.split(' ').at(-1) ?? ''),
);
/** True for a word by which a name of several words can be told ("Department", "Cartel", "University"). */
export const isNameWord = (word: string): boolean => ends.has(word.toLowerCase()) || starts.has(word.toLowerCase());
/** True also for the last of several words by which it can be told ("General Staff", "Red Cross"). */
export const endsNames = (word: string): boolean => isNameWord(word) || lastOfSeveral.has(word.toLowerCase());
/** True for a word that begins names like "Ministry of ...". */
export const isNameStart = (word: string): boolean => starts.has(word.toLowerCase());

const ofState = /^(?:U\.?S\.?|UN|U\.N\.|National|Federal|State|Presidential) /u;
const ofSeveral = new RegExp(String.raw`^(?:${nameWords.international.join('|')}) `, 'u');
/**
 * What is called after a state is mostly part of it ("U.S. Council on ...", "National Institute of ..."), what is called
 * after a region of the world belongs to no government ("Inter-American Commission on ...").
 */
function withState(name: string, typed: NameType): NameType {
  if (typed.type === 'Agency' && ofSeveral.test(name)) return { ...typed, type: 'Organization' };
  const kind = /\b(?:council|center|centre|institute|institutes|board|commission|library|service)\b/iu.test(name);
  return typed.type === 'Organization' && kind && ofState.test(name) ? { ...typed, type: 'Agency' } : typed;
}

/** Type of a name of several words by its first words before "of" or its last words; null if no word tells. */
export function typeByWords(name: string): NameType | null {
  const full = spelledOut(name);
  const words = full.split(' ');
  const preposition = words.findIndex((word) => /^(?:of|for|on|to|de|du|del|des|al|el)$/u.test(word));
  const front = preposition > 0 ? words.slice(0, preposition) : words;
  for (const tail of [front, ...(preposition > 0 ? [words] : [])])
    for (const last of lastWords(tail, 3)) {
      const type = (preposition > 0 ? starts.get(last) : undefined) ?? ends.get(last);
      if (type !== undefined && (words.length > 1 || knownName(name) !== null))
        return withState(full, { type, reason: `name with "${last}"` });
    }
  const [first = ''] = words;
  const byStart = words.length > 1 ? starts.get(first.toLowerCase()) : undefined;
  return byStart === undefined || byStart === 'Agency'
    ? null
    : { type: byStart, reason: `name that begins with "${first}"` };
}

/** A word that a sentence writes large only because it stands first, or that is no name anywhere. */
export const isNoName = (word: string): boolean =>
  nameWords.notNames.has(word) || nouns.statusOnly.has(word.toLowerCase());
