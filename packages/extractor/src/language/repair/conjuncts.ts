import { beforeAdverbs, hasSubject, isFinite, isNominal, leftmost, phraseHead, reaches, rightmost } from './spans.ts';
import type { Tree } from './tree.ts';
import { describing } from './words.ts';

/** Verb above a noun that a past form may be coordinated with: in the past, or a perfect. */
function clauseAbove(tree: Tree, noun: number): number | undefined {
  const { doc } = tree;
  for (let at = tree.heads[noun] ?? -1; at >= 0; at = tree.heads[at] ?? -1) {
    if (doc.upos(at) !== 'VERB') continue;
    const isPast = doc.xpos(at) === 'VBD' || (doc.xpos(at) === 'VBN' && doc.childrenBy(at, 'aux').length > 0);
    // A participle that the tagger takes the past form for.
    const isActive = doc.xpos(at) === 'VBN' && tree.relation(at) === 'root' && doc.child(at, 'aux:pass') < 0;
    if (isPast || isActive) return at;
    if (!/^(?:acl|advcl|xcomp|ccomp)/u.test(tree.relation(at))) return undefined;
  }
  return undefined;
}

/** Whether the form tells what was done to what follows: a name, a noun with its number, or no participle that mostly describes. */
const isObject = (tree: Tree, verb: number, noun: number): boolean =>
  tree.doc.upos(noun) === 'PROPN' ||
  (/^(?:VBD|VBN)$/u.test(tree.doc.xpos(verb)) && !describing.has(tree.doc.lower(verb))) ||
  tree.children(noun).some((child) => child > verb && /^(?:nummod|det|nmod:poss)/u.test(tree.relation(child)));

/** The participle's noun becomes its object, and what completes the sentence behind the noun becomes the verb's. */
function take(tree: Tree, verb: number, noun: number): void {
  for (const child of tree.children(noun)) {
    const relation = tree.relation(child);
    if (child < verb) tree.hang(child, verb, relation);
    else if (child > noun && /^(?:conj|xcomp|advcl|obl|parataxis)/u.test(relation) && tree.doc.upos(child) === 'VERB')
      tree.hang(child, verb, relation);
    else if (child > noun && /^(?:acl)$/u.test(relation) && tree.doc.xpos(child) === 'VB')
      tree.hang(child, verb, 'xcomp');
    else if (child > noun && relation === 'nmod' && tree.doc.upos(noun) === 'PROPN') tree.hang(child, verb, 'obl');
  }
}

/**
 * "opened an office and condemned Kestrel Bank": behind "and" a past form before a name is the second verb of the clause,
 * not what describes the name.
 */
export function raiseConjuncts(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (tree.relation(verb) !== 'amod' || !/^VB[DN]$/u.test(doc.xpos(verb))) continue;
    const noun = phraseHead(tree, verb);
    if (noun <= verb || !isNominal(tree, noun)) continue;
    const before = beforeAdverbs(tree, verb);
    if (before < 1 || !/^(?:and|but|or|,|then)$/u.test(doc.lower(before)) || !isObject(tree, verb, noun)) continue;
    if (leftmost(tree, noun) < before) continue;
    const first = /^(?:conj|appos|nmod|obl:unmarked|obj)/u.test(tree.relation(noun))
      ? clauseAbove(tree, noun)
      : undefined;
    if (first === undefined || first > before || !hasSubjectAbove(tree, first)) continue;
    for (const child of tree.children(first))
      // "sentenced him to a year", not what was done before.
      if (child > rightmost(tree, noun) && tree.relation(child) === 'obl') tree.hang(child, verb, 'obl');
    tree.hang(verb, first, 'conj');
    tree.hang(noun, verb, 'obj');
    take(tree, verb, noun);
  }
}

/** Whether a verb, or the one it is coordinated with, has a subject. */
function hasSubjectAbove(tree: Tree, verb: number): boolean {
  for (let at = verb; at >= 0; at = tree.relation(at) === 'conj' ? (tree.heads[at] ?? -1) : -1)
    if (hasSubject(tree, at)) return true;
  return false;
}

/** A past form, or what the tagger takes for a participle though it has an object and no auxiliary. */
const isPast = (tree: Tree, verb: number): boolean =>
  tree.doc.xpos(verb) === 'VBD' ||
  (tree.doc.xpos(verb) === 'VBN' &&
    tree.children(verb).some((child) => tree.relation(child) === 'obj') &&
    !tree.children(verb).some((child) => tree.relation(child).startsWith('aux')));

/** "closed its office, then condemned": a past form without a subject behind a comma is coordinated, not put in between. */
export function joinLoose(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    const first = tree.relation(verb) === 'parataxis' ? (tree.heads[verb] ?? -1) : -1;
    if (first < 0 || first > verb || !isPast(tree, verb) || hasSubject(tree, verb)) continue;
    const isLoose = /^(?:,|;|and|but)$/u.test(doc.lower(beforeAdverbs(tree, leftmost(tree, verb))));
    const isServed = tree.children(verb).some((child) => child > verb && /^(?:obj|obl)/u.test(tree.relation(child)));
    if (isLoose && isServed && doc.xpos(first) === 'VBD' && hasSubject(tree, first)) tree.hang(verb, first, 'conj');
  }
}

const isBreak = (form: string): boolean => /^(?:,|–|—|-)$/u.test(form);

/** "the President and the First Lady announced": of two subjects the one behind "and" is coordinated, the one in commas apposed. */
export function partSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let second = 2; second < doc.length; second += 1) {
    const verb = tree.relation(second).startsWith('nsubj') ? (tree.heads[second] ?? -1) : -1;
    if (verb < second) continue;
    const first = tree
      .children(verb)
      .findLast((child) => child < second && tree.relation(child).startsWith('nsubj') && doc.upos(child) !== 'DET');
    if (
      first === undefined ||
      doc.xpos(first).startsWith('W') ||
      /^(?:this|that|what|which|who)$/u.test(doc.lower(first))
    )
      continue;
    const start = leftmost(tree, second);
    const joint = doc.upos(start) === 'CCONJ' ? start : start - 1;
    const own = tree.children(second).find((child) => child < second && tree.relation(child) === 'cc');
    if (doc.upos(joint) === 'CCONJ' && rightmost(tree, first) === joint - 1) {
      tree.hang(second, first, 'conj');
      tree.hang(own ?? joint, second, 'cc');
    } else if (isBreak(doc.form(rightmost(tree, first) + 1))) {
      const end = rightmost(tree, second) + 1;
      if (isBreak(doc.form(end)) && reaches(tree, end - 1, verb) && isNominal(tree, first))
        tree.hang(second, first, 'appos');
    }
  }
}

/** "praised the President and the Vice President": of two objects the one behind "and" is coordinated. */
export function partConjuncts(tree: Tree): void {
  const { doc } = tree;
  for (let second = 2; second < doc.length; second += 1) {
    const verb = tree.relation(second) === 'obj' ? (tree.heads[second] ?? -1) : -1;
    const cc = tree.children(second).find((child) => child < second && tree.relation(child) === 'cc');
    if (verb < 0 || verb > second || cc === undefined) continue;
    const first = tree.children(verb).findLast((child) => child > verb && child < cc && tree.relation(child) === 'obj');
    if (first !== undefined && isNominal(tree, first) && doc.upos(second) !== 'VERB') tree.hang(second, first, 'conj');
  }
}

/**
 * "The army, which is based in Oslo, shelled villages", "Members of the party, led by Oru, visited": a sentence that hangs on a noun and
 * has a finite verb without a subject behind it is a clause of that verb.
 */
export function raisePredicates(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const [from, to] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
    let noun = -1;
    for (let at = from; at < to; at += 1) if (tree.relation(at) === 'root') noun = at;
    if (noun < 0 || !isNominal(tree, noun)) continue;
    if (tree.children(noun).some((child) => /^(?:cop|nsubj|csubj|expl|aux)/u.test(tree.relation(child)))) continue;
    const verb = predicateOf(tree, noun, to);
    if (verb === undefined) continue;
    const object = tree.relation(verb) === 'amod' ? (tree.heads[verb] ?? -1) : -1;
    tree.hang(verb, -1, 'root');
    tree.hang(noun, verb, 'nsubj');
    for (const child of tree.children(noun))
      if (child > noun && tree.relation(child) === 'nmod:unmarked') tree.hang(child, verb, 'obl:unmarked');
    if (object > verb) {
      tree.hang(object, verb, 'obj');
      take(tree, verb, object);
    }
  }
}

/** Finite verb behind a noun that has no subject of its own, or a past form behind a comma. */
function predicateOf(tree: Tree, noun: number, end: number): number | undefined {
  const { doc } = tree;
  for (let verb = noun + 1; verb < end; verb += 1) {
    if (doc.upos(verb) !== 'VERB' || hasSubject(tree, verb)) continue;
    const before = doc.form(beforeAdverbs(tree, verb));
    const relation = tree.relation(verb);
    const object = tree.heads[verb] ?? -1;
    if (relation === 'amod' && /^VB[DN]$/u.test(doc.xpos(verb)) && before === ',' && object > verb) {
      if (leftmost(tree, object) >= verb) return verb;
    }
    // "backed by small parties, criticised Gazprom": behind a comma with an object of its own, or right on the noun.
    if (
      /^(?:acl|parataxis)$/u.test(relation) &&
      /^VB[DN]$/u.test(doc.xpos(verb)) &&
      (before === ',' || object === noun)
    ) {
      const own = tree.children(verb);
      const isServed = own.some((child) => child > verb && tree.relation(child) === 'obj');
      const isPassive = own.some((child) => /^(?:aux|obl:agent|mark|cc)/u.test(tree.relation(child)));
      if (isServed && !isPassive) return verb;
    }
    if (relation === 'conj' && isFinite(tree, verb) && doc.xpos(verb) !== 'VBP') {
      const isJoined = tree.children(verb).some((child) => child < verb && tree.relation(child) === 'cc');
      const isTold = tree.children(verb).some((child) => tree.relation(child) === 'mark');
      if (!isJoined && !isTold && (object === noun || before === ',')) return verb;
    }
  }
  return undefined;
}
