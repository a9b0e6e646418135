/** One day, a year, a range, or nothing; as the data has it, from days as YYYY-MM-DD. */
export function dateWords(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : `until ${to}`;
  if (to === undefined) return `from ${from}`;
  if (from === to) return from;
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31')) return from.slice(0, 4);
  return `${from} to ${to}`;
}
