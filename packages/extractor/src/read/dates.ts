const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const month = String.raw`(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const forms: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/u,
  new RegExp(String.raw`\b${month}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})\b`, 'iu'),
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month},?\s+(?<year>\d{4})\b`, 'iu'),
];
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The first full date of a text as `YYYY-MM-DD`, null if it has none. "3/4/2023" is read differently by country and is none. */
export function dateIn(text: string): string | null {
  let first: { readonly at: number; readonly date: string } | null = null;
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null || (first && first.at <= match.index)) continue;
    const { year = '', number, month: name = '', day = '' } = match.groups ?? {};
    const index =
      number === undefined ? months.findIndex((one) => one === name.slice(0, 3).toLowerCase()) : Number(number) - 1;
    const last = index === 1 && !isLeap(Number(year)) ? 28 : (lengths[index] ?? 0);
    if (Number(day) < 1 || Number(day) > last) continue;
    first = { at: match.index, date: `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}` };
  }
  return first?.date ?? null;
}
