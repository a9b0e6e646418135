import type { Doc } from '@attest/nlp';
import type { Actor, Cast } from '../entity/actor.ts';
import { pronouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { salience } from './salience.ts';

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

/** "X told him": two arguments of one verb are two, unless the pronoun is reflexive. */
function isCoArgument(doc: Doc, pronoun: Found, actor: Actor): boolean {
  if (/sel(?:f|ves)$/u.test(pronoun.name) || doc.xpos(pronoun.head) === 'PRP$') return false;
  const verb = verbOf(doc, pronoun.head);
  return verb >= 0 && actor.mentions.some((one) => verbOf(doc, one.head) === verb);
}

/** A pronoun that owns the actor itself ("his spokesman") or stands inside the actor's own noun phrase. */
const isInside = (pronoun: Found, actor: Actor): boolean =>
  actor.mentions.some((one) => one.from <= pronoun.from && one.to >= pronoun.to);

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
function subjectAhead(doc: Doc, pronoun: Found, actors: readonly Actor[]): Actor | undefined {
  const sentence = doc.sentenceOf(pronoun.head);
  const root = doc.root(sentence);
  if (root < 0 || pronoun.from > root) return undefined;
  const subject = doc.child(root, 'nsubj');
  if (subject < pronoun.to) return undefined;
  return actors.find((actor) => actor.mentions.some((one) => one.head === subject && one.form !== 'pronoun'));
}

/** Whom a relative pronoun means: what its clause hangs on. */
function relative(doc: Doc, pronoun: Found, actors: readonly Actor[]): Antecedent | null {
  let [at, steps] = [pronoun.head, 0];
  while (at >= 0 && !doc.deprel(at).startsWith('acl') && steps < 6) [at, steps] = [doc.head(at), steps + 1];
  const noun = at >= 0 ? doc.head(at) : -1;
  if (noun < 0 || noun >= pronoun.from) return null;
  const actor = actors.find((one) =>
    one.mentions.some((mention) => mention.head === noun && mention.form !== 'modifier'),
  );
  return actor ? { actor, reason: `its clause hangs on "${doc.form(noun)}"` } : null;
}

/** Whom a third-person or relative pronoun means, by agreement and salience; null where nobody is likely enough. */
export function resolvePronoun(doc: Doc, pronoun: Found, cast: Cast, quoted: readonly boolean[]): Antecedent | null {
  if (pronouns.get(pronoun.name)?.relative === true) return relative(doc, pronoun, cast.actors);
  if (isEmpty(doc, pronoun)) return null;
  const scored = cast.actors
    .map((actor) => {
      const factor = fit(pronoun.name, actor);
      if (factor === 0 || isCoArgument(doc, pronoun, actor) || isInside(pronoun, actor)) return { actor, score: 0 };
      return { actor, score: factor * salience(doc, actor, pronoun.from) };
    })
    .filter((one) => one.score > 0)
    .toSorted((a, b) => b.score - a.score || (a.actor.key < b.actor.key ? -1 : 1));
  const ahead =
    doc.xpos(pronoun.head) === 'PRP$' && !quoted[pronoun.from] ? subjectAhead(doc, pronoun, cast.actors) : undefined;
  if (ahead && fit(pronoun.name, ahead) > 0.5 && (scored[0]?.score ?? 0) < 60)
    return { actor: ahead, reason: `subject "${ahead.name}" of the sentence that it opens` };
  const least = /^its?$/u.test(pronoun.name) ? 40 : 1;
  const [best] = scored;
  return best && best.score >= least
    ? { actor: best.actor, reason: `"${best.actor.name}" is the most present that agrees (${Math.round(best.score)})` }
    : null;
}
