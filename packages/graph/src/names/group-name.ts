import { approximate, headIn, headOfChamber, headOfParty, numberWords, partyNamed, silent } from '../fixed/groups.ts';
import { seatsMayBeOne, seatsNamed } from '../fixed/territories.ts';
import { sortedSet } from '../order.ts';
import { foldName } from './fold.ts';

/** A counted group taken apart: "a coalition of 18 Republican attorneys general of U.S. states". */
export interface GroupName {
  readonly count: number;
  /** What its members are, by one word for all that are called alike. */
  readonly head: string;
  readonly party: string | null;
  readonly former: boolean;
  /** Codes of countries and states, sorted. */
  readonly seats: readonly string[];
  /** All other words that tell something, sorted. */
  readonly rest: readonly string[];
}

/** The one exact number in some words, and the words without it; null when there is none or more than one. */
function counted(words: readonly string[]): { readonly count: number; readonly others: readonly string[] } | null {
  const values = words.map((word) => (/^\d{1,4}$/u.test(word) ? Number(word) : (numberWords.get(word) ?? null)));
  const numbers = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const [first, second, ...more] = numbers;
  if (!first || more.length > 0 || words.some((word) => approximate.has(word))) return null;
  const others = words.filter((_, at) => values[at] === null);
  if (!second) return { count: first.value, others };
  // "Two dozen", "twenty-one".
  if (second.at !== first.at + 1) return null;
  if (words[second.at] === 'dozen') return { count: first.value * 12, others };
  return first.value >= 20 && first.value % 10 === 0 && second.value < 10
    ? { count: first.value + second.value, others }
    : null;
}

const isSeat = (phrase: string): readonly string[] => {
  const own = seatsNamed(phrase);
  return own.length > 0 ? own : seatsNamed(phrase.replace(/s$/u, ''));
};

function parseGroup(name: string): GroupName | null {
  const found = counted(foldName(name).replaceAll('-', ' ').split(' '));
  if (!found || found.count < 2) return null;
  const { others } = found;
  const named = headIn(others);
  const head = named?.head ?? (others.some((word) => word.endsWith('s') && partyNamed.has(word)) ? headOfParty : null);
  if (head === null) return null;
  const rest: string[] = [];
  const seats: string[] = [];
  let [party, chamber, former] = [null as string | null, null as string | null, false];
  const left = others.filter((_, at) => named === null || at < named.from || at >= named.to);
  for (let at = 0; at < left.length; at += 1) {
    const word = left[at] ?? '';
    const pair = isSeat(left.slice(at, at + 2).join(' '));
    if (partyNamed.has(word)) party = partyNamed.get(word) ?? null;
    else if (headOfChamber.has(word)) chamber = headOfChamber.get(word) ?? null;
    else if (word === 'former' || word === 'ex' || word === 'retired') former = true;
    else if (pair.length > 0 && at + 1 < left.length) {
      seats.push(...pair);
      at += 1;
    } else if (isSeat(word).length > 0) seats.push(...isSeat(word));
    else if (!silent.has(word)) rest.push(word);
  }
  const own = head === headOfParty ? (chamber ?? head) : head;
  return { count: found.count, head: own, party, former, seats: sortedSet(seats), rest: sortedSet(rest) };
}

/** What the names of one group tell; null when none has an exact count and a known head, or two differ in them. */
export function groupOf(names: readonly string[]): GroupName | null {
  const all = names.flatMap((name) => parseGroup(name) ?? []);
  const [first, ...more] = all;
  if (!first || more.some(({ count, head }) => count !== first.count || head !== first.head)) return null;
  return {
    ...first,
    party: all.find(({ party }) => party !== null)?.party ?? null,
    former: all.some(({ former }) => former),
    seats: sortedSet(all.flatMap(({ seats }) => seats)),
    rest: sortedSet(all.flatMap(({ rest }) => rest)),
  };
}

/** Whether nothing that both names tell keeps two groups apart: party, country or state. */
export const mayBeOneGroup = (a: GroupName, b: GroupName): boolean =>
  (a.party === null || b.party === null || a.party === b.party) && seatsMayBeOne(a.seats, b.seats);
