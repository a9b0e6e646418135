import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { names } from './data.ts';
import { anyOf, type Spotted } from './found.ts';

countries.registerLocale(english);
const shortName = (name: string): string =>
  name
    .replace(/ \(.*$|, .*$/u, '')
    .replace(/^(?:People's Republic of|Republic of|Bolivarian Republic of|Islamic Republic of) /u, '');

/** Country name or alias → its usual name. */
const usual = new Map<string, string>();
const isoOf = new Map<string, string>();
for (const [code, name] of Object.entries(countries.getNames('en'))) {
  const known =
    name === 'United States of America' ? 'United States' : name === 'Russian Federation' ? 'Russia' : shortName(name);
  usual.set(known, known);
  isoOf.set(known, code);
}
for (const [name, aliases] of Object.entries(names.aliases))
  for (const alias of [name, ...aliases]) usual.set(alias, name);
const pattern = anyOf(
  [...usual.keys()].filter((name) => name.length > 3 || /^(?:U\.S\.|US|USA|U\.K\.|UK)$/u.test(name)),
);
const states = anyOf(names.states);

/** Countries by any usual name, and U.S. states. */
export function findTerritories(text: string): readonly Spotted[] {
  const found: Spotted[] = [];
  for (const match of text.matchAll(pattern)) {
    const name = usual.get(match[0]) ?? match[0];
    const iso = isoOf.get(name);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      type: 'Country',
      name,
      linkable: true,
      reason: 'gazetteer of countries',
      ...(iso === undefined ? {} : { identifiers: { iso } }),
    });
  }
  for (const match of text.matchAll(states)) {
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      type: 'Place',
      name: match[0],
      linkable: true,
      reason: 'list of U.S. states',
    });
  }
  return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}
