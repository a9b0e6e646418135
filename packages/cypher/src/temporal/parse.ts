import { addMonths, fromEpochDay, fromWeek, toEpochDay, weeksIn, yearLength } from './calendar.ts';
import type { Day } from './calendar.ts';
import { parseOffset, zoneName } from './zones.ts';

const YEAR = '([+-]\\d{4,9}|\\d{4})';
/** A month alone has two digits. */
const CALENDAR = new RegExp(`^${YEAR}(?:-(\\d{1,2})-(\\d{1,2})|-(\\d{2}))?$`);
const BASIC = /^(\d{4})(\d{2})(\d{2})?$/;
const WEEK = new RegExp(`^${YEAR}-?W(\\d{1,2})(?:-?(\\d))?$`);
const QUARTER = new RegExp(`^${YEAR}-?Q(\\d)(?:-?(\\d{1,2}))?$`);
const ORDINAL = new RegExp(`^${YEAR}-?(\\d{3})$`);
const CLOCK = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/;

const wrong = (text: string, what: string, example: string): RangeError =>
  new RangeError(`"${text}" is no ${what}; write ${example}.`);

/** The day that an ISO 8601 text names; throws a RangeError if it names none. */
export function parseDate(text: string): Day {
  const calendar = CALENDAR.exec(text) ?? BASIC.exec(text);
  if (calendar !== null) {
    return { year: Number(calendar[1]), month: Number(calendar[2] ?? calendar[4] ?? 1), day: Number(calendar[3] ?? 1) };
  }
  const week = WEEK.exec(text);
  if (week !== null) return weekDay(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return quarterDay(Number(quarter[1]), Number(quarter[2]), Number(quarter[3] ?? 1));
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) return ordinalDate(Number(ordinal[1]), Number(ordinal[2]));
  throw wrong(text, 'date', 'YYYY-MM-DD');
}

/** The day of an ISO week; throws a RangeError if the year has no such week. */
export function weekDay(weekYear: number, week: number, dayOfWeek: number): Day {
  if (week < 1 || week > weeksIn(weekYear)) throw new RangeError(`The year ${weekYear} has no week ${week}.`);
  if (dayOfWeek < 1 || dayOfWeek > 7) throw new RangeError(`${dayOfWeek} is no day of the week; use 1 to 7.`);
  return fromEpochDay(fromWeek(weekYear, week, dayOfWeek));
}

/** The n-th day of a quarter; throws a RangeError if there is no such day. */
export function quarterDay(year: number, quarter: number, nth: number): Day {
  const first = { year, month: quarter * 3 - 2, day: 1 };
  const length = toEpochDay(addMonths(first, 3)) - toEpochDay(first);
  if (quarter < 1 || quarter > 4 || nth < 1 || nth > length) throw new RangeError('There is no such day of a quarter.');
  return fromEpochDay(toEpochDay(first) + nth - 1);
}

/** The n-th day of a year; throws a RangeError if the year has no such day. */
export function ordinalDate(year: number, ordinal: number): Day {
  if (ordinal < 1 || ordinal > yearLength(year)) throw new RangeError(`The year ${year} has no day ${ordinal}.`);
  return fromEpochDay(toEpochDay({ year, month: 1, day: 1 }) + ordinal - 1);
}

interface ParsedTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  readonly offset: number | null;
  readonly zone: string | null;
}

/** Reads a time with its offset and `[Zone]`, as far as they are given. */
export function parseTime(text: string): ParsedTime {
  const named = /^(.*)\[([^\]]+)\]$/.exec(text);
  const rest = named?.[1] ?? text;
  const at = rest.search(/[Zz+-]/);
  const found = CLOCK.exec(at < 0 ? rest : rest.slice(0, at));
  if (found === null) throw wrong(text, 'time', 'HH:MM:SS');
  const offset = at < 0 ? null : parseOffset(rest.slice(at));
  if (at >= 0 && offset === null) throw wrong(rest.slice(at), 'offset', '+01:00 or Z');
  const zone = named === null ? null : zoneName(named[2]!);
  if (named !== null && zone === null) throw wrong(named[2]!, 'time zone', 'Europe/Paris');
  return {
    hour: Number(found[1]),
    minute: Number(found[2] ?? 0),
    second: Number(found[3] ?? 0),
    nanosecond: Number((found[4] ?? '').padEnd(9, '0')),
    offset,
    zone,
  };
}

/** Splits `dateTtime`; the time is null where there is none. */
export function splitDateTime(text: string): { readonly date: string; readonly time: string | null } {
  const at = text.search(/[Tt]/);
  // The T of a zone's name stands behind a bracket, never before a time.
  return at < 0 || (text.includes('[') && at > text.indexOf('['))
    ? { date: text, time: null }
    : { date: text.slice(0, at), time: text.slice(at + 1) };
}
