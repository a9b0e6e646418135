import type { Doc } from '@attest/nlp';
import type { Tree } from './tree.ts';
import { controlling, infinitiveNouns, nounVerbs } from './words.ts';

const lemmaOf = (doc: Doc, token: number): string => doc.lemma(token).toLowerCase();

/** The "to" of an infinitive; -1 if it has none before it. */
const toOf = (tree: Tree, verb: number): number =>
  tree.children(verb).find((child) => child < verb && tree.doc.lower(child) === 'to') ?? -1;

/** The first token of what hangs together at a token. */
const startOf = (tree: Tree, token: number): number =>
  Math.min(token, ...tree.children(token).map((child) => startOf(tree, child)));

/** The nearest noun before `to` that an infinitive completes, over what makes it whose it is: "the decision by the army | to". */
function completed(tree: Tree, to: number): number {
  const { doc } = tree;
  let at = to - 1;
  // "a request for Chad | to leave": its subject stands between.
  const subject = tree.children(tree.heads[to] ?? -1).find((child) => child < to && tree.relation(child) === 'nsubj');
  if (subject !== undefined && doc.lower(startOf(tree, subject)) === 'for') at = startOf(tree, subject) - 1;
  for (; at >= 0; at = tree.heads[at] ?? -1) {
    if (at < to && infinitiveNouns.has(lemmaOf(doc, at)) && doc.upos(at) === 'NOUN') return at;
    if (at > to || !/^(?:nmod|flat|compound|conj|appos|amod|obl)/u.test(tree.relation(at))) return -1;
  }
  return -1;
}

/** "a demand to sanction Kestrel Bank": the tagger may take a verb for a noun; what it stands before is its object. */
export function openNounVerbs(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb + 1 < doc.length; verb += 1) {
    const to = verb - 1;
    if (doc.lower(to) !== 'to' || doc.xpos(verb) !== 'NN' || !nounVerbs.has(lemmaOf(doc, verb))) continue;
    const noun = completed(tree, to);
    if (noun < 0 || !/^(?:PROPN|DET|NUM)$/u.test(doc.upos(verb + 1))) continue;
    const above = tree.heads[verb] ?? -1;
    const isPart = tree.relation(verb) === 'compound' && above > verb && doc.upos(above) === 'PROPN';
    if (isPart ? tree.heads[to] !== above : !tree.relation(verb).startsWith('nmod')) continue;
    if (isPart && (tree.heads[above] ?? -1) > verb) continue;
    tree.hang(verb, noun, 'acl');
    tree.hang(to, verb, 'mark');
    if (isPart) tree.hang(above, verb, 'obj');
  }
}

/**
 * "welcomed a decision by the army to leave", "news of a plan to leave", "a bid by Norvik to buy": the infinitive is of the
 * noun that it completes, not of the verb or noun above, nor of whose plan it is.
 */
export function completeNouns(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (!/^(?:advcl|xcomp|acl)$/u.test(tree.relation(verb)) || !/^VBN?$/u.test(doc.xpos(verb))) continue;
    const head = tree.heads[verb] ?? -1;
    const to = toOf(tree, verb);
    const noun = to < 1 ? -1 : completed(tree, to);
    if (noun < 0 || noun === head || head > verb) continue;
    const isVerb = doc.upos(head) === 'VERB';
    // "used the power of the state to silence them", "urged approval by the council to": the purpose or the plea of the verb.
    if (isVerb && (controlling.has(lemmaOf(doc, head)) || lemmaOf(doc, head) === 'use')) continue;
    if (isVerb ? noun < head : infinitiveNouns.has(lemmaOf(doc, head))) continue;
    tree.hang(verb, noun, 'acl');
  }
}

/** "The decision to arrest Omar Haddad was criticised": of two subjects the one right behind an infinitive is its object. */
export function returnObjects(tree: Tree): void {
  const { doc } = tree;
  for (let object = 2; object < doc.length; object += 1) {
    if (!tree.relation(object).startsWith('nsubj')) continue;
    const verb = tree.heads[object] ?? -1;
    const infinitive = startOf(tree, object) - 1;
    if (verb < object || infinitive < 1 || toOf(tree, infinitive) !== infinitive - 1) continue;
    if (doc.xpos(infinitive) !== 'VB' && !nounVerbs.has(lemmaOf(doc, infinitive))) continue;
    const hasOther = tree
      .children(verb)
      .some((child) => child < infinitive && tree.relation(child).startsWith('nsubj') && child !== object);
    const hasObject = tree
      .children(infinitive)
      .some((child) => child > infinitive && tree.relation(child).startsWith('obj'));
    if (hasOther && !hasObject && tree.relation(infinitive) === 'acl') tree.hang(object, infinitive, 'obj');
  }
}

/** "Calls by Sweden for his release were ignored": what stands behind a preposition is no second subject. */
export function lowerAsked(tree: Tree): void {
  const { doc } = tree;
  for (let token = 2; token < doc.length; token += 1) {
    const verb = tree.relation(token).startsWith('nsubj') ? (tree.heads[token] ?? -1) : -1;
    const isBehind = tree
      .children(token)
      .some(
        (child) =>
          child < token && tree.relation(child) === 'case' && /^(?:for|on|against|to|of)$/u.test(doc.lower(child)),
      );
    if (verb < token || !isBehind) continue;
    const first = tree
      .children(verb)
      .find((child) => child < token && tree.relation(child).startsWith('nsubj') && doc.upos(child) === 'NOUN');
    if (first !== undefined) tree.hang(token, first, 'nmod');
  }
}
