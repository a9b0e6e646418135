import type { Happened } from '@attest/model';
import type { DateFound } from '../date/find-dates.ts';
import type { Doc } from '../language/annotate.ts';
import { verbFrames } from './frames.ts';
import { governors } from './governors.ts';
import { isPredicate } from './tree.ts';

/** Finds when what stands at a token happened: a date that hangs on it, or on the verb whose clause it shares. */
export class DateReader {
  readonly #doc: Doc;
  readonly #at = new Map<number, DateFound>();

  constructor(doc: Doc, dates: readonly DateFound[], isEvent: (token: number) => boolean) {
    this.#doc = doc;
    for (const date of dates) {
      const token = headIn(doc, date);
      if (token < 0 || date.happened === null) continue;
      let at = token;
      while (
        at >= 0 &&
        !(isPredicate(doc, at) && (at !== token || doc.upos(at) === 'VERB')) &&
        !(at !== token && isEvent(at))
      )
        at = doc.head(at);
      // "remains open today": no day on which it happened.
      if (at < 0 || (date.isToday === true && !/^VB[DNG]$/u.test(doc.xpos(at)))) continue;
      if (!this.#at.has(at)) this.#at.set(at, date);
    }
    for (const [at, date] of this.#at) {
      const verb = saidIn(doc, at);
      if (verb >= 0 && !this.#at.has(verb)) this.#at.set(verb, date);
    }
  }

  /** When it happened, or is to happen; null where the text does not tell. */
  of(token: number, isToCome: boolean, depth = 0): Happened | null {
    const own = this.#at.get(token);
    if (own !== undefined) return (isToCome ? own.ahead : undefined) ?? own.happened;
    const doc = this.#doc;
    const [head, relation] = [doc.head(token), doc.deprel(token)];
    if (head < 0 || depth > 6) return null;
    const isShared =
      (relation === 'conj' && doc.child(token, 'nsubj') < 0) ||
      ((relation === 'advcl' || relation === 'acl') && doc.xpos(token) === 'VBG') ||
      (relation === 'obj' && doc.upos(token) === 'NOUN' && !this.#isAsking(head)) ||
      (relation === 'nmod' && doc.upos(head) === 'NOUN');
    return isShared ? this.of(head, isToCome, depth + 1) : null;
  }

  /** "requested the designation on Friday": when it was asked for is not when it is done. */
  #isAsking(verb: number): boolean {
    const frames = verbFrames.get(this.#doc.lemma(verb).toLowerCase()) ?? [];
    return frames.some(({ frame }) => /^(?:requested|planned|possible)$/u.test(frame.complement ?? ''));
  }
}

/** The verb of what is said "in a statement issued on Monday", by the participle that is dated; -1 if there is none. */
function saidIn(doc: Doc, participle: number): number {
  if (
    !governors.making.has(doc.lemma(participle).toLowerCase()) ||
    doc.xpos(participle) !== 'VBN' ||
    !doc.deprel(participle).startsWith('acl')
  )
    return -1;
  const work = doc.head(participle);
  const verb = doc.head(work);
  const isWork = governors.writings.has(doc.lemma(work)) || governors.carriers.has(doc.lemma(work));
  const isIn = doc.childrenBy(work, 'case').some((child) => doc.lower(child) === 'in');
  return isWork && isIn && verb >= 0 && doc.deprel(work).startsWith('obl') && isPredicate(doc, verb) ? verb : -1;
}

/** The token of a date by which it hangs in the tree: the one whose head lies outside. */
function headIn(doc: Doc, { start, end }: DateFound): number {
  let [low, high] = [0, doc.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.start(middle) < start) low = middle + 1;
    else high = middle;
  }
  for (let token = low; token < doc.length && doc.start(token) < end; token += 1) {
    const head = doc.head(token);
    const isOutside = head < 0 || doc.start(head) < start || doc.start(head) >= end;
    if (isOutside && !/^(?:case|mark|det|punct|advmod)/u.test(doc.deprel(token))) return token;
  }
  return low < doc.length ? low : -1;
}
