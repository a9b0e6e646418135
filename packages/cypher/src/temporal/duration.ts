import { CypherDuration } from '../temporal.ts';
import { parseDate, parseTime } from './parse.ts';

const NANOS = 1_000_000_000n;
const DAY_NANOS = 86_400n * NANOS;
/** An average Gregorian month: 2 629 746 seconds. */
const MONTH_NANOS = 2_629_746e9;

const fraction = (value: number, unit: number): bigint => BigInt(Math.round((value - Math.trunc(value)) * unit));

/** A duration of months, days, and nanoseconds of any number. */
export function normalised(months: number, days: number, nanos: bigint): CypherDuration {
  const rest = ((nanos % NANOS) + NANOS) % NANOS;
  return new CypherDuration(months, days, (nanos - rest) / NANOS, Number(rest));
}

/** Fractions of months and days run over into the smaller units, by average lengths, as Neo4j does it. */
function durationOf(months: number, days: number, seconds: number, nanos: number): CypherDuration {
  for (const part of [months, days, seconds, nanos]) {
    if (!Number.isFinite(part)) throw new RangeError('A part of the duration is no finite number.');
  }
  const dayNanos =
    BigInt(Math.trunc(days)) * DAY_NANOS + fraction(days, Number(DAY_NANOS)) + fraction(months, MONTH_NANOS);
  const wholeDays = dayNanos / DAY_NANOS;
  const rest = dayNanos - wholeDays * DAY_NANOS;
  const secondNanos = BigInt(Math.trunc(seconds)) * NANOS + fraction(seconds, 1e9) + BigInt(Math.trunc(nanos));
  return normalised(Math.trunc(months), Number(wholeDays), rest + secondNanos);
}

const UNITS: Readonly<Record<string, readonly [part: 0 | 1 | 2 | 3, factor: number]>> = {
  years: [0, 12],
  quarters: [0, 3],
  months: [0, 1],
  weeks: [1, 7],
  days: [1, 1],
  hours: [2, 3600],
  minutes: [2, 60],
  seconds: [2, 1],
  milliseconds: [3, 1e6],
  microseconds: [3, 1e3],
  nanoseconds: [3, 1],
};

/** From `{days: 1.5, ...}`; throws a RangeError for a unit that is none. */
export function durationFromMap(map: Readonly<Record<string, number>>): CypherDuration {
  const parts: [number, number, number, number] = [0, 0, 0, 0];
  if (Object.keys(map).length === 0) throw new RangeError('A duration needs at least one unit.');
  for (const [name, value] of Object.entries(map)) {
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (unit === undefined) throw new RangeError(`A duration has no ${name}; use years to nanoseconds.`);
    parts[unit[0]] += value * unit[1];
  }
  return durationOf(...parts);
}

const NUMBER = '([-+]?\\d+(?:[.,]\\d+)?)';
const ISO = new RegExp(
  `^([-+])?P(?=[-+\\d]|T[-+\\d])(?:${NUMBER}Y)?(?:${NUMBER}Q)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?=[-+\\d])(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
);
const AS_DATE = /^P(\d{4}-?\d{2}-?\d{2})(?:T(.+))?$/;

/** From ISO 8601: `P1Y2M3DT4H5M6.7S`, also with fractions, or `P2012-02-02T14:37:21`; throws a RangeError otherwise. */
export function parseDuration(text: string): CypherDuration {
  const dated = AS_DATE.exec(text);
  if (dated !== null) {
    const { year, month, day } = parseDate(dated[1]!);
    const { hour, minute, second, nanosecond } = parseTime(dated[2] ?? '00');
    return durationOf(year * 12 + month, day, hour * 3600 + minute * 60 + second, nanosecond);
  }
  const found = ISO.exec(text);
  if (found === null) throw new RangeError(`"${text}" is no duration; write P1Y2M3DT4H5M6S.`);
  const sign = found[1] === '-' ? -1 : 1;
  const [years = 0, quarters = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(2)
    .map((part: string | undefined) => (part === undefined ? 0 : sign * Number(part.replace(',', '.'))));
  // A fraction of a second is read from its digits: as a float it would lose nanoseconds.
  const [, whole = '0', digits = ''] = /^([-+]?\d*)(?:[.,](\d*))?$/.exec(found[9] ?? '0') ?? [];
  const secondsSign = whole.startsWith('-') ? -sign : sign;
  const nanos = secondsSign * Number(digits.slice(0, 9).padEnd(9, '0'));
  const seconds = secondsSign * Math.abs(Number(whole));
  return durationOf(years * 12 + quarters * 3 + months, weeks * 7 + days, hours * 3600 + minutes * 60 + seconds, nanos);
}

const totalNanos = ({ seconds, nanoseconds }: CypherDuration): bigint => BigInt(seconds) * NANOS + BigInt(nanoseconds);

export const addDurations = (a: CypherDuration, b: CypherDuration, sign: 1 | -1): CypherDuration =>
  normalised(a.months + sign * b.months, a.days + sign * b.days, totalNanos(a) + BigInt(sign) * totalNanos(b));

export function scaleDuration(a: CypherDuration, factor: number): CypherDuration {
  const { months, days, seconds, nanoseconds } = a;
  if (Number.isInteger(factor)) return normalised(months * factor, days * factor, totalNanos(a) * BigInt(factor));
  return durationOf(months * factor, days * factor, Number(seconds) * factor, nanoseconds * factor);
}

export const divideDuration = (a: CypherDuration, by: number): CypherDuration =>
  durationOf(a.months / by, a.days / by, Number(a.seconds) / by, a.nanoseconds / by);

/** A length by which durations can be put in order. */
export const averageNanos = (a: CypherDuration): bigint =>
  BigInt(a.months) * BigInt(MONTH_NANOS) + BigInt(a.days) * DAY_NANOS + totalNanos(a);
