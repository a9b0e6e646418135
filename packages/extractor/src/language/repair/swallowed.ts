import { hasSubject, isFinite, isNominal, leftmost, markOf, reaches, rightmost } from './spans.ts';
import type { Tree } from './tree.ts';

/**
 * "Despite protests in several cities, Apple Inc. sued": nothing reaches over a comma into a name; what stands before it is
 * a phrase of its own, and the name is free.
 */
export function cutNames(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 2; noun < doc.length; noun += 1) {
    if (doc.upos(noun) !== 'PROPN') continue;
    const parts = tree.children(noun).filter((child) => child < noun);
    const outer = parts.findLast(
      (child) =>
        tree.relation(child) === 'compound' && isNominal(tree, child) && doc.form(rightmost(tree, child) + 1) === ',',
    );
    // In a list each has its comma: "Mali, Chad and Benin leaders".
    if (outer === undefined || parts.some((child) => child > outer && tree.relation(child) === 'cc')) continue;
    const verb = nextVerb(tree, noun);
    if (verb === undefined) continue;
    const [head, relation] = [tree.heads[noun] ?? -1, tree.relation(noun)];
    if (head === verb && relation.startsWith('nsubj')) {
      tree.hang(outer, verb, 'obl');
    } else {
      tree.hang(noun, verb, 'nsubj');
      tree.hang(outer, head, relation);
    }
    for (const child of parts) if (child < outer) tree.hang(child, outer, tree.relation(child));
  }
}

/** "While talks went on, troops shelled": what stands before a comma is no preposition of what stands behind it. */
export function cutParticles(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 3; noun < doc.length; noun += 1) {
    const mark = isNominal(tree, noun) ? markOf(tree, noun) : undefined;
    const above = tree.heads[noun] ?? -1;
    if (mark === undefined || mark === 0 || doc.form(mark + 1) !== ',' || above !== mark - 1) continue;
    const verb = nextVerb(tree, noun);
    if (verb === undefined || above < 0 || doc.upos(above) !== 'VERB') continue;
    tree.hang(mark, above, 'compound:prt');
    tree.hang(noun, verb, 'nsubj');
  }
}

/** "found that the bank sued": the noun right before a finite verb is its subject, and "that" opens the clause. */
export function turnObjects(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (doc.upos(verb) !== 'VERB' || !/^VB[DZ]$/u.test(doc.xpos(verb)) || hasSubject(tree, verb)) continue;
    const noun = tree.children(verb).find((child) => child < verb && tree.relation(child) === 'obj');
    const isServed = tree
      .children(verb)
      .some((child) => child > verb && /^(?:i?obj|ccomp|xcomp)/u.test(tree.relation(child)));
    if (noun === undefined || !isNominal(tree, noun) || !isServed || markOf(tree, noun) !== undefined) continue;
    if (!reaches(tree, rightmost(tree, noun), verb) || doc.form(verb - 1) === ',') continue;
    const that = tree.children(noun).find((child) => child < noun && doc.lower(child) === 'that');
    tree.hang(noun, verb, 'nsubj');
    if (that === undefined || doc.xpos(noun) === 'NN') continue;
    tree.hang(that, verb, 'mark');
    if (tree.relation(verb) === 'xcomp') tree.hang(verb, tree.heads[verb] ?? -1, 'ccomp');
  }
}

/** Finite verb without a subject right behind a noun. */
function nextVerb(tree: Tree, noun: number): number | undefined {
  const { doc } = tree;
  let verb = noun + 1;
  while (verb < doc.length && /^(?:ADV|AUX|PART)$/u.test(doc.upos(verb))) verb += 1;
  if (verb >= doc.length || doc.upos(verb) !== 'VERB' || doc.sentenceOf(verb) !== doc.sentenceOf(noun))
    return undefined;
  const isFree = isFinite(tree, verb) && (!hasSubject(tree, verb) || tree.heads[noun] === verb);
  return isFree ? verb : undefined;
}

/** Whether a verb is one of its clause, no infinitive and no participle. */
const isFiniteForm = (tree: Tree, verb: number): boolean =>
  tree.doc.upos(verb) === 'VERB' && (tree.doc.xpos(verb) === 'VBP' || isFinite(tree, verb));

/**
 * "Prices fell; Apple Inc. sued Gazprom", "said Apple Inc. sued Gazprom": a finite verb with an object and no subject has for it the noun
 * right before it, though the parser gives that to the verb before.
 */
export function takeObjects(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (doc.upos(verb) !== 'VERB' || !isFinite(tree, verb) || hasSubject(tree, verb)) continue;
    if (!/^(?:root|ccomp|advcl|xcomp|parataxis|conj)$/u.test(tree.relation(verb))) continue;
    if (!tree.children(verb).some((child) => child > verb && /^(?:i?obj|ccomp|xcomp)/u.test(tree.relation(child))))
      continue;
    let noun = verb - 1;
    while (noun > 0 && /^(?:ADV|AUX|PART)$/u.test(doc.upos(noun))) noun -= 1;
    while (noun >= 0 && !/^(?:obj|nsubj)/u.test(tree.relation(noun))) noun = tree.heads[noun] ?? -1;
    const above = noun < 0 ? -1 : (tree.heads[noun] ?? -1);
    if (above < 0 || above >= noun || !isFiniteForm(tree, above) || !isNominal(tree, noun)) continue;
    if (markOf(tree, noun) !== undefined || !reaches(tree, rightmost(tree, noun), verb)) continue;
    if (doc.form(verb - 1) === ',') continue;
    // The parser makes the first verb a subject of the second: "said" of "sued".
    if (tree.heads[above] === verb) {
      const [head, relation] = [tree.heads[verb] ?? -1, tree.relation(verb)];
      if (!/^(?:nsubj|csubj)/u.test(tree.relation(above)) && !hasSubject(tree, above)) continue;
      tree.hang(above, head, relation);
      for (const child of tree.children(verb))
        if (child < above || tree.relation(child) === 'punct') tree.hang(child, above, tree.relation(child));
      tree.hang(verb, above, 'ccomp');
    } else if (tree.relation(verb) === 'xcomp') tree.hang(verb, above, 'ccomp');
    else if (tree.relation(verb) === 'advcl' && /^[;:]$/u.test(doc.form(leftmost(tree, noun) - 1)))
      tree.hang(verb, above, 'parataxis');
    tree.hang(noun, verb, 'nsubj');
  }
}

/** "When the minister accused the bank, the market fell": a past form between two subjects has the first and takes the second for its object. */
export function openClauses(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    const object = tree.relation(verb) === 'amod' ? (tree.heads[verb] ?? -1) : -1;
    const above = object > verb && tree.relation(object).startsWith('nsubj') ? (tree.heads[object] ?? -1) : -1;
    if (above < object || !/^VB[DN]$/u.test(doc.xpos(verb))) continue;
    if (tree.children(object).some((child) => child < verb)) continue;
    const subjects = tree.children(above).filter((child) => tree.relation(child).startsWith('nsubj'));
    const first = tree.children(verb).find((child) => tree.relation(child) === 'nsubj') ?? subjects[0];
    if (first === undefined || first >= verb || !subjects.some((child) => child > object)) continue;
    if (!reaches(tree, rightmost(tree, first), verb) || doc.form(verb - 1) === ',') continue;
    tree.hang(object, above, 'dep');
    tree.hang(verb, above, 'advcl');
    tree.hang(first, verb, 'nsubj');
    tree.hang(object, verb, 'obj');
    for (const child of tree.children(above))
      if (child < first && /^(?:mark|advmod)$/u.test(tree.relation(child)))
        tree.hang(child, verb, tree.relation(child));
    for (const child of tree.children(object))
      if (child > object && tree.relation(child) === 'nmod') tree.hang(child, verb, 'obl');
  }
}

/** "condemns Gazprom": a name is no particle of a verb. */
export function freeParticles(tree: Tree): void {
  for (let token = 1; token < tree.doc.length; token += 1)
    if (tree.relation(token) === 'compound:prt' && isNominal(tree, token)) {
      const verb = tree.heads[token] ?? -1;
      if (verb >= 0 && verb < token) tree.hang(token, verb, 'obj');
    }
}
