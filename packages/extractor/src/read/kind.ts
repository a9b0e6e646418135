import { documentKinds, type DocumentKind } from '@attest/model';
import type { Layout, LayoutSegment } from '@attest/nlp';
import { forms } from './forms.ts';

const headLength = 1500;
const words = (list: readonly string[]): string => list.join('|');
const firstPerson = new RegExp(String.raw`(?<![\p{L}'])(?:${words(forms.firstPerson)})(?![\p{L}])`, 'gu');
const attributed = /\b(?:said|says|saying|told|according to|reported|reports|added|announced|wrote|stated|noted)\b/gu;
const officialByline = new RegExp(
  String.raw`\b(?:office|department|bureau|embassy|${words(forms.officialTitles)})\b`,
  'iu',
);
const agency = new RegExp(
  String.raw`\((?:${words(Object.keys(forms.agencies))}|Reuters|Bloomberg|CNN|Xinhua|\p{Lu}\p{L}+ (?:News|Report|Times|Post))\)`,
  'u',
);
const today = /^Today,|\b(?:today|Today),? (?:\p{L}+ly )?\p{L}+ed\b|\btoday (?:led|sued|won|took|sent|made|is|are)\b/u;
const personByline = /^\s*[Bb][Yy]:?\s+\p{Lu}/u;

const textOf = (layout: Layout, segment: LayoutSegment): string =>
  layout.reading.text.slice(segment.start, segment.end);

/** Which form a document has: the kind that is given if it is one, else what its words and its layout say. */
export function kindOf(layout: Layout, given: string | undefined): DocumentKind {
  const known = documentKinds.find((kind) => kind === given);
  if (known) return known;
  const text = layout.reading.text;
  const read = layout.segments.filter(({ kind }) => kind !== 'comment' && kind !== 'footnote');
  const upTo = (length: number): string =>
    read
      .map((one) => textOf(layout, one))
      .join('\n')
      .slice(0, length);
  const head = upTo(headLength);
  const fits = (kind: DocumentKind): boolean =>
    forms.kinds.some((form) => {
      if (form.kind !== kind) return false;
      const [inHead, inText] = [form.head.some((one) => one.test(head)), form.text.some((one) => one.test(text))];
      return form.both ? inHead && inText : inHead || inText;
    });
  const signatures = read.filter(({ kind }) => kind === 'signature').map((one) => textOf(layout, one));
  const isLetter = signatures.some((one) => /^(?:Dear|To|Hi|Hello)\s|<[^<>\s]+@[^<>\s]+>/u.test(one));
  for (const kind of ['statute', 'order', 'judgment'] as const) if (fits(kind)) return kind;
  if (isLetter) return 'letter';
  if (fits('press release') || announces(layout)) return 'press release';
  if (wire(layout) || signatures.some((one) => personByline.test(one) && !officialByline.test(one))) return 'news';
  for (const kind of ['speech', 'statement', 'report'] as const) if (fits(kind)) return kind;
  if (new Set(read.map(({ speaker }) => speaker?.start)).size > 3) return 'speech';
  if (signatures.some((one) => officialByline.test(one))) return 'statement';
  return reports(layout) ? 'news' : 'other';
}

/** "Attorney General Lee today sued ...": offices say "today" of themselves, agencies name the day. */
function announces(layout: Layout): boolean {
  const first = layout.segments.filter(({ kind, speaker }) => kind === 'body' && speaker === null).slice(0, 3);
  const dateline = layout.segments.find(({ kind }) => kind === 'dateline');
  const isWire = dateline !== undefined && agency.test(textOf(layout, dateline));
  return (
    !isWire &&
    first.some((one) =>
      today.test(
        textOf(layout, one)
          .replaceAll(/"[^"]{0,2000}"/gu, ' ')
          .slice(0, 400),
      ),
    )
  );
}

/** A dateline with an agency or a date, as wire stories begin; releases have one too, but say what they are. */
const wire = (layout: Layout): boolean =>
  layout.segments.some((one) => one.kind === 'dateline' && /(?:—|–|-)\s*$/u.test(textOf(layout, one)));

/** Tells what others say and never says "we": only a text that speaks so is taken to report. */
function reports(layout: Layout): boolean {
  const own = layout.segments
    .filter(({ kind, speaker }) => kind === 'body' && speaker === null)
    .map((one) => textOf(layout, one).replaceAll(/"[^"]{0,2000}"/gu, ' '))
    .join('\n');
  return !own.match(firstPerson) && (own.match(attributed)?.length ?? 0) > 1;
}
