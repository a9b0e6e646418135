import { Doc } from '@attest/nlp';

/** A stretch of text, half-open. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A parse that may be changed: heads and relations by token. */
class Tree {
  readonly doc: Doc;
  readonly heads: Int32Array;
  readonly #deprels: Int32Array;
  readonly #strings: string[];

  constructor(doc: Doc) {
    const { data } = doc.toTransferable();
    this.doc = doc;
    this.heads = data.heads.slice();
    this.#deprels = data.deprels.slice();
    this.#strings = [...data.strings];
  }

  hang(token: number, head: number, relation: string): void {
    let id = this.#strings.indexOf(relation);
    if (id < 0) id = this.#strings.push(relation) - 1;
    this.heads[token] = head;
    this.#deprels[token] = id;
  }

  done(): Doc {
    const { data } = this.doc.toTransferable();
    return Doc.fromTransferable({ ...data, strings: this.#strings, heads: this.heads, deprels: this.#deprels });
  }
}

function tokensIn(doc: Doc, { start, end }: Stretch, from: number): readonly number[] {
  const inside: number[] = [];
  for (let at = from; at < doc.length && doc.start(at) < end; at += 1) if (doc.end(at) > start) inside.push(at);
  return inside;
}

/** Nothing hangs on a date, and a date is no object: "urging the administration Wednesday to ...". */
function putDatesAside(tree: Tree, dates: readonly Stretch[]): void {
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

/**
 * "declare cartels terrorist organizations": two nouns behind one another, the second a phrase that is known as a whole,
 * are the object and what it is made.
 */
function partObjects(tree: Tree, units: readonly Stretch[]): void {
  const { doc } = tree;
  let token = 0;
  for (const unit of units) {
    while (token < doc.length && doc.end(token) <= unit.start) token += 1;
    const inside = tokensIn(doc, unit, token);
    const top = inside.find((at) => !inside.includes(doc.head(at)));
    const before = (inside[0] ?? 0) - 1;
    if (top === undefined || before < 0 || doc.head(before) !== top || !/^NNP?S$/u.test(doc.xpos(before))) continue;
    const verb = doc.head(top);
    if (doc.deprel(before) !== 'compound' || verb < 0 || doc.upos(verb) !== 'VERB' || doc.deprel(top) !== 'obj')
      continue;
    for (const child of doc.children(top)) if (child < before) tree.hang(child, before, doc.deprel(child));
    tree.hang(before, verb, 'obj');
    tree.hang(top, verb, 'xcomp');
  }
}

/** "work in tandem to target": the purpose of a bare idiom is the verb's. */
function liftPurposes(tree: Tree): void {
  const { doc } = tree;
  for (let token = 0; token < doc.length; token += 1) {
    const noun = doc.head(token);
    if (noun < 0 || doc.xpos(token) !== 'VB' || doc.deprel(token) !== 'acl' || doc.child(token, 'mark') < 0) continue;
    const verb = doc.head(noun);
    const isBare =
      doc.deprel(noun) === 'obl' &&
      doc.xpos(noun) === 'NN' &&
      doc.children(noun).every((child) => child === token || doc.deprel(child) === 'case');
    if (isBare && verb >= 0 && doc.upos(verb) === 'VERB') tree.hang(token, verb, 'advcl');
  }
}

/** Mends what the parser often gets wrong: around dates, second objects and purposes. */
export function repairParse(doc: Doc, dates: readonly Stretch[], units: readonly Stretch[]): Doc {
  const tree = new Tree(doc);
  putDatesAside(tree, dates);
  partObjects(tree, units);
  liftPurposes(tree);
  return tree.done();
}
