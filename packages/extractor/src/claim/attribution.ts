import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { argumentsOf } from './arguments.ts';
import { governors } from './governors.ts';
import type { Quotation } from './quotations.ts';
import type { StatusReader } from './status.ts';
import { isPassive, isPredicate } from './tree.ts';
import { namedModifiers } from './works.ts';
import { makersOf } from './undertakers.ts';

/** Whose words a predicate is. */
export interface Attribution {
  /** Entities, innermost first. */
  readonly speakers: readonly string[];
  /** Somebody says it, and the text does not tell who: "is said to". */
  readonly impersonal: boolean;
  /** Somebody says it whom we cannot name. */
  readonly unknown: boolean;
}

/** Finds who says what stands at a token: governing verbs, "according to", and quotation marks. */
export class AttributionReader {
  readonly #doc: Doc;
  readonly #actors: Actors;
  readonly #status: StatusReader;
  readonly #quotes: readonly (Quotation | undefined)[];

  constructor(doc: Doc, actors: Actors, status: StatusReader, quotations: readonly Quotation[]) {
    this.#doc = doc;
    this.#actors = actors;
    this.#status = status;
    const quotes = Array.from<Quotation | undefined>({ length: doc.length });
    for (const quotation of quotations) if (!quotation.scare) quotes.fill(quotation, quotation.from, quotation.to);
    this.#quotes = quotes;
  }

  /** The quotation around a token, if any. */
  quotationAt(token: number): Quotation | null {
    return this.#quotes[token] ?? null;
  }

  /** Who speaks at a token: the one who is quoted there. */
  speakerAt(token: number): Actor | null {
    const cue = this.#quotes[token]?.cue ?? -1;
    return cue < 0 ? null : (this.#saidBy(cue)[0] ?? null);
  }

  /** Who is spoken to at a token: the person by name to whom its quotation is said ("you" to reporters is anybody). */
  hearerAt(token: number): Actor | null {
    const cue = this.#quotes[token]?.cue ?? -1;
    if (cue < 0 || isPassive(this.#doc, cue)) return null;
    const { obj, iobj, oblique } = argumentsOf(this.#doc, cue);
    const named = [...iobj, ...obj, ...(oblique.get('to') ?? [])]
      .filter((one) => this.#quotes[one] === undefined)
      .flatMap((one) => this.#actors.at(one))
      .find(({ form, type }) => form === 'name' && /^(?:Person|Official)$/u.test(type));
    return named && named.entity !== this.speakerAt(token)?.entity ? named : null;
  }

  /** Speakers of a predicate. */
  of(token: number): Attribution {
    const quotation = this.quotationAt(token);
    const { sayers } = this.#status.of(token);
    let chain = sayers;
    if (quotation) {
      const inside = sayers.filter((sayer) => sayer >= quotation.from && sayer < quotation.to);
      const outside = sayers.filter((sayer) => !inside.includes(sayer) && sayer !== quotation.cue);
      const beyond = quotation.cue < 0 ? [] : this.#status.of(quotation.cue).sayers;
      chain = [...inside, quotation.cue, ...new Set([...outside, ...beyond])];
    }
    const speakers: string[] = [];
    let [impersonal, unknown] = [false, false];
    for (const sayer of chain) {
      const [by] = sayer < 0 ? [] : this.#saidBy(sayer);
      if (by) {
        if (speakers.at(-1) !== by.entity) speakers.push(by.entity);
      } else if (sayer >= 0 && this.#isImpersonal(sayer)) impersonal = true;
      // "the experiment showed that": it holds, though nobody says it.
      else if (sayer < 0 || !(this.#isAsking(sayer) || this.#isFinding(sayer))) unknown = true;
    }
    return { speakers, impersonal, unknown };
  }

  #saidBy(sayer: number): readonly Actor[] {
    const doc = this.#doc;
    if (!isPredicate(doc, sayer)) {
      const here = this.#actors.speaking(sayer);
      return here.length > 0 || doc.upos(sayer) !== 'NOUN' ? here : this.#owners(sayer);
    }
    const { subj, obj } = argumentsOf(doc, sayer);
    // "..., continued the letter": behind a quotation the speaker stands where an object would.
    // Words inside a quotation are not the subject of the verb outside that says them.
    const outside = subj.filter((token) => this.#quotes[token] === undefined || this.#quotes[sayer] !== undefined);
    return (outside.length > 0 || isPassive(doc, sayer) || this.#isAsking(sayer) ? outside : obj).flatMap((subject) => {
      const here = this.#actors.speaking(subject);
      return here.length > 0 ? here : this.#owners(subject);
    });
  }

  /** "the governor's remarks", "an allegation by the governor": what is said speaks for whoever says it. */
  #owners(noun: number): readonly Actor[] {
    const makers = makersOf(this.#doc, noun).flatMap((owner) => this.#actors.at(owner));
    // "a Reuters investigation found"
    return makers.length > 0 ? makers : namedModifiers(this.#doc, this.#actors, noun);
  }

  /** "requiring states to act": who is asked says nothing, and what is asked may have no speaker. */
  #isAsking(sayer: number): boolean {
    const doc = this.#doc;
    const isToDo = doc
      .children(sayer)
      .some((child) => child > sayer && doc.lower(child - 1) === 'to' && doc.xpos(child) === 'VB');
    return isToDo && governors.objectControl.has(doc.lemma(sayer).toLowerCase());
  }

  #isFinding(sayer: number): boolean {
    return governors.verbs.get(this.#doc.lemma(sayer).toLowerCase()) === 'finding';
  }

  #isImpersonal(sayer: number): boolean {
    const doc = this.#doc;
    return isPredicate(doc, sayer) && isPassive(doc, sayer) && argumentsOf(doc, sayer).subj.length === 0;
  }
}
