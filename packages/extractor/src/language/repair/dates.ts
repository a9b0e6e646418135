import { tokensIn, type Stretch, type Tree } from './tree.ts';

/** "In September police arrested": the noun behind a date that the parser has drawn into it is the subject. */
function freeSubject(tree: Tree, inside: readonly number[], top: number, noun: number): boolean {
  const { doc } = tree;
  const verb = doc.head(noun);
  // "In April President Diouf visited": the date before a title that is the subject already.
  const isFirst = doc.deprel(top) === 'compound' && top < noun && doc.upos(noun) === 'PROPN' && verb > noun;
  const isSubject = doc.deprel(noun) === 'nsubj';
  // "In May Minister Abazovic called": nor is he a time himself.
  const isTaken = isFirst && doc.deprel(noun).startsWith('obl') && doc.child(verb, 'nsubj', 'nsubj:pass') < 0;
  if (isFirst && (isSubject || isTaken)) {
    if (isTaken) tree.hang(noun, verb, 'nsubj');
    for (const at of doc.children(noun)) if (at < top && doc.deprel(at) === 'case') tree.hang(at, top, 'case');
    tree.hang(top, verb, 'obl');
    return true;
  }
  const isDrawnIn = doc.deprel(top) === 'compound' && noun === (inside.at(-1) ?? -1) + 1 && doc.upos(noun) === 'NOUN';
  if (!isDrawnIn || verb <= noun || doc.upos(verb) !== 'VERB' || doc.child(verb, 'nsubj') >= 0) return false;
  for (const at of inside) if (doc.head(at) === noun && at !== top) tree.hang(at, top, doc.deprel(at));
  tree.hang(top, verb, 'obl');
  tree.hang(noun, verb, 'nsubj');
  return true;
}

/** Nothing hangs on a date, and a date is no object: "urging the administration Wednesday to ...". */
export function putDatesAside(tree: Tree, dates: readonly Stretch[]): void {
  const { doc, heads } = tree;
  let token = 0;
  for (const date of dates) {
    while (token < doc.length && doc.end(token) <= date.start) token += 1;
    const inside = tokensIn(doc, date, token);
    for (const at of inside) tree.dated.add(at);
    const top = inside.find((at) => !inside.includes(heads[at] ?? -1) && doc.upos(at) !== 'ADP');
    const head = top === undefined ? -1 : (heads[top] ?? -1);
    if (top === undefined || head < 0 || freeSubject(tree, inside, top, head)) continue;
    for (const child of inside.flatMap((at) => doc.children(at))) {
      if (inside.includes(child) || child < top || /^(?:punct|case|det|conj|cc)/u.test(doc.deprel(child))) continue;
      const isClause = doc.upos(child) === 'VERB' && doc.deprel(child).startsWith('acl');
      tree.hang(child, head, isClause ? 'advcl' : doc.deprel(child));
    }
    // "The alliance on Sunday rejected": a date between a subject and its verb is the verb's.
    const last = inside.at(-1) ?? top;
    const verb = tree.relation(head).startsWith('nsubj') && head < top ? (heads[head] ?? -1) : -1;
    const isBetween =
      verb > last && (verb === last + 1 || doc.upos(last + 1) === 'AUX' || doc.upos(last + 1) === 'ADV');
    if (isBetween && tree.relation(top).startsWith('nmod')) tree.hang(top, verb, 'obl');
    if (/^(?:i?obj|nsubj|xcomp|appos|compound|flat)/u.test(doc.deprel(top)) && doc.upos(head) === 'VERB')
      tree.hang(top, head, 'obl:unmarked');
  }
}
