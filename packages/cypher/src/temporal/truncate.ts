import { CypherDate, CypherDateTime, CypherLocalDateTime, CypherLocalTime, CypherTime } from '../temporal.ts';
import type { Clock } from '../temporal.ts';
import { buildDay } from './build-day.ts';
import type { Fields } from './build-day.ts';
import { buildClock, checkFields, readZone } from './build.ts';
import type { Kind } from './build.ts';
import { fromEpochDay, fromWeek, quarterOf, toEpochDay, weekday, weekOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { hasClock, hasDate, hasOffset, inZone, zoneOf } from './moment.ts';
import type { Moment } from './moment.ts';

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, nanosecond: 0 };
const DAY_UNITS: Readonly<Record<string, (day: Day) => Day>> = {
  millennium: ({ year }) => ({ year: Math.floor(year / 1000) * 1000, month: 1, day: 1 }),
  century: ({ year }) => ({ year: Math.floor(year / 100) * 100, month: 1, day: 1 }),
  decade: ({ year }) => ({ year: Math.floor(year / 10) * 10, month: 1, day: 1 }),
  year: ({ year }) => ({ year, month: 1, day: 1 }),
  weekyear: (day) => fromEpochDay(fromWeek(weekOf(toEpochDay(day)).weekYear, 1, 1)),
  quarter: ({ year, month }) => ({ year, month: quarterOf(month) * 3 - 2, day: 1 }),
  month: ({ year, month }) => ({ year, month, day: 1 }),
  week: (day) => fromEpochDay(toEpochDay(day) - weekday(toEpochDay(day)) + 1),
  day: (day) => day,
};
const copy = ({ hour, minute, second, nanosecond }: Clock): Clock => ({ hour, minute, second, nanosecond });
const CLOCK_UNITS: Readonly<Record<string, (clock: Clock) => Clock>> = {
  hour: ({ hour }) => ({ ...MIDNIGHT, hour }),
  minute: ({ hour, minute }) => ({ ...MIDNIGHT, hour, minute }),
  second: ({ hour, minute, second }) => ({ ...MIDNIGHT, hour, minute, second }),
  millisecond: (clock) => ({ ...copy(clock), nanosecond: Math.floor(clock.nanosecond / 1e6) * 1e6 }),
  microsecond: (clock) => ({ ...copy(clock), nanosecond: Math.floor(clock.nanosecond / 1e3) * 1e3 }),
};

/** Cuts a value off at a unit, then sets the fields given; throws a RangeError for a unit or a value that does not fit. */
export function truncate(kind: Kind, unit: string, value: Moment, fields: Fields): Moment {
  const name = unit.toLowerCase();
  const [cutDay, cutClock] = [DAY_UNITS[name], CLOCK_UNITS[name]];
  if (cutDay === undefined && cutClock === undefined) {
    throw new RangeError(`"${unit}" is no unit; use year, month, day, hour and so on.`);
  }
  // A time zone is read, but means nothing where the result has none.
  const { timezone, ...rest } = fields;
  checkFields(kind, rest);
  const clock = cutClock === undefined ? MIDNIGHT : cutClock(hasClock(value) ? value : MIDNIGHT);
  if (kind === 'localtime' || kind === 'time') {
    if (!hasClock(value)) throw new RangeError('A date has no time to truncate.');
    if (cutDay !== undefined && name !== 'day') throw new RangeError(`A time cannot be truncated to ${unit}.`);
    const cut = buildClock(fields, clock, true);
    if (kind === 'localtime') return new CypherLocalTime(cut);
    if (timezone === undefined) return new CypherTime(cut, hasOffset(value) ? value.offsetSeconds : 0);
    const zone = readZone(timezone);
    return new CypherTime(cut, typeof zone === 'number' ? zone : inZone(fromEpochDay(0), cut, zone).offsetSeconds);
  }
  if (!hasDate(value)) throw new RangeError('A time has no date to truncate.');
  if (kind === 'date' && cutDay === undefined) throw new RangeError(`A date cannot be truncated to ${unit}.`);
  const day = buildDay(fields, cutDay === undefined ? value : cutDay(value));
  if (kind === 'date') return new CypherDate(day.year, day.month, day.day);
  const cut = buildClock(fields, clock, true);
  if (kind === 'localdatetime') return new CypherLocalDateTime(day, cut);
  const own = value instanceof CypherDateTime ? zoneOf(value) : 0;
  return inZone(day, cut, timezone === undefined ? own : readZone(timezone));
}
