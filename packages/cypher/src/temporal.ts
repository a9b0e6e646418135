const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;
const BASIC = /^(\d{4})(\d{2})(\d{2})$/u;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** A day of the Gregorian calendar, without a time. */
export class CypherDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
    if (!Number.isInteger(year) || year < 0 || year > 9999 || !Number.isInteger(day) || day < 1 || day > days) {
      throw new RangeError(`${year}-${month}-${day} is no date; write YYYY-MM-DD.`);
    }
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** From `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM` or `YYYY` (their first day). */
  static parse(text: string): CypherDate {
    const found = ISO.exec(text) ?? BASIC.exec(text);
    if (found === null) throw new RangeError(`"${text}" is no date; write YYYY-MM-DD.`);
    return new CypherDate(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1));
  }

  /** A number that orders dates. */
  get ordinal(): number {
    return this.year * 10_000 + this.month * 100 + this.day;
  }

  toString(): string {
    const pad = (value: number, size: number): string => String(value).padStart(size, '0');
    return `${pad(this.year, 4)}-${pad(this.month, 2)}-${pad(this.day, 2)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
