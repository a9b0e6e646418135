import type { Doc } from '@attest/nlp';
import type { Actor, Cast, Tie } from './actor.ts';
import type { Found } from '../mention/found.ts';
import { byApposition, byCopula, byKind, byPartner, byPlaceKind } from './appositions.ts';
import { landsIn, modifiersIn, nominalKey, resolveNominal } from './descriptions.ts';
import { resolvePronoun } from './pronouns.ts';
import type { Interview, Zone } from './interview.ts';
import { Scene } from './scene.ts';
import { Speakers, type Correspondents, type Said } from './speakers.ts';

/** What is known of who speaks where. */
export interface Talk {
  readonly zones: readonly Zone[];
  readonly said: readonly Said[];
  readonly correspondents: Correspondents;
}

/** The ties of all mentions, and the zones with the speakers that coreference has found. */
export interface Resolved {
  readonly ties: readonly Tie[];
  readonly zones: readonly Zone[];
}

/** Countries and bodies that a person's noun names: "a Mexican diplomat", "consul general | of Mexico". */
function seatsBeside(doc: Doc, mention: Found, here: readonly Tie[]): readonly string[] {
  if (mention.type !== 'Official' && mention.type !== 'Person') return [];
  let at = mention.to;
  if (at < doc.length && /^(?:of|for|at)$/u.test(doc.lower(at)))
    at += doc.lower(at + 1 < doc.length ? at + 1 : at) === 'the' ? 2 : 1;
  return here
    .filter(
      ({ mention: one }) =>
        one.form !== 'pronoun' &&
        one.form !== 'nominal' &&
        ((one.from >= mention.from && one.to <= mention.to) || (at > mention.to && one.from === at)),
    )
    .flatMap(({ actor }) => (actor && actor.root !== 'Person' ? [actor.name] : []));
}

/** A short line that begins with the noun: "Mike Gallagher / Chairman", as letters are signed. */
function isLine(doc: Doc, mention: Found): boolean {
  const sentence = doc.sentenceOf(mention.head);
  return mention.from === doc.sentenceStart(sentence) && doc.sentenceEnd(sentence) - mention.from <= 8;
}

/** Ties nominals and pronouns in the order of the text; the names are tied already. */
export function resolve(
  doc: Doc,
  found: readonly Found[],
  names: readonly Tie[],
  cast: Cast,
  { zones, said, correspondents }: Talk,
): Resolved {
  const scene = new Scene(doc);
  for (const tie of names) {
    scene.settle(tie);
    for (const land of landsIn(tie.mention, names)) tie.actor?.lands.add(land);
  }
  const speakers = new Speakers(scene, names, zones, said, correspondents);
  const persons: Found[] = [];
  const join = (mention: Found, actor: Actor, reason: string): void => {
    actor.note(mention);
    scene.settle({ mention, actor, reason });
  };
  for (const mention of found.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const here = scene.inSentence(doc.sentenceOf(mention.head));
    if (mention.form === 'pronoun') {
      if (mention.person !== undefined) {
        persons.push(mention);
        continue;
      }
      const antecedent = resolvePronoun(scene, mention, speakers);
      if (antecedent) join(mention, antecedent.actor, `pronoun: ${antecedent.reason}`);
      continue;
    }
    const possessor = mention.nominal?.possessor ?? null;
    const owner = possessor === null ? null : (scene.at(possessor) ?? null);
    const modifiers = modifiersIn(mention, here);
    const antecedent =
      byPlaceKind(doc, mention, here) ??
      byApposition(
        doc,
        mention,
        isLine(doc, mention) ? [...scene.inSentence(doc.sentenceOf(mention.head) - 1), ...here] : here,
      ) ??
      byPartner(doc, mention, here) ??
      byKind(doc, mention, here) ??
      byCopula(scene, mention) ??
      resolveNominal(doc, mention, cast, modifiers, owner);
    if (antecedent) {
      for (const seat of seatsBeside(doc, mention, here)) antecedent.actor.seats.add(seat);
      join(mention, antecedent.actor, `${mention.reason}: ${antecedent.reason}`);
    } else {
      const actor = cast.add(nominalKey(mention, modifiers), mention);
      scene.settle({ mention, actor, reason: mention.reason });
    }
    for (const land of landsIn(mention, here)) scene.at(mention.head)?.lands.add(land);
  }
  // Who speaks may be named behind what he says.
  for (const mention of persons) {
    const isSecond = mention.person === 'second';
    const antecedent = isSecond ? speakers.second(mention) : speakers.first(mention);
    if (antecedent) join(mention, antecedent.actor, antecedent.reason);
    else scene.settle({ mention, actor: null, reason: isSecond ? 'second person' : 'first person' });
  }
  return { ties: scene.ties, zones: withInterviewee(zones, speakers.interview) };
}

/** The zones with the place where the interviewee is named as the speaker of his answers. */
function withInterviewee(zones: readonly Zone[], interview: Interview | null): readonly Zone[] {
  if (!interview) return zones;
  const { start, end } = interview.mention;
  return zones.map((zone) => (interview.answers.has(zone) ? { ...zone, speaker: { start, end } } : zone));
}
