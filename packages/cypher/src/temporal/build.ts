import {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
  temporalKind,
} from '../temporal.ts';
import type { Clock } from '../temporal.ts';
import { addMonths, dayOfQuarter, fromEpochDay, quarterOf, toEpochDay, weekday, weekOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { hasClock, hasDate, hasOffset, inZone, toOffset, toZone, zoneOf } from './moment.ts';
import type { Moment } from './moment.ts';
import { ordinalDate, weekDay } from './parse.ts';
import { parseOffset, zoneName } from './zones.ts';

/** What `date({...})` and its sisters are given: whole numbers, temporals to start from, and `timezone`. */
export type Fields = Readonly<Record<string, unknown>>;
export type Kind = 'date' | 'localtime' | 'time' | 'localdatetime' | 'datetime';

const DATE_FIELDS = ['year', 'month', 'day', 'week', 'dayOfWeek', 'quarter', 'dayOfQuarter', 'ordinalDay', 'date'];
const TIME_FIELDS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond', 'time'];
const ALLOWED: Readonly<Record<Kind, readonly string[]>> = {
  date: [...DATE_FIELDS, 'datetime'],
  localtime: [...TIME_FIELDS, 'datetime'],
  time: [...TIME_FIELDS, 'datetime', 'timezone'],
  localdatetime: [...DATE_FIELDS, ...TIME_FIELDS, 'datetime'],
  datetime: [...DATE_FIELDS, ...TIME_FIELDS, 'datetime', 'timezone', 'epochSeconds', 'epochMillis'],
};
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, nanosecond: 0 };

export function checkFields(kind: Kind, fields: Fields): void {
  for (const name of Object.keys(fields)) {
    if (!ALLOWED[kind].includes(name)) throw new RangeError(`${kind}() does not read ${name}.`);
  }
}

const given = (fields: Fields, name: string): boolean => fields[name] !== undefined && fields[name] !== null;

function whole(fields: Fields, name: string): number | null {
  if (!given(fields, name)) return null;
  const value = fields[name];
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new RangeError(`${name} must be an integer.`);
  return number;
}

function start(fields: Fields, names: readonly string[]): Moment | null {
  for (const name of names) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    if (temporalKind(value) < 0 || value instanceof CypherDuration) {
      throw new RangeError(`${name} must be a temporal value.`);
    }
    return value as Moment;
  }
  return null;
}

/** The zone that a text names, or its offset in seconds. */
export function readZone(value: unknown): string | number {
  if (typeof value !== 'string') throw new RangeError('timezone must be a text such as Europe/Paris or +01:00.');
  const offset = parseOffset(value);
  if (offset !== null) return offset;
  const name = zoneName(value);
  if (name === null) throw new RangeError(`"${value}" is no time zone; write Europe/Paris or +01:00.`);
  return name;
}

function noGaps(fields: Fields, names: readonly string[]): void {
  const known = names.map((name) => given(fields, name));
  const gap = known.indexOf(false);
  if (gap >= 0 && known.includes(true, gap)) throw new RangeError(`${names[gap]} must be given as well.`);
}

/** The day that the fields name, starting from a day where one is given. */
export function buildDay(fields: Fields, base: Day | null): Day {
  const has = (...names: string[]): boolean => names.some((name) => given(fields, name));
  const week = base === null ? null : weekOf(toEpochDay(base));
  const year = whole(fields, 'year');
  if (has('week', 'dayOfWeek')) {
    if (base === null) noGaps(fields, ['year', 'week', 'dayOfWeek']);
    const dayOfWeek = whole(fields, 'dayOfWeek') ?? (base === null ? 1 : weekday(toEpochDay(base)));
    return weekDay(year ?? week?.weekYear ?? NaN, whole(fields, 'week') ?? week?.week ?? NaN, dayOfWeek);
  }
  if (base === null && year === null) throw new RangeError('year must be given.');
  const inYear = year ?? base?.year ?? NaN;
  if (has('quarter', 'dayOfQuarter')) {
    if (base === null) noGaps(fields, ['year', 'quarter', 'dayOfQuarter']);
    const quarter = whole(fields, 'quarter') ?? quarterOf(base?.month ?? 1);
    const nth = whole(fields, 'dayOfQuarter') ?? (base === null ? 1 : dayOfQuarter(base));
    const first = { year: inYear, month: quarter * 3 - 2, day: 1 };
    const length = toEpochDay(addMonths(first, 3)) - toEpochDay(first);
    if (quarter < 1 || quarter > 4 || nth < 1 || nth > length) {
      throw new RangeError('There is no such day of a quarter.');
    }
    return fromEpochDay(toEpochDay(first) + nth - 1);
  }
  if (has('ordinalDay')) return ordinalDate(inYear, whole(fields, 'ordinalDay') ?? 1);
  if (base === null) noGaps(fields, ['year', 'month', 'day']);
  return new CypherDate(inYear, whole(fields, 'month') ?? base?.month ?? 1, whole(fields, 'day') ?? base?.day ?? 1);
}

function subsecond(fields: Fields, base: number, added: boolean): number {
  const limited = (name: string, limit: number): number => {
    const value = whole(fields, name) ?? 0;
    if (value < 0 || value >= limit) throw new RangeError(`${name} must be 0 to ${limit - 1}.`);
    return value;
  };
  const [milli, micro, nano] = ['millisecond', 'microsecond', 'nanosecond'].map((name) => given(fields, name));
  if (!milli && !micro && !nano) return base;
  return (
    (added ? base : 0) +
    limited('millisecond', 1000) * 1e6 +
    limited('microsecond', milli ? 1000 : 1_000_000) * 1e3 +
    limited('nanosecond', milli || micro ? 1000 : 1_000_000_000)
  );
}

/** The time that the fields name; `added` adds fractions of a second to those of the base. */
export function buildClock(fields: Fields, base: Clock | null, added = false): Clock {
  if (base === null) noGaps(fields, ['hour', 'minute', 'second']);
  return {
    hour: whole(fields, 'hour') ?? base?.hour ?? 0,
    minute: whole(fields, 'minute') ?? base?.minute ?? 0,
    second: whole(fields, 'second') ?? base?.second ?? 0,
    nanosecond: subsecond(fields, base?.nanosecond ?? 0, added),
  };
}

function dayOf(value: Moment | null): Day | null {
  if (value === null || hasDate(value)) return value;
  throw new RangeError('A value without a date cannot give one.');
}

/** Builds a temporal value from fields, as Neo4j's `date({...})`, `datetime({...})` and so on; throws a RangeError. */
export function buildTemporal(kind: Kind, fields: Fields): Moment {
  checkFields(kind, fields);
  const usesDay = kind !== 'localtime' && kind !== 'time';
  const dated = usesDay ? dayOf(start(fields, ['date', 'datetime'])) : null;
  if (kind === 'date') return CypherDate.fromEpochDay(toEpochDay(buildDay(fields, dated)));
  const timed = start(fields, ['time', 'datetime']);
  if (timed !== null && !hasClock(timed) && given(fields, 'time')) throw new RangeError('time must have a time.');
  const clock = timed === null ? null : hasClock(timed) ? timed : MIDNIGHT;
  if (kind === 'localtime') return new CypherLocalTime(buildClock(fields, clock));
  if (kind === 'localdatetime') return new CypherLocalDateTime(buildDay(fields, dated), buildClock(fields, clock));
  const wanted = given(fields, 'timezone') ? readZone(fields['timezone']) : null;
  if (kind === 'time') return buildTime(buildClock(fields, clock), timed, wanted);
  if (given(fields, 'epochSeconds') || given(fields, 'epochMillis')) return fromEpoch(fields, wanted);
  const day = buildDay(fields, dated);
  const time = buildClock(fields, clock);
  if (timed === null || !hasOffset(timed)) return inZone(day, time, wanted ?? 0);
  const own = timed instanceof CypherDateTime ? zoneOf(timed) : timed.offsetSeconds;
  const built = inZone(day, time, own, timed.offsetSeconds);
  return wanted === null ? built : toZone(built, wanted);
}

function buildTime(clock: Clock, from: Moment | null, zone: string | number | null): CypherTime {
  const own = from !== null && hasOffset(from) ? from.offsetSeconds : null;
  const wanted = typeof zone === 'string' ? inZone({ year: 1970, month: 1, day: 1 }, clock, zone).offsetSeconds : zone;
  if (own === null) return new CypherTime(clock, wanted ?? 0);
  const built = new CypherTime(clock, own);
  return wanted === null ? built : toOffset(built, wanted);
}

function fromEpoch(fields: Fields, zone: string | number | null): CypherDateTime {
  const seconds = BigInt(whole(fields, 'epochSeconds') ?? 0);
  const millis = BigInt(whole(fields, 'epochMillis') ?? 0);
  const more = BigInt(whole(fields, 'nanosecond') ?? 0);
  return instant(seconds * 1_000_000_000n + millis * 1_000_000n + more, zone);
}

/** The point so many nanoseconds after 1970 in UTC, in a zone. */
export function instant(nanos: bigint, zone: string | number | null = null): CypherDateTime {
  const day = 86_400_000_000_000n;
  const rest = ((nanos % day) + day) % day;
  const midnight = fromEpochDay(Number((nanos - rest) / day));
  const seconds = Number(rest / 1_000_000_000n);
  const clock = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nanosecond: Number(rest % 1_000_000_000n),
  };
  const utc = new CypherDateTime(midnight, clock, 0);
  return zone === null ? utc : toZone(utc, zone);
}
