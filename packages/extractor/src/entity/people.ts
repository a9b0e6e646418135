import { keyNameOf } from '@attest/model';
import { givenNames, nouns, officials } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';

/** One person of a document with the ways in which he is named. */
export interface Person {
  readonly key: string;
  readonly words: readonly string[];
  readonly titles: Set<string>;
  readonly starts: number[];
  /** Where the surname alone means him. */
  readonly alone: number[];
  gender: 'male' | 'female' | null;
  /** Usual name of a known office holder. */
  official: string | null;
}

const particles = new Set([
  'de',
  'la',
  'del',
  'von',
  'van',
  'der',
  'al',
  'el',
  'bin',
  'ibn',
  'jr',
  'sr',
  'ii',
  'iii',
  'y',
  'da',
  'dos',
  'di',
]);
const wordsOf = (name: string): readonly string[] => keyNameOf(name).split(' ').filter(Boolean);
const content = (words: readonly string[]): readonly string[] =>
  words.filter((word, index) => !particles.has(word) && !(index > 0 && regnal.test(word)));

const regnal = /^(?:i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi)$/u;
/** Gender of who bears a title or given name; null where neither tells. */
function genderOf(mention: Found): 'male' | 'female' | null {
  const noun = mention.noun ?? '';
  if (nouns.male.has(noun)) return 'male';
  if (nouns.female.has(noun)) return 'female';
  const given = mention.name.includes(' ') ? (mention.name.split(' ')[0] ?? '') : '';
  const [male, female] = [givenNames.male.has(given), givenNames.female.has(given)];
  return male === female ? null : male ? 'male' : 'female';
}

/** "Antony" and "Anthony", "J." and "Joe": may one be the other? */
function givenFits(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0]) return a === b;
  if (a.length === 1 || b.length === 1) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 4) return false;
  const at = short.split('').findIndex((letter, index) => letter !== long[index]);
  const rest = at < 0 ? '' : short.slice(short.length === long.length ? at + 1 : at);
  return at < 0 || rest === long.slice(at + 1);
}

const isPart = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0;
  for (const word of whole) if (word === part[at]) at++;
  return at === part.length;
};

/** Two names of several words: one person if all words of the shorter stand in the longer, or surname and given name fit. */
function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [content(a), content(b)] : [content(b), content(a)];
  if (isPart(short, long)) return true;
  return short.at(-1) === long.at(-1) && givenFits(short[0] ?? '', long[0] ?? '') && short.length > 1;
}

const officialByName = new Map(
  officials.flatMap((one) => [one.name, ...one.aliases].map((name) => [keyNameOf(name), one] as const)),
);

/** The known office holder whom a surname means, by the title before it or because everybody calls him so. */
function knownBySurname(mention: Found): string | null {
  const surname = keyNameOf(mention.name);
  const title = mention.title?.toLowerCase();
  const offices = title === undefined ? [] : [title, `${mention.office ?? ''} ${title}`.toLowerCase()];
  const fits = officials.filter(
    (one) =>
      keyNameOf(one.name).endsWith(` ${surname}`) &&
      (title === undefined ? one.bare === true : offices.some((office) => one.titles.includes(office))),
  );
  return fits.length === 1 ? (fits[0]?.name ?? null) : null;
}

/** Joins the people of one document; a surname alone goes to who bears it. Returns the person of each mention. */
export function joinPeople(
  mentions: readonly Found[],
): ReadonlyMap<Found, { readonly person: Person; readonly reason: string }> {
  const people: Person[] = [];
  const out = new Map<Found, { readonly person: Person; readonly reason: string }>();
  const settle = (mention: Found, person: Person, reason: string): void => {
    if (mention.title !== undefined) person.titles.add(mention.title.toLowerCase());
    person.starts.push(mention.start);
    person.gender ??= genderOf(mention);
    out.set(mention, { person, reason });
  };
  const create = (mention: Found, official: string | null): void => {
    const words = wordsOf(official ?? mention.name);
    const person: Person = {
      key: words.join(' '),
      words,
      titles: new Set(),
      starts: [],
      alone: [],
      gender: null,
      official,
    };
    people.push(person);
    settle(mention, person, mention.reason);
  };
  const byLength = mentions.toSorted(
    (a, b) => content(wordsOf(b.name)).length - content(wordsOf(a.name)).length || a.start - b.start,
  );
  for (const mention of byLength.filter((one) => content(wordsOf(one.name)).length > 1)) {
    const words = wordsOf(mention.name);
    const same = people.find((person) => sameFullName(words, person.words));
    if (same)
      settle(mention, same, same.key === words.join(' ') ? mention.reason : `another form of the name "${same.key}"`);
    else create(mention, officialByName.get(words.join(' '))?.name ?? null);
  }
  for (const mention of mentions.filter((one) => content(wordsOf(one.name)).length <= 1)) {
    const [word = ''] = content(wordsOf(mention.name));
    const person = bearer(mention, word, people);
    if (person && mention.title === undefined) person.alone.push(mention.start);
    if (person)
      settle(mention, person, person.key === word ? mention.reason : `"${mention.name}" is a name of "${person.key}"`);
    else create(mention, knownBySurname(mention) ?? officialByName.get(word)?.name ?? null);
  }
  return out;
}

/** Who is meant by one word: by gender and title, then the titled one, then who was named last before. */
function bearer(mention: Found, word: string, people: readonly Person[]): Person | undefined {
  const initials = (person: Person): string =>
    content(person.words)
      .map((one) => one[0])
      .join('');
  const gender = genderOf(mention);
  const title = mention.title?.toLowerCase();
  const fitting = [
    people.filter((person) => person.words.at(-1) === word),
    people.filter((person) => person.words.includes(word)),
    /^\p{Lu}{3,5}$/u.test(mention.name) ? people.filter((person) => initials(person) === word) : [],
  ].find((list) => list.length > 0);
  const possible = (fitting ?? []).filter(
    (person) => gender === null || person.gender === null || person.gender === gender,
  );
  if (possible.length < 2) return possible[0];
  const titled = possible.filter((person) => (title === undefined ? person.titles.size > 0 : person.titles.has(title)));
  const choice = titled.length > 0 ? titled : possible;
  // Who was once called by the surname alone keeps it.
  const called = choice.filter((person) => person.alone.length > 0);
  if (called.length === 1) return called[0];
  const before = (person: Person): number => Math.max(-1, ...person.starts.filter((start) => start <= mention.start));
  return choice.toSorted((a, b) => before(b) - before(a) || (a.key < b.key ? -1 : 1))[0];
}
