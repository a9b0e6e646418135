import type { Doc } from '@attest/nlp';
import { isBehindTo, type Tree } from './tree.ts';
import { appeals, controlling, infinitiveNouns, infinitiveVerbs, reporting, telling } from './words.ts';

/** "said last year that troops killed": a "that" before another subject opens what is said. */
export function openComplements(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const head = tree.heads[verb] ?? -1;
    if (doc.upos(verb) !== 'VERB' || head < 0 || head > verb || doc.upos(head) !== 'VERB') continue;
    const [that, subject] = tree
      .children(verb)
      .filter(
        (child) =>
          tree.relation(child).startsWith('nsubj') ||
          (doc.lower(child) === 'that' && /^(?:obl|obj|det)/u.test(tree.relation(child))),
      );
    const isOpening = that !== undefined && subject !== undefined && doc.lower(that) === 'that' && that < subject;
    if (!isOpening || subject > verb || !/^(?:advcl|acl|parataxis)/u.test(tree.relation(verb))) continue;
    tree.hang(that, verb, 'mark');
    tree.hang(verb, head, 'ccomp');
  }
}

/**
 * "pressed China to curb exports": an infinitive is no place or time, it is what the verb is about. Right behind a verb that
 * takes one, behind a predicate adjective or a passive of telling it is no purpose either.
 */
export function openInfinitives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const head = tree.heads[verb] ?? -1;
    const to = tree.children(verb).find((child) => child < verb && doc.lower(child) === 'to');
    if (to === undefined || head < 0 || head > to || !/^VBN?$/u.test(doc.xpos(verb))) continue;
    const relation = tree.relation(verb);
    if (/^(?:obl|nmod)/u.test(relation) && tree.relation(to) === 'case' && doc.xpos(verb) === 'VB') {
      tree.hang(to, verb, 'mark');
      tree.hang(verb, head, doc.upos(head) === 'VERB' ? 'xcomp' : 'acl');
    } else if (/^(?:advcl|acl)$/u.test(relation) && takesInfinitive(doc, head, to)) tree.hang(verb, head, 'xcomp');
    else if (relation === 'acl' && tree.relation(head) === 'obj') {
      // "assigned the Pentagon to begin": nobody is described by what he is to do.
      const governor = tree.heads[head] ?? -1;
      const isTold =
        /^(?:PROPN|PRON)$/u.test(doc.upos(head)) ||
        (governor >= 0 && controlling.has(doc.lemma(governor).toLowerCase()));
      if (isTold && governor >= 0 && doc.upos(governor) === 'VERB') tree.hang(verb, governor, 'xcomp');
    }
  }
}

/** "has the power to sanction": the infinitive right behind such a noun is the noun's. */
export function lowerInfinitives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    const head = /^(?:advcl|xcomp)$/u.test(tree.relation(verb)) ? (tree.heads[verb] ?? -1) : -1;
    const to = tree.children(verb).find((child) => child < verb && doc.lower(child) === 'to');
    if (head < 0 || doc.upos(head) !== 'VERB' || to === undefined || to === 0 || head === to - 1) continue;
    const noun = to - 1;
    // "the action to classify them is": between a subject and its verb it can be nothing else.
    const isCompleted =
      tree.heads[noun] === head && (head > verb || infinitiveNouns.has(doc.lemma(noun).toLowerCase()));
    if (isCompleted && /^(?:obj|nsubj)/u.test(tree.relation(noun))) tree.hang(verb, noun, 'acl');
  }
}

/** Whether an infinitive that begins at `to` completes its head. */
function takesInfinitive(doc: Doc, head: number, to: number): boolean {
  const lemma = doc.lemma(head).toLowerCase();
  if (doc.upos(head) === 'ADJ') return to === head + 1 && doc.child(head, 'cop') >= 0;
  // "has yet to ratify"
  if (lemma === 'have') return to === head + 2 && doc.lower(head + 1) === 'yet';
  if (doc.upos(head) !== 'VERB') return false;
  if (doc.child(head, 'aux:pass') >= 0) return reporting.has(lemma);
  // "went on to express"
  if (lemma === 'go') return to === head + 2 && doc.lower(head + 1) === 'on';
  return to === head + 1 && infinitiveVerbs.has(lemma);
}

/** "agreed to supply missiles | to Yemen": what stands behind an infinitive and its object hangs on it, not on the verb above. */
export function lowerObliques(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const verb = tree.relation(token) === 'obl' ? (tree.heads[token] ?? -1) : -1;
    if (verb < 0 || verb > token || doc.upos(verb) !== 'VERB') continue;
    const infinitive = tree
      .children(verb)
      .findLast(
        (child) => child > verb && child < token && tree.relation(child) === 'xcomp' && isBehindTo(tree, child),
      );
    const first = Math.min(token, ...tree.children(token));
    // Only right behind the infinitive's object: "agreed to leave, in a letter to Chad".
    const object =
      infinitive === undefined ? undefined : tree.children(infinitive).find((child) => tree.relation(child) === 'obj');
    if (infinitive !== undefined && object !== undefined && first === object + 1) tree.hang(token, infinitive, 'obl');
  }
}

/**
 * "sent a letter to Ms. Lee urging ...": what "to" holds right before a participle is of the verb before it. The parser
 * hangs it on the participle, or makes it a part of one that has the "to".
 */
export function raiseObliques(tree: Tree): void {
  const { doc } = tree;
  for (let token = 2; token + 1 < doc.length; token += 1) {
    const participle = token + 1;
    const relation = tree.relation(token);
    if (tree.heads[token] !== participle || doc.xpos(participle) !== 'VBG') continue;
    const verb = tree.relation(participle) === 'advcl' ? (tree.heads[participle] ?? -1) : -1;
    const marks = [...tree.children(relation === 'compound' ? participle : token)];
    const to = marks.find((child) => child < token && doc.lower(child) === 'to');
    const isBehind = to !== undefined && verb >= 0 && verb < to && doc.upos(verb) === 'VERB';
    if (!isBehind || !/^(?:obl|compound)$/u.test(relation) || !/^(?:NOUN|PROPN)$/u.test(doc.upos(token))) continue;
    tree.hang(token, verb, 'obl');
    tree.hang(to, token, 'case');
  }
}

/**
 * "reiterates its call on Mali to free them": whom a request is put to, and what he is to do, belong to the noun, not to
 * the verb that tells of it.
 */
export function keepAppeals(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 1; noun + 2 < doc.length; noun += 1) {
    const verb = tree.relation(noun) === 'obj' ? (tree.heads[noun] ?? -1) : -1;
    if (verb < 0 || verb > noun || !appeals.has(doc.lemma(noun).toLowerCase())) continue;
    const children = tree.children(verb);
    const hearer = [...children, ...tree.children(noun)].find(
      (child) =>
        child > noun &&
        /^(?:obl|nmod)$/u.test(tree.relation(child)) &&
        tree.children(child).some((mark) => mark === noun + 1 && /^(?:on|upon|to|for)$/u.test(doc.lower(mark))),
    );
    if (hearer === undefined) continue;
    const asked = children.find(
      (child) => child > hearer && /^(?:advcl|xcomp|acl)$/u.test(tree.relation(child)) && isBehindTo(tree, child),
    );
    tree.hang(hearer, noun, 'nmod');
    if (asked !== undefined) tree.hang(asked, noun, 'acl');
  }
}

/** "Mali was asked to leave, said an officer": behind a comma and before its subject a verb of telling stands beside what it tells. */
export function openSaid(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb + 1 < doc.length; verb += 1) {
    if (tree.relation(verb) !== 'conj' || doc.form(verb - 1) !== ',' || !reporting.has(doc.lemma(verb).toLowerCase()))
      continue;
    const children = tree.children(verb);
    const isInverted = children.some((child) => child > verb && tree.relation(child) === 'nsubj');
    const isJoined = children.some((child) => child < verb && /^(?:cc|nsubj)/u.test(tree.relation(child)));
    if (isInverted && !isJoined) tree.hang(verb, tree.heads[verb] ?? -1, 'parataxis');
  }
}

/** "denied it, stating that we do not": a clause whose "that" stands right behind a verb of telling is what it tells. */
export function closeTold(tree: Tree): void {
  const { doc } = tree;
  for (let that = 1; that < doc.length; that += 1) {
    const clause = tree.relation(that) === 'mark' && doc.lower(that) === 'that' ? (tree.heads[that] ?? -1) : -1;
    const verb = that - 1;
    if (clause <= that || tree.heads[clause] === verb || doc.upos(verb) !== 'VERB') continue;
    const isLoose = /^(?:parataxis|advcl|conj|ccomp)$/u.test(tree.relation(clause));
    if (isLoose && reporting.has(doc.lemma(verb).toLowerCase())) tree.hang(clause, verb, 'ccomp');
  }
}

/** "asked whether troops killed": a clause with "that" or "whether" is what the verb asks or tells, not when. */
export function openQuestions(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const head = tree.relation(verb) === 'advcl' ? (tree.heads[verb] ?? -1) : -1;
    if (head < 0 || head > verb || doc.upos(head) !== 'VERB') continue;
    const isMarked = tree
      .children(verb)
      .some((child) => tree.relation(child) === 'mark' && /^(?:that|whether)$/u.test(doc.lower(child)) && child > head);
    const isSo = tree.children(verb).some((child) => /^(?:so|such|now|provided|given)$/u.test(doc.lower(child)));
    if (isMarked && !isSo) tree.hang(verb, head, 'ccomp');
  }
}

/** "media reported individuals shot and killed her": the bare plural behind a verb of telling begins what is told. */
export function openReported(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const head = tree.relation(verb) === 'conj' ? (tree.heads[verb] ?? -1) : -1;
    if (head < 0 || head > verb || doc.xpos(verb) !== 'VBD' || !reporting.has(doc.lemma(head).toLowerCase())) continue;
    const object = tree.children(head).find((child) => child > head && child < verb && tree.relation(child) === 'obj');
    if (object === undefined) continue;
    const around = tree.children(object);
    if (around.some((child) => /^(?:det|nmod:poss)/u.test(tree.relation(child)))) continue;
    const subject = [object, ...around.filter((child) => tree.relation(child) === 'compound')].find(
      (one) => doc.xpos(one) === 'NNS',
    );
    if (subject === undefined) continue;
    tree.hang(verb, head, 'ccomp');
    tree.hang(subject, verb, 'nsubj');
  }
}

/** "reports that officials arrested persons": of two objects the "that" before the subject is none. */
export function openContents(tree: Tree): void {
  const { doc } = tree;
  for (let that = 0; that < doc.length; that += 1) {
    const verb = tree.relation(that) === 'obj' && doc.lower(that) === 'that' ? (tree.heads[that] ?? -1) : -1;
    if (verb <= that) continue;
    const children = tree.children(verb);
    const hasSubject = children.some(
      (child) => child > that && child < verb && tree.relation(child).startsWith('nsubj'),
    );
    const hasObject = children.some((child) => child > verb && tree.relation(child) === 'obj');
    if (hasSubject && hasObject) tree.hang(that, verb, 'mark');
  }
}

/** "said in a report last year that troops executed 500 people": the parser takes the subject for an apposition. */
export function raiseTold(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const subject = tree.relation(verb).startsWith('acl') ? (tree.heads[verb] ?? -1) : -1;
    if (subject < 0 || subject > verb || !/^VB[DN]$/u.test(doc.xpos(verb))) continue;
    const hasObject = tree.children(verb).some((child) => child > verb && /^(?:obj|obl)/u.test(tree.relation(child)));
    const that = tree.children(subject).find((child) => child < subject && doc.lower(child) === 'that');
    if (that === undefined || !hasObject || !/^(?:NOUN|PROPN)$/u.test(doc.upos(subject)) || doc.xpos(subject) === 'NN')
      continue;
    let saying = tree.heads[subject] ?? -1;
    while (saying >= 0 && doc.upos(saying) !== 'VERB') saying = tree.heads[saying] ?? -1;
    if (saying < 0 || saying > that || !reporting.has(doc.lemma(saying).toLowerCase())) continue;
    tree.hang(verb, saying, 'ccomp');
    tree.hang(subject, verb, 'nsubj');
    tree.hang(that, verb, 'mark');
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

/** "told the Times, \"The priority is ...\"": the nominal right behind a verb of telling hears it, though the parser hangs it into the quotation. */
export function keepHearers(tree: Tree): void {
  const { doc } = tree;
  for (let hearer = 1; hearer < doc.length; hearer += 1) {
    if (tree.relation(hearer) !== 'obl:unmarked' || (tree.heads[hearer] ?? -1) < hearer) continue;
    const verb = Math.min(hearer, ...tree.children(hearer)) - 1;
    if (verb < 0 || doc.upos(verb) !== 'VERB' || !telling.has(doc.lemma(verb).toLowerCase())) continue;
    if (!tree.children(verb).some((child) => /^i?obj/u.test(tree.relation(child)))) tree.hang(hearer, verb, 'obj');
  }
}

/** "accused the cartels of collaborating": a gerund behind "of" is a clause, not a thing. */
export function openGerunds(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    if (tree.relation(verb) !== 'nmod' || doc.xpos(verb) !== 'VBG' || doc.upos(verb) !== 'VERB') continue;
    const mark = tree.children(verb).find((child) => child < verb && tree.relation(child) === 'case');
    if (mark === undefined) continue;
    tree.hang(mark, verb, 'mark');
    tree.hang(verb, tree.heads[verb] ?? -1, 'acl');
  }
}

/** "We would consider that," he said: a demonstrative right behind its verb is the object, though the parser hangs it further on. */
export function keepDemonstratives(tree: Tree): void {
  const { doc } = tree;
  for (let token = 1; token + 1 < doc.length; token += 1) {
    const verb = token - 1;
    if (!/^(?:that|this)$/u.test(doc.lower(token)) || doc.upos(verb) !== 'VERB' || tree.heads[token] === verb) continue;
    // "announced that, through its efforts, ..." goes on.
    const end = doc.form(token + 1) === ',' && token + 2 < doc.length ? token + 2 : token + 1;
    if (/^[.?!"]$/u.test(doc.form(end)) && doc.child(verb, 'obj') < 0) tree.hang(token, verb, 'obj');
  }
}

/** "What if, rather than waiting, France left?": the "if" is of the sentence. */
export function openWhatIf(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const first = doc.sentenceStart(sentence);
    if (doc.lower(first) !== 'what' || first + 1 >= doc.sentenceEnd(sentence) || doc.lower(first + 1) !== 'if')
      continue;
    const root = doc.root(sentence);
    if (root <= first + 1) continue;
    tree.hang(first + 1, root, 'mark');
    if (tree.heads[first] === root) tree.hang(first, root, 'discourse');
  }
}
