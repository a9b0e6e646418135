import { fromEpochDay, monthLength, toEpochDay } from './temporal/calendar.ts';
import type { Day } from './temporal/calendar.ts';
import { durationText } from './temporal/duration-text.ts';
import { parseDate } from './temporal/parse.ts';
import { offsetText } from './temporal/zones.ts';

/** A time of day; nanoseconds of the second are 0 to 999 999 999. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

const MAX_YEAR = 999_999_999;

function within(name: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`${name} is ${value}, but must be ${low} to ${high}.`);
  }
}

function checkDay({ year, month, day }: Day): void {
  within('year', year, -MAX_YEAR, MAX_YEAR);
  within('month', month, 1, 12);
  within('day', day, 1, monthLength(year, month));
}

function checkClock({ hour, minute, second, nanosecond }: Clock): void {
  within('hour', hour, 0, 23);
  within('minute', minute, 0, 59);
  within('second', second, 0, 59);
  within('nanosecond', nanosecond, 0, 999_999_999);
}

const pad = (value: number, size = 2): string => String(value).padStart(size, '0');

function dayText({ year, month, day }: Day): string {
  const size = pad(Math.abs(year), 4);
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${size}-${pad(month)}-${pad(day)}`;
}

function clockText({ hour, minute, second, nanosecond }: Clock): string {
  const whole = `${pad(hour)}:${pad(minute)}:${pad(second)}`;
  return nanosecond === 0 ? whole : `${whole}.${pad(nanosecond, 9).replace(/0+$/, '')}`;
}

/** In JSON a temporal value is its text. */
abstract class Written {
  abstract toString(): string;

  toJSON(): string {
    return this.toString();
  }
}

/** A day of the Gregorian calendar, without a time. */
export class CypherDate extends Written implements Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  /** Throws a RangeError if there is no such day. */
  constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
    checkDay(this);
  }

  /** From ISO 8601: `2025-02-01`, `20250201`, `2025-02`, `2025-W05-6`, `2025-032`, `2025`; throws a RangeError otherwise. */
  static parse(text: string): CypherDate {
    const { year, month, day } = parseDate(text);
    return new CypherDate(year, month, day);
  }

  static fromEpochDay(days: number): CypherDate {
    const { year, month, day } = fromEpochDay(days);
    return new CypherDate(year, month, day);
  }

  toString(): string {
    return dayText(this);
  }
}

/** A time of day without an offset. */
export class CypherLocalTime extends Written implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;

  constructor({ hour, minute, second, nanosecond }: Clock) {
    super();
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nanosecond = nanosecond;
    checkClock(this);
  }

  toString(): string {
    return clockText(this);
  }
}

/** A time of day with its offset from UTC. */
export class CypherTime extends Written implements Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  readonly offsetSeconds: number;

  constructor({ hour, minute, second, nanosecond }: Clock, offsetSeconds: number) {
    super();
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nanosecond = nanosecond;
    this.offsetSeconds = offsetSeconds;
    checkClock(this);
  }

  toString(): string {
    return `${clockText(this)}${offsetText(this.offsetSeconds)}`;
  }
}

/** A day and a time without an offset. */
export class CypherLocalDateTime extends Written implements Day, Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;

  constructor({ year, month, day }: Day, { hour, minute, second, nanosecond }: Clock) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nanosecond = nanosecond;
    checkDay(this);
    checkClock(this);
  }

  toString(): string {
    return `${dayText(this)}T${clockText(this)}`;
  }
}

/** A day and a time with an offset from UTC, and the zone that it comes from where one is named. */
export class CypherDateTime extends Written implements Day, Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  readonly offsetSeconds: number;
  readonly zone: string | null;

  constructor(
    { year, month, day }: Day,
    { hour, minute, second, nanosecond }: Clock,
    offsetSeconds: number,
    zone: string | null = null,
  ) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nanosecond = nanosecond;
    this.offsetSeconds = offsetSeconds;
    this.zone = zone;
    checkDay(this);
    checkClock(this);
  }

  toString(): string {
    const zone = this.zone === null ? '' : `[${this.zone}]`;
    return `${dayText(this)}T${clockText(this)}${offsetText(this.offsetSeconds)}${zone}`;
  }
}

/** Months, days and seconds, kept apart because their lengths differ; nanoseconds are 0 to 999 999 999. */
export class CypherDuration extends Written {
  readonly months: number;
  readonly days: number;
  readonly seconds: number | bigint;
  readonly nanoseconds: number;

  constructor(months: number, days: number, seconds: number | bigint, nanoseconds: number) {
    super();
    for (const part of [months, days, Number(seconds)]) {
      if (!Number.isFinite(part) || Math.abs(part) > 2 ** 63) throw new RangeError('The duration is too long.');
    }
    this.months = months + 0;
    this.days = days + 0;
    this.seconds = typeof seconds === 'bigint' && Number.isSafeInteger(Number(seconds)) ? Number(seconds) : seconds;
    this.nanoseconds = nanoseconds;
  }

  toString(): string {
    return durationText(this);
  }
}

export type Temporal =
  | CypherDate
  | CypherLocalTime
  | CypherTime
  | CypherLocalDateTime
  | CypherDateTime
  | CypherDuration;

const KINDS = [CypherDateTime, CypherLocalDateTime, CypherDate, CypherTime, CypherLocalTime, CypherDuration];

/** The place of a temporal's kind in the order of values; -1 if it is none. */
export const temporalKind = (value: unknown): number => KINDS.findIndex((kind) => value instanceof kind);

export const epochDay = (value: Day): number => toEpochDay(value);

/** Nanoseconds since midnight: exact, below 2^53. */
export const nanoOfDay = ({ hour, minute, second, nanosecond }: Clock): number =>
  ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanosecond;

/** The time so many nanoseconds after midnight; more than a day wraps. */
export function clockOf(nanos: number): Clock {
  const day = 86_400_000_000_000;
  const rest = ((nanos % day) + day) % day;
  const seconds = Math.floor(rest / 1_000_000_000);
  return {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nanosecond: rest % 1_000_000_000,
  };
}
