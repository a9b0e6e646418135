import type { Doc } from '@attest/nlp';
import type { Actor, Tie } from './actor.ts';
import { interviewOf, type Interview, type Zone } from './interview.ts';
import { fellowsOf, selfNaming, type SelfNaming } from './self.ts';
import type { Antecedent } from './pronouns.ts';
import type { Scene } from './scene.ts';
import type { Found } from '../mention/found.ts';

/** Words between quotation marks, with the tokens at which those stand who may say them, the likeliest first. */
export interface Said {
  readonly from: number;
  readonly to: number;
  readonly sayers: readonly number[];
}

/** Who writes and who is written to, where the document is a letter or pleads. */
export interface Correspondents {
  readonly author: Actor | null;
  readonly addressee: Actor | null;
}

const isPerson = (actor: Actor | null | undefined): actor is Actor => actor?.root === 'Person' && !actor.plural;

/** Who speaks, and to whom, at each place of a document: between quotation marks, in a turn of a transcript or interview, in a letter. */
export class Speakers {
  readonly interview: Interview | null;
  readonly #scene: Scene;
  readonly #quotes: readonly (Said | undefined)[];
  readonly #zones: readonly (Zone | undefined)[];
  readonly #turns = new Map<number, Actor>();
  readonly #correspondents: Correspondents;
  #vocatives: readonly Tie[] | null = null;
  #self: SelfNaming | null = null;
  #fellows: readonly Actor[] | null = null;

  constructor(
    scene: Scene,
    names: readonly Tie[],
    zones: readonly Zone[],
    said: readonly Said[],
    correspondents: Correspondents,
  ) {
    const { doc } = scene;
    this.#scene = scene;
    this.#correspondents = correspondents;
    const quotes = Array.from<Said | undefined>({ length: doc.length });
    for (const one of said) quotes.fill(one, one.from, one.to);
    this.#quotes = quotes;
    this.#zones = zonesByToken(doc, zones);
    for (const { speaker } of zones) {
      if (!speaker || this.#turns.has(speaker.start)) continue;
      const named = names.find(
        ({ mention, actor }) => isPerson(actor) && mention.start >= speaker.start && mention.end <= speaker.end,
      );
      if (named?.actor) this.#turns.set(speaker.start, named.actor);
    }
    this.interview = interviewOf(doc.text, zones, names);
  }

  /** Whether a token stands between quotation marks. */
  isQuoted(token: number): boolean {
    return this.#quotes[token] !== undefined;
  }

  /** Who speaks at a token, as far as the mentions that are tied by now tell; null if nobody known does. */
  at(token: number): Antecedent | null {
    const quote = this.#quotes[token];
    if (quote) {
      const actor = quote.sayers.map((sayer) => this.#scene.at(sayer)).find((one) => one !== undefined);
      return actor ? { actor, reason: 'whose words these are' } : null;
    }
    const zone = this.#zones[token];
    const turn = zone?.speaker ? this.#turns.get(zone.speaker.start) : undefined;
    if (turn) return { actor: turn, reason: 'whose turn it is' };
    if (zone && this.interview?.answers.has(zone)) return { actor: this.interview.actor, reason: 'who is interviewed' };
    if (zone?.speaker || this.interview) return null;
    const { author } = this.#correspondents;
    return author ? { actor: author, reason: 'who writes the document' } : null;
  }

  /** Who speaks at a token in words that are his: quoted, or in his turn. */
  telling(token: number): Actor | null {
    return this.isQuoted(token) || this.interview || this.#zones[token]?.speaker
      ? (this.at(token)?.actor ?? null)
      : null;
  }

  /** Whom a pronoun of the first person means; null where only the claims stage can tell. */
  first(mention: Found): Antecedent | null {
    const speaker = this.at(mention.from) ?? this.#selfAt(mention.from);
    if (!speaker) return mention.person === 'first-plural' ? this.#fellowsAt(mention.from) : null;
    if (mention.person === 'first-singular') return isPerson(speaker.actor) ? speaker : null;
    // "We" of a person is his country, his body or who stands beside him; of a body it is the body. Whoever writes says "we" of himself.
    const isOwn = speaker.actor === this.#correspondents.author && !this.isQuoted(mention.from);
    return isOwn || speaker.actor.root !== 'Person' ? speaker : null;
  }

  /** Whom a pronoun of the second person means. */
  second(mention: Found): Antecedent | null {
    const called = this.#calledAt(mention.from);
    if (called) return { actor: called, reason: 'who is addressed by name' };
    if (this.isQuoted(mention.from)) return null;
    const zone = this.#zones[mention.from];
    if (zone && this.interview?.questions.has(zone))
      return { actor: this.interview.actor, reason: 'who is interviewed' };
    const { addressee } = this.#correspondents;
    return addressee ? { actor: addressee, reason: 'whom the letter is written to' } : null;
  }

  /** The person who was addressed last, in the same zone and in the same pair of quotation marks. */
  #calledAt(token: number): Actor | null {
    const { doc, ties } = this.#scene;
    this.#vocatives ??= ties.filter(({ mention, actor }) => isPerson(actor) && isVocative(doc, mention));
    const called = this.#vocatives.findLast(
      ({ mention }) =>
        this.#zones[mention.from] === this.#zones[token] &&
        this.#quotes[mention.from] === this.#quotes[token] &&
        doc.sentenceOf(mention.head) <= doc.sentenceOf(token),
    );
    return called?.actor ?? null;
  }

  /** Who names himself where nobody else tells who speaks. */
  #selfAt(token: number): Antecedent | null {
    if (this.isQuoted(token)) return null;
    const zone = this.#zones[token];
    this.#self ??= selfNaming(this.#scene, this.#zones, (one) => this.isQuoted(one));
    const actor = (zone && this.#self.byZone.get(zone)) ?? (this.interview || zone?.speaker ? null : this.#self.only);
    return actor ? { actor, reason: 'who says so of himself' } : null;
  }

  /** The people whom a speaker calls his fellows, where nobody tells who he is. */
  #fellowsAt(token: number): Antecedent | null {
    if (this.isQuoted(token) || this.interview || this.#zones[token]?.speaker) return null;
    this.#fellows ??= fellowsOf(this.#scene);
    const [actor] = this.#fellows;
    return actor ? { actor, reason: 'those whom the speaker calls his fellows' } : null;
  }
}

/** "Mr. President, I thank you", "Thank you, Senator Smith.": a name or title set off by commas that is no argument of a verb. */
function isVocative(doc: Doc, mention: Found): boolean {
  if (mention.form === 'pronoun' || mention.form === 'modifier') return false;
  if (mention.form === 'nominal' && !/^\p{Lu}/u.test(mention.text)) return false;
  const sentence = doc.sentenceOf(mention.head);
  const [first, last] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
  const opens = mention.from === first || /^[,"]$/u.test(doc.form(mention.from - 1));
  const closes = mention.to >= last || /^[,.!?:"]$/u.test(doc.form(mention.to));
  if (!opens || !closes || mention.to - mention.from >= last - first - 1) return false;
  return doc.deprel(mention.head).startsWith('vocative');
}

function zonesByToken(doc: Doc, zones: readonly Zone[]): readonly (Zone | undefined)[] {
  const out = Array.from<Zone | undefined>({ length: doc.length });
  let token = 0;
  for (const zone of zones) {
    while (token < doc.length && doc.start(token) < zone.start) token += 1;
    while (token < doc.length && doc.start(token) < zone.end) out[token++] = zone;
  }
  return out;
}
