import { hasSubject, isNominal, leftmost, rightmost } from './spans.ts';
import type { Tree } from './tree.ts';

/** "Gazprom, which Apple Inc. sued in March": the noun behind the pronoun is the subject of the clause, not one more name. */
export function openRelatives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 3; verb < doc.length; verb += 1) {
    const subject = tree.relation(verb).startsWith('acl') ? (tree.heads[verb] ?? -1) : -1;
    if (subject < 0 || subject > verb || !/^VB[DN]$/u.test(doc.xpos(verb)) || !isNominal(tree, subject)) continue;
    if (hasSubject(tree, verb) || rightmostBefore(tree, subject, verb) !== verb - 1) continue;
    const pronoun = leftmost(tree, subject);
    const inside = /^W[DP]/u.test(doc.xpos(pronoun)) ? pronoun : pronoun - 1;
    const head = tree.heads[subject] ?? -1;
    // "The bank, which the ministry accused, had been": of two subjects the first bears the clause.
    const other = tree
      .children(head)
      .find((child) => child < inside && tree.relation(child).startsWith('nsubj') && isNominal(tree, child));
    const isSecond = tree.relation(subject).startsWith('nsubj') && other !== undefined;
    const noun = tree.relation(subject) === 'appos' ? head : isSecond ? other : -1;
    if (inside < 1 || !/^(?:which|whom|who)$/u.test(doc.lower(inside)) || noun < 0 || noun >= inside) continue;
    tree.hang(verb, noun, 'acl:relcl');
    tree.hang(subject, verb, 'nsubj');
    tree.hang(inside, verb, 'obj');
  }
}

/** Last token of a phrase before a verb that hangs on it. */
function rightmostBefore(tree: Tree, noun: number, verb: number): number {
  let last = noun;
  for (const child of tree.children(noun))
    if (child > last && child < verb && tree.relation(child) !== 'punct') last = Math.max(last, rightmost(tree, child));
  return last;
}

/** "led by the court, who sentenced": a clause whose "who" stands behind a noun and a comma describes the noun. */
export function lowerRelatives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 3; verb < doc.length; verb += 1) {
    const head = /^(?:parataxis|advcl|conj|dep)$/u.test(tree.relation(verb)) ? (tree.heads[verb] ?? -1) : -1;
    if (head < 0 || doc.upos(verb) !== 'VERB') continue;
    const pronoun = tree
      .children(verb)
      .find(
        (child) =>
          child < verb && tree.relation(child).startsWith('nsubj') && /^(?:who|which)$/u.test(doc.lower(child)),
      );
    if (pronoun === undefined || pronoun < 2 || doc.form(pronoun - 1) !== ',') continue;
    if (doc.sentenceOf(pronoun - 2) !== doc.sentenceOf(verb)) continue;
    let noun = pronoun - 2;
    // Up to the head of the phrase that ends before the comma, not into the clause.
    while (/^(?:compound|flat|appos)/u.test(tree.relation(noun)) && (tree.heads[noun] ?? -1) >= 0)
      noun = tree.heads[noun] ?? -1;
    if (isNominal(tree, noun) && noun < pronoun) tree.hang(verb, noun, 'acl:relcl');
  }
}
