import { isNominal, leftmost, phraseHead } from './spans.ts';
import type { Tree } from './tree.ts';

const part = /^(?:compound|amod|flat)$/u;

/** "vowed to convict union members": an infinitive is no part of a name or noun; the noun is its object. */
export function raiseInfinitives(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (doc.xpos(verb) !== 'VB' || !part.test(tree.relation(verb)) || doc.lower(verb - 1) !== 'to') continue;
    const noun = phraseHead(tree, verb);
    const head = noun > verb ? (tree.heads[noun] ?? -1) : -1;
    if (head < 0 || head > verb || !isNominal(tree, noun) || !/^(?:obl|nmod)/u.test(tree.relation(noun))) continue;
    tree.hang(verb, head, doc.upos(head) === 'VERB' ? 'xcomp' : 'acl');
    tree.hang(noun, verb, 'obj');
    tree.hang(verb - 1, verb, 'mark');
  }
}

/** "The judge charges union members", "troops shelled refugee camps": a finite verb with its own subject is no part of the noun behind it. */
export function raiseServed(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    if (!part.test(tree.relation(verb)) || !/^VB[DZP]$/u.test(doc.xpos(verb))) continue;
    const noun = phraseHead(tree, verb);
    const own = tree
      .children(verb)
      .find((child) => child < verb && tree.relation(child) === 'nsubj' && isNominal(tree, child));
    // "President Biden Nominates Key Officials": in a line that is all capitals the subject is a part of the noun too.
    const isLine = doc.xpos(verb) === 'VBZ' && doc.upos(verb) === 'VERB' && tree.relation(noun) === 'root';
    const beside = tree.children(noun).find((child) => child === verb - 1 && doc.upos(child) === 'PROPN');
    const subject = own ?? (isLine ? beside : undefined);
    if (noun <= verb || !isNominal(tree, noun) || subject === undefined) continue;
    const [head, relation] = [tree.heads[noun] ?? -1, tree.relation(noun)];
    if (!/^(?:root|ccomp|parataxis|advcl|conj)$/u.test(relation)) continue;
    tree.hang(verb, head, relation);
    tree.hang(noun, verb, 'obj');
    if (own === undefined) {
      tree.hang(subject, verb, 'nsubj');
      for (const child of tree.children(noun)) if (child < subject) tree.hang(child, subject, tree.relation(child));
    }
    for (const child of tree.children(noun)) {
      if (child < verb || tree.relation(child) === 'punct') tree.hang(child, verb, tree.relation(child));
      else if (child > noun && tree.relation(child).startsWith('nmod')) tree.hang(child, verb, 'obl');
    }
  }
}

/** "before seizing rifles": behind such a preposition a gerund before a plural has it for its object. */
export function raiseTimedGerunds(tree: Tree): void {
  const { doc } = tree;
  for (let gerund = 1; gerund < doc.length; gerund += 1) {
    if (doc.xpos(gerund) !== 'VBG' || !part.test(tree.relation(gerund))) continue;
    const noun = phraseHead(tree, gerund);
    const mark = gerund - 1;
    if (noun <= gerund || !/^(?:after|before|without)$/u.test(doc.lower(mark)) || !/^NNP?S$/u.test(doc.xpos(noun)))
      continue;
    const above = tree.heads[noun] ?? -1;
    // "closed two offices before seizing": the clause is the verb's.
    const head = above >= 0 && doc.upos(above) !== 'VERB' ? (tree.heads[above] ?? -1) : above;
    if (head < 0 || doc.upos(head) !== 'VERB' || leftmost(tree, noun) < mark) continue;
    tree.hang(gerund, head, 'advcl');
    tree.hang(noun, gerund, 'obj');
    tree.hang(mark, gerund, 'mark');
    for (const child of tree.children(noun))
      if (child > noun && tree.relation(child) === 'nmod') tree.hang(child, gerund, 'obl');
  }
}

/** "The agency – long the strongest – indicted": the subject of a subject is the subject, and that stands in apposition. */
export function liftSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let inner = 0; inner < doc.length; inner += 1) {
    const noun = tree.relation(inner) === 'nsubj' ? (tree.heads[inner] ?? -1) : -1;
    const verb = noun > inner && tree.relation(noun).startsWith('nsubj') ? (tree.heads[noun] ?? -1) : -1;
    if (verb < noun || !isNominal(tree, noun) || doc.upos(verb) !== 'VERB') continue;
    if (tree.children(noun).some((child) => /^(?:cop|aux)/u.test(tree.relation(child))) || !isNominal(tree, inner))
      continue;
    tree.hang(inner, verb, tree.relation(noun));
    tree.hang(noun, inner, 'appos');
  }
}
