interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: readonly T[];
}
const node = <T>(): Node<T> => ({ next: new Map(), values: [] });
const wordCharacter = /[\p{L}\p{N}]/u;

/** What a phrase found in a text stands for, and where it ends. */
export interface PhraseHit<T> {
  readonly end: number;
  readonly values: readonly T[];
}

/**
 * Finds the longest of many phrases at a place of a text, by a trie over characters. White space of any length is one
 * space, and a curly apostrophe a straight one.
 */
export class PhraseIndex<T> {
  readonly #root: Node<T> = node();
  readonly #fold: boolean;
  /** `fold`: upper and lower case are the same. */
  constructor(entries: Iterable<readonly [string, T]>, fold: boolean) {
    this.#fold = fold;
    for (const [phrase, value] of entries) this.#add(phrase, value);
  }

  #add(phrase: string, value: T): void {
    let at = this.#root;
    for (const character of (this.#fold ? phrase.toLowerCase() : phrase).replaceAll('’', "'")) {
      const next = at.next.get(character) ?? node<T>();
      at.next.set(character, next);
      at = next;
    }
    at.values = [...at.values, value];
  }

  /** The longest phrase that begins at an offset and ends at a word's border; null if there is none. */
  at(text: string, offset: number): PhraseHit<T> | null {
    let [at, index]: [Node<T> | undefined, number] = [this.#root, offset];
    let hit: PhraseHit<T> | null = null;
    while (index < text.length) {
      const code = text.codePointAt(index) ?? 0;
      const raw = String.fromCodePoint(code);
      const isSpace = /\s/u.test(raw);
      const character = isSpace ? ' ' : raw === '’' ? "'" : this.#fold ? raw.toLowerCase() : raw;
      at = at.next.get(character);
      if (!at) break;
      index += raw.length;
      if (isSpace) while (/\s/u.test(text[index] ?? '')) index++;
      if (at.values.length > 0 && !wordCharacter.test(text[index] ?? '')) hit = { end: index, values: at.values };
    }
    return hit;
  }
}
