import type { Doc } from '@attest/nlp';
import type { Actor } from './actor.ts';
import type { Found } from '../mention/found.ts';
import type { Scene } from './scene.ts';

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

/** How present the actors are at a token: the more, the likelier a pronoun there means them. */
export function presence(scene: Scene, token: number): ReadonlyMap<Actor, number> {
  const { doc } = scene;
  const here = doc.sentenceOf(token);
  const out = new Map<Actor, number>();
  for (let sentence = Math.max(0, here - farthest); sentence <= here; sentence++) {
    const distance = here - sentence;
    for (const { mention, actor } of scene.inSentence(sentence)) {
      if (!actor || mention.from >= token) continue;
      const weight = (roleWeight(doc, mention) + (distance === 0 ? 20 : 0)) / 2 ** distance;
      out.set(actor, (out.get(actor) ?? 0) + weight);
    }
  }
  return out;
}

/** Where an actor was last spoken of before a token; -1 if nowhere. */
function lastBefore(actor: Actor, token: number): number {
  let last = -1;
  for (const mention of actor.mentions) if (mention.from < token && mention.from > last) last = mention.from;
  return last;
}

/** The one of several actors who was spoken of last before a token. */
export function latest(actors: readonly Actor[], token: number): Actor | undefined {
  let [best, place]: [Actor | undefined, number] = [undefined, -1];
  for (const actor of actors) {
    const last = lastBefore(actor, token);
    if (last > place) [best, place] = [actor, last];
  }
  return best;
}
