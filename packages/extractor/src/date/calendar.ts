import type { Happened } from '@attest/model';

/** A day without a time; month and day count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const two = (n: number): string => String(n).padStart(2, '0');
/** `YYYY-MM-DD`. */
export const iso = ({ year, month, day }: Day): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** The last day of a month. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day that `text` (`YYYY-MM-DD`) names. */
export function dayOf(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

/** A whole year, month or day as the range that it covers. */
export function rangeOf(year: number, month?: number, day?: number): Happened {
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  if (day === undefined)
    return {
      from: iso({ year, month, day: 1 }),
      to: iso({ year, month, day: lastDay(year, month) }),
      precision: 'month',
    };
  const at = iso({ year, month, day });
  return { from: at, to: at, precision: 'day' };
}

/** From the beginning of one range to the end of another. */
export const between = (first: Happened, last: Happened): Happened => ({
  from: first.from,
  to: last.to,
  precision: first.precision === last.precision ? first.precision : 'interval',
});

/** Days since an epoch, for differences. */
export const dayNumber = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / 86_400_000;

/** The day so many days later. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
