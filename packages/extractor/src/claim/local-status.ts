import type { Modality } from '@attest/model';
import type { Doc } from '../language/annotate.ts';
import type { Status } from './effects.ts';
import { governors } from './governors.ts';
import { gerundSubject } from './tree.ts';

/** What the words of a predicate's own clause tell of it. */
export interface LocalStatus {
  readonly modality: Modality;
  readonly negative: boolean;
  readonly hedged: boolean;
}

const nobody = new Set(['nobody', 'none', 'nothing', 'neither']);

/** "no longer", "no one" or a negation. */
function isNegation(doc: Doc, token: number): boolean {
  if (governors.negation.has(doc.lower(token))) return true;
  return doc.lower(token) === 'longer' && token > 0 && doc.lower(token - 1) === 'no';
}

function isNegative(doc: Doc, predicate: number): boolean {
  const children = doc.children(predicate);
  if (children.some((child) => /^(?:advmod|cc|det|mark|aux)/u.test(doc.deprel(child)) && isNegation(doc, child)))
    return true;
  return children
    .filter((child) => /^(?:nsubj|obj|iobj)/u.test(doc.deprel(child)))
    .some(
      (argument) =>
        nobody.has(doc.lower(argument)) ||
        doc.children(argument).some((child) => /^(?:no|neither)$/u.test(doc.lower(child)) && child < argument),
    );
}

/** Whether a sentence asks; inside a quotation its own last mark counts. */
export function isQuestion(doc: Doc, token: number): boolean {
  const end = doc.sentenceEnd(doc.sentenceOf(token));
  for (let at = token; at < end; at += 1) {
    if (doc.form(at) === '?') return true;
    if (doc.form(at) === '"') return doc.form(at - 1) === '?';
  }
  return false;
}

/** "Had France attacked, ...": an auxiliary at the very beginning makes a condition of what stands before the comma. */
export function isInverted(doc: Doc, predicate: number): boolean {
  const first = doc.sentenceStart(doc.sentenceOf(predicate));
  if (!governors.inverted.has(doc.lower(first))) return false;
  for (let at = first; at < predicate; at += 1) if (doc.form(at) === ',') return false;
  return true;
}

/** "The accusation is that France left", "the plan is that France leave": what the noun makes of the clause; null without one. */
function saidOfNoun(doc: Doc, predicate: number): Modality | null {
  const copula = doc.upos(predicate) === 'VERB' ? doc.child(predicate, 'cop') : -1;
  const isMarked = doc.childrenBy(predicate, 'mark').some((mark) => doc.lower(mark) === 'that' && mark > copula);
  if (copula < 0 || !isMarked) return null;
  const noun = doc.children(predicate).find((child) => child < copula && doc.deprel(child).startsWith('nsubj'));
  const kind = noun === undefined ? undefined : governors.nouns.get(doc.lemma(noun).toLowerCase());
  if (kind === 'planned' || kind === 'requested') return kind;
  return kind === 'hedged' || kind === 'possible' || kind === 'doubtful' ? 'possible' : null;
}

function modalityOf(doc: Doc, predicate: number): Modality {
  const said = saidOfNoun(doc, predicate);
  if (said !== null) return said;
  if (isQuestion(doc, predicate) || isInverted(doc, predicate)) return 'possible';
  // "What if we sanction Iran?": open, wherever the clause hangs.
  if (doc.childrenBy(predicate, 'mark').some((mark) => /^(?:if|unless|whether|lest)$/u.test(doc.lower(mark))))
    return 'possible';
  // "at worst, it is complicit"
  if (doc.childrenBy(predicate, 'obl').some((child) => /^(?:best|worst)$/u.test(doc.lower(child)))) return 'possible';
  const auxiliaries = doc.childrenBy(predicate, 'aux').map((child) => doc.lower(child));
  if (auxiliaries.some((word) => governors.must.has(word))) return 'requested';
  if (auxiliaries.some((word) => governors.maybe.has(word))) return 'possible';
  // "Designating them will allow ...": to come only if that is done.
  if (auxiliaries.some((word) => governors.future.has(word)))
    return gerundSubject(doc, predicate) >= 0 ? 'possible' : 'planned';
  const isImperative =
    doc.deprel(predicate) === 'root' && doc.xpos(predicate) === 'VB' && doc.child(predicate, 'nsubj', 'aux') < 0;
  return isImperative ? 'requested' : 'performed';
}

/** Auxiliaries, negation, hedges and the form of the sentence. */
export function localStatus(doc: Doc, predicate: number): LocalStatus {
  return {
    modality: modalityOf(doc, predicate),
    negative: isNegative(doc, predicate),
    hedged: doc.childrenBy(predicate, 'advmod', 'amod').some((child) => governors.hedging.has(doc.lower(child))),
  };
}

/** "said that it would leave": the "will" of what was said; with a condition it stays open. */
export function isBackshifted(doc: Doc, predicate: number, above: Pick<Status, 'modality' | 'voices'>): boolean {
  const [sayer = -1] = above.voices;
  if (sayer < 0 || above.modality !== 'performed' || isQuestion(doc, predicate)) return false;
  const auxiliaries = doc.childrenBy(predicate, 'aux').map((child) => doc.lower(child));
  const isSaid = doc.xpos(sayer) === 'VBD' || (doc.xpos(sayer) === 'VBN' && doc.child(sayer, 'aux') >= 0);
  const clauses = doc.childrenBy(predicate, 'advcl').flatMap((clause) => doc.childrenBy(clause, 'mark'));
  return (
    isSaid &&
    auxiliaries.includes('would') &&
    !auxiliaries.includes('have') &&
    !clauses.some((mark) => /^(?:if|unless|should)$/u.test(doc.lower(mark)))
  );
}

/** "condemn any attack": none that has happened. */
export const isAny = (doc: Doc, noun: number): boolean =>
  doc.childrenBy(noun, 'det').some((child) => /^(?:any|no)$/u.test(doc.lower(child)));

/** Whether a clause stands with "would" and without a condition. */
export const isWould = (doc: Doc, predicate: number): boolean =>
  doc.childrenBy(predicate, 'aux').some((child) => doc.lower(child) === 'would') &&
  !doc
    .childrenBy(predicate, 'advcl')
    .flatMap((clause) => doc.childrenBy(clause, 'mark'))
    .some((mark) => /^(?:if|unless|should)$/u.test(doc.lower(mark)));

/** Whether its predicate leaves an event open: "sanctions are the more likely outcome", "a reward for the capture of". */
export function isLeftOpen(doc: Doc, head: number, relation: string, preposition: string): boolean {
  const isLikely = [head, ...doc.childrenBy(head, 'amod')].some((one) => governors.likely.has(doc.lower(one)));
  if (isLikely && relation.startsWith('nsubj')) return true;
  const given = preposition === 'for' ? doc.child(head, 'obj') : -1;
  return given >= 0 && governors.nouns.get(doc.lemma(given).toLowerCase()) === 'possible';
}
