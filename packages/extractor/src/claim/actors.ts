import type { TiedMention } from '../entity/local-entities.ts';
import type { Doc } from '../language/annotate.ts';
import { governors } from './governors.ts';
import { conjunctsOf, prepositionOf } from './tree.ts';

/** Who stands at a place in the tree. */
export interface Actor {
  readonly entity: string;
  readonly type: string;
  readonly token: number;
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** Nominals that stand for their members: "cartels such as Sinaloa and the Gulf Cartel". */
const exemplifying = new Set(['such as', 'like']);
/** Before those who are named besides the whole: "four men, including Soto". */
const including = new Set(['including', 'notably']);

/** The mentions of a document by the tokens at which they hang. */
export class Actors {
  readonly #doc: Doc;
  readonly #at = new Map<number, TiedMention[]>();
  /** Who speaks at a token, for "we" and "I". */
  speakerAt: (token: number) => Actor | null = () => null;
  /** Who is spoken to at a token, for "you". */
  hearerAt: (token: number) => Actor | null = () => null;
  /** Who speaks in a letter or statement, by its entity. */
  authors: ReadonlyMap<string, Actor> = new Map();
  /** For whom office holders say "we", by their entity. */
  meantByWe: ReadonlyMap<string, { readonly id: string; readonly type: string }> = new Map();

  constructor(doc: Doc, mentions: readonly TiedMention[]) {
    this.#doc = doc;
    for (const mention of mentions)
      for (let token = mention.from; token < mention.to; token += 1)
        this.#at.set(token, [...(this.#at.get(token) ?? []), mention]);
  }

  /** The mention that hangs at a token: by its head, else the largest one that covers it. */
  mentionAt(token: number): TiedMention | null {
    const here = (this.#at.get(token) ?? []).filter((one) => one.form !== 'modifier');
    const headed = here.filter((one) => one.head === token);
    // "a coalition of 33 attorneys | that urged Congress": the counted noun stands for the whole mention.
    const covering = here.filter(
      (one) =>
        one.form === 'name' || (one.nominal !== undefined && token >= one.nominal.noun && one.head < one.nominal.noun),
    );
    const [best] = (headed.length > 0 ? headed : covering).toSorted((a, b) => b.to - b.from - (a.to - a.from));
    return best ?? null;
  }

  /** The modifier that names an actor at a token, and not also the noun that it modifies: "Mexican" of "Mexican officials". */
  modifierAt(token: number, of: number): Actor | null {
    const found = (this.#at.get(token) ?? []).find((one) => of < one.from || of >= one.to);
    return found ? this.#actor(found, token) : null;
  }

  /** Everybody who stands at a nominal, with those coordinated with it. */
  at(token: number): readonly Actor[] {
    return conjunctsOf(this.#doc, token).flatMap((member) => this.#single(member));
  }

  /** Who says "I" or "we" at a token, himself and not his country; null if nobody does. */
  firstPerson(token: number): Actor | null {
    return this.mentionAt(token)?.person?.startsWith('first') === true ? this.speakerAt(token) : null;
  }

  /** Whether "you" stands at a token. */
  isHearer(token: number): boolean {
    return this.mentionAt(token)?.person === 'second';
  }

  /** Those at a nominal as the ones who speak: the author of a letter instead of the letter, where he is known. */
  speaking(token: number): readonly Actor[] {
    return this.at(token).map((actor) => this.authors.get(actor.entity) ?? actor);
  }

  #actor(mention: TiedMention, token: number): Actor | null {
    const meant = mention.person === 'second' ? this.hearerAt : this.speakerAt;
    const speaker = mention.entity === null ? meant(token) : null;
    if (mention.entity === null && speaker === null) return null;
    const entity = mention.entity ?? speaker?.entity ?? '';
    const group = mention.person === 'first-plural' ? this.meantByWe.get(entity) : undefined;
    return {
      entity: group?.id ?? entity,
      type: group?.type ?? speaker?.type ?? mention.type,
      token,
      start: mention.start,
      end: mention.end,
      form: mention.form,
    };
  }

  /** To whom what a noun names belongs: "the government's ability", "Mexican leadership". */
  owners(token: number): readonly Actor[] {
    const doc = this.#doc;
    // What stands inside a proper name owns nothing: "the Community of West African States".
    const relations = doc.upos(token) === 'PROPN' ? ['nmod:poss'] : ['nmod:poss', 'amod', 'compound'];
    const owners = doc.childrenBy(token, ...relations).flatMap((child) => {
      const [whom] = this.ofWhom(child);
      if (whom) return [whom];
      const owner = this.mentionAt(child) ?? this.#at.get(child)?.[0];
      const actor = owner ? this.#actor(owner, token) : null;
      return actor ? [actor] : [];
    });
    return owners.slice(0, 1);
  }

  /** "four men, including Soto", "four men were arrested, among them Soto": members that are named besides the whole. */
  #named(token: number): readonly Actor[] {
    const doc = this.#doc;
    const isArgument = /^(?:nsubj|obj)/u.test(doc.deprel(token));
    const near = [token, ...(isArgument ? [doc.head(token)] : [])].flatMap((one) => doc.childrenBy(one, 'nmod', 'obl'));
    return near
      .filter((child) => child > token)
      .flatMap((child) => {
        const preposition = prepositionOf(doc, child);
        // "attorneys general of 21 states, including Ohio": a member of the states.
        const isOfInner = doc
          .childrenBy(token, 'nmod')
          .some((inner) => inner < child && prepositionOf(doc, inner) !== '' && /^NNP?S$/u.test(doc.xpos(inner)));
        if (including.has(preposition)) return doc.head(child) === token && !isOfInner ? this.at(child) : [];
        const isThem = preposition === 'among' && /^(?:them|whom)$/u.test(doc.lower(child));
        return isThem ? this.#listed(child) : [];
      });
  }

  /** Who stands in a list behind a pronoun: people by their names, whatever the parser takes for the head. */
  #listed(pronoun: number): readonly Actor[] {
    const below = this.#doc.descendants(pronoun).filter((token) => token > pronoun);
    const names = [...new Set(below.flatMap((token) => this.#at.get(token) ?? []))].filter(
      (mention) => mention.form === 'name',
    );
    const people = names.filter(({ type }) => type === 'Person' || type === 'Official');
    return (people.length > 0 ? people : names.slice(0, 1)).flatMap(
      (mention) => this.#actor(mention, mention.head) ?? [],
    );
  }

  /** "Sudan, whose war with Chad": whom the relative clause describes. */
  ofWhom(whose: number): readonly Actor[] {
    const doc = this.#doc;
    if (doc.lower(whose) !== 'whose') return [];
    let clause = doc.head(whose);
    while (clause >= 0 && !/^(?:acl|ccomp|parataxis|advcl)/u.test(doc.deprel(clause))) clause = doc.head(clause);
    const noun = clause < 0 ? -1 : doc.head(clause);
    return noun >= 0 && noun < whose && doc.upos(noun) !== 'VERB' ? this.#single(noun) : [];
  }

  #single(token: number): readonly Actor[] {
    const doc = this.#doc;
    const members = doc
      .childrenBy(token, 'nmod', 'acl', 'obl')
      .filter((child) => exemplifying.has(prepositionOf(doc, child)))
      .flatMap((child) => this.at(child));
    const mention = this.mentionAt(token);
    const named = mention ? this.#named(token) : [];
    const whole = named.length > 0 && mention ? this.#actor(mention, token) : null;
    // "attorneys general, including of Ohio": a place is no member of people.
    if (whole)
      return [
        whole,
        ...named.filter(({ entity, type }) => entity !== whole.entity && (type !== 'Place' || whole.type === 'Place')),
      ];
    // Goods are meant as a kind as well: "opioids like fentanyl".
    const kind = mention?.type === 'Substance' ? this.#actor(mention, token) : null;
    if (members.length > 0) return kind ? [kind, ...members] : members;
    const apposition = doc.childrenBy(token, 'appos').find((child) => this.mentionAt(child)?.form === 'name');
    // "two cartels — Sinaloa and the Jalisco New Generation Cartel": who they are is told right behind.
    if (mention?.form === 'nominal' && apposition !== undefined) return this.at(apposition);
    // "rammed Vietnam's boats": what stands for its owner does so though it is a thing of its own.
    if (mention?.type === 'Substance' && governors.belongings.has(doc.lemma(token).toLowerCase())) {
      const owners = this.owners(token);
      if (owners.length > 0) return owners;
    }
    if (mention) {
      const actor = this.#actor(mention, token);
      return actor ? [actor] : [];
    }
    // "Spain's refusal to sanction": the owner is who refuses.
    if (doc.deprel(token) === 'nmod:poss' || doc.deprel(token) === 'compound') {
      const owner = this.modifierAt(token, doc.head(token));
      if (owner) return [owner];
    }
    // "6 tons of fentanyl", "a group of senators": what is measured or gathered is meant.
    if (governors.transparent.has(doc.lemma(token).toLowerCase())) {
      const inner = doc.childrenBy(token, 'nmod').filter((child) => prepositionOf(doc, child) === 'of');
      return inner.flatMap((child) => this.at(child));
    }
    if (governors.belongings.has(doc.lemma(token).toLowerCase())) {
      const owners = this.owners(token);
      if (owners.length > 0) return owners;
    }
    const other = doc.child(token, 'appos');
    return other >= 0 ? this.#single(other) : [];
  }
}
