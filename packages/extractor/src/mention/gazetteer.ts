import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { armedGroups, bodies, demonyms, territories } from './data.ts';
import { PhraseIndex } from './phrases.ts';

/** What the gazetteer knows of a name. */
export interface Known {
  readonly type: string;
  /** Usual name. */
  readonly name: string;
  readonly reason: string;
  readonly identifiers?: Readonly<Record<string, string>>;
  readonly reports?: boolean;
  /** ISO code of the country whose body it is. */
  readonly country?: string;
  /** `of`: an adjective or a people ("Mexican", "Mexicans"), not the name itself. */
  readonly form: 'name' | 'adjective' | 'people';
}

countries.registerLocale(english);
const official = /^(?:People's Republic of|Republic of|Bolivarian Republic of|Islamic Republic of|Kingdom of) /u;
const shorter: Readonly<Record<string, string>> = {
  'United States of America': 'United States',
  'Russian Federation': 'Russia',
};
const isoOf = new Map(Object.entries(territories.codes));
for (const [code, long] of Object.entries(countries.getNames('en'))) {
  const name = shorter[long] ?? long.replace(/ \(.*$|, .*$/u, '').replace(official, '');
  if (!isoOf.has(name) && ![...isoOf.values()].includes(code)) isoOf.set(name, code);
}

function* countryNames(): Iterable<readonly [string, Known]> {
  for (const name of new Set([...isoOf.keys(), ...Object.keys(territories.countries)])) {
    const iso = isoOf.get(name);
    const known: Known = {
      type: 'Country',
      name,
      reason: 'gazetteer: country',
      form: 'name',
      ...(iso === undefined ? {} : { identifiers: { iso } }),
    };
    for (const alias of [name, ...(territories.countries[name] ?? [])]) yield [alias, known];
    for (const word of demonyms[name] ?? []) {
      yield [word, { ...known, form: 'adjective', reason: 'gazetteer: adjective of a country' }];
      yield [
        /(?:man)$/u.test(word) && !/(?:German|Roman)$/u.test(word) ? word.replace(/man$/u, 'men') : `${word}s`,
        { ...known, type: 'Group', form: 'people', reason: 'gazetteer: people of a country' },
      ];
    }
  }
}

function* stateNames(): Iterable<readonly [string, Known]> {
  for (const [name, others] of Object.entries(territories.states)) {
    const known: Known = { type: 'Place', name, reason: 'gazetteer: U.S. state', form: 'name' };
    for (const alias of [name, ...others.filter((one) => one.endsWith('.'))]) yield [alias, known];
    for (const word of others.filter((one) => !one.endsWith('.')))
      yield [`${word}s`, { ...known, type: 'Group', form: 'people', reason: 'gazetteer: people of a state' }];
  }
  for (const [adjective, name] of Object.entries(territories.regionAdjectives))
    yield [adjective, { type: 'Place', name, reason: 'gazetteer: adjective of a place', form: 'adjective' }];
  for (const [name, others] of Object.entries(territories.places))
    for (const alias of [name, ...others])
      yield [alias, { type: 'Place', name, reason: 'gazetteer: place', form: 'name' }];
}

function* bodyNames(): Iterable<readonly [string, Known]> {
  const lists = [
    ['Agency', bodies.agencies, 'gazetteer: government body'],
    ['Organization', bodies.organizations, 'gazetteer: organisation'],
    ['Organization', bodies.press, 'gazetteer: press'],
    ['Cartel', armedGroups, 'gazetteer: criminal or armed organisation'],
  ] as const;
  for (const [type, list, reason] of lists)
    for (const { name, aliases, country } of list)
      for (const alias of [name, ...aliases])
        yield [
          alias,
          {
            type,
            name,
            reason,
            form: 'name',
            ...(list === bodies.press ? { reports: true } : {}),
            ...(country === undefined ? {} : { country }),
          },
        ];
}

/** The names that may stand in capitals: long enough that no acronym or word is mistaken for them. */
const inCapitals = (): readonly (readonly [string, Known])[] =>
  [...countryNames(), ...stateNames(), ...bodyNames()]
    .filter(([name]) => name.length > 4 && name !== name.toUpperCase())
    .map(([name, known]) => [name.toUpperCase(), known]);

/** Countries, U.S. states, places, government bodies, organisations, press, armed groups; as written, case matters. */
export const gazetteer = new PhraseIndex<Known>(
  [...countryNames(), ...stateNames(), ...bodyNames(), ...inCapitals()],
  false,
);

/** Does a document speak of the United States at all? */
export const american =
  /\b(?:U\.?S\.?|United States|Washington|America|Americans?|Republicans?|Democrats?)(?![\p{L}])|\([DR]-/u;

/** What a whole string names, if the gazetteer knows it. */
export function knownName(name: string): Known | null {
  const hit = gazetteer.at(name, 0);
  return hit?.end === name.length ? (hit.values[0] ?? null) : null;
}

/** Name of a territory by any of its names or adjectives: "Mexican" → Mexico. */
export function territoryOf(text: string): Known | null {
  const known = knownName(text);
  return known && (known.type === 'Country' || known.type === 'Place') ? known : null;
}

const betweenGovernments = new Set(
  bodies.organizations.filter((one) => one.governments === true).flatMap((one) => [one.name, ...one.aliases]),
);
const several = /^(?:United Nations|UN|U\.N\.|EU|European|African Union|Inter-American|International Court|NATO) /u;
/** Is it a body that governments have together: the United Nations, the European Commission, a UN mission? */
export const isBetweenGovernments = (name: string): boolean => betweenGovernments.has(name) || several.test(name);
