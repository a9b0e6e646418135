import { CypherDate, CypherDateTime, CypherLocalDateTime, CypherLocalTime, CypherTime } from '../temporal.ts';
import type { Temporal } from '../temporal.ts';
import type { Kind } from './build.ts';
import { parseDuration } from './duration.ts';
import { inZone } from './moment.ts';
import { parseDate, parseTime, splitDateTime } from './parse.ts';

const LONGEST = 200;
const MIDNIGHT = { hour: 0, minute: 0, second: 0, nanosecond: 0, offset: null, zone: null };

/** The temporal value of a kind that an ISO 8601 text names; throws a RangeError if it names none. */
export function parseTemporal(kind: Kind | 'duration', text: string): Temporal {
  if (text.length > LONGEST) throw new RangeError(`"${text.slice(0, 20)}..." is too long for a temporal value.`);
  if (kind === 'duration') return parseDuration(text);
  if (kind === 'date') return CypherDate.parse(text);
  if (kind === 'localtime' || kind === 'time') {
    const time = parseTime(text.replace(/^[Tt]/, ''));
    if (kind === 'time') return new CypherTime(time, time.offset ?? 0);
    if (time.offset !== null || time.zone !== null) throw new RangeError(`"${text}" has an offset; use time().`);
    return new CypherLocalTime(time);
  }
  const { date, time: clock } = splitDateTime(text);
  const day = parseDate(date);
  const time = clock === null ? MIDNIGHT : parseTime(clock);
  if (kind === 'datetime') {
    if (time.zone === null) return new CypherDateTime(day, time, time.offset ?? 0);
    const zoned = inZone(day, time, time.zone, time.offset);
    if (time.offset !== null && zoned.offsetSeconds !== time.offset) {
      throw new RangeError(`${time.zone} has another offset at that time; leave it out.`);
    }
    return zoned;
  }
  if (time.offset !== null || time.zone !== null) throw new RangeError(`"${text}" has an offset; use datetime().`);
  return new CypherLocalDateTime(day, time);
}
