import { keyNameOf } from '@attest/model';
import { nouns, pronouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { territoryOf } from '../mention/gazetteer.ts';

/** The noun under which nouns of one kind of actor stand together: "drug trafficking organization" is a cartel. */
export const sameNoun = (noun: string): string => nouns.same[noun] ?? noun;

/** Adjectives that set a group apart from others of its noun: "federal prosecutors". */
export const contrastIn = (text: string): string =>
  text
    .toLowerCase()
    .split(' ')
    .filter((word) => nouns.contrasts.has(word))
    .join(' ');

/** An actor of one document while its mentions are being gathered, with what they tell of it. */
export class Actor {
  /** Under which it stands apart from others of its root. */
  readonly key: string;
  readonly root: string;
  readonly name: string;
  type: string;
  /** More than one person or body. */
  readonly plural: boolean;
  gender: 'male' | 'female' | null = null;
  /** All posts of the person are in parties, companies, unions: a title of office does not make an official. */
  isPrivate = false;
  /** Usual name of somebody known. */
  known: string | null = null;
  readonly mentions: Found[] = [];
  /** Nouns by which it is spoken of. */
  readonly nouns = new Set<string>();
  /** Titles and nouns of office, lower case. */
  readonly titles = new Set<string>();
  /** Names of what the person holds office in. */
  readonly seats = new Set<string>();
  /** Words of its names. */
  readonly words = new Set<string>();
  /** Countries and places in its noun phrases. */
  readonly lands = new Set<string>();
  readonly contrasts = new Set<string>();
  count: string | null = null;

  constructor(key: string, root: string, first: Found) {
    this.key = key;
    this.root = root;
    this.name = first.name;
    this.type = first.type;
    this.plural = first.nominal?.plural ?? false;
    const owner = /^(.+) of /u.exec(key)?.[1];
    if (owner !== undefined) this.nouns.add(owner);
  }

  /** Takes in one more mention. */
  note(mention: Found): void {
    this.mentions.push(mention);
    const { noun = '', form, title, office, nominal } = mention;
    if (nouns.male.has(noun)) this.gender ??= 'male';
    if (nouns.female.has(noun)) this.gender ??= 'female';
    if (form === 'pronoun') {
      const gender = pronouns.get(mention.name)?.gender;
      if (gender === 'male' || gender === 'female') this.gender ??= gender;
      return;
    }
    if (noun !== '' && form !== 'name') this.nouns.add(sameNoun(noun));
    if (title !== undefined) this.titles.add(title.toLowerCase());
    else if (form === 'nominal' && noun !== '') this.titles.add(noun);
    if (office !== undefined && office !== null) this.seats.add(territoryOf(office)?.name ?? office);
    for (const word of keyNameOf(mention.name).split(' ')) this.words.add(word);
    this.contrasts.add(contrastIn(mention.name));
    this.count ??= nominal?.count ?? null;
    if (form === 'nominal' && mention.type === 'Official' && this.type === 'Person') this.type = 'Official';
  }
}

/** A mention with its actor (null: only the claims stage can tell) and why. */
export interface Tie {
  readonly mention: Found;
  readonly actor: Actor | null;
  readonly reason: string;
}

/** The actors of one document, by root and key, in the order in which they come up. */
export class Cast {
  readonly #actors = new Map<string, Actor>();
  readonly #list: Actor[] = [];
  readonly #rootOf: (type: string) => string;
  constructor(rootOf: (type: string) => string) {
    this.#rootOf = rootOf;
  }

  get actors(): readonly Actor[] {
    return this.#list;
  }
  rootOf(type: string): string {
    return this.#rootOf(type);
  }
  find(type: string, key: string): Actor | undefined {
    return this.#actors.get(`${this.#rootOf(type)}|${key}`);
  }
  /** An actor of whom the document does not speak by itself (the country of a president). */
  imply(key: string, mention: Found): Actor {
    return (
      this.find(mention.type, key) ?? this.actors.find((one) => one.name === mention.name) ?? this.add(key, mention)
    );
  }
  /** The actor under a key of a type's root, with one more mention; made if it is new. */
  add(key: string, mention: Found): Actor {
    const root = this.#rootOf(mention.type);
    let actor = this.#actors.get(`${root}|${key}`);
    if (!actor) {
      actor = new Actor(key, root, mention);
      this.#actors.set(`${root}|${key}`, actor);
      this.#list.push(actor);
    }
    actor.note(mention);
    return actor;
  }
}
