import { nouns } from './data.ts';
import { PhraseIndex } from './phrases.ts';

/** What a noun speaks of. */
type NounClass =
  | 'official'
  | 'person'
  | 'group'
  | 'agency'
  | 'cartel'
  | 'organization'
  | 'country'
  | 'place'
  | 'law'
  | 'work'
  | 'substance'
  | 'designation';
/** One reading of a noun. */
export interface Noun {
  readonly noun: string;
  readonly class: NounClass;
  readonly plural: boolean;
}

function pluralOf(noun: string): string {
  const known = nouns.plurals[noun];
  if (known !== undefined) return known;
  if (/(?:s|x|ch|sh)$/u.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

const classes = [
  'official',
  'person',
  'group',
  'agency',
  'cartel',
  'organization',
  'country',
  'place',
  'law',
  'work',
  'substance',
  'designation',
] as const;
const readings = new Map<string, Noun[]>();
for (const kind of classes)
  for (const noun of nouns[kind])
    for (const [text, plural] of [
      [noun, kind === 'group' && noun === 'people'],
      [pluralOf(noun), true],
    ] as const)
      readings.set(text, [...(readings.get(text) ?? []), { noun, class: kind, plural }]);

/** Nouns of actors, singular and plural, by their text; case does not matter. */
export const nounIndex = new PhraseIndex<readonly Noun[]>(readings, true);
