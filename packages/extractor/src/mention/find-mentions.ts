import { names, titles } from './data.ts';
import type { Zone } from '@attest/model';
import type { Doc } from '@attest/nlp';
import type { LawCitation } from '../laws/find-laws.ts';
import { anyOf, withoutOverlap, type Found, type MentionForm, type Spotted } from './found.ts';
import { tokensOf } from './spans.ts';
import { findTerritories } from './territories.ts';

const demonym = Object.keys(names.demonyms).join('|');
const capital = String.raw`\p{Lu}[\p{L}'’-]*\.?`;
const titleCase = (title: string): string =>
  title.replaceAll(/(?<![\p{L}.])\p{Ll}/gu, (letter) => letter.toUpperCase());
const titleWords = Object.keys(titles)
  .flatMap((title) => [title, titleCase(title), title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())])
  .toSorted((a, b) => b.length - a.length)
  .map((title) => title.replaceAll('.', String.raw`\.`));
const word = String.raw`(?:\p{Lu}(?:['’](?=\p{Lu}))?[\p{L}-]*\p{Ll}[\p{L}-]*|\p{Lu}\.(?= \p{Lu}\p{Ll}))`;
const titlePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<before>(?:(?:${demonym}|${names.states.join('|')}|U\.S\.|US|State) )?)(?<title>${titleWords.join('|')}) (?<name>${word}(?: (?:(?:de|la|del|von|van|de la) (?=\p{Lu}))?${word}){0,3})`,
  'gu',
);
const administrations = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${demonym}|\p{Lu}\p{Ll}+) (?:[Aa]dministration|[Gg]overnment)(?![\p{L}\p{N}])`,
  'gu',
);
const properName = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${capital}(?: (?:(?:of|and|for|de|del|la|the) (?=\p{Lu}))*${capital})*`,
  'gu',
);
const groups = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens of|U\.S\.|US|state|federal|foreign|policy|local|Senate|${demonym}) )*(?:state )?(?:${names.groupHeads.join('|')})(?: of \d+ (?:U\.S\. )?states)?(?![\p{L}\p{N}])`,
  'giu',
);
const cartelNoun = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${demonym}|Latin American|international|rival|transnational) )?(?:drug )?(?:${names.cartelNouns.join('|')})(?![\p{L}\p{N}])`,
  'giu',
);

const span = (match: RegExpMatchArray & { index: number }): { start: number; end: number; text: string } => ({
  start: match.index,
  end: match.index + match[0].length,
  text: match[0],
});
const endsWithWord = (name: string, list: readonly string[]): boolean =>
  list.some((word) => name === word || name.endsWith(` ${word}`) || name.endsWith(` ${word}s`));

function listed(
  text: string,
  list: readonly string[],
  type: string,
  reason: string,
  more: Partial<Spotted> = {},
  flags = 'gu',
): Spotted[] {
  return [...text.matchAll(anyOf(list, flags))].map((match) => ({
    ...span(match),
    type,
    name: match[0],
    linkable: true,
    reason,
    ...more,
  }));
}

function titled(text: string): Spotted[] {
  return [...text.matchAll(titlePattern)].flatMap((match) => {
    const { before = '', title = '', name = '' } = match.groups ?? {};
    // "Attorney General Office" and "Secretary Dear" are no names.
    if (
      names.notPersons.includes(name.split(' ')[0] ?? '') ||
      endsWithWord(name, [...names.agencyWords, ...names.organizationWords, 'Office'])
    )
      return [];
    const known = titles[title.toLowerCase()];
    const place = before.trim();
    // A bare "President Zelensky" tells no country: only known holders of the office are given it.
    const isHolder = known?.holders?.includes(name.split(' ').at(-1) ?? '') ?? true;
    const office =
      place === '' && !isHolder
        ? null
        : place === '' || /^(?:U\.?S\.?|State)$/u.test(place)
          ? (known?.office ?? null)
          : (names.demonyms[place] ?? place);
    return [
      {
        ...span(match),
        type: 'Official',
        name,
        linkable: name.includes(' '),
        reason: `title ${title}`,
        title: known?.title ?? title,
        office,
      },
    ];
  });
}

/** Type of a run of capitalised words, null for what names nothing. */
function typeOfName(name: string): { readonly type: string; readonly reason: string } | null {
  if (endsWithWord(name, names.cartelWords)) return { type: 'Cartel', reason: 'ends like a cartel' };
  if (names.agencyStarts.some((start) => name.startsWith(start)))
    return { type: 'Agency', reason: 'begins like a government body' };
  if (endsWithWord(name, names.agencyWords)) return { type: 'Agency', reason: 'ends like a government body' };
  if (endsWithWord(name, names.organizationWords)) return { type: 'Organization', reason: 'ends like an organisation' };
  const words = name.split(' ');
  if (
    words.length < 2 ||
    words.length > 4 ||
    words.some(
      (word) => names.notPersons.includes(word) || /^(?:of|and|for|the)$/u.test(word) || /^\p{Lu}{2,}$/u.test(word),
    )
  )
    return null;
  return { type: 'Person', reason: 'two to four capitalised words' };
}

function proper(text: string): Spotted[] {
  return [...text.matchAll(properName)].flatMap((match) => {
    const raw = match[0].replace(/(?<!\b\p{Lu})\.$/u, '').replace(/['’]s?$/u, '');
    const lead =
      /^(?:(?:The|In|On|At|And|But|For|As|If|While|When|Since|After|Before|Under|Dear|See|Last|Regarding|Former|This|That|These|According|Today|Your|Our|Their|His|Her|It|He|She|They|We|I|You|A|An|To|From|By|With) )+/u.exec(
        raw,
      )?.[0].length ?? 0;
    const name = raw.slice(lead);
    const typed = name === '' ? null : typeOfName(name);
    return typed
      ? [{ start: match.index + lead, end: match.index + raw.length, text: name, name, linkable: true, ...typed }]
      : [];
  });
}

/** Surnames that stand alone, of people who are named in full or with a title elsewhere in the document. */
function findSurnames(text: string, known: readonly Spotted[]): readonly Spotted[] {
  const people = new Map<string, Spotted>();
  for (const one of known) {
    const surname = one.name.split(' ').at(-1) ?? '';
    if ((one.type === 'Official' || (one.type === 'Person' && one.name.includes(' '))) && surname.length > 2)
      people.set(surname, one);
  }
  if (people.size === 0) return [];
  return [...text.matchAll(anyOf([...people.keys()]))]
    .map((match): Spotted => ({
      ...span(match),
      type: people.get(match[0])?.type ?? 'Person',
      name: match[0],
      linkable: false,
      reason: 'surname of a person named elsewhere',
    }))
    .filter((one) => !known.some((other) => one.start < other.end && other.start < one.end));
}

/** All places of a stretch that name an actor, in order. Offsets are relative to `text`. */
function spotted(text: string): readonly Spotted[] {
  return withoutOverlap([
    ...listed(text, names.designations, 'Designation', 'list of legal statuses', {}, 'giu'),
    ...listed(text, names.press, 'Organization', 'list of press organisations', { reports: true }),
    ...listed(text, names.cartelNames, 'Cartel', 'list of criminal organisations'),
    ...[...text.matchAll(administrations)]
      .filter((match) => !/^(?:The|This|That|Federal|State|Local|Current) /u.test(match[0]))
      .map((match): Spotted => ({
        ...span(match),
        type: 'Agency',
        name: match[0],
        linkable: true,
        reason: 'a government',
      })),
    ...titled(text),
    ...[...text.matchAll(cartelNoun)].map((match): Spotted => ({
      ...span(match),
      type: 'Cartel',
      name: match[0],
      linkable: /^\p{Lu}/u.test(match[0]) && match[0].includes(' '),
      reason: 'collective of cartels',
    })),
    ...proper(text).filter((one) => one.type !== 'Person'),
    ...[...text.matchAll(groups)].map((match): Spotted => ({
      ...span(match),
      type: 'Group',
      name: match[0],
      linkable: false,
      reason: 'people taken together',
    })),
    ...findTerritories(text),
    ...proper(text),
    ...listed(text, names.substances, 'Substance', 'list of goods', {}, 'giu'),
  ]);
}

const typeOfLabel = { PER: 'Person', ORG: 'Organization', LOC: 'Place' } as const;

/** What the model of names finds. */
function modelNames(doc: Doc): Spotted[] {
  return doc.names
    .filter((name) => name.confidence >= 0.6)
    .map((name) => {
      const text = doc.textOf(name.start, name.end);
      const typed = name.type === 'ORG' ? typeOfName(text) : null;
      return {
        start: doc.start(name.start),
        end: doc.end(name.end - 1),
        text,
        name: text,
        type: typed?.type ?? typeOfLabel[name.type],
        linkable: true,
        reason: `model of names: ${name.type}`,
      };
    });
}

const nominalReasons = new Set(['people taken together', 'list of goods', 'list of legal statuses']);
/** A name or demonym that only describes the noun behind it stands inside a larger noun phrase. */
function formOf(doc: Doc, one: Spotted, head: number): MentionForm {
  if (nominalReasons.has(one.reason) || (one.reason === 'collective of cartels' && !one.linkable)) return 'nominal';
  const relation = doc.deprel(head);
  return /^(?:compound|amod|nmod:poss)/u.test(relation) && one.type !== 'Law' ? 'modifier' : 'name';
}

/** Every place of a document that names an actor, in order; the laws are those that were found before. */
export function findMentions(
  doc: Doc,
  view: string,
  zones: readonly Zone[],
  laws: readonly LawCitation[],
): readonly Found[] {
  const cited = laws.map((law): Spotted => ({
    start: law.start,
    end: law.end,
    text: law.text,
    type: 'Law',
    name: law.text,
    linkable: true,
    reason: law.rule,
    identifiers: { citation: law.normal },
  }));
  const shifted = (list: readonly Spotted[], by: number): Spotted[] =>
    list.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
  const listed = zones.flatMap((zone) => shifted(spotted(view.slice(zone.start, zone.end)), zone.start));
  const sure = listed.filter((one) => one.reason !== 'two to four capitalised words');
  const named = withoutOverlap([...cited, ...sure, ...modelNames(doc)]);
  const surnames = zones.flatMap((zone) => {
    const inside = (one: Spotted): boolean => one.start >= zone.start && one.end <= zone.end;
    const here = shifted(named.filter(inside), -zone.start);
    const elsewhere = named.filter((one) => !inside(one)).map((one) => ({ ...one, start: -1, end: -1 }));
    return shifted(findSurnames(view.slice(zone.start, zone.end), [...here, ...elsewhere]), zone.start);
  });
  return withoutOverlap([...named, ...surnames]).flatMap((one) => {
    const span = tokensOf(doc, one.start, one.end);
    return span ? [{ ...one, ...span, form: formOf(doc, one, span.head) }] : [];
  });
}
