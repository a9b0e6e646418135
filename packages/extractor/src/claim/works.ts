import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { argumentsOf } from './arguments.ts';
import { governors } from './governors.ts';
import { isPassive, prepositionOf } from './tree.ts';
import { makersOf } from './undertakers.ts';

/**
 * Who speaks in the letters, releases and statements that a document tells of: who wrote or owns them there.
 * Keys are the entities of the works.
 */
export function authorsOfWorks(doc: Doc, actors: Actors): ReadonlyMap<string, Actor> {
  const authors = new Map<string, Actor>();
  for (let token = 0; token < doc.length; token += 1) {
    const work = actors.mentionAt(token);
    if (work?.type !== 'Work' || work.entity === null || work.head !== token || authors.has(work.entity)) continue;
    const [author] = [...ownersOf(doc, actors, token), ...writersOf(doc, actors, token)];
    if (author && author.entity !== work.entity && author.type !== 'Work') authors.set(work.entity, author);
  }
  return authors;
}

/** Who can write: a law or a place cannot. */
const writing = /^(?:Official|Person|Agency|Organization|Country|Group|Cartel)$/u;

/** "a Reuters report", "a UN investigation": the body before a noun. */
export function namedModifiers(doc: Doc, actors: Actors, noun: number): readonly Actor[] {
  return doc
    .childrenBy(noun, 'compound', 'amod')
    .flatMap((child) => actors.modifierAt(child, noun) ?? [])
    .filter(({ type }) => /^(?:Agency|Organization|Country)$/u.test(type));
}

/** "the governor's statement", "a letter from the governor", "a report of the commission", "a Reuters report". */
function ownersOf(doc: Doc, actors: Actors, token: number): readonly Actor[] {
  const makers = makersOf(doc, token).flatMap((child) => actors.at(child));
  // "the indictment of Soto", "a video of Soto": a person behind "of" is whom it is about.
  const isOf = doc.child(token, 'nmod:poss') < 0;
  const about = isOf ? doc.childrenBy(token, 'nmod').filter((child) => prepositionOf(doc, child) === 'of') : [];
  const own = makers.filter(({ token: at, type }) => !about.includes(at) || /^(?:Agency|Organization)$/u.test(type));
  return [...own, ...namedModifiers(doc, actors, token)].filter(({ type }) => writing.test(type));
}

/** "21 attorneys general wrote a letter", "in a letter, the governor said". */
function writersOf(doc: Doc, actors: Actors, token: number): readonly Actor[] {
  // "a report published by the commission"
  const made = doc
    .childrenBy(token, 'acl')
    .filter((verb) => governors.making.has(doc.lemma(verb).toLowerCase()) && isPassive(doc, verb))
    .flatMap((verb) => argumentsOf(doc, verb).subj)
    .flatMap((subject) => actors.at(subject));
  if (made.length > 0) return made;
  const verb = doc.head(token);
  if (verb < 0 || doc.upos(verb) !== 'VERB') return [];
  const lemma = doc.lemma(verb).toLowerCase();
  const isMade = governors.making.has(lemma) && doc.deprel(token) === (isPassive(doc, verb) ? 'nsubj:pass' : 'obj');
  const isPlace = governors.verbs.get(lemma) === 'saying' && prepositionOf(doc, token) === 'in';
  return isMade || isPlace ? argumentsOf(doc, verb).subj.flatMap((subject) => actors.at(subject)) : [];
}
