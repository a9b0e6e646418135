import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { argumentsOf } from './arguments.ts';
import { governors } from './governors.ts';
import { prepositionOf } from './tree.ts';

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

/** "the governor's statement", "a letter from the governor". */
function ownersOf(doc: Doc, actors: Actors, token: number): readonly Actor[] {
  const owners = doc.childrenBy(token, 'nmod:poss');
  const sources = doc.childrenBy(token, 'nmod').filter((child) => /^(?:by|from)$/u.test(prepositionOf(doc, child)));
  return [...owners, ...sources].flatMap((child) => actors.at(child));
}

/** "21 attorneys general wrote a letter", "in a letter, the governor said". */
function writersOf(doc: Doc, actors: Actors, token: number): readonly Actor[] {
  const verb = doc.head(token);
  if (verb < 0 || doc.upos(verb) !== 'VERB') return [];
  const lemma = doc.lemma(verb).toLowerCase();
  const isMade = governors.making.has(lemma) && doc.deprel(token) === 'obj';
  const isPlace = governors.verbs.get(lemma) === 'saying' && prepositionOf(doc, token) === 'in';
  return isMade || isPlace ? argumentsOf(doc, verb).subj.flatMap((subject) => actors.at(subject)) : [];
}
