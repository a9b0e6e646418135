import {
  BYLINE_HEADS,
  CLOSINGS,
  DATELINE_CITIES,
  FURNITURE,
  FURNITURE_STARTS,
  REPLY,
  SAYINGS,
} from '../generated/layout-cues.ts';

const months = String.raw`(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const day = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?`;
const date = String.raw`(?:\d{4}-\d{2}-\d{2}|${day}${months}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|${day}\d{1,2}\s+${months},?\s+\d{4}|\d{1,2}\/\d{1,2}\/\d{4})`;
const clock = String.raw`(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?\s?[Mm]\.?|hrs)|\d{1,2}[:.]\d{2})(?:\s*[A-Z]{2,4})?`;
const dateAlone = new RegExp(
  String.raw`^\W*(?:(?:date|dated|published|posted|updated|last updated|last modified|release date|for release)\W{1,3}(?:on\s+)?)?(?:${date}|${clock})(?:[,|/\s–—-]+(?:at\s+)?(?:${clock}|${date}))?\W*$`,
  'iu',
);
const place = String.raw`(?<place>(?:\p{Lu}[\p{Lu}.'’-]+)(?: (?:DE|LA|DEL|\p{Lu}[\p{Lu}.'’-]+)){0,3})(?<region>,\s(?:\p{Lu}[\p{L}]*\.?(?:\s?\p{Lu}[\p{L}]*\.?){0,2}))?`;
const towns = String.raw`(?<town>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})(?<state>,\s(?:D\.?\s?C\.?|\p{Lu}\p{L}{1,5}\.|\p{Lu}{2}|N\.\p{Lu}\.|\p{Lu}\p{Ll}{3,}))?`;
const between = String.raw`(?<when>,?\s\(?${months}\s\d{1,2}(?:,\s\d{4})?\)?)?(?<agency>\s\([\p{L}\p{N} .,'’&/-]{2,40}\))?`;
const dash = String.raw`\s?(?:—|–|--|\s-)\s*(?=["“‘'(]?[\p{Lu}\p{N}])`;
const lead = String.raw`^\s*(?:date\s)?(?:\d{4}-\d{2}-\d{2}\s+)?[*_]{0,3}`;
const capitals = new RegExp(`${lead}${place}${between}[*_]{0,3}${dash}`, 'u');
const mixed = new RegExp(`${lead}${towns}${between}[*_]{0,3}${dash}`, 'u');
/** "October 5, 2022 (SAINT PAUL) — ": as some offices of government begin. */
const dateFirst = new RegExp(
  String.raw`^\s*[*_]{0,3}${date}\s\(\p{Lu}[\p{L} .,'’-]{2,40}\)[*_]{0,3}\s{0,3}(?:—|–|-{1,2})\s`,
  'u',
);
const agencyOnly = /^\s*\((?:Reuters|AP|AFP|UPI|EFE|Xinhua|Bloomberg|CNN|TASS|Kyodo|dpa|ANSA)\)\s?(?:—|–|-{1,2})\s+/u;

/** Length of the dateline with which a paragraph of news begins ("OSLO, March 4 (Reuters) -- "), 0 if there is none. */
export function datelineLength(text: string): number {
  const bare = agencyOnly.exec(text) ?? dateFirst.exec(text);
  if (bare) return bare[0].length;
  const loud = capitals.exec(text);
  if (loud) {
    const { place: name = '', region, when, agency } = loud.groups ?? {};
    // "NATO - The alliance said": one loud word alone is a place only if it is known as one.
    if (
      region ??
      when ??
      agency ??
      (DATELINE_CITIES.includes(name) || (name.includes(' ') && name.length > 6) ? name : undefined)
    )
      return loud[0].length;
  }
  const quiet = mixed.exec(text);
  return quiet &&
    (quiet.groups?.['state'] ?? quiet.groups?.['when'] ?? quiet.groups?.['agency']) !== undefined &&
    !/^\s*(?:Mr|Mrs|Ms|Dr)\b/u.test(text)
    ? quiet[0].length
    : 0;
}

/** A line that is nothing but a date or a time. */
export const isDate = (text: string): boolean =>
  text.length < 80 && dateAlone.test(text.replace(/^\p{Lu}[\p{L}., ]{2,40}\s[–—-]\s(?=.*\d{4})/u, ''));
const headed = new RegExp(String.raw`\b(?:${BYLINE_HEADS.join('|')})\b`, 'iu');
/** "Washington, D.C." in a line of its own. */
export const isPlace = (text: string): boolean =>
  !headed.test(text) &&
  /^\W*\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}, (?:D\.?C\.?|\p{Lu}{2}|\p{Lu}\p{L}{1,5}\.|\p{Lu}\p{L}+)\s*$/u.test(
    text,
  );

const marks = /(?:\$\s?\^\{\^?\{?\d{1,3}\}{1,2}(?:\\,)?\s?\$|\^\{\d{1,3}\}|\[\^\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})\s*$/u;
/** A paragraph without the mark of a footnote at its end. */
export const withoutMarks = (text: string): string => text.trimEnd().replace(marks, '').trimEnd();

const bare = (text: string): string =>
  text
    .replaceAll(/[*_#>]/gu, '')
    .trim()
    .toLowerCase();
const solo = /^(?:advert|story continues|article continues|for immediate|immediate release|embargo|[#*-]|ends?$)/u;
const furniture = new Set(FURNITURE);

/** Whether a paragraph is no text but furniture of a web page or release; `block` if what stands right under it is too. */
export function furnitureKind(text: string): 'line' | 'block' | null {
  const trimmed = text.trim().toLowerCase();
  const plain = bare(text)
    .replace(/[.!…»>→]+$/u, '')
    .replace(/:$/u, '');
  const known = furniture.has(trimmed) || furniture.has(plain);
  if (/^(?:end\s+\d{1,2}:\d{2}|\d{1,2} min(?:ute)?s? read$)/u.test(trimmed) || /^[_=*~-]{3,}$/u.test(trimmed))
    return 'line';
  if (text.length < 160 && /^(?:(?:media|press|news) )?(?:contacts?|inquiries|enquiries)\b\s*:/u.test(trimmed))
    return 'block';
  if (!known && !(text.length < 220 && FURNITURE_STARTS.some((start) => trimmed.startsWith(start)))) return null;
  return solo.test(plain) || solo.test(trimmed) || !known ? 'line' : 'block';
}

export const isReply = (text: string): boolean => REPLY.includes(bare(text));
/** "3 comments": what follows is written by readers. */
export const commentsHeading = (text: string): boolean =>
  /^(?:\d{1,5}|one|two|three|four|five|no)\s+(?:comments?|responses?|replies|thoughts)(?:\s+(?:on|to)\s.{1,120})?$/u.test(
    bare(text),
  );
/** "Comments" without a number, under which readers write only if it looks like it. */
export const commentsLabel = (text: string): boolean => /^(?:reader )?comments?:?$/u.test(bare(text));
export const looksLikeComment = (text: string): boolean =>
  /^\s*[•*·-]\s/u.test(text) || /^.{1,60}(?:\bsays:|\bwrote:|\bago\b.{0,10}$|\breply$)/iu.test(text);

export const isClosing = (text: string): boolean => CLOSINGS.includes(bare(text).replace(/[,.]$/u, ''));
export const isSalutation = (text: string): boolean =>
  /^\s*(?:(?:Dear|Hi|Hello)\s.{1,120}|To (?:Whom It May Concern|the \p{Lu}.{1,60})|Ladies and Gentlemen)[:,]\s*$/u.test(
    text,
  );
/** A line of the head of an e-mail: its name in small letters, and the length up to its value. */
export function mailHeader(text: string): { readonly name: string; readonly length: number } | null {
  const header = /^(?<name>From|To|Cc|Bcc|Date|Sent|Subject|Reply-To):\s+(?=\S)/u.exec(text);
  return header ? { name: (header.groups?.['name'] ?? '').toLowerCase(), length: header[0].length } : null;
}

/** A postal address or telephone numbers, as letterheads have them. */
export const isAddress = (text: string): boolean =>
  text.length < 400 &&
  /\b\p{Lu}\p{L}+\.?,?\s+(?:\p{Lu}{2}|D\.C\.|\p{Lu}\p{L}+)\s+\d{5}(?:-\d{4})?\b|\(\d{3}\)\s?\d{3}-\d{4}|\bSuite\s\d|\bP\.\s?O\.\s?Box\b/u.test(
    text,
  );

/** "By Jane Roe", "Ned Price, Department Spokesperson", "Office of the Spokesperson" under a headline. */
export const isByline = (text: string): boolean =>
  text.length < 120 &&
  !/[.!?]["”’]?\s*$/u.test(text.replace(/\b\p{L}\.\s*$/u, '')) &&
  (/^\s*[*_]{0,2}[Bb][Yy]:?\s+\p{Lu}[\p{L}.'’-]+(?:\s[\p{L}\p{N}.,'’&|:–-]+){0,14}$/u.test(text) ||
    /^\s*\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3},\s\p{Lu}?[\p{L}'’ -]{3,70}$/u.test(text) ||
    /^\s*\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\s[|•·–-]\s.{0,40}\d{4}/u.test(text) ||
    (/^\s*\p{Lu}/u.test(text) && text.length < 70 && headed.test(text)));

/** Whether words must follow: "the mayor of". */
export const isUnfinished = (text: string): boolean =>
  unfinished.test(/\p{L}+\s*$/u.exec(text.slice(-30))?.[0].trim() ?? '');
/** Whether a sentence can end here. */
export const isEnded = (text: string): boolean => /[.!?:;…]["'”’)\]*_]*\s*$/u.test(text);

const letters = (text: string): string[] => text.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
export const isLoud = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
/** Nothing ends with such a word: neither a heading nor a paragraph. */
const unfinished =
  /^(?:the|an?|of|to|in|on|for|and|or|with|by|at|from|that|is|are|was|were|has|have|had|be|its|their|his|her|our|your)$/u;
/** A line that heads what follows: marked as such, loud, in title case, or short and without a full stop. */
export function isHeading(text: string, numbered: boolean): boolean {
  if (/^\s*#{1,6}\s/u.test(text) || /^\s*\*\*[^*]{1,120}\*\*\s*$/u.test(text)) return true;
  if (text.length > 160 || /[.!?:;,]["'”’)\]*_]*\s*$/u.test(text) || !/^\W{0,4}[\p{Lu}\p{N}]/u.test(text)) return false;
  const words = letters(text);
  if (words.length === 0 || words.length > 22 || unfinished.test(words.at(-1)!)) return false;
  if (numbered || isLoud(text)) return true;
  const long = words.filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length <= 8 || (long.length > 0 && capital * 10 >= long.length * 6);
}

const leadsToQuote = new RegExp(String.raw`\b(?:${SAYINGS.join('|')})\b[^.:;]{0,80}:["”]?\s*$`, 'u');
/** "As the coalition noted:" */
export const leadsToQuotation = (text: string): boolean => leadsToQuote.test(text.slice(-160));
