import { CypherDateTime, nanoOfDay } from '../temporal.ts';
import type { Clock, CypherDuration } from '../temporal.ts';
import { addMonths, fromEpochDay, toEpochDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { normalised } from './duration.ts';
import { epochNanos, hasClock, hasDate, hasOffset, inZone, toZone, zoneOf } from './moment.ts';
import type { Moment } from './moment.ts';

interface Ends {
  readonly from: CypherDateTime;
  readonly to: CypherDateTime;
  /** Both have a date of their own. */
  readonly dated: boolean;
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, nanosecond: 0 };
const EPOCH: Day = { year: 1970, month: 1, day: 1 };

/** Both ends of a difference: missing days and zones are taken from the other, a missing time is midnight. */
function ends(a: Moment, b: Moment): Ends {
  const place = (value: Moment, other: Moment): CypherDateTime => {
    const day = hasDate(value) ? value : hasDate(other) ? other : EPOCH;
    const clock = hasClock(value) ? value : MIDNIGHT;
    const zoned = hasOffset(value) ? value : hasOffset(other) ? other : null;
    if (zoned === null) return new CypherDateTime(day, clock, 0);
    const zone = zoned instanceof CypherDateTime ? zoneOf(zoned) : zoned.offsetSeconds;
    return inZone(day, clock, zone, zoned === value ? zoned.offsetSeconds : null);
  };
  const from = place(a, b);
  return { from, to: toZone(place(b, a), zoneOf(from)), dated: hasDate(a) && hasDate(b) };
}

/** The last whole day before the end, seen from the start, in its time of day. */
function endDay(from: CypherDateTime, to: CypherDateTime): number {
  const [start, end] = [toEpochDay(from), toEpochDay(to)];
  const time = nanoOfDay(to) - nanoOfDay(from);
  if (end > start && time < 0) return end - 1;
  return end < start && time > 0 ? end + 1 : end;
}

function monthsBetween(from: Day, to: Day): number {
  const packed = ({ year, month, day }: Day): number => (year * 12 + month - 1) * 32 + day;
  return Math.trunc((packed(to) - packed(from)) / 32);
}

export type DurationUnit = 'all' | 'months' | 'days' | 'seconds';

/** The duration from one to the other in calendar units, or in one of them only. */
export function between(a: Moment, b: Moment, unit: DurationUnit): CypherDuration {
  const { from, to, dated } = ends(a, b);
  const instant = (value: CypherDateTime): bigint => epochNanos(value, value, value.offsetSeconds);
  if (unit === 'seconds') return normalised(0, 0, instant(to) - instant(from));
  if (!dated) return normalised(0, 0, unit === 'all' ? instant(to) - instant(from) : 0n);
  const months = unit === 'days' ? 0 : monthsBetween(from, fromEpochDay(endDay(from, to)));
  if (unit === 'months') return normalised(months, 0, 0n);
  const later = months === 0 ? from : inZone(addMonths(from, months), from, zoneOf(from), from.offsetSeconds);
  const days = endDay(later, to) - toEpochDay(later);
  if (unit === 'days') return normalised(0, days, 0n);
  const day = fromEpochDay(toEpochDay(later) + days);
  const last = days === 0 ? later : inZone(day, later, zoneOf(later), later.offsetSeconds);
  return normalised(months, days, instant(to) - instant(last));
}
