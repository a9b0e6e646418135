import { Doc } from '@attest/nlp';

/** A stretch of text, half-open. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Mends what the parser gets wrong around dates: nothing hangs on a date, and a date is no object
 * ("urging the administration Wednesday to ..."). What hung on it belongs to what it hangs on itself.
 */
export function withDatesAside(doc: Doc, dates: readonly Stretch[]): Doc {
  const { data } = doc.toTransferable();
  const strings = [...data.strings];
  const idOf = (word: string): number => {
    const known = strings.indexOf(word);
    if (known >= 0) return known;
    strings.push(word);
    return strings.length - 1;
  };
  const heads = data.heads.slice();
  const deprels = data.deprels.slice();
  let token = 0;
  for (const { start, end } of dates) {
    while (token < doc.length && doc.end(token) <= start) token += 1;
    const inside: number[] = [];
    for (let at = token; at < doc.length && doc.start(at) < end; at += 1) inside.push(at);
    const top = inside.find((at) => !inside.includes(heads[at] ?? -1) && doc.upos(at) !== 'ADP');
    const head = top === undefined ? -1 : (heads[top] ?? -1);
    if (top === undefined || head < 0) continue;
    for (const at of inside)
      for (const child of doc.children(at)) {
        if (inside.includes(child) || child < top || /^(?:punct|case|det|conj|cc)/u.test(doc.deprel(child))) continue;
        heads[child] = head;
        if (doc.upos(child) === 'VERB' && doc.deprel(child).startsWith('acl')) deprels[child] = idOf('advcl');
      }
    if (/^(?:i?obj|nsubj|xcomp|appos|compound|flat)/u.test(doc.deprel(top)) && doc.upos(head) === 'VERB')
      deprels[top] = idOf('obl:unmarked');
  }
  return Doc.fromTransferable({ ...data, strings, heads, deprels });
}
