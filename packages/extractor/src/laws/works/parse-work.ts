import { masked } from './clauses.ts';
import { isBody, isPeople, isPublisher, isWhole, writtenOut } from './words.ts';

/** A work that is cited: a report, an article, a page, a letter. */
export interface CitedWork {
  readonly title: string;
  readonly authors: string | null;
  /** With abbreviations written out. */
  readonly publisher: string | null;
  /** As printed, without "last updated"; a day of mere access is none. */
  readonly date: string | null;
  readonly url: string | null;
}

/** Half-open stretch. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A work and where its citation and the parts of it stand in the clause. */
export interface ParsedWork {
  readonly work: CitedWork;
  readonly end: number;
  readonly title: Stretch;
  readonly authors: readonly Stretch[];
  readonly publisher: Stretch | null;
}

/** A year in brackets, with nothing of the sentence behind it. */
const dated = /\((?<inner>[^()]{0,80}\b(?:1[89]|20)\d{2}\b[^()]{0,30})\)(?=\s*(?:$|[,.;([]|https?:|available))/u;
const accessed = /^(?:last )?(?:visited|accessed|checked|viewed)\b/iu;
const updated = /^(?:last )?(?:updated|modified|revised|reviewed|posted|published)\s*:?\s*/iu;
const pages = /^(?:at )?(?:\d{1,4}(?:[-–]\d{1,4})?$|[A-Z]\d{1,3}$|pp?\.?\s?\d|¶|§|ch\.|vol\.|No\.)/u;
/** "Final Report, p. 6". */
const paged = /^[^("]{8,200},\s(?:at\s)?pp?\.\s?\d/u;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
/** A day or month in a part of its own: "March 4, 2021", "4 March 2021". */
const dayAlone = new RegExp(String.raw`^(?:\d{1,2} )?(?:${months})[a-z]{0,6}\.?(?: \d{1,2},)? \d{4}$`, 'u');
const address = /https?:\/\/\S+/u;

const withoutHour = (date: string): string =>
  date.replace(/,?\s\d{1,2}:\d{2}\s?[AP]M$/iu, '').replace(/^(?<month>\p{L}+),\s(?=\d{4}$)/u, '$<month> ');

/**
 * Reads a clause as the citation of a work; null for prose and for what cites no work. Without a date or an address it is
 * one only if it stands behind a signal ("see also") and names a page. `isEmphatic` tells whether italics begin or end at an offset of the clause.
 */
export function parseWork(
  clause: string,
  isSignalled: boolean,
  isEmphatic: (at: number) => boolean = () => false,
): ParsedWork | null {
  const url = address.exec(clause);
  const bracket = dated.exec(clause);
  const before = bracket !== null && (url === null || bracket.index < url.index);
  const page = isSignalled ? paged.exec(clause) : null;
  const coreEnd = before ? bracket.index : (url?.index ?? page?.[0].length ?? clause.length);
  const core = clause
    .slice(0, coreEnd)
    .replace(/,?\s*(?:available(?: at)?|at|accessible at)?\s*$/iu, '')
    .replace(/(?<=\d{4})\.$/u, '');
  if (core.length < 4 || /^[^\p{L}]*\p{Ll}/u.test(core)) return null;
  const all = partsOf(core);
  const day = before ? -1 : all.findLastIndex(({ text }, index) => index > 0 && dayAlone.test(text));
  if (url === null && bracket === null && page === null && (day < 2 || !begins(all[0], isEmphatic))) return null;
  const parts = day > 0 ? all.slice(0, day) : all;
  if (parts.length === 0 || isProse(parts)) return null;
  const inner = bracket?.groups?.['inner'] ?? all[day]?.text ?? '';
  const { authors, title, publisher } = markedRoles(parts, isEmphatic) ?? roles(parts);
  const named = trimmedTitle(core, title, authors !== null && publisher === null);
  const place =
    publisher === null || / v\. /u.test(core.slice(named.start, named.end)) ? null : withoutVolume(publisher);
  return {
    work: {
      title: core.slice(named.start, named.end),
      authors: authors?.text ?? null,
      publisher: place === null ? null : writtenOut(place.text),
      date: accessed.test(inner) || inner === '' ? null : withoutHour(inner.replace(updated, '')),
      url: url === null ? null : url[0].replace(/[.,;)]+$/u, ''),
    },
    end: before ? bracket.index + bracket[0].length : (all[day]?.end ?? core.length),
    title: named,
    authors: authors === null ? [] : namesIn(authors),
    publisher: place === null ? null : { start: place.start, end: place.end },
  };
}

/** Without brackets a citation is known by how it begins: an author, a body, a title in quotes or italics. */
const begins = (first: PartOfCitation | undefined, isEmphatic: (at: number) => boolean): boolean =>
  first !== undefined &&
  (isPeople(first.text) ||
    isBody(first.text) ||
    isWhole(first.text) ||
    first.text.startsWith('"') ||
    isEmphatic(first.start));

/** A title without its quotes, and a book's without the page. */
function trimmedTitle(core: string, title: readonly PartOfCitation[], isBook: boolean): Stretch {
  let [start, end] = [title[0]?.start ?? 0, title.at(-1)?.end ?? core.length];
  const text = core.slice(start, end);
  const quoted = /^"[^"]*[^",](?=,?"?$)/u.exec(text)?.[0];
  if (quoted !== undefined) [start, end] = [start + 1, start + quoted.length];
  else if (isBook) end -= / \d{1,4}$/u.exec(text)?.[0].length ?? 0;
  return { start, end };
}

/** "45 Yale L.J. 123": the journal between volume and page. */
function withoutVolume(publisher: PartOfCitation): PartOfCitation {
  const inner = /^(?<volume>\d{1,4} )(?<name>\D.*?) \d{1,5}$/u.exec(publisher.text)?.groups;
  const { volume = '', name = publisher.text } = inner ?? {};
  const start = publisher.start + volume.length;
  return { start, end: start + name.length, text: name };
}

/** Each of several authors: "Anne Zhang & Sean Tseng et al.". */
const namesIn = ({ start, text }: PartOfCitation): readonly Stretch[] =>
  [...text.matchAll(/(?!et al)\p{L}[^,&]*?(?=,? et al\.?$|\s?[,&]|\sand\s|$)/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));

interface PartOfCitation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands between the commas; pages, brackets with quotations and the like fall away. */
function partsOf(core: string): readonly PartOfCitation[] {
  const flat = masked(core);
  const parts: PartOfCitation[] = [];
  let start = 0;
  for (const end of [...[...flat.matchAll(/,(?=\s)/gu)].map((match) => match.index), core.length]) {
    const raw = core.slice(start, end);
    const text = raw.trim().replace(/\s*\([^()]*\)\s*$/u, '');
    const from = start + raw.length - raw.trimStart().length;
    if (text !== '' && !pages.test(text) && !/^\([^()]*\)$/u.test(text))
      parts.push({ start: from, end: from + text.length, text });
    start = end + 1;
  }
  return parts;
}

/** A sentence with an address in it is no citation: "More on this is found at https://...". */
const isProse = ([only, ...others]: readonly PartOfCitation[]): boolean =>
  only !== undefined &&
  others.length === 0 &&
  (/\b(?:is|are|was|were|has|have|had|will|said|can|see)\b/u.test(only.text) || !isTitleCase(only.text));
const isTitleCase = (text: string): boolean => {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 >= long.length;
};

interface Roles {
  readonly authors: PartOfCitation | null;
  readonly title: readonly PartOfCitation[];
  readonly publisher: PartOfCitation | null;
}

/** The title is what stands in quotes or italics; what is before it wrote or published it, what is behind it published it. */
function markedRoles(parts: readonly PartOfCitation[], isEmphatic: (at: number) => boolean): Roles | null {
  const quoted = parts.findIndex(({ text }) => text.startsWith('"'));
  const from = quoted >= 0 ? quoted : parts.findIndex(({ start }) => isEmphatic(start));
  const to = quoted >= 0 ? quoted : parts.findLastIndex(({ end }) => isEmphatic(end));
  if (from < 0 || to < from) return null;
  const [first] = parts.slice(0, from);
  const last = parts.slice(to + 1).at(-1);
  const body = first && isBody(first.text) ? first : null;
  return {
    authors: body ? null : (first ?? null),
    title: parts.slice(from, to + 1),
    publisher: last && (!body || isPublisher(last.text)) ? last : body,
  };
}

/** Who wrote it, what it is called, who published it: by the order in which American notes give them. */
function roles(parts: readonly PartOfCitation[]): Roles {
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  if (!first || !last || isWhole(first.text)) return { authors: null, title: parts, publisher: null };
  if (/ v\. /u.test(first.text)) return { authors: null, title: [first], publisher: null };
  const closes = isPublisher(last.text);
  if (rest.length > 1 && isPeople(first.text)) return { authors: first, title: rest.slice(0, -1), publisher: last };
  if (isBody(first.text) && rest.length > 1 && closes)
    return { authors: null, title: rest.slice(0, -1), publisher: last };
  if (isBody(first.text) && !closes) {
    const second = rest[0];
    const isPart = second !== undefined && rest.length > 1 && isBody(second.text);
    return { authors: null, title: isPart ? rest.slice(1) : rest, publisher: first };
  }
  if (!closes && rest.length === 1 && isPeople(first.text)) return { authors: first, title: rest, publisher: null };
  return { authors: null, title: parts.slice(0, -1), publisher: last };
}
