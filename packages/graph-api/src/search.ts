import { keyNameOf, type GraphStore } from '@attest/model';
import { ask } from './own-queries.ts';

/** An actor as lists show it. */
export interface Brief {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
interface Named extends Brief {
  readonly aliases: readonly string[] | null;
  readonly links: number;
}
interface Entry {
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
  readonly #entries: readonly Entry[];
  private constructor(entries: readonly Entry[]) {
    this.#entries = entries;
  }

  static async from(store: GraphStore): Promise<NameIndex> {
    const rows = await ask<Named>(store, 'names');
    return new NameIndex(
      rows.map(({ id, name, type, aliases, links }) => ({
        item: { id, name, type },
        keys: [...new Set([name, ...(aliases ?? [])].map(keyNameOf))],
        links,
      })),
    );
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
