import type { Tree } from './tree.ts';
import { controlling, reporting } from './words.ts';

/** "found Ana Soto guilty": who is found guilty is the object, not a part of the verdict. */
export function freeConvicts(tree: Tree): void {
  const { doc } = tree;
  for (let verdict = 2; verdict < doc.length; verdict += 1) {
    const verb = tree.heads[verdict] ?? -1;
    if (doc.lower(verdict) !== 'guilty' || verb < 0 || verb > verdict || doc.lemma(verb).toLowerCase() !== 'find')
      continue;
    const convict = tree
      .children(verdict)
      .find((child) => child > verb && child < verdict && /^(?:PROPN|NOUN|PRON)$/u.test(doc.upos(child)));
    if (convict === undefined || tree.relation(verdict) !== 'obj') continue;
    tree.hang(convict, verb, 'obj');
    tree.hang(verdict, verb, 'xcomp');
  }
}

/** First token of what hangs on a token. */
function leftmost(tree: Tree, token: number): number {
  let first = token;
  for (const child of tree.children(token)) if (child < first) first = Math.min(first, leftmost(tree, child));
  return first;
}

/** "assisted, sponsored, or provided support": a noun right behind a verb is its object, not one more member of the row. */
export function giveObjects(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 2; noun < doc.length; noun += 1) {
    const first = tree.heads[noun] ?? -1;
    if (tree.relation(noun) !== 'conj' || !/^(?:NOUN|PROPN)$/u.test(doc.upos(noun)) || first < 0) continue;
    if (tree.children(noun).some((child) => tree.relation(child) === 'case')) continue;
    const verb = leftmost(tree, noun) - 1;
    const isRow = verb > first && doc.upos(first) === 'VERB' && doc.upos(verb) === 'VERB';
    if (isRow && tree.relation(verb) === 'conj' && !tree.children(verb).some((child) => tree.relation(child) === 'obj'))
      tree.hang(noun, verb, 'obj');
  }
}

/** "for having materially assisted": "having" is the auxiliary of the participle behind it. */
export function joinPerfects(tree: Tree): void {
  const { doc } = tree;
  for (let having = 0; having + 1 < doc.length; having += 1) {
    if (doc.lower(having) !== 'having' || tree.relation(having).startsWith('aux')) continue;
    let verb = having + 1;
    while (verb + 1 < doc.length && doc.upos(verb) === 'ADV') verb += 1;
    const head = tree.heads[having] ?? -1;
    const above = tree.heads[verb] ?? -1;
    if (doc.xpos(verb) !== 'VBN' || (above !== head && above !== having)) continue;
    if (above === having) tree.hang(verb, head, tree.relation(having));
    for (const child of tree.children(having)) tree.hang(child, verb, tree.relation(child));
    tree.hang(having, verb, 'aux');
  }
}

/** "was accused by Mali of killing": what stands behind "of" is of the verb, not of who accuses. */
export function freeAccusers(tree: Tree): void {
  const { doc } = tree;
  for (let gerund = 1; gerund < doc.length; gerund += 1) {
    const agent =
      /^(?:acl|nmod)$/u.test(tree.relation(gerund)) && doc.xpos(gerund) === 'VBG' ? (tree.heads[gerund] ?? -1) : -1;
    if (agent < 0 || agent > gerund || tree.relation(agent) !== 'obl:agent') continue;
    const mark = tree.children(gerund).find((child) => child < gerund && /^(?:of|for|with)$/u.test(doc.lower(child)));
    const verb = tree.heads[agent] ?? -1;
    if (mark === undefined || verb < 0 || verb > agent) continue;
    tree.hang(mark, gerund, 'mark');
    tree.hang(gerund, verb, 'advcl');
  }
}

/** "denied having funded the party": a perfect is no passive. */
export function freeHaving(tree: Tree): void {
  const { doc } = tree;
  for (let having = 0; having < doc.length; having += 1) {
    const verb = tree.heads[having] ?? -1;
    if (doc.lower(having) === 'having' && tree.relation(having) === 'aux:pass' && verb > having)
      tree.hang(having, verb, 'aux');
  }
}

/** "designated two men pursuant to an order for supplying drones": "pursuant to" is a preposition, on which nothing else hangs. */
export function freePursuant(tree: Tree): void {
  const { doc } = tree;
  for (let word = 1; word + 1 < doc.length; word += 1) {
    const head = tree.heads[word] ?? -1;
    if (!/^(?:pursuant|subsequent|prior|contrary)$/u.test(doc.lower(word)) || doc.lower(word + 1) !== 'to' || head < 0)
      continue;
    if (/^(?:case|fixed|cop|root)/u.test(tree.relation(word)) || doc.upos(head) !== 'VERB') continue;
    const [below, own] = [tree.heads[word + 1] ?? -1, tree.children(word)];
    const what = below > word ? below : own.find((child) => child > word + 1 && doc.upos(child) !== 'VERB');
    if (what === undefined) continue;
    for (const child of tree.children(word))
      if (child !== what && child > what) tree.hang(child, head, tree.relation(child));
    tree.hang(what, head, 'obl');
    tree.hang(word, what, 'case');
  }
}

/** "It asks the court to order": who asks is no empty subject. */
export function fillSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const verb = tree.heads[token] ?? -1;
    if (tree.relation(token) !== 'expl' || doc.lower(token) !== 'it' || verb < token) continue;
    const isActing = doc.upos(verb) === 'VERB' && controlling.has(doc.lemma(verb).toLowerCase());
    const has = (relation: RegExp): boolean => tree.children(verb).some((child) => relation.test(tree.relation(child)));
    if (isActing && has(/^obj$/u) && !has(/^(?:nsubj|csubj|aux:pass|cop)/u)) tree.hang(token, verb, 'nsubj');
  }
}

/** "Soldiers accompanied by police entered the village": the finite verb behind a participle's agent tells, not the participle. */
export function raiseFinite(tree: Tree): void {
  const { doc } = tree;
  for (let finite = 3; finite < doc.length; finite += 1) {
    const participle = tree.heads[finite] ?? -1;
    if (doc.xpos(finite) !== 'VBD' || participle < 0 || participle > finite || doc.xpos(participle) !== 'VBN') continue;
    if (!/^(?:xcomp|ccomp|conj|parataxis|advcl|dep)$/u.test(tree.relation(finite))) continue;
    const below = tree.children(participle);
    const has = (relation: RegExp): number | undefined => below.find((child) => relation.test(tree.relation(child)));
    const subject = has(/^nsubj/u);
    const agent = has(/^obl:agent$/u);
    const isBare = has(/^(?:aux|cop)/u) === undefined && agent !== undefined && agent > participle && agent < finite;
    if (!isBare || subject === undefined || subject > participle) continue;
    if (tree.children(finite).some((child) => /^(?:nsubj|cc|mark)/u.test(tree.relation(child)))) continue;
    const [head, relation] = [tree.heads[participle] ?? -1, tree.relation(participle)];
    tree.hang(finite, head, relation);
    tree.hang(subject, finite, 'nsubj');
    tree.hang(participle, subject, 'acl');
    for (const child of below)
      if (child !== finite && (child < subject || child > finite)) tree.hang(child, finite, tree.relation(child));
  }
}

/** "She thinks sanctions are the answer": what seems the object of who thinks is the subject of what is thought. */
export function openThoughts(tree: Tree): void {
  const { doc } = tree;
  for (let predicate = 3; predicate < doc.length; predicate += 1) {
    const verb = tree.heads[predicate] ?? -1;
    if (verb < 0 || verb > predicate || !/^(?:parataxis|ccomp)$/u.test(tree.relation(predicate))) continue;
    if (!reporting.has(doc.lemma(verb).toLowerCase())) continue;
    const own = tree.children(predicate);
    const copula = own.find((child) => tree.relation(child) === 'cop' && /^VB[PZD]$/u.test(doc.xpos(child)));
    if (copula === undefined || own.some((child) => /^(?:nsubj|csubj|expl)/u.test(tree.relation(child)))) continue;
    const object = tree.children(verb).find((child) => tree.relation(child) === 'obj');
    if (object === undefined || object < verb || object > copula) continue;
    tree.hang(object, predicate, 'nsubj');
    tree.hang(predicate, verb, 'ccomp');
  }
}
