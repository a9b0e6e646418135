import { isStop } from './words.ts';

/** A stretch of a note with one authority in it, or with none (prose); offsets are those of the note's text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const dayComma = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},(?= \d{4}\b)/gu;
const longestBracket = 1200;

/** The text with brackets, quotations and addresses filled up, so that commas and stops inside do not count. */
export function masked(text: string): string {
  return text
    .replaceAll(/https?:\/\/\S+/gu, (address) => address.replace(/[^.,;]|[.,;](?!$)/gu, 'u'))
    .replaceAll(/"[^"]{0,1200}"/gu, (quote) =>
      // A sentence can end with the quotation.
      // "Storm hits coast," of American print.
      quote.endsWith(',"')
        ? `${'"'.repeat(quote.length - 1)},`
        : /[.?!]"$/u.test(quote)
          ? `${'"'.repeat(quote.length - 2)}."`
          : '"'.repeat(quote.length),
    )
    .replaceAll(dayComma, (day) => day.replace(',', 'd'))
    .replaceAll(/\((?:[^()]|\([^()]{0,200}\)){0,600}\)/gu, (bracket) =>
      bracket.length > longestBracket ? bracket : `(${'b'.repeat(Math.max(0, bracket.length - 2))})`,
    );
}

/** Cuts a note into clauses: at semicolons and after sentences, but not inside brackets, quotations and addresses. */
export function clausesOf(text: string): readonly Clause[] {
  const flat = masked(text);
  const cuts: number[] = [0];
  for (const match of flat.matchAll(/;\s+|\.["”']?\s+(?=["“'(*[]?[\p{Lu}\d])/gu)) {
    // "the U.S." Id.": a quotation that ends with an abbreviation ends with a sentence all the same.
    const isEnd = /^(?:;|\.["”'])/u.test(match[0]);
    if (
      isEnd ||
      !isStop(text.slice(Math.max(0, match.index - 16), match.index)) ||
      endsAuthority(text.slice(0, match.index))
    )
      cuts.push(match.index + match[0].length);
  }
  cuts.push(text.length);
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0;
    const clause = text.slice(start, end);
    const lead = clause.length - clause.trimStart().length;
    const trimmed = clause.trim().replace(/;$/u, '');
    return trimmed === '' ? [] : [{ start: start + lead, end: start + lead + trimmed.length, text: trimmed }];
  });
}

/** "Id." is itself a whole clause where a new sentence follows it. */
const endsAuthority = (before: string): boolean => /(?:^|[\s;])(?:Id|Ibid)$/u.test(before);
