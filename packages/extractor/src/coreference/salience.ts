import type { Doc } from '@attest/nlp';
import type { Actor } from '../entity/actor.ts';
import type { Found } from '../mention/found.ts';

/**
 * Weights of Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": a mention counts by its grammatical
 * role, and half as much for every sentence that lies between.
 */
const weights: readonly (readonly [RegExp, number])[] = [
  [/^nsubj/u, 80],
  [/^(?:root|appos)/u, 60],
  [/^obj/u, 50],
  [/^(?:iobj|obl|conj)/u, 40],
  [/^nmod:poss/u, 35],
  [/^(?:compound|amod|nmod|flat)/u, 15],
];
const farthest = 8;

const roleWeight = (doc: Doc, mention: Found): number =>
  mention.form === 'modifier' && !doc.deprel(mention.head).startsWith('nmod:poss')
    ? 15
    : (weights.find(([role]) => role.test(doc.deprel(mention.head)))?.[1] ?? 20);

/** How present an actor is at a token: the more, the likelier a pronoun there means him. */
export function salience(doc: Doc, actor: Actor, token: number): number {
  const here = doc.sentenceOf(token);
  let sum = 0;
  for (const mention of actor.mentions) {
    if (mention.from >= token) continue;
    const distance = here - doc.sentenceOf(mention.head);
    if (distance < 0 || distance > farthest) continue;
    sum += (roleWeight(doc, mention) + (distance === 0 ? 20 : 0)) / 2 ** distance;
  }
  return sum;
}

/** Where an actor was last spoken of before a token; -1 if nowhere. */
export function lastBefore(actor: Actor, token: number): number {
  let last = -1;
  for (const mention of actor.mentions) if (mention.from < token && mention.from > last) last = mention.from;
  return last;
}
