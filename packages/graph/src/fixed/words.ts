import { foldName } from '../names/fold.ts';
import { ensured } from '../order.ts';
import { jsonOf, linesOf, rowsOf, wordsOf } from './read.ts';

interface NameWords {
  readonly suffixes: readonly string[];
  readonly degrees: readonly string[];
  readonly particles: readonly string[];
  readonly formerly: readonly string[];
  readonly bodyStop: readonly string[];
  readonly legalForms: readonly string[];
  readonly departments: readonly string[];
  readonly kindWords: readonly string[];
  readonly generic: readonly string[];
  readonly ambiguousPlaces: readonly string[];
  readonly collectives: readonly string[];
  readonly regions: Readonly<Record<string, readonly string[]>>;
  readonly designations: Readonly<Record<string, string>>;
  readonly translations: Readonly<Record<string, string>>;
}
const names = jsonOf('words/names.json') as NameWords;

export const suffixes: ReadonlySet<string> = new Set(names.suffixes);
export const degrees: ReadonlySet<string> = new Set(names.degrees);
export const particles: ReadonlySet<string> = new Set(names.particles);
/** Words before a title that say when or where it holds. */
export const beforeTitles: readonly string[] = names.formerly;
export const bodyStop: ReadonlySet<string> = new Set(names.bodyStop);
export const legalForms: readonly string[] = names.legalForms.toSorted((a, b) => b.length - a.length);
export const departments: ReadonlySet<string> = new Set(names.departments);
export const kindWords: ReadonlySet<string> = new Set(names.kindWords);
/** Names that many bodies bear, each in its own country. */
export const genericBodies: ReadonlySet<string> = new Set(names.generic);
export const ambiguousPlaces: ReadonlySet<string> = new Set(names.ambiguousPlaces);
/** What the armed organisations of one country are called together. */
export const collectives: ReadonlySet<string> = new Set(names.collectives);
/** Countries of a region by its code. */
export const countriesOf = (region: string): readonly string[] => names.regions[region] ?? [];
export const designations: ReadonlyMap<string, string> = new Map(Object.entries(names.designations));
export const translations: ReadonlyMap<string, string> = new Map(Object.entries(names.translations));
export const commonGiven = wordsOf('words/common-given.txt');
export const commonSurnames = wordsOf('words/common-surnames.txt');

const families = new Map<string, number[]>();
linesOf('words/nicknames.txt').forEach((line, family) => {
  for (const name of line.split(' ')) ensured(families, name, () => []).push(family);
});
/** Whether two given names stand for each other (Joe, Joseph). */
export const sameGivenName = (a: string, b: string): boolean =>
  families.get(a)?.some((family) => families.get(b)?.includes(family)) ?? false;

/** What a title names. */
export interface Title {
  readonly office: string;
  readonly field: string;
  readonly holders: 'one' | 'many' | 'loose';
  readonly seat: string | null;
}
/** Titles by their words, folded. */
export const titles: ReadonlyMap<string, Title> = new Map(
  rowsOf('words/titles.tsv').map(([surface = '', office = '', field = '', holders = '', seat = '']) => [
    foldName(surface),
    { office, field, holders: holders as Title['holders'], seat: seat === '' ? null : seat },
  ]),
);
/** How many words the longest title has. */
export const longestTitle = Math.max(...[...titles.keys()].map((title) => title.split(' ').length));
