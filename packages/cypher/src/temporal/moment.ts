import {
  clockOf,
  CypherDate,
  CypherDateTime,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
  nanoOfDay,
} from '../temporal.ts';
import type { Clock, CypherDuration, Temporal } from '../temporal.ts';
import { addMonths, fromEpochDay, toEpochDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { offsetAt, offsetOfLocal } from './zones.ts';

/** A temporal value that is a point, not a length. */
export type Moment = Exclude<Temporal, CypherDuration>;

const DAY_NANOS = 86_400_000_000_000;
const DAY_SECONDS = 86_400;

export const hasDate = (value: Temporal): value is CypherDate | CypherLocalDateTime | CypherDateTime =>
  value instanceof CypherDate || value instanceof CypherLocalDateTime || value instanceof CypherDateTime;
export const hasClock = (
  value: Temporal,
): value is CypherLocalTime | CypherTime | CypherLocalDateTime | CypherDateTime => 'hour' in value;
export const hasOffset = (value: Temporal): value is CypherTime | CypherDateTime => 'offsetSeconds' in value;

const localSeconds = (day: Day, clock: Clock): number =>
  toEpochDay(day) * DAY_SECONDS + Math.floor(nanoOfDay(clock) / 1e9);

function shift(day: Day, clock: Clock, nanos: number): { readonly day: Day; readonly clock: Clock } {
  const total = nanoOfDay(clock) + nanos;
  const days = Math.floor(total / DAY_NANOS);
  return { day: days === 0 ? day : fromEpochDay(toEpochDay(day) + days), clock: clockOf(total) };
}

/** Gives a local day and time a zone, or a fixed offset. */
export function inZone(day: Day, clock: Clock, zone: string | number, preferred: number | null = null): CypherDateTime {
  if (typeof zone === 'number') return new CypherDateTime(day, clock, zone);
  const local = localSeconds(day, clock);
  const offset = offsetOfLocal(zone, local, preferred);
  // Inside a gap the clock is put forward by its length.
  const actual = offsetAt(zone, local - offset);
  if (actual === offset) return new CypherDateTime(day, clock, offset, zone);
  const moved = shift(day, clock, (actual - offset) * 1e9);
  return new CypherDateTime(moved.day, moved.clock, actual, zone);
}

/** The same instant in another zone or at another offset. */
export function toZone(value: CypherDateTime, zone: string | number): CypherDateTime {
  const utc = shift(value, value, -value.offsetSeconds * 1e9);
  const offset = typeof zone === 'number' ? zone : offsetAt(zone, localSeconds(utc.day, utc.clock));
  const { day, clock } = shift(utc.day, utc.clock, offset * 1e9);
  return new CypherDateTime(day, clock, offset, typeof zone === 'number' ? null : zone);
}

/** The same instant of the day at another offset. */
export const toOffset = (value: CypherTime, offset: number): CypherTime =>
  new CypherTime(clockOf(nanoOfDay(value) + (offset - value.offsetSeconds) * 1e9), offset);

export const zoneOf = (value: CypherDateTime): string | number => value.zone ?? value.offsetSeconds;

/** Nanoseconds since 1970, in UTC where an offset is known, else local. */
export function epochNanos(day: Day, clock: Clock, offsetSeconds: number): bigint {
  return (BigInt(toEpochDay(day)) * 86_400n - BigInt(offsetSeconds)) * 1_000_000_000n + BigInt(nanoOfDay(clock));
}

/** Adds (or takes away) months, then days, then the time; each unit means what it does on the calendar. */
export function addTo(value: Moment, duration: CypherDuration, sign: 1 | -1): Temporal {
  const nanos = BigInt(duration.seconds) * BigInt(sign) * 1_000_000_000n + BigInt(sign) * BigInt(duration.nanoseconds);
  if (!hasDate(value)) {
    const wrapped = clockOf(nanoOfDay(value) + Number(nanos % BigInt(DAY_NANOS)));
    return value instanceof CypherTime ? new CypherTime(wrapped, value.offsetSeconds) : new CypherLocalTime(wrapped);
  }
  const days = toEpochDay(addMonths(value, sign * duration.months)) + sign * duration.days;
  const whole = nanos / BigInt(DAY_NANOS);
  if (value instanceof CypherDate) return CypherDate.fromEpochDay(days + Number(whole));
  const rest = Number(nanos - whole * BigInt(DAY_NANOS));
  if (value instanceof CypherLocalDateTime) {
    const end = shift(fromEpochDay(days + Number(whole)), value, rest);
    return new CypherLocalDateTime(end.day, end.clock);
  }
  const zoned = inZone(fromEpochDay(days), value, zoneOf(value), value.offsetSeconds);
  const end = shift(fromEpochDay(toEpochDay(zoned) + Number(whole)), zoned, rest);
  return toZone(new CypherDateTime(end.day, end.clock, zoned.offsetSeconds), zoneOf(value));
}
