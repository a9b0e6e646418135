import type { Tree } from './tree.ts';

const finite = /^VB[DZP]$/u;

/**
 * "France, in partnership with Germany, sanctioned Gazprom": a name or noun that the parser takes for the whole sentence
 * is the subject of the finite verb behind the comma that has none of its own.
 */
export function raiseBehindComma(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const noun = doc.root(sentence);
    if (noun < 0 || tree.relation(noun) !== 'root' || !/^(?:NOUN|PROPN)$/u.test(doc.upos(noun))) continue;
    if (tree.children(noun).some((child) => /^(?:cop|nsubj|csubj)/u.test(tree.relation(child)))) continue;
    const verb = tree.children(noun).find((child) => {
      const below = tree.children(child);
      const first = below.find((one) => one < child && tree.relation(one).startsWith('aux')) ?? child;
      const hasSubject = below.some((one) => /^(?:nsubj|csubj|mark|expl)/u.test(tree.relation(one)));
      const isFinite = finite.test(doc.xpos(child)) || (first !== child && finite.test(doc.xpos(first)));
      return (
        child > noun + 2 &&
        /^(?:parataxis|dep|appos)/u.test(tree.relation(child)) &&
        doc.upos(child) === 'VERB' &&
        isFinite &&
        !hasSubject &&
        doc.form(first - 1) === ','
      );
    });
    if (verb === undefined) continue;
    const isPassive = tree.children(verb).some((child) => tree.relation(child) === 'aux:pass');
    tree.hang(verb, -1, 'root');
    tree.hang(noun, verb, isPassive ? 'nsubj:pass' : 'nsubj');
    for (const child of tree.children(noun))
      if (child > verb && /^(?:punct|parataxis)/u.test(tree.relation(child)))
        tree.hang(child, verb, tree.relation(child));
    // A clause that stood beside the verb describes the noun.
    for (const child of tree.children(noun))
      if (/^(?:parataxis|ccomp)/u.test(tree.relation(child))) tree.hang(child, noun, 'acl:relcl');
  }
}
