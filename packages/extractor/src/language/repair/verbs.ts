import type { Doc } from '@attest/nlp';
import type { Tree } from './tree.ts';
import { gerundPrepositions, gerundVerbs, linking, standingBy, telling } from './words.ts';

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

/** "Iran supplied missiles": a finite verb describes no noun; what stands before it is its subject. */
export function raiseFiniteVerbs(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const noun = doc.head(verb);
    if (!isClausal(doc, verb) || noun <= verb || !attributive.test(doc.deprel(verb))) continue;
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
    const isHead = subject === undefined && above >= 0 && above < verb && /^(?:appos|nmod|dep)/u.test(doc.deprel(noun));
    if (subject === undefined && !isHead) continue;
    if (subject !== undefined) {
      raise(tree, verb, noun, tree.relation(noun));
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
    if (noun < 0 || doc.upos(noun) !== 'NOUN') continue;
    const verb = doc.childrenBy(noun, 'acl').find((child) => child > noun && doc.xpos(child) === 'VBN');
    if (verb === undefined || doc.child(noun, 'cop') >= 0) continue;
    const hasObject = [verb, ...doc.childrenBy(verb, 'conj')].some((one) => doc.child(one, 'obj') > one);
    if (!hasObject) continue;
    tree.hang(verb, -1, 'root');
    tree.hang(noun, verb, 'nsubj');
  }
}

/** "said last year that troops killed": a "that" before another subject opens what is said. */
export function openComplements(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const head = tree.heads[verb] ?? -1;
    if (doc.upos(verb) !== 'VERB' || head < 0 || head > verb || doc.upos(head) !== 'VERB') continue;
    const [that, subject] = tree.children(verb).filter((child) => tree.relation(child).startsWith('nsubj'));
    const isOpening = that !== undefined && subject !== undefined && doc.lower(that) === 'that' && that < subject;
    if (!isOpening || subject > verb || !/^(?:advcl|acl|parataxis)/u.test(tree.relation(verb))) continue;
    tree.hang(that, verb, 'mark');
    tree.hang(verb, head, 'ccomp');
  }
}

/** A form that is no past and no participle: "condemn", also where the tagger takes it for the present. */
const isBaseForm = (doc: Doc, verb: number): boolean =>
  /^VBP?$/u.test(doc.xpos(verb)) && doc.lower(verb) === doc.lemma(verb).toLowerCase();

/**
 * "called on China to stand with it and condemn Russia": a base form is coordinated with the infinitive, not with the
 * past; "asked Mali to leave and sanctioned Spain": a past form with the past.
 */
export function joinAlike(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const first = tree.relation(verb) === 'conj' ? (tree.heads[verb] ?? -1) : -1;
    if (first < 0 || first > verb) continue;
    if (tree.children(verb).some((child) => /^(?:nsubj|aux|mark)/u.test(tree.relation(child)))) continue;
    if (isBaseForm(doc, verb) && /^VB[DZ]$/u.test(doc.xpos(first))) {
      const infinitive = tree
        .children(first)
        .findLast((child) => child > first && child < verb && doc.xpos(child) === 'VB' && isBehindTo(tree, child));
      if (infinitive !== undefined) tree.hang(verb, infinitive, 'conj');
    } else if (doc.xpos(verb) === 'VBD' && doc.xpos(first) === 'VB' && isBehindTo(tree, first)) {
      const governor = tree.heads[first] ?? -1;
      if (governor >= 0 && doc.xpos(governor) === 'VBD') tree.hang(verb, governor, 'conj');
    }
  }
}

const isBehindTo = (tree: Tree, verb: number): boolean =>
  tree.children(verb).some((child) => child < verb && tree.doc.lower(child) === 'to');

/** "outlets stood by Puhalo": no passive, whatever the parser makes of the "by". */
export function standBy(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    if (!standingBy.has(doc.lemma(verb).toLowerCase()) || doc.child(verb, 'aux:pass') >= 0) continue;
    for (const child of tree.children(verb)) {
      if (tree.relation(child) === 'obl:agent') tree.hang(child, verb, 'obl');
      if (tree.relation(child) === 'nsubj:pass') tree.hang(child, verb, 'nsubj');
    }
  }
}

/** "Rather than waiting, France sanctioned Iran": what stands behind the comma is the subject of the verb, not of the participle. */
export function freeSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let subject = 1; subject < doc.length; subject += 1) {
    const participle = tree.relation(subject) === 'nsubj' ? (tree.heads[subject] ?? -1) : -1;
    if (participle < 0 || participle > subject || doc.xpos(participle) !== 'VBG') continue;
    const verb = tree.heads[participle] ?? -1;
    const isBehind = verb > subject && doc.upos(verb) === 'VERB' && tree.relation(participle).startsWith('advcl');
    const comma = tree
      .children(participle)
      .some((child) => child > participle && child < subject && doc.form(child) === ',');
    if (!isBehind || !comma || tree.children(verb).some((child) => tree.relation(child).startsWith('nsubj'))) continue;
    tree.hang(subject, verb, 'nsubj');
  }
}

/** "pressed China to curb exports": an infinitive is no place or time, it is what the verb is about. */
export function openInfinitives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const head = tree.heads[verb] ?? -1;
    const to = tree.children(verb).find((child) => child < verb && doc.lower(child) === 'to');
    if (to === undefined || doc.xpos(verb) !== 'VB' || head < 0 || head > to || tree.relation(to) !== 'case') continue;
    if (!/^(?:obl|nmod)/u.test(tree.relation(verb))) continue;
    tree.hang(to, verb, 'mark');
    tree.hang(verb, head, doc.upos(head) === 'VERB' ? 'xcomp' : 'acl');
  }
}

/** "told reporters that it had left": what hangs on a hearer by "that" is what he is told. */
export function freeHearers(tree: Tree): void {
  const { doc } = tree;
  for (let clause = 0; clause < doc.length; clause += 1) {
    const hearer = tree.heads[clause] ?? -1;
    const verb = hearer < 0 ? -1 : (tree.heads[hearer] ?? -1);
    if (verb < 0 || !tree.relation(clause).startsWith('acl') || !/^i?obj/u.test(tree.relation(hearer))) continue;
    const isOpened = tree.children(clause).some((child) => child === hearer + 1 && doc.lower(child) === 'that');
    if (isOpened && telling.has(doc.lemma(verb).toLowerCase())) tree.hang(clause, verb, 'ccomp');
  }
}

/** "visit Ghana": a name is no predicate of an active verb; "charge Ana Soto": one object alone is the object. */
export function settleObjects(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const verb = tree.heads[token] ?? -1;
    if (verb < 0 || verb > token || doc.upos(verb) !== 'VERB') continue;
    const relation = tree.relation(token);
    const isName =
      relation === 'xcomp' &&
      /^(?:PROPN|NOUN)$/u.test(doc.upos(token)) &&
      !linking.has(doc.lemma(verb).toLowerCase()) &&
      doc.child(token, 'cop', 'case', 'mark') < 0;
    if (!isName && relation !== 'iobj') continue;
    const hasObject = tree
      .children(verb)
      .some((child) => /^(?:obj|ccomp|xcomp)/u.test(tree.relation(child)) && child !== token);
    if (!hasObject) tree.hang(token, verb, 'obj');
  }
}
