import { hasSubject, isFinite, isNominal, leftmost, markOf, reaches, rightmost } from './spans.ts';
import type { Tree } from './tree.ts';

const clausal = /^(?:root|ccomp|conj|advcl|parataxis)$/u;
const isComma = (form: string): boolean => form === ',';

/** Phrases before a verb that may be its subject, though the parser has hung them elsewhere, in the order of the text. */
function candidatesFor(tree: Tree, verb: number): readonly number[] {
  const { doc } = tree;
  const found: number[] = [];
  for (const child of tree.children(verb)) {
    if (child > verb) break;
    const relation = tree.relation(child);
    // An apposition to a verb there is not.
    if (/^(?:appos|obl|obl:unmarked)$/u.test(relation)) found.push(child);
    if (!/^(?:obl|nmod|advcl)/u.test(relation) || markOf(tree, child) === undefined) continue;
    // "At the school, Barr taught": behind the comma of a phrase with a preposition begins something new.
    const inside = [child, ...tree.children(child)].flatMap((at) => [...tree.children(at)]);
    if (inside.some((at) => tree.relation(at) === 'cc')) continue;
    for (const noun of inside)
      if (noun > child && /^(?:appos|conj|nmod:unmarked)$/u.test(tree.relation(noun)))
        if (doc.form(leftmost(tree, noun) - 1) === ',') found.push(noun);
  }
  return found.toSorted((a, b) => a - b);
}

/** Whether between a subject and its verb stands nothing but adverbs and what commas frame. */
function isFramed(tree: Tree, noun: number, verb: number): boolean {
  const end = rightmost(tree, noun);
  if (reaches(tree, end, verb)) return true;
  const { doc } = tree;
  const between = tree.children(verb).filter((child) => child > end && child < verb);
  const isAside = between.every((child) =>
    /^(?:appos|obl|nmod|punct|advmod|advcl|acl|aux)/u.test(tree.relation(child)),
  );
  const [first] = between.filter((child) => tree.relation(child) === 'appos');
  if (!isAside || first === undefined || doc.form(end + 1) !== ',' || leftmost(tree, first) !== end + 2) return false;
  let at = verb - 1;
  while (at > end && /^(?:ADV|AUX|PART)$/u.test(doc.upos(at))) at -= 1;
  return doc.form(at) === ',' && at > end + 1;
}

/**
 * "On Monday, members of the party arrested": a finite verb without a subject has for it the phrase without preposition
 * right before it; what stands in commas behind that is its apposition.
 */
export function takeSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 1; verb < doc.length; verb += 1) {
    if (doc.upos(verb) !== 'VERB' || !clausal.test(tree.relation(verb))) continue;
    if (!isFinite(tree, verb) || hasSubject(tree, verb)) continue;
    if (tree.relation(verb) === 'conj' && !hasComma(tree, verb)) continue;
    for (const noun of candidatesFor(tree, verb)) {
      const isFree = isNominal(tree, noun) && markOf(tree, noun) === undefined && !tree.dated.has(noun);
      if (!isFree || !isFramed(tree, noun, verb)) continue;
      // "Last year marked": a time can be a subject, but not of one who acts.
      const isPassive = tree.children(verb).some((child) => tree.relation(child) === 'aux:pass');
      const beside = (tree.heads[noun] ?? -1) === verb ? [] : tree.children(tree.heads[noun] ?? -1);
      tree.hang(noun, verb, isPassive ? 'nsubj:pass' : 'nsubj');
      for (const child of [...tree.children(verb), ...beside])
        if (child > noun && child < verb && tree.relation(child) === 'appos') tree.hang(child, noun, 'appos');
      break;
    }
  }
}

const hasComma = (tree: Tree, verb: number): boolean =>
  tree.children(verb).some((child) => child < verb && tree.relation(child) === 'appos');

/** "comes after the Union sanctioned Iran": behind such a word a noun and its finite verb are a clause. */
export function openSubordinates(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    if (doc.upos(verb) !== 'VERB' || !/^VB[DZ]$/u.test(doc.xpos(verb)) || hasSubject(tree, verb)) continue;
    const above = tree
      .children(verb)
      .find((child) => child < verb && tree.relation(child) === 'advcl' && doc.upos(child) === 'VERB');
    const holder = above ?? verb;
    const noun = tree
      .children(holder)
      .findLast((child) => child < verb && child > holder - (holder === verb ? verb : 0) && isNominal(tree, child));
    const mark = noun === undefined ? undefined : markOf(tree, noun);
    if (noun === undefined || mark === undefined || !/^(?:after|before|since|until|while)$/u.test(doc.lower(mark)))
      continue;
    if (!tree.relation(noun).startsWith('obl') || !reaches(tree, rightmost(tree, noun), verb)) continue;
    if (above === undefined || !isFinite(tree, above)) continue;
    const [head, relation] = [tree.heads[verb] ?? -1, tree.relation(verb)];
    tree.hang(above, head, relation);
    for (const child of tree.children(verb))
      if (child < mark || (tree.relation(child) === 'punct' && child > verb))
        tree.hang(child, above, tree.relation(child));
    tree.hang(noun, verb, 'nsubj');
    tree.hang(mark, verb, 'mark');
    tree.hang(verb, above, 'advcl');
  }
}

/** "Evacuated by the agency, the mayor was ...": a participle before the comma describes the subject behind it. */
export function describeSubjects(tree: Tree): void {
  const { doc } = tree;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence += 1) {
    const verb = doc.sentenceStart(sentence);
    const head = tree.heads[verb] ?? -1;
    if (doc.xpos(verb) !== 'VBN' || head <= verb || !/^(?:acl|advcl|dep|parataxis)/u.test(tree.relation(verb)))
      continue;
    const own = tree.children(verb);
    if (own.some((child) => /^(?:nsubj|aux|obj)/u.test(tree.relation(child)))) continue;
    const subject = tree
      .children(head)
      .find((child) => child > verb && child < head && tree.relation(child).startsWith('nsubj'));
    if (subject === undefined || !isComma(doc.form(leftmost(tree, subject) - 1))) continue;
    tree.hang(verb, subject, 'acl');
  }
}

/** "ended with troops shelling the town": the noun behind "with" does what the participle right behind it says. */
export function openWith(tree: Tree): void {
  const { doc } = tree;
  for (let verb = 2; verb < doc.length; verb += 1) {
    const isAside = /^(?:advcl|xcomp)$/u.test(tree.relation(verb));
    if (doc.xpos(verb) !== 'VBG' || !isAside || hasSubject(tree, verb)) continue;
    const noun = tree
      .children(tree.heads[verb] ?? -1)
      .findLast((child) => child < verb && /^ob[lj]/u.test(tree.relation(child)) && isNominal(tree, child));
    const mark = noun === undefined ? undefined : markOf(tree, noun);
    if (noun === undefined || mark === undefined || doc.lower(mark) !== 'with') continue;
    if (rightmost(tree, noun) !== verb - 1) continue;
    if (tree.relation(verb) === 'xcomp') tree.hang(verb, tree.heads[verb] ?? -1, 'advcl');
    tree.hang(noun, verb, 'nsubj');
    tree.hang(mark, verb, 'mark');
  }
}
