import type { Said } from '@attest/model';
import type { Layout, LayoutSegment } from '@attest/nlp';
import { dateIn } from './dates.ts';
import { forms } from './forms.ts';

/** Who a document is from, and when, as far as its form tells. */
export interface Origin {
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: Said | null;
}

/** Names in capitals as they are usually written: "JOSEPH R. BIDEN JR." → "Joseph R. Biden Jr.". */
const usualCase = (name: string): string =>
  /\p{Ll}{2}/u.test(name)
    ? name
    : name.replaceAll(/\p{L}+/gu, (word) =>
        word.length > 1 && !/^(?:II|III|IV)$/u.test(word) ? word[0]! + word.slice(1).toLowerCase() : word,
      );

const capitals =
  /^\W*(?<name>(?:(?:MC|MAC|O')?\p{Lu}[\p{Lu}'’-]*\.?,? ){1,4}\p{Lu}[\p{Lu}'’-]+(?:,? (?:JR|SR)\.?|,? I{2,3})?)(?![\p{L}])/u;
const usual =
  /^(?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?){0,2}(?: (?:de|la|del|van|von|al|bin))* \p{Lu}[\p{L}'’-]+(?: (?:Jr|Sr)\.)?)(?:,|\s*$|\s+(?:and|&|[|•·–-])\s)/u;
const by = /^[Bb][Yy]:?\s+/u;
const titled = new RegExp(String.raw`\b(?:${forms.officialTitles.join('|')})\b`, 'iu');
const bodyWords = /\b(?:Office|Department|Bureau|Embassy|Committee|Ministry|Commission|House|Agency)\b/iu;

const textOf = (layout: Layout, segment: LayoutSegment): string =>
  layout.reading.text.slice(segment.start, segment.end).trim();

/** The person that a line of a signature block names, if it begins with one. */
function personOf(line: string): string | null {
  const name =
    capitals.exec(line)?.groups?.['name'] ??
    usual.exec(line.replace(by, '').replace(/\s*<\S+@\S+>$/u, ''))?.groups?.['name'];
  return name === undefined || bodyWords.test(name)
    ? null
    : usualCase(name.trim().replace(/,$/u, '')).replace(/ (?<rank>[JS]r)$/u, ' $<rank>.');
}

function authorOf(layout: Layout): string | null {
  const lines = layout.segments
    .filter(({ kind, speaker }) => kind === 'signature' && speaker === null)
    .map((one) => textOf(layout, one));
  const closing = lines.findIndex((line) => /^[\p{L} ]{4,40},$/u.test(line));
  const byline = lines.find((line) => by.test(line) || (titled.test(line) && usual.test(line) && line.length < 120));
  for (const line of [
    ...(closing < 0 ? [] : lines.slice(closing + 1)),
    ...(byline === undefined ? [] : [byline]),
    ...lines.filter((one) => capitals.test(one) && !one.endsWith(':')),
  ]) {
    const person = personOf(line);
    if (person !== null) return person;
  }
  return null;
}

function publisherOf(layout: Layout): string | null {
  for (const segment of layout.segments) {
    if (segment.kind !== 'dateline' && segment.kind !== 'signature') continue;
    const line = textOf(layout, segment);
    const bracket =
      segment.kind === 'dateline'
        ? /\((?<agency>\p{L}[\p{L} .&'’-]{1,40})\)\s*(?:—|–|-{1,2})$/u.exec(line)?.groups?.['agency']
        : undefined;
    // "(SAINT PAUL)" is a place.
    if (bracket !== undefined && /\p{Ll}|^\p{Lu}{2,5}$/u.test(bracket)) return forms.agencies[bracket] ?? bracket;
    if (segment.kind === 'signature' && /^(?:The )?Office of\b[^,]{3,60}$/u.test(line)) return line;
  }
  return null;
}

/** "Department of Justice" above the headline of a release. */
const bodyAlone =
  /^(?:The )?(?:U\.S\. )?(?:Department|Ministry|Office|Bureau|Embassy|Commission|Committee|Agency|Council|Secretariat|Commonwealth|State) (?:of|for|on) (?:the )?\p{Lu}[\p{L}.'’-]*(?:,? (?:and|of|the|for)?\s?\p{Lu}[\p{L}.'’-]*){0,6}$/u;
const labelAlone = /^(?:(?:press|news|media) releases?|fact sheets?|news|statements?|latest news|newsroom)$/iu;

/** The headline of a document, and the body that stands above it. */
export function headOf(layout: Layout): { readonly headline: string | null; readonly body: string | null } {
  const first = layout.segments.findIndex(({ kind }) => kind === 'body' || kind === 'list' || kind === 'quotation');
  const heads = layout.segments
    .slice(0, first < 0 ? undefined : first)
    .filter(({ kind }) => kind === 'headline')
    .map((one) => textOf(layout, one));
  const named = heads.filter((one) => !labelAlone.test(one) && !bodyAlone.test(one));
  const later = layout.segments.find(({ kind }) => kind === 'headline');
  return {
    headline: named[0] ?? heads[0] ?? (later ? textOf(layout, later) : null),
    body: named.length > 0 ? (heads.find((one) => bodyAlone.test(one)) ?? null) : null,
  };
}

/** What dateline, letterhead, byline and signature say of a document's origin. */
export function originOf(layout: Layout): Origin {
  const dated = ['dateline', 'signature']
    .flatMap((of) => layout.segments.filter(({ kind, speaker }) => kind === of && speaker === null))
    .map((one) => dateIn(textOf(layout, one)));
  const day =
    dated.find((one) => one !== null) ??
    layout.segments
      .slice(0, 12)
      .map((one) => released.exec(textOf(layout, one))?.[0])
      .map((one) => (one === undefined ? null : dateIn(one)))
      .find((one) => one !== null) ??
    null;
  return {
    author: authorOf(layout),
    publisher: publisherOf(layout),
    published: day === null ? null : { from: day, to: day, basis: 'document' },
  };
}

/** "For Release: May 2, 2023" at the head of a release, "May 21, 2025 Mr. Banks introduced the following bill" of a bill. */
const released =
  /\b(?:[Rr]elease|RELEASE|[Dd]ated?|[Pp]osted|[Pp]ublished|[Uu]pdated|[Ii]ssued)\b.{0,40}|^\p{L}{3,9} \d{1,2}, \d{4}(?= (?:Mr|Mrs|Ms|Received|Read)\b)/u;
