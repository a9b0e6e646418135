import { readFileSync } from 'node:fs';
import { parse as parseDates } from 'chrono-node';
import type { Happened, Said } from '@attest/model';
import { parse } from 'yaml';
import { z } from 'zod';
import { between, dayAfter, dayNumber, dayOf, iso, rangeOf, type Day } from './calendar.ts';

const data = z
  .strictObject({
    months: z.record(z.string(), z.number()),
    seasons: z.record(z.string(), z.tuple([z.number(), z.number()])),
  })
  .parse(parse(readFileSync(new URL('../../data/dates.yaml', import.meta.url), 'utf8')));

/** A date in the text. */
export interface DateFound {
  readonly start: number;
  readonly end: number;
  /** Null where the text alone does not tell ("on Friday" in a document without a day). */
  readonly happened: Happened | null;
  /** When it will happen, where it is still to come: the next Friday. */
  readonly ahead?: Happened;
  /** "today": the day of what has been done, but only the present of what goes on. */
  readonly isToday?: boolean;
}

/** What relative dates are counted from: a day where it is known, else a year if only that is. */
interface Anchor {
  /** The year that an annual report is about; what names no year happened in it. */
  readonly covered: number | null;
  readonly day: Day | null;
  readonly year: number | null;
  readonly month: number | null;
}

function anchorOf(published: Said | null, covered: number | null): Anchor {
  if (covered !== null) return { covered, day: null, year: covered, month: 12 };
  const [from, to] = [dayOf(published?.from ?? ''), dayOf(published?.to ?? '')];
  const isDay = from !== null && to !== null && iso(from) === iso(to);
  const year = from !== null && to !== null && from.year === to.year ? from.year : null;
  return {
    covered,
    day: isDay ? from : null,
    year,
    month: year !== null && from?.month === to?.month ? (from?.month ?? null) : null,
  };
}

const monthNames = Object.keys(data.months).join('|');
const month = `(?:${monthNames})\\b\\.?`;
const year = String.raw`(?:1[5-9]|20)\d\d(?![\d/-])`;
const point = `(?:(?:${month} )?${year}|${month})`;
const flags = 'giu';

interface Rule {
  readonly pattern: RegExp;
  /** Null where it is a date that cannot be told, undefined where it is none. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>, anchor: Anchor) => Happened | null | undefined;
}

/** A year, a month of a year, or a month without one: then the last before the document. */
function pointOf(text: string, anchor: Anchor, other?: string): Happened | null {
  const yearText = new RegExp(year, 'u').exec(text)?.[0] ?? (other && new RegExp(year, 'u').exec(other)?.[0]);
  const name = new RegExp(monthNames, 'iu').exec(text)?.[0];
  const number = name === undefined ? undefined : data.months[name.toLowerCase()];
  if (yearText !== undefined && yearText !== '') return rangeOf(Number(yearText), number);
  if (number === undefined || anchor.year === null || anchor.month === null) return null;
  return rangeOf(number > anchor.month ? anchor.year - 1 : anchor.year, number);
}

const rules: readonly Rule[] = [
  {
    pattern: new RegExp(`\\b(?:from|between) (?:just )?(?<a>${point}) (?:to|and|through|until) (?<b>${point})`, flags),
    read: ({ a = '', b = '' }, anchor) => {
      const [first, last] = [pointOf(a, anchor, b), pointOf(b, anchor)];
      return first && last ? between(first, last) : null;
    },
  },
  {
    pattern: new RegExp(`\\bsince (?<a>(?:${month} )?${year})`, flags),
    read: ({ a = '' }, anchor) => {
      const from = pointOf(a, anchor);
      return from && { ...from, to: null };
    },
  },
  {
    pattern: new RegExp(`\\b(?:FY ?|fiscal year )(?<a>${year})`, flags),
    read: ({ a = '' }) => rangeOf(Number(a)),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?<season>${Object.keys(data.seasons).join('|')}) of (?<a>${year})`, flags),
    read: ({ season = '', a = '' }) => {
      const [first, last] = data.seasons[season.toLowerCase()] ?? [1, 12];
      return between(rangeOf(Number(a), first), rangeOf(Number(a), last));
    },
  },
  {
    pattern: new RegExp(`\\b(?:in|during|of|by|late|early) (?<a>(?:${month},? )?${year})`, flags),
    read: ({ a = '' }, anchor) => pointOf(a, anchor),
  },
  {
    pattern: new RegExp(`\\b(?:in|during|last|this) (?<a>${month})(?!,? \\d)`, flags),
    read: ({ a = '' }, anchor) => (/^\p{Lu}/u.test(a) ? pointOf(a, anchor) : undefined),
  },
  {
    pattern: /\b(?:earlier |later )?(?<which>this|last) year\b/giu,
    read: ({ which = '' }, anchor) =>
      anchor.year === null ? null : rangeOf(which.toLowerCase() === 'last' ? anchor.year - 1 : anchor.year),
  },
];

/** What chrono finds: days with and without a year, weekdays, "yesterday". */
function byChrono(text: string, anchor: Anchor): readonly DateFound[] {
  const reference = anchor.day ?? { year: anchor.year ?? 2000, month: anchor.month ?? 6, day: 15 };
  const instant = new Date(Date.UTC(reference.year, reference.month - 1, reference.day, 12));
  return parseDates(text, { instant, timezone: 0 }, { forwardDate: false }).flatMap((found): DateFound[] => {
    // "now" tells of the time of writing at large; relative dates need a day to be counted from.
    if (/\b(?:now|currently|moment|recently|minute|hour|second)s?\b/iu.test(found.text)) return [];
    if (/^(?:today|tonight|this (?:morning|afternoon|evening))$/iu.test(found.text)) {
      const { day } = anchor;
      return day === null ? [] : [{ ...spanOf(found), happened: rangeOf(day.year, day.month, day.day), isToday: true }];
    }
    if (/\b(?:today|tonight)\b/iu.test(found.text)) return [];
    if (/\bweeks?\b/iu.test(found.text)) return [{ ...spanOf(found), happened: weekOf(found.text, anchor) }];
    const isNext = /\bnext\b/iu.test(found.text);
    const happened = componentsOf(found.start, found.text, anchor, isNext);
    const end = found.end ? componentsOf(found.end, found.text, anchor, isNext) : null;
    const isKnown = happened !== null && happened.precision === 'day';
    if (!isKnown && !found.start.isCertain('weekday') && !found.start.isCertain('day')) return [];
    return [
      {
        ...spanOf(found),
        happened: happened !== null && end !== null ? between(happened, end) : happened,
        ...aheadOf(found.start, end === null ? happened : null, anchor, isNext),
      },
    ];
  });
}

/** A bare weekday of what is still to come is the first one behind the document's own day. */
function aheadOf(
  date: Components,
  happened: Happened | null,
  { day }: Anchor,
  isNext: boolean,
): { readonly ahead?: Happened } {
  const at = happened === null ? null : dayOf(happened.from ?? '');
  if (day === null || at === null || isNext || !date.isCertain('weekday') || date.isCertain('day')) return {};
  if (dayNumber(at) > dayNumber(day)) return {};
  const next = dayAfter(at, 7);
  return { ahead: rangeOf(next.year, next.month, next.day) };
}

const spanOf = (found: { readonly index: number; readonly text: string }): { start: number; end: number } => ({
  start: found.index,
  end: found.index + found.text.length,
});

/** "last week", "this week": from its Monday to its Sunday. */
function weekOf(text: string, { day }: Anchor): Happened | null {
  const back = /\b(?:last|past|previous)\b/iu.test(text) ? 7 : /\bthis\b/iu.test(text) ? 0 : null;
  if (day === null || back === null) return null;
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return {
    from: iso(dayAfter(day, -back - sinceMonday)),
    to: iso(dayAfter(day, 6 - back - sinceMonday)),
    precision: 'interval',
  };
}

type Components = ReturnType<typeof parseDates>[number]['start'];

function componentsOf(date: Components, text: string, anchor: Anchor, isNext: boolean): Happened | null {
  const certain = (part: 'year' | 'month' | 'day' | 'weekday'): boolean => date.isCertain(part);
  const [y, m, d] = [date.get('year'), date.get('month'), date.get('day')];
  if (y === null || m === null || d === null) return null;
  const isWritten = /\d|\p{Lu}/u.test(text);
  if (certain('day') && certain('month') && (isWritten || anchor.day !== null)) {
    if (!certain('year') && anchor.year === null) return null;
    // Without a year it is the last such day before the document.
    const isAhead =
      !certain('year') &&
      anchor.month !== null &&
      (m > anchor.month || (anchor.day !== null && m === anchor.month && d > anchor.day.day));
    return rangeOf(certain('year') ? y : (anchor.year ?? y) - (isAhead ? 1 : 0), m, d);
  }
  if (anchor.day === null) return null;
  if (!certain('weekday')) return null;
  // A bare weekday is the last one up to the document's own day.
  const ahead = dayNumber({ year: y, month: m, day: d }) - dayNumber(anchor.day);
  const weekday = dayAfter({ year: y, month: m, day: d }, ahead > 0 && !isNext ? -7 : 0);
  return rangeOf(weekday.year, weekday.month, weekday.day);
}

/**
 * Dates in a stretch of text. `published` is what relative ones are counted from; where only an interval is known, only
 * what every day of it agrees on is told. `covered` is the year that an annual report is about, instead.
 */
export function findDates(text: string, published: Said | null, covered: number | null = null): readonly DateFound[] {
  const anchor = anchorOf(published, covered);
  const found: DateFound[] = [];
  const isClear = (start: number, end: number): boolean =>
    !found.some((other) => start < other.end && other.start < end);
  found.push(...byChrono(text, anchor));
  for (const { pattern, read } of rules)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const happened = read(match.groups ?? {}, anchor);
      if (happened !== undefined && isClear(start, end)) found.push({ start, end, happened });
    }
  return found.toSorted((a, b) => a.start - b.start);
}
