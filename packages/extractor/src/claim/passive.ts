import type { Doc } from '../language/annotate.ts';
import { nounFrames } from './frames.ts';
import { governors } from './governors.ts';
import { isPassive, isPredicate, prepositionOf } from './tree.ts';

const isAgent = (doc: Doc, child: number): boolean =>
  doc.deprel(child) === 'obl:agent' || prepositionOf(doc, child) === 'by';

/** "by Monday", "by March", "by 2030" */
const isTime = (doc: Doc, token: number): boolean =>
  doc.upos(token) === 'NUM' ||
  /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight)$/u.test(
    doc.lower(token),
  ) ||
  governors.holding.has(doc.lemma(token).toLowerCase());

const ownAgents = (doc: Doc, verb: number): readonly number[] =>
  doc.childrenBy(verb, 'obl').filter((child) => isAgent(doc, child) && !isTime(doc, child));

/** Whether what stands behind "by" may belong to a noun itself: "an attack by", "a statement by". */
const hasMaker = (doc: Doc, noun: number): boolean => {
  const lemma = doc.lemma(noun).toLowerCase();
  return nounFrames.has(lemma) || governors.writings.has(lemma) || governors.nouns.has(lemma);
};

/** "was arrested in Larnaca, Cyprus, by the police": the parser hangs the agent on the place or the time before it. */
function displacedAgents(doc: Doc, verb: number): readonly number[] {
  const end = doc.sentenceEnd(doc.sentenceOf(verb));
  for (let at = verb + 1; at < end; at += 1) {
    if (prepositionOf(doc, at) !== 'by' || !doc.deprel(at).startsWith('nmod')) continue;
    let above = doc.head(at);
    const isApart = doc.childrenBy(at, 'case').some((by) => doc.form(by - 1) === ',');
    const isSetting = /^(?:PROPN|NUM)$/u.test(doc.upos(above)) || governors.holding.has(doc.lemma(above).toLowerCase());
    // "were denied access to the site by Togo"
    const isReached = doc.upos(at) === 'PROPN' && /^(?:|to)$/u.test(prepositionOf(doc, above));
    if ((!isApart && !isSetting && !isReached) || hasMaker(doc, above)) continue;
    while (above > verb && !isPredicate(doc, above) && !hasMaker(doc, above)) above = doc.head(above);
    if (above === verb) return [at];
  }
  return [];
}

/** "owned or controlled by Soto": what stands behind two participles is the agent of both. */
function sharedAgents(doc: Doc, verb: number): readonly number[] {
  const isBare = (one: number): boolean =>
    doc.xpos(one) === 'VBN' && doc.child(one, 'aux', 'aux:pass', 'nsubj', 'nsubj:pass', 'obj') < 0;
  const before = doc.deprel(verb) === 'conj' && isBare(verb) ? ownAgents(doc, doc.head(verb)) : [];
  if (before.some((agent) => agent > verb)) return before;
  const next = doc.childrenBy(verb, 'conj').find((other) => other > verb && isBare(other) && isPassive(doc, other));
  return next === undefined ? [] : ownAgents(doc, next);
}

/** Tokens of who does what a passive tells: behind "by", also where the parser hangs it on another word. */
export function agentsOf(doc: Doc, verb: number): readonly number[] {
  for (const find of [ownAgents, sharedAgents, displacedAgents]) {
    const found = find(doc, verb);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * The verb behind an event noun that tells who does it and to whom: "sanctions imposed on Iran by France", "an attack
 * carried out by rebels", "the lawsuit that Ghana filed against Togo"; -1 if there is none.
 */
export function makerOf(doc: Doc, noun: number): number {
  return (
    doc
      .childrenBy(noun, 'acl')
      .find(
        (verb) =>
          verb > noun &&
          governors.light.has(doc.lemma(verb).toLowerCase()) &&
          (isPassive(doc, verb) || (doc.deprel(verb) === 'acl:relcl' && doc.child(verb, 'obj') < 0)),
      ) ?? -1
  );
}

/** Whether an event is told as made by somebody, so that it is no plan or wish. */
export function isMade(doc: Doc, noun: number): boolean {
  const maker = makerOf(doc, noun);
  return maker >= 0 && (doc.deprel(maker) === 'acl:relcl' || agentsOf(doc, maker).length > 0);
}
