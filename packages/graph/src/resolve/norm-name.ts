/** A year in a law's name. */
export const year = /(?: of)? (?:19|20)\d\d\b/u;
const small: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'to', 'in', 'on', 'by']);
/** A law's name without its year. */
export const plainNorm = (key: string): string => key.replace(year, '');
/** A law's name without its year and without "Act". */
export const bareNorm = (key: string): string => plainNorm(key).replace(/ act$/u, '');
const lettersOf = (text: string): string =>
  text
    .split(' ')
    .map((word) => (small.has(word) ? '' : (word[0] ?? '')))
    .join('');
/** Acronyms that a law's name may have: with the "A" of "Act" and without. */
export const normLetters = (key: string): readonly string[] => [lettersOf(plainNorm(key)), lettersOf(bareNorm(key))];
