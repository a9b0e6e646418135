import { foldName } from '../names/fold.ts';
import { ensured } from '../order.ts';
import { listOf, rowsOf } from './read.ts';

/** Code of a country or U.S. state (ISO 3166) by its folded names; names of several lead to none. */
const byName = new Map<string, string>();
/** Codes by name and by adjective, also by such as others bear: used where the context tells a seat. */
const bySeatWord = new Map<string, string[]>();
/** States as party marks write them: "D-CT", "R-Ky.". */
const byMark = new Map<string, string>();

const addSeat = (word: string, code: string): void => {
  const codes = ensured(bySeatWord, word, () => []);
  if (!codes.includes(code)) codes.push(code);
};
for (const [code = '', usual = '', others, adjectives] of rowsOf('gazetteer/territories.tsv')) {
  const state = code.startsWith('US-');
  for (const name of [usual, ...listOf(others)]) {
    const folded = foldName(name.replace(/^!/u, ''));
    if (!name.startsWith('!')) byName.set(folded, code);
    addSeat(folded, code);
    if (state) byMark.set(folded, code);
  }
  for (const word of listOf(adjectives)) {
    if (state) byMark.set(foldName(word), code);
    else addSeat(foldName(word), code);
  }
  if (state) byMark.set(code.slice(3).toLowerCase(), code);
}

/** Code of the territory that a name alone tells, or undefined. */
export const territoryNamed = (name: string): string | undefined => byName.get(foldName(name));

/** Code of the state of a party mark, or undefined. */
export const stateOfMark = (text: string): string | undefined => byMark.get(foldName(text));

/** Codes that words in the place of a seat may tell: "Virginia", "Mexican". Folded words. */
export const seatsNamed = (folded: string): readonly string[] => bySeatWord.get(folded) ?? [];

/** Seats that may be one: equal, or either not known. */
export const seatsMayBeOne = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((seat) => b.includes(seat));
