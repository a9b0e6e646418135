import { keyNameOf } from '@attest/model';

/** An actor as lists show it. */
export interface Brief {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
/** An actor with the forms of its names under which it is looked for, and how many edges it has. */
export interface NameEntry {
  readonly item: Brief;
  readonly keys: readonly string[];
  readonly links: number;
}

/** How well a name fits what was typed: the whole name, the start of a word, somewhere in it, not at all. */
function rankOf(keys: readonly string[], typed: string): number {
  if (keys.includes(typed)) return 0;
  if (keys.some((key) => key.startsWith(typed) || key.includes(` ${typed}`))) return 1;
  return keys.some((key) => key.includes(typed)) ? 2 : 3;
}

/** Names and aliases of all actors in the form under which they are compared. */
export class NameIndex {
  readonly #entries: readonly NameEntry[];
  constructor(entries: readonly NameEntry[]) {
    this.#entries = entries;
  }

  /** Best first: by fit, then by the number of links, then by id. Marks, case, articles do not matter. */
  find(text: string, limit: number): readonly Brief[] {
    const typed = keyNameOf(text);
    if (typed === '') return [];
    return this.#entries
      .map(({ item, keys, links }) => ({ item, links, rank: rankOf(keys, typed) }))
      .filter(({ rank }) => rank < 3)
      .toSorted((a, b) => a.rank - b.rank || b.links - a.links || (a.item.id < b.item.id ? -1 : 1))
      .slice(0, limit)
      .map(({ item }) => item);
  }
}
