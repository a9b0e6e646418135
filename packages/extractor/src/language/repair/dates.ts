import { tokensIn, type Stretch, type Tree } from './tree.ts';

/** Nothing hangs on a date, and a date is no object: "urging the administration Wednesday to ...". */
export function putDatesAside(tree: Tree, dates: readonly Stretch[]): void {
  const { doc, heads } = tree;
  let token = 0;
  for (const date of dates) {
    while (token < doc.length && doc.end(token) <= date.start) token += 1;
    const inside = tokensIn(doc, date, token);
    const top = inside.find((at) => !inside.includes(heads[at] ?? -1) && doc.upos(at) !== 'ADP');
    const head = top === undefined ? -1 : (heads[top] ?? -1);
    if (top === undefined || head < 0) continue;
    for (const child of inside.flatMap((at) => doc.children(at))) {
      if (inside.includes(child) || child < top || /^(?:punct|case|det|conj|cc)/u.test(doc.deprel(child))) continue;
      const isClause = doc.upos(child) === 'VERB' && doc.deprel(child).startsWith('acl');
      tree.hang(child, head, isClause ? 'advcl' : doc.deprel(child));
    }
    if (/^(?:i?obj|nsubj|xcomp|appos|compound|flat)/u.test(doc.deprel(top)) && doc.upos(head) === 'VERB')
      tree.hang(top, head, 'obl:unmarked');
  }
}
