import { beforeTitles, degrees, longestTitle, suffixes, titles, type Title } from '../fixed/words.ts';
import { seatsNamed, stateOfMark } from '../fixed/territories.ts';
import { sortedSet } from '../order.ts';
import { foldName } from './fold.ts';

/** An office that a name's title tells, with the seats that its words may mean. */
export interface Office {
  readonly office: string;
  readonly field: string;
  readonly holders: Title['holders'];
  readonly seats: readonly string[];
  /** No longer held when it was written. */
  readonly former: boolean;
}

/** A person's name taken apart. */
export interface PersonName {
  /** Given names, then surnames; empty when only an office is named. */
  readonly tokens: readonly string[];
  readonly suffix: string | null;
  readonly offices: readonly Office[];
  readonly seats: readonly string[];
  readonly party: string | null;
}

const most = Math.max(longestTitle, 4);

interface Match<T> {
  readonly value: T;
  readonly length: number;
}
function longestAt<T>(words: readonly string[], at: number, find: (phrase: string) => T | undefined): Match<T> | null {
  for (let length = Math.min(most, words.length - at); length > 0; length -= 1) {
    const value = find(words.slice(at, at + length).join(' '));
    if (value !== undefined) return { value, length };
  }
  return null;
}
const seatAt = (words: readonly string[], at: number): Match<readonly string[]> | null =>
  longestAt(words, at, (phrase) => ((found) => (found.length > 0 ? found : undefined))(seatsNamed(phrase)));
const titleAt = (words: readonly string[], at: number): Match<Title> | null =>
  longestAt(words, at, (phrase) => titles.get(phrase));

/** Seat after a title: "of Kentucky", "for the United States". */
function seatAfter(words: readonly string[], at: number): Match<readonly string[]> | null {
  if (!['of', 'for', 'from', 'to', 'in'].includes(words[at] ?? '')) return null;
  const start = words[at + 1] === 'the' ? at + 2 : at + 1;
  const seat = seatAt(words, start);
  return seat && { value: seat.value, length: start - at + seat.length };
}

/** Titles and seats from a place in the words on; `end` is the first word that is neither. */
function readTitles(words: readonly string[]): { readonly offices: readonly Office[]; readonly end: number } {
  const offices: Office[] = [];
  let at = 0;
  let former = false;
  let seats: readonly string[] = [];
  let end = 0;
  while (at < words.length) {
    const title = titleAt(words, at);
    if (title) {
      at += title.length;
      const after = seatAfter(words, at);
      if (after) at += after.length;
      const { office, field, holders, seat } = title.value;
      const told = after?.value ?? (seats.length > 0 ? seats : seat === null ? [] : [seat]);
      offices.push({ office, field, holders, seats: told, former });
      end = at;
      seats = [];
      continue;
    }
    const seat = seatAt(words, at);
    const word = words[at] ?? '';
    if (seat) {
      seats = seat.value;
      at += seat.length;
    } else if (beforeTitles.includes(word)) {
      former ||= ['former', 'ex', 'late'].includes(word);
      at += 1;
    } else break;
  }
  return { offices, end };
}

/** What no seat is, although it stands after "of". */
const noSeat: ReadonlySet<string> = new Set(['', 'republic', 'state']);
/**
 * Offices that a title as written names: "Attorney General of Kentucky", "former U.S. Secretary of State". A seat that is
 * no country or state stands as it is written: "Mayor of Dallas".
 */
export function officesIn(title: string): readonly Office[] {
  const words = foldName(title).split(' ');
  const { offices, end } = readTitles(words);
  const rest = words
    .slice(words[end] === 'of' ? end + 1 : words.length)
    .join(' ')
    .replace(/^the /u, '');
  return offices.map((one, at) =>
    at === offices.length - 1 && one.holders === 'one' && one.seats.length === 0 && !noSeat.has(rest)
      ? { ...one, seats: [`~${rest}`] }
      : one,
  );
}

const mark = /[([]?\b([DRI])[-–]\s?((?:\p{L}\.?\s?)+)[)\]]?/u;

/** Takes a name with its titles apart. */
export function parsePerson(surface: string): PersonName {
  const party = mark.exec(surface);
  const state = stateOfMark(party?.[2] ?? '');
  const seatOfParty = state === undefined ? [] : [state];
  const plain = seatOfParty.length > 0 ? surface.replace(mark, ' ') : surface;
  const [name = '', ...apposition] = plain.replace(/,\s*(?=(?:Jr|Sr|[IV]+)\b)/gu, ' ').split(',');
  const words = foldName(name)
    .split(' ')
    .filter((word) => word !== '');
  const { offices, end } = readTitles(words);
  let tokens = words.slice(end);
  let suffix: string | null = null;
  while (tokens.length > 1) {
    const last = tokens.at(-1) ?? '';
    if (suffixes.has(last)) suffix = last;
    else if (!degrees.has(last)) break;
    tokens = tokens.slice(0, -1);
  }
  const all = [...offices, ...officesIn(apposition.join(' '))];
  return {
    tokens,
    suffix,
    offices: all,
    seats: sortedSet([...seatOfParty, ...all.flatMap(({ seats }) => seats)]),
    party: seatOfParty.length > 0 ? (party?.[1] ?? null) : null,
  };
}
