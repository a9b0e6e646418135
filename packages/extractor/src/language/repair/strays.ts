import type { Tree } from './tree.ts';

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
