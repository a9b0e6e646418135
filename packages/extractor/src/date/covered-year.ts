import type { Document } from '@attest/model';

/**
 * The year that an annual report is about: the one in its title, where it was published after that year ("2021 Country
 * Report" of March 2022; a "2022 Strategy Report" of that March is about what came before). Null for other documents.
 */
export function coveredYear({ kind, title, text, published }: Document): number | null {
  if (kind !== 'report') return null;
  const [first = ''] = text.trimStart().split('\n', 1);
  const heading = `${title} ${first}`;
  const years = new Set(heading.match(/\b(?:19|20)\d\d\b/gu) ?? []);
  const [year] = years;
  if (year === undefined || years.size !== 1 || !/\breports?\b/iu.test(heading)) return null;
  const from = published?.from ?? null;
  const isPast = from === null ? /\b(?:annual|country) reports?\b/iu.test(heading) : from.slice(0, 4) > year;
  return isPast ? Number(year) : null;
}
