/** A day of the proleptic Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);

export const yearLength = (year: number): number => (isLeap(year) ? 366 : 365);

/** Days since 1970-01-01. Method: H. Hinnant, "chrono-compatible low-level date algorithms". */
export function toEpochDay({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that is so many days after 1970-01-01. */
export function fromEpochDay(days: number): Day {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Monday is 1, Sunday is 7. */
export function weekday(epochDay: number): number {
  const mod = (epochDay + 3) % 7;
  return (mod < 0 ? mod + 7 : mod) + 1;
}

/** The Monday of the first ISO week of a year: the week with January 4. */
function firstWeek(year: number): number {
  const fourth = toEpochDay({ year, month: 1, day: 4 });
  return fourth - weekday(fourth) + 1;
}

export const weeksIn = (weekYear: number): number => (firstWeek(weekYear + 1) - firstWeek(weekYear)) / 7;

export const fromWeek = (weekYear: number, week: number, dayOfWeek: number): number =>
  firstWeek(weekYear) + (week - 1) * 7 + dayOfWeek - 1;

/** The ISO week of a day, and the year that the week belongs to. */
export function weekOf(epochDay: number): { readonly weekYear: number; readonly week: number } {
  const thursday = epochDay - weekday(epochDay) + 4;
  const weekYear = fromEpochDay(thursday).year;
  return { weekYear, week: Math.floor((epochDay - firstWeek(weekYear)) / 7) + 1 };
}

export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1;

export const ordinalDay = (day: Day): number => toEpochDay(day) - toEpochDay({ year: day.year, month: 1, day: 1 }) + 1;

export const dayOfQuarter = (day: Day): number =>
  toEpochDay(day) - toEpochDay({ year: day.year, month: quarterOf(day.month) * 3 - 2, day: 1 }) + 1;

/** Adds months; a day that the month does not have becomes its last. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const total = year * 12 + month - 1 + months;
  const nextYear = Math.floor(total / 12);
  const nextMonth = total - nextYear * 12 + 1;
  return { year: nextYear, month: nextMonth, day: Math.min(day, monthLength(nextYear, nextMonth)) };
}
