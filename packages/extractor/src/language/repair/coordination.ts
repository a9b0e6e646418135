import type { Doc } from '@attest/nlp';
import { isBehindTo, type Tree } from './tree.ts';

/** "praised Chad and sanctioned Mali": a past form is coordinated with the verb, not with its object. */
export function joinVerbs(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    const noun = tree.relation(verb) === 'conj' ? (tree.heads[verb] ?? -1) : -1;
    if (noun < 0 || noun > verb || doc.xpos(verb) !== 'VBD' || !/^(?:NOUN|PROPN|PRON)$/u.test(doc.upos(noun))) continue;
    const above = tree.heads[noun] ?? -1;
    const isObject = /^(?:i?obj|obl)/u.test(tree.relation(noun));
    if (isObject && above >= 0 && doc.upos(above) === 'VERB' && doc.child(noun, 'cop') < 0)
      tree.hang(verb, above, 'conj');
  }
}

/** A form that is no past and no participle: "condemn", also where the tagger takes it for the present. */
const isBaseForm = (doc: Doc, verb: number): boolean =>
  /^VBP?$/u.test(doc.xpos(verb)) && doc.lower(verb) === doc.lemma(verb).toLowerCase();

/**
 * "called on China to stand with it and condemn Russia": a base form is coordinated with the infinitive, not with the
 * past; "asked Mali to leave and sanctioned Spain": a past form with the past.
 */
export function joinAlike(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    const first = tree.relation(verb) === 'conj' ? (tree.heads[verb] ?? -1) : -1;
    if (first < 0 || first > verb) continue;
    const own = tree.children(verb).filter((child) => /^(?:nsubj|aux|mark)/u.test(tree.relation(child)));
    if (own.some((child) => doc.lower(child) !== 'to')) continue;
    if (isBaseForm(doc, verb) && /^VB[DZ]$/u.test(doc.xpos(first))) {
      const infinitive = tree
        .children(first)
        .findLast((child) => child > first && child < verb && doc.xpos(child) === 'VB' && isBehindTo(tree, child));
      if (infinitive !== undefined) tree.hang(verb, infinitive, 'conj');
    } else if (/^VB[DN]$/u.test(doc.xpos(verb)) && doc.xpos(first) === 'VB' && isBehindTo(tree, first)) {
      // The tagger mixes past forms and participles up.
      const governor = tree.heads[first] ?? -1;
      if (governor >= 0 && doc.xpos(governor) === 'VBD') tree.hang(verb, governor, 'conj');
    }
  }
}

/** "demanded that Mali free the men, pay the families": a second clause without a subject of its own is the first one's. */
export function joinDemands(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 0; verb < doc.length; verb += 1) {
    if (tree.relation(verb) !== 'ccomp' || !isBaseForm(doc, verb)) continue;
    const head = tree.heads[verb] ?? -1;
    const hasOwn = tree.children(verb).some((child) => /^(?:nsubj|mark|aux|expl)/u.test(tree.relation(child)));
    const first =
      head < 0 || hasOwn
        ? undefined
        : tree
            .children(head)
            .find(
              (child) => child > head && child < verb && tree.relation(child) === 'ccomp' && isBaseForm(doc, child),
            );
    if (first !== undefined) tree.hang(verb, first, 'conj');
  }
}

/** "curb the production and export of": a noun is coordinated with the noun before its "and", not with the verb. */
export function joinNouns(tree: Tree): void {
  const { doc } = tree;
  for (let noun = 2; noun < doc.length; noun += 1) {
    const verb = tree.heads[noun] ?? -1;
    if (tree.relation(noun) !== 'conj' || verb < 0 || !/^NNS?$/u.test(doc.xpos(noun)) || doc.upos(verb) !== 'VERB')
      continue;
    const [conjunction, other] = [noun - 1, noun - 2];
    const isPair =
      other > verb && doc.upos(conjunction) === 'CCONJ' && doc.upos(other) === 'NOUN' && tree.heads[other] === verb;
    if (!isPair || tree.children(noun).some((child) => /^(?:nsubj|obj|aux|cop)/u.test(tree.relation(child)))) continue;
    tree.hang(noun, other, 'conj');
    for (const child of tree.children(noun)) if (tree.relation(child) === 'obl') tree.hang(child, noun, 'nmod');
  }
}

/**
 * "Senator Vance and 12 lawmakers": the noun behind the number is the second of a list, whether the parser takes the
 * number for it or both for subjects or the first for a part of the second.
 */
export function joinCounted(tree: Tree): void {
  const { doc } = tree;
  for (let count = 2; count + 1 < doc.length; count += 1) {
    if (doc.xpos(count) !== 'CD' || doc.upos(count - 1) !== 'CCONJ') continue;
    const first = tree.relation(count - 2).startsWith('flat') ? (tree.heads[count - 2] ?? -1) : count - 2;
    let noun = count;
    while (noun + 1 < doc.length && /^(?:ADJ|NOUN|PROPN)$/u.test(doc.upos(noun + 1))) noun += 1;
    if (!/^NNP?S$/u.test(doc.xpos(noun)) || !/^(?:NOUN|PROPN)$/u.test(doc.upos(first))) continue;
    const isBelow = tree.heads[first] === noun;
    const isBeside = tree.heads[first] === tree.heads[noun] && tree.relation(first) === tree.relation(noun);
    if (!isBelow && !isBeside) continue;
    if (isBelow) {
      const [head, relation] = [tree.heads[noun] ?? -1, tree.relation(noun)];
      tree.hang(noun, -1, 'root');
      tree.hang(first, head, relation);
    }
    tree.hang(noun, first, 'conj');
    tree.hang(count, noun, 'nummod');
    tree.hang(count - 1, noun, 'cc');
  }
}
