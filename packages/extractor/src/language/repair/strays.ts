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

/** "assisted, sponsored, or provided support": a noun right behind a verb is its object, not one more member of the row. */
export function giveObjects(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 2; noun < doc.length; noun += 1) {
    const first = tree.heads[noun] ?? -1;
    if (tree.relation(noun) !== 'conj' || !/^(?:NOUN|PROPN)$/u.test(doc.upos(noun)) || first < 0) continue;
    let verb = noun - 1;
    while (verb > first && /^(?:ADJ|DET|NUM)$/u.test(doc.upos(verb))) verb -= 1;
    const isRow = doc.upos(first) === 'VERB' && doc.upos(verb) === 'VERB' && verb > first;
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
    if (doc.xpos(verb) !== 'VBN' || tree.heads[verb] !== head || doc.sentenceOf(verb) !== doc.sentenceOf(having))
      continue;
    for (const child of tree.children(having)) tree.hang(child, verb, tree.relation(child));
    tree.hang(having, verb, 'aux');
  }
}
