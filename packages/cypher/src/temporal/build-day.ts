import { CypherDate } from '../temporal.ts';
import { addMonths, monthLength, quarterOf, toEpochDay, weekday, weekOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { ordinalDate, quarterDay, weekDay } from './parse.ts';

/** What `date({...})` and its sisters are given: whole numbers, temporals to start from, and `timezone`. */
export type Fields = Readonly<Record<string, unknown>>;

/** The ways to name a day of a year: all fields are of one of them. */
const WAYS = {
  calendar: ['month', 'day'],
  week: ['week', 'dayOfWeek'],
  quarter: ['quarter', 'dayOfQuarter'],
  ordinal: ['ordinalDay'],
} as const;
type Way = keyof typeof WAYS;
export const DATE_FIELDS: readonly string[] = ['year', ...Object.values(WAYS).flat()];

/** Whether there is a value. */
export const given = (fields: Fields, name: string): boolean => fields[name] !== undefined && fields[name] !== null;

/** A whole number or null; throws a RangeError for anything else. */
export function whole(fields: Fields, name: string): number | null {
  if (!given(fields, name)) return null;
  const value = fields[name];
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new RangeError(`${name} must be an integer.`);
  return number;
}

/** Throws a RangeError for a field whose greater one is missing. */
export function noGaps(fields: Fields, names: readonly string[]): void {
  const known = names.map((name) => given(fields, name));
  const gap = known.indexOf(false);
  if (gap >= 0 && known.includes(true, gap)) throw new RangeError(`${names[gap]} must be given as well.`);
}

function wayOf(fields: Fields): Way {
  const used = (Object.keys(WAYS) as Way[]).filter((way) => WAYS[way].some((name) => given(fields, name)));
  const [way = 'calendar', other] = used;
  if (other === undefined) return way;
  const [first, second] = [way, other].map((one) => WAYS[one].find((name) => given(fields, name)));
  throw new RangeError(`${first} and ${second} cannot name one day; use the fields of one calendar.`);
}

/** Without a day to start from, fields may only be left out at the end, and none where a time follows. */
function checkComplete(fields: Fields, way: Way, withTime: boolean): void {
  if (!given(fields, 'year')) throw new RangeError('year must be given.');
  noGaps(fields, ['year', ...WAYS[way]]);
  const missing = WAYS[way].find((name) => !given(fields, name));
  const named = DATE_FIELDS.some((name) => name !== 'year' && given(fields, name));
  if (withTime && missing !== undefined)
    throw new RangeError(`${named ? missing : 'month'} must be given before a time.`);
}

function inMonth(fields: Fields, year: number, base: Day | null): Day {
  const month = whole(fields, 'month') ?? base?.month ?? 1;
  const day = whole(fields, 'day');
  if (day !== null || base === null) return new CypherDate(year, month, day ?? 1);
  // A day that was not asked for gives way to a shorter month.
  return new CypherDate(year, month, Math.min(base.day, Math.max(1, monthLength(year, month))));
}

/** The day that the fields name, starting from a day where one is given; `withTime` if a time stands beside it. */
export function buildDay(fields: Fields, base: Day | null, withTime = false): Day {
  const way = wayOf(fields);
  if (base === null) checkComplete(fields, way, withTime);
  const year = whole(fields, 'year');
  const inYear = year ?? base?.year ?? Number.NaN;
  switch (way) {
    case 'week': {
      const week = base === null ? null : weekOf(toEpochDay(base));
      const dayOfWeek = whole(fields, 'dayOfWeek') ?? (base === null ? 1 : weekday(toEpochDay(base)));
      return weekDay(year ?? week?.weekYear ?? Number.NaN, whole(fields, 'week') ?? week?.week ?? 1, dayOfWeek);
    }
    case 'quarter': {
      const quarter = whole(fields, 'quarter') ?? quarterOf(base?.month ?? 1);
      const nth = whole(fields, 'dayOfQuarter');
      if (nth !== null || base === null) return quarterDay(inYear, quarter, nth ?? 1);
      if (quarter < 1 || quarter > 4) throw new RangeError('There is no such quarter.');
      return addMonths({ ...base, year: inYear }, (quarter - quarterOf(base.month)) * 3);
    }
    case 'ordinal':
      return ordinalDate(inYear, whole(fields, 'ordinalDay') ?? 1);
    case 'calendar':
      return inMonth(fields, inYear, base);
  }
}
