import type { Tree } from './tree.ts';

/** First token of what hangs on a token, punctuation before it apart. */
export function leftmost(tree: Tree, token: number): number {
  let first = token;
  for (const child of tree.children(token))
    if (child < first && tree.relation(child) !== 'punct') first = Math.min(first, leftmost(tree, child));
  return first;
}

/** Last token of what hangs on a token, punctuation at its end apart. */
export function rightmost(tree: Tree, token: number): number {
  let last = token;
  for (const child of tree.children(token))
    if (child > last && tree.relation(child) !== 'punct') last = Math.max(last, rightmost(tree, child));
  return last;
}

/** Whether a token can head a phrase of somebody or something. */
export const isNominal = (tree: Tree, token: number): boolean => /^(?:NOUN|PROPN)$/u.test(tree.doc.upos(token));

/** Whether a verb has somebody who does it, a formal subject included; a finite verb before it is none. */
export const hasSubject = (tree: Tree, verb: number): boolean =>
  tree
    .children(verb)
    .some((child) => /^(?:nsubj|csubj|expl)/u.test(tree.relation(child)) && !/^VB[DZ]$/u.test(tree.doc.xpos(child)));

/** Whether a verb stands in the past or in the third person, or behind an auxiliary that does. */
export function isFinite(tree: Tree, verb: number): boolean {
  if (/^VB[DZ]$/u.test(tree.doc.xpos(verb))) return true;
  return tree
    .children(verb)
    .some((child) => tree.relation(child).startsWith('aux') && /^(?:VB[DZP]|MD)$/u.test(tree.doc.xpos(child)));
}

/** Token before a token, adverbs between them apart. */
export function beforeAdverbs(tree: Tree, token: number): number {
  let at = token - 1;
  while (at >= 0 && tree.doc.upos(at) === 'ADV') at -= 1;
  return at;
}

/** Preposition or conjunction that opens a phrase, if it has one. */
export const markOf = (tree: Tree, token: number): number | undefined =>
  tree.children(token).find((child) => child < token && /^(?:case|mark)$/u.test(tree.relation(child)));

/** Whether the words between a token and the verb are only adverbs, auxiliaries and one comma. */
export function reaches(tree: Tree, token: number, verb: number): boolean {
  const { doc } = tree;
  let at = token + 1;
  if (at < verb && /^(?:,|–|—|-)$/u.test(doc.form(at))) at += 1;
  while (at < verb && (doc.upos(at) === 'ADV' || doc.upos(at) === 'AUX' || doc.upos(at) === 'PART')) at += 1;
  return at === verb;
}

/** Head of the phrase that a token is a modifying part of: the last noun of "opposition party leaders". */
export function phraseHead(tree: Tree, token: number): number {
  let at = token;
  for (;;) {
    const head = tree.heads[at] ?? -1;
    if (head <= at || !/^(?:compound|flat|amod|nmod:desc)$/u.test(tree.relation(at))) return at;
    if (tree.doc.upos(head) === 'VERB') return at;
    at = head;
  }
}
