import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { slug, type LawCitation } from './citation.ts';

const entries = z.array(z.object({ name: z.string(), names: z.array(z.string()), section: z.string().optional() }));
const data = z
  .object({
    acts: entries,
    treaties: entries,
    constitutions: entries,
    heads: z.object({ act: z.array(z.string()), treaty: z.array(z.string()) }),
    notLaws: z.array(z.string()),
  })
  .parse(parse(readFileSync(new URL('../../data/popular-names.yaml', import.meta.url), 'utf8')));

interface Known {
  readonly normal: string;
  readonly name: string;
}
const folded = (name: string): string => name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
/** Every known name, without marks, and the law that it names. */
const known = new Map<string, Known>();
for (const [family, list] of [
  ['act', data.acts],
  ['treaty', data.treaties],
  ['const', data.constitutions],
] as const)
  for (const { name, names } of list)
    for (const one of [name, ...names])
      known.set(folded(one), { normal: family === 'const' ? 'const:us' : `${family}:${slug(name)}`, name });
/** Sections that known acts have in the U.S. Code, as `usc:` forms. */
const knownSections = new Set(data.acts.flatMap(({ section }) => (section === undefined ? [] : [`usc:${section}`])));

/** A misread figure in a section ("50 U.S.C. 170l") undone where that gives the section of a known act. */
export const withoutMisread = (normal: string): string => {
  const figures = normal.replace(/(?<=\d)[lI]$/u, '1').replace(/(?<=\d)O$/u, '0');
  return figures !== normal && knownSections.has(figures) ? figures : normal;
};

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const spelled = [...known.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escaped);
/** What makes a body of the name before it: "North Atlantic Treaty Organization". */
const ofBody = String.raw`(?! (?:\p{Lu}\p{L}+ ){0,2}(?:Organi[sz]ation|Committee|Commission|Council|Office|Group|Secretariat|Center)\b)`;
const knownName = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${spelled.join('|')})(?: of \d{4}|, \d{4})?(?![\p{L}\p{N}])${ofBody}`,
  'gu',
);

const heads = [...data.heads.act, ...data.heads.treaty].toSorted((a, b) => b.length - a.length);
const capital = String.raw`(?:[\p{Lu}\d][\p{L}\p{N}.'’&/-]*|\p{Lu}\.)`;
const small = String.raw`(?:of|and|for|to|in|on|against|Through|with|by|from|the)`;
/** Words of a name before its head; commas only between words that are all capital ("Food, Drug, and Cosmetic"). */
const before = String.raw`(?:(?!(?:${heads.join('|')}|Law|Bill|Plan|Order)(?: and| or|,) )${capital}(?:,(?= ${capital}|\sand\s\p{Lu}))? |(?:${small} ){1,2}(?=\p{Lu})){1,14}`;
const phrase = String.raw`(?:the )?(?!The |A |An |\d{4}(?!\d))${capital}(?: (?!The )${capital}){0,6}`;
/** What follows a head; commas only in a list that ends with "and" ("for Security, Public Health, and Safe Communities"). */
const tail = String.raw`(?: (?:on|of|for|against|to|concerning|relating to|between) ${phrase}(?:(?:, ${phrase}){0,5},? and ${phrase})?(?: of ${phrase})?)?`;
const generic = new RegExp(
  String.raw`(?<![\p{L}\p{N}.'’-])(?<front>${before})(?<head>${heads.join('|')})(?<amended> Amendments)?${ofBody}(?![\p{L}\p{N}-]|['’]s? \p{Lu}\p{Ll}+ (?:Act|Treaty))(?<tail>${tail})(?<year> of \d{4}|, \d{4}(?!\d))?`,
  'gu',
);
const lead =
  /^(?:(?:\d{4}|[Tt]he|[Ww]ith|Using|of|and|for|to|in|on|by|with|from|against|[Uu]nder|See|This|That|An?|Its|Their|Our|Since|While|Although|After|Before|When|If|Congress|Through|(?:\p{Lu}\p{Ll}+ )?(?:President|Secretary|Administration|Government|Department|Governor|Congress)['’]s) )+/u;
/** "Congress of the United States in the Clean Air Act": what stands before a small preposition with "the" is another name. */
const another = /^.*\b(?:in|[Uu]nder|by|with|to|of|for|from|on|and) the (?=\p{Lu})/u;
const notLaws = new Set(data.notLaws);
const isActHead = new Set(data.heads.act);

const citation = (
  text: string,
  start: number,
  end: number,
  normal: string,
  name: string,
  rule: string,
): LawCitation => ({
  start,
  end,
  text: text.slice(start, end),
  normal,
  sub: '',
  through: null,
  name,
  rule,
});

/** Known names, in order. */
function knownLaws(text: string): LawCitation[] {
  // Marks fold to nothing, so that offsets only hold in texts in which each letter is one unit; others are searched as they are.
  const flat = folded(text);
  return [...(flat.length === text.length ? flat : text).matchAll(knownName)].flatMap((match) => {
    const one = known.get(match[0]) ?? known.get(match[0].replace(/(?: of|,) \d{4}$/u, ''));
    return one
      ? [citation(text, match.index, match.index + match[0].length, one.normal, one.name, 'law/known-name')]
      : [];
  });
}

/** A comma that is none of a list with "and" parts another name off: "Jane Roe, Clean Roads Initiative". */
const loneComma = /^.*,(?!.* and ) (?=\p{Lu})/u;
const makers = /^(?:UN|U\.N\.|United Nations|U\.S\.|US|EU|European|\d{4}|[\p{Lu}.]+-[\p{Lu}\p{L}.]+)?\s*$/u;

/** Whether what stands before a head makes a name with it: "Chief of Protocol", "303 of the Act", "Advance Our Treaty" are none. */
function isLawName(before: readonly string[], head: string): boolean {
  const last = before.at(-1) ?? '';
  const isOwned = before.length === 1 && /['’]s?$/u.test(last);
  return (
    /^[\p{Lu}\d]/u.test(last) &&
    !isOwned &&
    !notLaws.has(`${last} ${head}`) &&
    before.some((word) => /^\p{Lu}/u.test(word)) &&
    before.some((word) => /\p{L}{2}/u.test(word)) &&
    !before.some((word) => /^(?:Our|My|Your|Who)$/u.test(word))
  );
}

/** A title in quotes that ends with the name: "U.S.-Mexico Relationship: the Bilateral Framework for Security". */
function quotedStart(text: string, start: number, end: number): number {
  if (!/^[,.]?"/u.test(text.slice(end, end + 2))) return start;
  const from = text.lastIndexOf('"', start - 1);
  const front = from < 0 || start - from > 80 ? '' : text.slice(from + 1, start);
  return /^\p{Lu}[^\n"]*:\s(?:the |The |a |A )?$/u.test(front) ? from + 1 : start;
}

/** Laws, treaties and agreements that are called by a name, known or only built like one; overlapping ones are not yet cleared. */
export function namedLaws(text: string): readonly LawCitation[] {
  const sure = knownLaws(text);
  const built: LawCitation[] = [];
  let at = 0;
  for (const match of text.matchAll(generic)) {
    const { front = '', head = '', tail: rest = '', year = '' } = match.groups ?? {};
    const isAct = isActHead.has(head);
    const skipped = Math.max(another.exec(front)?.[0].length ?? 0, loneComma.exec(front)?.[0].length ?? 0);
    const start = match.index + skipped + (lead.exec(front.slice(skipped))?.[0].length ?? 0);
    const before = text
      .slice(start, match.index + front.length)
      .trim()
      .split(' ');
    if (!isLawName(before, head)) continue;
    const body = text.slice(start, match.index + match[0].length).replace(/(?<=\p{Ll}{2})\.$/u, '');
    const own = body.slice(0, body.length - year.length - (isAct ? rest.length : 0)).trim();
    const end = isAct ? start + own.length + (rest === '' ? year.length : 0) : start + body.length;
    while ((sure[at]?.end ?? Infinity) <= start) at += 1;
    const inside = sure.slice(at, at + 4).findLast((one) => one.start >= start && one.end <= end);
    // "UN Convention against Torture" is the known law with its maker, "John Lewis Voting Rights Act" another one.
    const isSame = inside !== undefined && makers.test(text.slice(start, inside.start)) && !(isAct && inside.end < end);
    const whole = isAct ? start : quotedStart(text, start, end);
    const normal = isSame ? inside.normal : `${isAct ? 'act' : 'treaty'}:${slug(own)}`;
    const name = isSame ? inside.name : text.slice(whole, end);
    built.push(citation(text, whole, end, normal, name ?? '', 'law/named'));
  }
  return [...sure, ...asOne(built, sure)];
}

/** What stands behind the first head of a name, with the head: "framework-for-security-public-health-and-safe-communities". */
const endOf = (name: string): string | null => {
  const words = name.split(' ');
  const head = words.findIndex((word, index) => index > 0 && heads.includes(word));
  return head < 0 || words.length - head < 4 ? null : slug(words.slice(head).join(' '));
};

/** Two names of one text that differ only before a long common end ("Bilateral Framework for ...") are one law. */
function asOne(built: readonly LawCitation[], sure: readonly LawCitation[]): readonly LawCitation[] {
  const byEnd = new Map<string, LawCitation>();
  for (const one of [...sure, ...built.filter(({ name }) => known.has(folded(name ?? ''))), ...built]) {
    const end = endOf(one.name ?? '');
    if (end !== null && one.normal.startsWith('treaty:') && !byEnd.has(end)) byEnd.set(end, one);
  }
  return built.map((one) => {
    const same = byEnd.get(endOf(one.name ?? '') ?? '');
    return same === undefined ? one : { ...one, normal: same.normal, name: same.name };
  });
}
