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
import { buildDay, DATE_FIELDS, given, noGaps, whole } from './build-day.ts';
import type { Fields } from './build-day.ts';
import { fromEpochDay, toEpochDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { hasClock, hasDate, hasOffset, inZone, toOffset, toZone, zoneOf } from './moment.ts';
import type { Moment } from './moment.ts';
import { parseOffset, zoneName } from './zones.ts';

export type Kind = 'date' | 'localtime' | 'time' | 'localdatetime' | 'datetime';

const TIME_FIELDS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond', 'time'];
const ALLOWED: Readonly<Record<Kind, readonly string[]>> = {
  date: [...DATE_FIELDS, 'date', 'datetime'],
  localtime: [...TIME_FIELDS, 'datetime'],
  time: [...TIME_FIELDS, 'datetime', 'timezone'],
  localdatetime: [...DATE_FIELDS, ...TIME_FIELDS, 'date', 'datetime'],
  datetime: [...DATE_FIELDS, ...TIME_FIELDS, 'date', 'datetime', 'timezone', 'epochSeconds', 'epochMillis'],
};
const SUBSECONDS = ['millisecond', 'microsecond', 'nanosecond'];
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, nanosecond: 0 };

export function checkFields(kind: Kind, fields: Fields): void {
  for (const name of Object.keys(fields)) {
    if (!ALLOWED[kind].includes(name)) throw new RangeError(`${kind}() does not read ${name}.`);
  }
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

function subsecond(fields: Fields, base: number, added: boolean): number {
  const limited = (name: string, limit: number): number => {
    const value = whole(fields, name) ?? 0;
    if (value < 0 || value >= limit) throw new RangeError(`${name} must be 0 to ${limit - 1}.`);
    return value;
  };
  const [milli, micro, nano] = SUBSECONDS.map((name) => given(fields, name));
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
  if (base === null) {
    const fraction = SUBSECONDS.find((name) => given(fields, name));
    noGaps(fields, ['hour', 'minute', 'second', ...(fraction === undefined ? [] : [fraction])]);
  }
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
  const withTime = TIME_FIELDS.some((name) => given(fields, name));
  if (kind === 'localdatetime') {
    return new CypherLocalDateTime(buildDay(fields, dated, withTime), buildClock(fields, clock));
  }
  const wanted = given(fields, 'timezone') ? readZone(fields['timezone']) : null;
  if (kind === 'time') return buildTime(buildClock(fields, clock), timed, wanted);
  const epoch = epochOf(fields, wanted);
  if (epoch !== null) return inZone(buildDay(fields, epoch), buildClock(fields, epoch), zoneOf(epoch));
  const day = buildDay(fields, dated, withTime);
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

/** The instant that `epochSeconds` or `epochMillis` name, from which the other fields start. */
function epochOf(fields: Fields, zone: string | number | null): CypherDateTime | null {
  if (!given(fields, 'epochSeconds') && !given(fields, 'epochMillis')) return null;
  const seconds = BigInt(whole(fields, 'epochSeconds') ?? 0);
  const millis = BigInt(whole(fields, 'epochMillis') ?? 0);
  return instant(seconds * 1_000_000_000n + millis * 1_000_000n, zone);
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
