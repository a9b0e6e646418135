import { CypherDate, CypherDateTime, CypherDuration, CypherLocalDateTime, CypherTime } from '../temporal.ts';
import type { Clock, Temporal } from '../temporal.ts';
import { dayOfQuarter, ordinalDay, quarterOf, toEpochDay, weekday, weekOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { epochNanos } from './moment.ts';
import { offsetText } from './zones.ts';

type Component = number | bigint | string;

function dayPart(day: Day, name: string): Component | undefined {
  switch (name) {
    case 'year':
    case 'month':
    case 'day':
      return day[name];
    case 'quarter':
      return quarterOf(day.month);
    case 'week':
      return weekOf(toEpochDay(day)).week;
    case 'weekYear':
      return weekOf(toEpochDay(day)).weekYear;
    case 'dayOfWeek':
    case 'weekDay':
      return weekday(toEpochDay(day));
    case 'ordinalDay':
      return ordinalDay(day);
    case 'dayOfQuarter':
    case 'quarterDay':
      return dayOfQuarter(day);
    default:
      return undefined;
  }
}

function clockPart(clock: Clock, name: string): Component | undefined {
  if (name === 'hour' || name === 'minute' || name === 'second' || name === 'nanosecond') return clock[name];
  if (name === 'millisecond') return Math.floor(clock.nanosecond / 1e6);
  return name === 'microsecond' ? Math.floor(clock.nanosecond / 1e3) : undefined;
}

function zonePart(value: CypherTime | CypherDateTime, name: string): Component | undefined {
  const offset = offsetText(value.offsetSeconds);
  if (name === 'offset') return offset;
  if (name === 'timezone') return value instanceof CypherDateTime ? (value.zone ?? offset) : offset;
  if (name === 'offsetSeconds') return value.offsetSeconds;
  if (name === 'offsetMinutes') return Math.trunc(value.offsetSeconds / 60);
  if (!(value instanceof CypherDateTime)) return undefined;
  const nanos = epochNanos(value, value, value.offsetSeconds);
  const floor = (unit: bigint): bigint => (nanos - (((nanos % unit) + unit) % unit)) / unit;
  if (name === 'epochSeconds') return floor(1_000_000_000n);
  return name === 'epochMillis' ? floor(1_000_000n) : undefined;
}

function durationPart({ months, days, seconds, nanoseconds }: CypherDuration, name: string): Component | undefined {
  const whole = BigInt(seconds);
  const nanos = whole * 1_000_000_000n + BigInt(nanoseconds);
  switch (name) {
    case 'years':
      return Math.trunc(months / 12);
    case 'quarters':
      return Math.trunc(months / 3);
    case 'months':
      return months;
    case 'weeks':
      return Math.trunc(days / 7);
    case 'days':
      return days;
    case 'hours':
      return whole / 3600n;
    case 'minutes':
      return whole / 60n;
    case 'seconds':
      return whole;
    case 'milliseconds':
      return nanos / 1_000_000n;
    case 'microseconds':
      return nanos / 1_000n;
    case 'nanoseconds':
      return nanos;
    case 'quartersOfYear':
      return Math.trunc((months % 12) / 3);
    case 'monthsOfQuarter':
      return months % 3;
    case 'monthsOfYear':
      return months % 12;
    case 'daysOfWeek':
      return days % 7;
    case 'minutesOfHour':
      return (whole % 3600n) / 60n;
    case 'secondsOfMinute':
      return whole % 60n;
    case 'millisecondsOfSecond':
      return Math.floor(nanoseconds / 1e6);
    case 'microsecondsOfSecond':
      return Math.floor(nanoseconds / 1e3);
    case 'nanosecondsOfSecond':
      return nanoseconds;
    default:
      return undefined;
  }
}

/** `value.name` of a temporal value; undefined where it has none. */
export function component(value: Temporal, name: string): Component | undefined {
  if (value instanceof CypherDuration) return durationPart(value, name);
  if (value instanceof CypherDate) return dayPart(value, name);
  const zone = value instanceof CypherTime || value instanceof CypherDateTime ? zonePart(value, name) : undefined;
  if (zone !== undefined) return zone;
  const clock = clockPart(value, name);
  if (clock !== undefined) return clock;
  return value instanceof CypherLocalDateTime || value instanceof CypherDateTime ? dayPart(value, name) : undefined;
}
