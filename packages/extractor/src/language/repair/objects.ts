import { giving, linking } from './words.ts';
import { tokensIn, type Stretch, type Tree } from './tree.ts';

/**
 * "declare cartels terrorist organizations": two nouns behind one another, the second a phrase that is known as a whole,
 * are the object and what it is made.
 */
export function partObjects(tree: Tree, units: readonly Stretch[]): void {
  const { doc } = tree;
  let token = 0;
  for (const unit of units) {
    while (token < doc.length && doc.end(token) <= unit.start) token += 1;
    const inside = tokensIn(doc, unit, token);
    const top = inside.find((at) => !inside.includes(doc.head(at)));
    const before = (inside[0] ?? 0) - 1;
    if (top === undefined || before < 0 || doc.head(before) !== top || !/^NNP?S$/u.test(doc.xpos(before))) continue;
    const verb = doc.head(top);
    if (doc.deprel(before) !== 'compound' || verb < 0 || doc.upos(verb) !== 'VERB' || doc.deprel(top) !== 'obj')
      continue;
    for (const child of doc.children(top)) if (child < before) tree.hang(child, before, doc.deprel(child));
    tree.hang(before, verb, 'obj');
    tree.hang(top, verb, 'xcomp');
  }
}

/** "work in tandem to target": the purpose of a bare idiom is the verb's. */
export function liftPurposes(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const noun = doc.head(token);
    if (noun < 0 || doc.xpos(token) !== 'VB' || doc.deprel(token) !== 'acl' || doc.child(token, 'mark') < 0) continue;
    const verb = doc.head(noun);
    const isBare =
      doc.deprel(noun) === 'obl' &&
      doc.xpos(noun) === 'NN' &&
      doc.children(noun).every((child) => child === token || doc.deprel(child) === 'case');
    if (isBare && verb >= 0 && doc.upos(verb) === 'VERB') tree.hang(token, verb, 'advcl');
  }
}

/** "denied the diplomats entry": a plural right before the object of a verb of giving is who is given or denied it. */
export function partReceivers(tree: Tree): void {
  const { doc } = tree;
  for (let token = 1; token + 1 < doc.length; token += 1) {
    const noun = doc.head(token);
    if (noun !== token + 1 || doc.deprel(token) !== 'compound' || !/^NNP?S$/u.test(doc.xpos(token))) continue;
    const verb = doc.head(noun);
    if (verb < 0 || doc.deprel(noun) !== 'obj' || !giving.has(doc.lemma(verb).toLowerCase())) continue;
    for (const child of doc.children(noun)) if (child < token) tree.hang(child, token, doc.deprel(child));
    tree.hang(token, verb, 'iobj');
  }
}

/** "executed at least 500 people": a measure before a number takes no object away. */
export function freeMeasured(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token + 2 < doc.length; token += 1) {
    if (doc.lower(token) !== 'at' || !/^(?:least|most)$/u.test(doc.lower(token + 1))) continue;
    const noun = doc.deprel(token) === 'case' ? doc.head(doc.head(token)) : doc.head(token);
    const at = [doc.head(token), noun, doc.head(noun)].find((one) => one > token && doc.deprel(one).startsWith('obl'));
    const verb = at === undefined ? -1 : doc.head(at);
    if (at === undefined || verb < 0 || verb > token || doc.upos(verb) !== 'VERB') continue;
    if (doc.child(verb, 'obj') < 0 && doc.child(verb, 'aux:pass') < 0) tree.hang(at, verb, 'obj');
  }
}

/** "make more transparent the labeling": an adjective has no object; it is its verb's. */
export function freeShifted(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 0; noun < doc.length; noun += 1) {
    const adjective = tree.relation(noun) === 'obj' ? (tree.heads[noun] ?? -1) : -1;
    const verb = adjective < 0 || doc.upos(adjective) !== 'ADJ' ? -1 : (tree.heads[adjective] ?? -1);
    const isShifted = verb >= 0 && verb < adjective && adjective < noun && tree.relation(adjective) === 'xcomp';
    if (isShifted && doc.upos(verb) === 'VERB' && doc.child(verb, 'obj') < 0) tree.hang(noun, verb, 'obj');
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

/** "urges RS leadership": of two objects right behind one another, the first is a part of the second. */
export function partNames(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token + 1 < doc.length; token += 1) {
    const verb = tree.relation(token) === 'obj' ? (tree.heads[token] ?? -1) : -1;
    const above = tree.heads[token + 1] ?? -1;
    const isPair = verb >= 0 && verb < token && (above === verb || above === token);
    if (!isPair || tree.relation(token + 1) !== 'obj' || !/^(?:NOUN|PROPN)$/u.test(doc.upos(token + 1))) continue;
    if (doc.upos(token) === 'PRON' || giving.has(doc.lemma(verb).toLowerCase())) continue;
    tree.hang(token + 1, verb, 'obj');
    tree.hang(token, token + 1, 'compound');
  }
}

/** "visited Mali and arrested leaders": the second object is of the second verb. */
export function shareObjects(tree: Tree): void {
  const { doc } = tree;
  for (let object = 2; object < doc.length; object += 1) {
    const first = tree.relation(object) === 'obj' ? (tree.heads[object] ?? -1) : -1;
    if (first < 0 || first > object) continue;
    const children = tree.children(first);
    const second = children.findLast(
      (child) => child > first && child < object && tree.relation(child) === 'conj' && doc.upos(child) === 'VERB',
    );
    const isServed = children.some((child) => child > first && child < (second ?? 0) && tree.relation(child) === 'obj');
    if (second === undefined || !isServed) continue;
    if (!tree.children(second).some((child) => tree.relation(child) === 'obj')) tree.hang(object, second, 'obj');
  }
}

const causing = /^(?:have|get|make|keep|see|want|need|find|leave)$/u;

/** "leaders arrested last week": a participle right behind a noun describes it; what is coordinated stands behind "and" or a comma. */
export function describeNouns(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const noun = verb - 1;
    if (
      !/^(?:conj|xcomp)$/u.test(tree.relation(verb)) ||
      doc.xpos(verb) !== 'VBN' ||
      !/^(?:NOUN|PROPN)$/u.test(doc.upos(noun))
    )
      continue;
    const own = tree.children(verb);
    if (own.some((child) => child < verb || /^(?:nsubj|obj)/u.test(tree.relation(child)))) continue;
    // "had the leaders arrested"
    const head = tree.heads[verb] ?? -1;
    if (head >= 0 && causing.test(doc.lemma(head))) continue;
    tree.hang(verb, noun, 'acl');
  }
}
