import type { Doc } from '@attest/nlp';
import type { Actor } from './actor.ts';
import { pronouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { presence } from './salience.ts';
import type { Scene } from './scene.ts';
import type { Speakers } from './speakers.ts';

/** Whom a pronoun means, and why. */
export interface Antecedent {
  readonly actor: Actor;
  readonly reason: string;
}

const things = /^(?:Agency|Organization|Cartel|Country|Law|Work|Substance)$/u;
const crowds = /^(?:Group|Cartel|Agency|Organization|Substance)$/u;

/** Can the pronoun stand for the actor at all? The factor weighs the likelier kinds up. */
function fit(word: string, actor: Actor): number {
  const pronoun = pronouns.get(word);
  if (!pronoun) return 0;
  if (pronoun.number === 'many') {
    if (actor.root === 'Person') return 0;
    if (actor.plural && crowds.test(actor.type)) return actor.type === 'Substance' ? 0.4 : 1;
    return /^(?:Organization|Cartel|Agency)$/u.test(actor.type) ? 0.35 : 0;
  }
  if (pronoun.gender === 'thing') {
    if (actor.plural || !things.test(actor.type)) return 0;
    return actor.type === 'Substance' || actor.type === 'Work' || actor.type === 'Law' ? 0.5 : 1;
  }
  if (actor.root !== 'Person' || actor.plural) return 0;
  if (actor.gender !== null && actor.gender !== pronoun.gender) return 0;
  return actor.gender === null ? 0.8 : 1;
}

/** The clause's verb that a token belongs to as a direct argument, -1 if none. */
const verbOf = (doc: Doc, token: number): number =>
  /^(?:nsubj|obj|iobj|obl)/u.test(doc.deprel(token)) ? doc.head(token) : -1;

/**
 * Actors of the pronoun's own sentence who cannot be meant: the other arguments of its verb ("X told him"), unless it is
 * reflexive, and those inside whose noun phrase it stands ("his spokesman").
 */
function barred(scene: Scene, pronoun: Found): ReadonlySet<Actor> {
  const { doc } = scene;
  const free = /sel(?:f|ves)$/u.test(pronoun.name) || doc.xpos(pronoun.head) === 'PRP$';
  const verb = free ? -1 : verbOf(doc, pronoun.head);
  const out = new Set<Actor>();
  for (const { mention, actor } of scene.inSentence(doc.sentenceOf(pronoun.head))) {
    if (!actor) continue;
    const holdsIt = mention.from <= pronoun.from && mention.to >= pronoun.to;
    if (holdsIt || (verb >= 0 && verbOf(doc, mention.head) === verb)) out.add(actor);
  }
  return out;
}

/** "It is clear that", "it seems": stands for nothing. */
function isEmpty(doc: Doc, pronoun: Found): boolean {
  if (pronoun.name !== 'it') return false;
  const verb = doc.head(pronoun.head);
  if (verb < 0) return true;
  const clause = doc
    .children(verb)
    .some((child) => /^(?:csubj|ccomp|xcomp|advcl|expl)/u.test(doc.deprel(child)) && child > verb);
  return clause && (doc.child(verb, 'cop') >= 0 || /^(?:seem|appear|happen|take|turn)$/u.test(doc.lemma(verb)));
}

/** "For his part, Biden ...": the subject that follows in the same sentence. */
function subjectAhead(scene: Scene, pronoun: Found): Actor | undefined {
  const { doc } = scene;
  const root = doc.root(doc.sentenceOf(pronoun.head));
  if (root < 0 || pronoun.from > root) return undefined;
  const subject = doc.child(root, 'nsubj');
  return subject < pronoun.to ? undefined : scene.at(subject);
}

/** Whom a relative pronoun means: what its clause hangs on. */
function relative(scene: Scene, pronoun: Found): Antecedent | null {
  const { doc } = scene;
  let [at, steps] = [pronoun.head, 0];
  while (at >= 0 && !doc.deprel(at).startsWith('acl') && steps < 6) [at, steps] = [doc.head(at), steps + 1];
  const noun = at >= 0 ? doc.head(at) : -1;
  if (noun < 0 || noun >= pronoun.from) return null;
  const actor = scene.at(noun);
  return actor ? { actor, reason: `its clause hangs on "${doc.form(noun)}"` } : null;
}

/** Whom a third-person or relative pronoun means, by agreement and salience; null where nobody is likely enough. */
export function resolvePronoun(scene: Scene, pronoun: Found, speakers: Speakers): Antecedent | null {
  const { doc } = scene;
  if (pronouns.get(pronoun.name)?.relative === true) return relative(scene, pronoun);
  if (isEmpty(doc, pronoun)) return null;
  const out = new Set(barred(scene, pronoun));
  const speaker = speakers.telling(pronoun.from);
  // Whoever speaks says "I" of himself.
  if (speaker) out.add(speaker);
  let [best, most]: [Actor | null, number] = [null, 0];
  for (const [actor, weight] of presence(scene, pronoun.from)) {
    const score = out.has(actor) ? 0 : fit(pronoun.name, actor) * weight;
    if (score > most) [best, most] = [actor, score];
  }
  const ahead =
    doc.xpos(pronoun.head) === 'PRP$' && !speakers.isQuoted(pronoun.from) ? subjectAhead(scene, pronoun) : undefined;
  if (ahead && fit(pronoun.name, ahead) > 0.5 && most < 60)
    return { actor: ahead, reason: `subject "${ahead.name}" of the sentence that it opens` };
  const least = /^its?$/u.test(pronoun.name) ? 40 : 1;
  return best && most >= least
    ? { actor: best, reason: `"${best.name}" is the most present that agrees (${Math.round(most)})` }
    : null;
}
