import type { Context } from '../context.ts';
import { CypherError } from '../errors.ts';
import {
  CypherDate,
  CypherDateTime,
  CypherDuration,
  CypherLocalDateTime,
  CypherLocalTime,
  CypherTime,
} from '../temporal.ts';
import type { Temporal } from '../temporal.ts';
import { between } from '../temporal/between.ts';
import type { DurationUnit } from '../temporal/between.ts';
import { buildTemporal, instant, readZone } from '../temporal/build.ts';
import type { Kind } from '../temporal/build.ts';
import { durationFromMap } from '../temporal/duration.ts';
import { epochNanos, hasClock, hasDate, hasOffset, toZone, zoneOf } from '../temporal/moment.ts';
import type { Moment } from '../temporal/moment.ts';
import { parseTemporal } from '../temporal/read.ts';
import { truncate } from '../temporal/truncate.ts';
import { typeError } from '../type-error.ts';
import { isMap, isNumber, asNumber, isTemporal } from '../values.ts';
import { strict, text, whole } from './definition.ts';
import type { Definition } from './definition.ts';

const MIDNIGHT = { hour: 0, minute: 0, second: 0, nanosecond: 0 };

/** Turns the value classes' RangeErrors into errors of the query. */
function ranged<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CypherError('ArgumentError', error.message, null, "Write date('2025-02-01') or date({year: 2025}).");
  }
}

/** The part of a value that a kind has. */
function convert(kind: Kind, value: Moment): Temporal {
  if (kind === 'localtime' || kind === 'time') {
    if (!hasClock(value)) throw new RangeError('A date has no time.');
    if (kind === 'localtime') return new CypherLocalTime(value);
    return new CypherTime(value, hasOffset(value) ? value.offsetSeconds : 0);
  }
  if (!hasDate(value)) throw new RangeError('A time has no date.');
  if (kind === 'date') return new CypherDate(value.year, value.month, value.day);
  const clock = hasClock(value) ? value : MIDNIGHT;
  if (kind === 'localdatetime') return new CypherLocalDateTime(value, clock);
  return value instanceof CypherDateTime
    ? new CypherDateTime(value, clock, value.offsetSeconds, value.zone)
    : new CypherDateTime(value, clock, 0);
}

function current(kind: Kind, { now }: Context, zone: unknown): Temporal {
  return convert(kind, zone === undefined ? now : toZone(now, readZone(zone)));
}

function construct(kind: Kind, [value]: readonly unknown[], context: Context): unknown {
  if (value === undefined) return current(kind, context, undefined);
  if (value === null) return null;
  return ranged(() => {
    if (typeof value === 'string') return parseTemporal(kind, value);
    if (isTemporal(value) && !(value instanceof CypherDuration)) return convert(kind, value);
    if (!isMap(value)) throw typeError('a text, a map or a temporal value', value);
    const names = Object.keys(value);
    if (names.length === 1 && names[0] === 'timezone') return current(kind, context, value['timezone']);
    return Object.values(value).includes(null) ? null : buildTemporal(kind, value);
  });
}

function cut(kind: Kind, [unit, value, fields]: readonly unknown[], context: Context): unknown {
  if (unit === null || value === null || fields === null) return null;
  const moment = value === undefined ? context.now : value;
  if (!isTemporal(moment) || moment instanceof CypherDuration) throw typeError('a temporal value', moment);
  if (fields !== undefined && !isMap(fields)) throw typeError('a map', fields);
  return ranged(() => truncate(kind, text(unit), moment, fields ?? {}));
}

function duration([value]: readonly unknown[]): unknown {
  return ranged(() => {
    if (typeof value === 'string') return parseTemporal('duration', value);
    if (value instanceof CypherDuration) return value;
    if (!isMap(value)) throw typeError('a text or a map', value);
    const entries = Object.entries(value).map(([name, part]) => {
      if (!isNumber(part)) throw typeError('a number', part);
      return [name, asNumber(part)] as const;
    });
    return durationFromMap(Object.fromEntries(entries));
  });
}

function difference(unit: DurationUnit): Definition {
  return strict(2, 2, [['temporal']], ([a, b]) => {
    for (const one of [a, b]) {
      if (!isTemporal(one) || one instanceof CypherDuration) throw typeError('a temporal value', one);
    }
    return ranged(() => between(a as Moment, b as Moment, unit));
  });
}

const INPUT = [['string', 'map', 'temporal']] as const;

function family(kind: Kind): Record<string, Definition> {
  const clock: Definition = {
    min: 0,
    max: 1,
    types: [['string']],
    call: ([zone], context) => (zone === null ? null : ranged(() => current(kind, context, zone))),
  };
  return {
    [kind]: { min: 0, max: 1, types: INPUT, call: (args, context) => construct(kind, args, context) },
    [`${kind}.transaction`]: clock,
    [`${kind}.statement`]: clock,
    [`${kind}.realtime`]: clock,
    [`${kind}.truncate`]: {
      min: 1,
      max: 3,
      types: [['string'], ['temporal'], ['map']],
      call: (args, context) => cut(kind, args, context),
    },
  };
}

export const TEMPORAL_FUNCTIONS: Readonly<Record<string, Definition>> = {
  ...family('date'),
  ...family('localtime'),
  ...family('time'),
  ...family('localdatetime'),
  ...family('datetime'),
  'datetime.fromepoch': strict(2, 2, [['number']], ([seconds, nanos]) =>
    ranged(() => instant(BigInt(whole(seconds)) * 1_000_000_000n + BigInt(whole(nanos)))),
  ),
  'datetime.fromepochmillis': strict(1, 1, [['number']], ([millis]) =>
    ranged(() => instant(BigInt(whole(millis)) * 1_000_000n)),
  ),
  timestamp: strict(0, 0, [], (_, { now }) => Number(epochNanos(now, now, Number(zoneOf(now))) / 1_000_000n)),
  duration: strict(1, 1, [['string', 'map', 'duration']], duration),
  'duration.between': difference('all'),
  'duration.inmonths': difference('months'),
  'duration.indays': difference('days'),
  'duration.inseconds': difference('seconds'),
};
