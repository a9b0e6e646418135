import type { Found } from '../mention/found.ts';

/** An actor of one document while its mentions are being gathered. */
export interface Actor {
  /** Under which it stands apart from others of its root. */
  readonly key: string;
  readonly root: string;
  type: string;
  name: string;
  readonly mentions: Found[];
  /** More than one person or body. */
  plural: boolean;
  gender: 'male' | 'female' | null;
  /** Names of what the person holds office in, as appositions tell. */
  readonly seats: Set<string>;
  /** Usual name of somebody known. */
  known: string | null;
}

/** A mention with its actor (null: only the claims stage can tell) and why. */
export interface Tie {
  readonly mention: Found;
  readonly actor: Actor | null;
  readonly reason: string;
}

/** The actors of one document, by root and key, in the order of their first mention. */
export class Cast {
  readonly #actors = new Map<string, Actor>();
  readonly #rootOf: (type: string) => string;
  constructor(rootOf: (type: string) => string) {
    this.#rootOf = rootOf;
  }

  get actors(): readonly Actor[] {
    return [...this.#actors.values()];
  }
  rootOf(type: string): string {
    return this.#rootOf(type);
  }
  find(type: string, key: string): Actor | undefined {
    return this.#actors.get(`${this.#rootOf(type)}|${key}`);
  }
  /** An actor of whom the document does not speak by itself (the country of a president). */
  imply(key: string, mention: Found): Actor {
    const known = this.find(mention.type, key) ?? this.actors.find((one) => one.name === mention.name);
    if (known) return known;
    const actor = this.add(key, mention);
    return actor;
  }
  /** The actor under a key of a type's root; made from the mention if it is new. */
  add(key: string, mention: Found): Actor {
    const root = this.#rootOf(mention.type);
    const known = this.#actors.get(`${root}|${key}`);
    if (known) {
      known.mentions.push(mention);
      return known;
    }
    const actor: Actor = {
      key,
      root,
      type: mention.type,
      name: mention.name,
      mentions: [mention],
      plural: mention.nominal?.plural ?? false,
      gender: null,
      seats: new Set(),
      known: null,
    };
    this.#actors.set(`${root}|${key}`, actor);
    return actor;
  }
}
