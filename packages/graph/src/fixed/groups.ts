import { jsonOf } from './read.ts';

interface GroupWords {
  readonly heads: Readonly<Record<string, readonly string[]>>;
  readonly headOfParty: string;
  readonly parties: Readonly<Record<string, string>>;
  readonly chambers: Readonly<Record<string, string>>;
  readonly approximate: readonly string[];
  readonly silent: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
}
const words = jsonOf('words/groups.json') as GroupWords;

const heads = new Map(
  Object.entries(words.heads).flatMap(([head, forms]) => forms.map((form) => [form, head] as const)),
);
const longest = Math.max(...[...heads.keys()].map((form) => form.split(' ').length));
/** What the members of a group are called when only their party is said: "18 Republicans". */
export const headOfParty = words.headOfParty;
export const partyNamed: ReadonlyMap<string, string> = new Map(Object.entries(words.parties));
/** What lawmakers of a chamber are called. */
export const headOfChamber: ReadonlyMap<string, string> = new Map(Object.entries(words.chambers));
/** Words that make a count no exact one. */
export const approximate: ReadonlySet<string> = new Set(words.approximate);
/** Words that tell nothing of a group besides what its head and count tell. */
export const silent: ReadonlySet<string> = new Set(words.silent);
export const numberWords: ReadonlyMap<string, number> = new Map(Object.entries(words.numbers));

/** Where a group's head stands in its words, by its longest form, and what it is called alike. */
export function headIn(
  all: readonly string[],
): { readonly from: number; readonly to: number; readonly head: string } | null {
  for (let length = Math.min(longest, all.length); length > 0; length -= 1)
    for (let from = 0; from + length <= all.length; from += 1) {
      const head = heads.get(all.slice(from, from + length).join(' '));
      if (head !== undefined) return { from, to: from + length, head };
    }
  return null;
}
