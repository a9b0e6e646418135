import type { Doc } from '@attest/nlp';
import type { Tree } from './tree.ts';
import { appealing, gerundPrepositions, gerundVerbs } from './words.ts';

const attributive = /^(?:amod|compound)$/u;
const clausal = /^(?:VBD|VBZ|VBP|VB)$/u;

/** Whether a word can describe no noun: a finite verb, an infinitive, or a participle right behind its auxiliary. */
function isClausal(doc: Doc, verb: number): boolean {
  if (clausal.test(doc.xpos(verb))) return true;
  if (doc.xpos(verb) !== 'VBN') return false;
  let at = verb - 1;
  while (at > 0 && doc.upos(at) === 'ADV') at -= 1;
  const isAuxiliary = at >= 0 && (doc.upos(at) === 'AUX' || doc.lemma(at) === 'have');
  return isAuxiliary && doc.sentenceOf(at) === doc.sentenceOf(verb);
}

/** Puts a verb in the place of the noun that it was hung on; the noun becomes its object. */
function raise(tree: Tree, verb: number, noun: number, relation: string): void {
  const head = tree.heads[noun] ?? -1;
  const before = tree.children(noun).filter((child) => child < verb);
  const behind = tree
    .children(noun)
    .filter((child) => child > noun && /^(?:punct|conj|parataxis)/u.test(tree.relation(child)));
  tree.hang(verb, head, relation);
  tree.hang(noun, verb, 'obj');
  for (const child of before) tree.hang(child, verb, tree.relation(child));
  for (const child of behind) if (tree.relation(child) === 'punct') tree.hang(child, verb, 'punct');
}

/** "The ministry used drones": a noun without copula that has a subject right before a participle is the participle's object. */
function isPredicated(tree: Tree, verb: number, noun: number): boolean {
  const { doc } = tree;
  if (doc.xpos(verb) !== 'VBN' || tree.children(noun).some((child) => tree.relation(child) === 'cop')) return false;
  const subject = tree.children(noun).findLast((child) => child < verb && tree.relation(child) === 'nsubj');
  if (subject === undefined) return false;
  for (let at = subject + 1; at < verb; at += 1) if (doc.upos(at) !== 'ADV') return false;
  return true;
}

/** "criticised the bank on Tuesday": what stands behind the object without describing it is the verb's. */
function lowerDates(tree: Tree, verb: number, noun: number): void {
  for (const child of tree.children(noun))
    if (child > noun && tree.relation(child) === 'nmod' && tree.doc.form(child).endsWith('day'))
      tree.hang(child, verb, 'obl');
}

/** "Iran supplied missiles": a finite verb describes no noun; what stands before it is its subject. */
export function raiseFiniteVerbs(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const noun = doc.head(verb);
    if (noun <= verb || !attributive.test(doc.deprel(verb))) continue;
    if (!isClausal(doc, verb) && !isPredicated(tree, verb, noun)) continue;
    const subject = doc
      .children(noun)
      .findLast(
        (child) =>
          child < verb &&
          /^(?:compound|nsubj|nmod|amod|appos)/u.test(doc.deprel(child)) &&
          /^(?:PROPN|NOUN|PRON)$/u.test(doc.upos(child)),
      );
    const above = doc.head(noun);
    const to = doc.children(noun).find((child) => child === verb - 1 && doc.lower(child) === 'to');
    if (to !== undefined) {
      // "agreed to supply missiles"
      raise(tree, verb, noun, 'xcomp');
      tree.hang(to, verb, 'mark');
      continue;
    }
    // The subject may also have become the head of all: "Japan opposed sanctions" with sanctions in apposition.
    const isBelow =
      /^(?:appos|nmod|dep)/u.test(doc.deprel(noun)) || (doc.deprel(noun) === 'obj' && doc.upos(above) === 'PROPN');
    const isHead = subject === undefined && above >= 0 && above < verb && isBelow;
    if (subject === undefined && !isHead) continue;
    if (subject !== undefined) {
      raise(tree, verb, noun, tree.relation(noun));
      lowerDates(tree, verb, noun);
      tree.hang(subject, verb, 'nsubj');
    } else {
      const [top, relation] = [tree.heads[above] ?? -1, tree.relation(above)];
      raise(tree, verb, noun, relation);
      tree.hang(verb, top, relation);
      for (const child of tree.children(above)) if (tree.relation(child) === 'punct') tree.hang(child, verb, 'punct');
      tree.hang(above, verb, 'nsubj');
    }
  }
}

/** "Norvik criticised the bank": who has a subject of its own describes no noun. */
export function raiseSubjected(tree: Tree): void {
  for (let verb = 1; verb < tree.doc.length; verb += 1) {
    const noun = tree.heads[verb] ?? -1;
    if (noun <= verb || !attributive.test(tree.relation(verb)) || tree.doc.upos(verb) !== 'VERB') continue;
    if (!tree.children(verb).some((child) => child < verb && tree.relation(child) === 'nsubj')) continue;
    raise(tree, verb, noun, tree.relation(noun));
    lowerDates(tree, verb, noun);
  }
}

/** "Norvik | Shipping criticised": no name describes a finite verb; with the subject right before it, it is one name. */
export function joinSplitNames(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (!clausal.test(doc.xpos(verb))) continue;
    const names = tree.children(verb).filter((child) => child < verb && doc.upos(child) === 'PROPN');
    const last = names.at(-1) ?? -1;
    const first = names.find((child) => tree.relation(child) === 'nsubj');
    const isSplit = first !== undefined && first < last && /^(?:compound|flat)/u.test(tree.relation(last));
    if (!isSplit || names.some((child) => child > first && !/^(?:compound|flat)/u.test(tree.relation(child)))) continue;
    const between = Array.from({ length: last - first }, (_, step) => first + step);
    if (between.some((token) => doc.upos(token) !== 'PROPN')) continue;
    tree.hang(last, verb, 'nsubj');
    for (const child of names) if (child >= first && child !== last) tree.hang(child, last, 'compound');
  }
}

/** "denied attacking Burundi", "accused of attacking Burundi": a participle there has the noun for its object. */
export function raiseGerunds(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const noun = doc.head(verb);
    if (doc.xpos(verb) !== 'VBG' || noun <= verb || !attributive.test(doc.deprel(verb))) continue;
    const before = verb - 1;
    if (doc.sentenceOf(before) !== doc.sentenceOf(verb)) continue;
    const lemma = doc.lemma(before).toLowerCase();
    const isComplement = doc.upos(before) === 'VERB' && gerundVerbs.has(lemma);
    const isPrepositional = gerundPrepositions.has(doc.lower(before)) && /^NNP|^PRP$/u.test(doc.xpos(noun));
    if (!isComplement && !isPrepositional) continue;
    raise(tree, verb, noun, isComplement ? 'xcomp' : 'advcl');
    if (isPrepositional) {
      const head = tree.heads[verb] ?? -1;
      const governor =
        head >= 0 && doc.upos(head) !== 'VERB' && doc.deprel(head) === 'obj' ? (tree.heads[head] ?? head) : head;
      tree.hang(verb, governor, 'advcl');
      tree.hang(before, verb, 'mark');
    }
  }
}

/** "more than 200 soldiers arrested and killed three men": a sentence of a noun with a participle that has an object is its clause. */
export function raiseRootParticiples(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const noun = doc.root(sentence);
    if (noun < 0 || !/^(?:NOUN|PROPN)$/u.test(doc.upos(noun))) continue;
    if (tree.relation(noun) !== 'root') continue;
    // "Spain called on Mali": a past form without a subject or "that" of its own is no participle.
    const finite = doc
      .children(noun)
      .find(
        (child) =>
          child > noun &&
          doc.deprel(child) === 'acl' &&
          doc.xpos(child) === 'VBD' &&
          doc.child(child, 'nsubj', 'mark') < 0,
      );
    if (finite !== undefined && doc.child(noun, 'cop') < 0) {
      tree.hang(finite, -1, 'root');
      tree.hang(noun, finite, 'nsubj');
      continue;
    }
    if (doc.upos(noun) !== 'NOUN') continue;
    const verb = doc.childrenBy(noun, 'acl').find((child) => child > noun && doc.xpos(child) === 'VBN');
    if (verb === undefined || doc.child(noun, 'cop') >= 0) continue;
    const hasObject = [verb, ...doc.childrenBy(verb, 'conj')].some((one) => doc.child(one, 'obj') > one);
    if (!hasObject) continue;
    tree.hang(verb, -1, 'root');
    tree.hang(noun, verb, 'nsubj');
  }
}

/** "Designating cartels as FTOs will allow ...": a gerund before a noun has it for its object, and is the subject itself. */
export function raiseSubjectGerunds(tree: Tree): void {
  const { doc } = tree;
  for (let gerund = 0; gerund < doc.length; gerund += 1) {
    const noun = tree.heads[gerund] ?? -1;
    if (noun <= gerund || doc.xpos(gerund) !== 'VBG') continue;
    // "Designating cartels as FTOs" again, where the parser takes the gerund for a part of the noun.
    const hasStatus = tree
      .children(noun)
      .some((child) => child > noun && tree.children(child).some((mark) => doc.lower(mark) === 'as'));
    const isPart = /^(?:compound|amod)$/u.test(tree.relation(gerund)) && gerund + 1 === noun && hasStatus;
    if (!tree.relation(gerund).startsWith('acl') && !isPart) continue;
    const verb = tree.heads[noun] ?? -1;
    if (verb <= noun || tree.relation(noun) !== 'nsubj') continue;
    tree.hang(gerund, verb, 'csubj');
    tree.hang(noun, gerund, 'obj');
    for (const child of [...tree.children(verb), ...tree.children(noun)])
      if (child > noun && child < verb && /^(?:obl|nmod)/u.test(tree.relation(child))) tree.hang(child, gerund, 'obl');
  }
}

/** "China has historically shipped fentanyl": a participle behind "has" is its verb, not what describes the object. */
export function raisePerfects(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const noun = tree.relation(verb) === 'amod' ? (tree.heads[verb] ?? -1) : -1;
    const have = noun > verb ? (tree.heads[noun] ?? -1) : -1;
    if (have < 0 || have > verb || doc.lemma(have).toLowerCase() !== 'have' || doc.xpos(verb) !== 'VBN') continue;
    // "has had limited dialogue"
    if (doc.child(have, 'aux') >= 0) continue;
    let at = verb - 1;
    while (at > have && doc.upos(at) === 'ADV') at -= 1;
    if (at !== have) continue;
    const [above, relation] = [tree.heads[have] ?? -1, tree.relation(have)];
    for (const child of tree.children(have)) if (child !== noun) tree.hang(child, verb, tree.relation(child));
    for (const child of tree.children(noun))
      if (child > noun && tree.relation(child) === 'nmod') tree.hang(child, verb, 'obl');
    for (const child of tree.children(noun))
      if (child < verb && doc.upos(child) === 'ADV') tree.hang(child, verb, 'advmod');
    tree.hang(verb, above, relation);
    tree.hang(noun, verb, 'obj');
    tree.hang(have, verb, 'aux');
  }
}

/** "According to the agency, the scheduling of substances led to a decline": the parser takes the source for the head of all. */
export function raiseBehindSource(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const source = Array.from(
      { length: doc.sentenceEnd(sentence) - doc.sentenceStart(sentence) },
      (_, offset) => doc.sentenceStart(sentence) + offset,
    ).find((token) => tree.relation(token) === 'root');
    if (source === undefined || doc.upos(source) === 'VERB') continue;
    const children = tree.children(source);
    if (!children.some((child) => doc.lower(child) === 'according')) continue;
    const subject = children.find(
      (child) => child > source && /^(?:appos|parataxis|list|conj)$/u.test(tree.relation(child)),
    );
    if (subject === undefined || !/^(?:NOUN|PROPN)$/u.test(doc.upos(subject))) continue;
    const verb = Array.from(
      { length: doc.sentenceEnd(sentence) - subject - 1 },
      (_, offset) => subject + 1 + offset,
    ).find((token) => /^VB[DZ]$/u.test(doc.xpos(token)) && tree.relation(token) === 'acl');
    if (verb === undefined) continue;
    tree.hang(verb, -1, 'root');
    tree.hang(subject, verb, 'nsubj');
    tree.hang(source, verb, 'obl');
  }
}

/**
 * "Critics called for the designation", "the Forum, a bloc based in Suva, called on both": such a form with its preposition right
 * behind it describes no noun; what the parser has hung it on, or what that stands in apposition to, is its subject.
 */
export function raiseAppeals(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    if (tree.relation(verb) !== 'acl' || !/^VB[DN]$/u.test(doc.xpos(verb))) continue;
    const own = tree.children(verb);
    const isFollowed = own.some((child) =>
      tree.children(child).some((mark) => mark === verb + 1 && isAsking(doc, mark)),
    );
    if (!isFollowed || !appealing.has(doc.lemma(verb).toLowerCase()) || own.some((child) => isOwnSubject(tree, child)))
      continue;
    let subject = tree.heads[verb] ?? -1;
    while (tree.relation(subject) === 'appos') subject = tree.heads[subject] ?? -1;
    if (subject < 0 || subject > verb || tree.relation(subject) !== 'root') continue;
    tree.hang(verb, -1, 'root');
    tree.hang(subject, verb, 'nsubj');
  }
}

const isAsking = (doc: Doc, mark: number): boolean => /^(?:on|for|to|upon)$/u.test(doc.lower(mark));
const isOwnSubject = (tree: Tree, child: number): boolean => /^(?:nsubj|aux)/u.test(tree.relation(child));
