import type { Doc } from '../language/annotate.ts';
import type { Quoted, Stretch } from '../language/quotes.ts';
import { telling } from '../language/repair/words.ts';
import { argumentsOf } from './arguments.ts';
import { governors } from './governors.ts';

/** Words between quotation marks, with the verb that says them. */
export interface Quotation extends Quoted {
  /** The verb that says it; -1 if none was found. */
  readonly cue: number;
  /** Too short, or without a verb, to be a statement of its own ("secretly"). */
  readonly scare: boolean;
}

const shortest = 4;

const isCue = (doc: Doc, token: number): boolean =>
  doc.upos(token) === 'VERB' && governors.verbs.get(doc.lemma(token).toLowerCase()) === 'saying';

/** Whether a verb of saying has what it says behind it; the hearer of "asked Blinken" is not that. */
function saysMore(doc: Doc, verb: number): boolean {
  if (doc.child(verb, 'ccomp', 'xcomp') >= 0) return true;
  return doc.child(verb, 'obj') >= 0 && !telling.has(doc.lemma(verb).toLowerCase());
}

/** Quotations with the verbs that say them: in the sentence where one begins or ends, nearest to its marks. */
export function quotationsOf(doc: Doc, spans: readonly Quoted[], zones: readonly Stretch[]): readonly Quotation[] {
  const quoted = new Uint8Array(doc.length);
  for (const { from, to } of spans) quoted.fill(1, from, to);
  const found: Quotation[] = [];
  for (const { from, to } of spans) {
    const hasVerb = Array.from({ length: to - from }, (_, offset) => doc.upos(from + offset)).some(
      (tag) => tag === 'VERB' || tag === 'AUX',
    );
    const scare = to - from < shortest || !hasVerb;
    let [cue, best] = [-1, Infinity];
    const first = doc.sentenceOf(from);
    const last = lastSentence(doc, from, to, zones);
    for (let token = doc.sentenceStart(first); token < doc.sentenceEnd(last); token += 1) {
      if (quoted[token] === 1 || !isCue(doc, token)) continue;
      const hasSubject = argumentsOf(doc, token).subj.length > 0;
      // A verb in the next sentence that has something to say of its own says that.
      if (doc.sentenceOf(token) > doc.sentenceOf(to - 1) && saysMore(doc, token)) continue;
      const distance = (token < from ? from - token : token - to) + (hasSubject ? 0 : 40);
      if (distance < best) [cue, best] = [token, distance];
    }
    const before = found.at(-1);
    // A whole sentence in marks without a cue goes on with what was quoted before it in the same paragraph.
    if (cue < 0 && before && !scare && sameZone(zones, doc, before.from, from)) ({ cue } = before);
    // Words that a sentence of the text has taken in ("has 'had little contact' with") are told by that sentence.
    const isTakenIn = cue < 0 && leansOut(doc, from, to);
    found.push({ from, to, cue, scare: scare || isTakenIn });
  }
  return found;
}

/** Whether the words of a quotation have their subject, auxiliary or governor outside it. */
function leansOut(doc: Doc, from: number, to: number): boolean {
  for (let token = from; token < to; token += 1) {
    const head = doc.head(token);
    if (head >= from && head < to) continue;
    const isGoverned = head >= 0 && !/^(?:ccomp|parataxis|root|punct|dep)/u.test(doc.deprel(token));
    const hasSubject = doc.childrenBy(token, 'nsubj', 'aux').some((child) => child < from && doc.form(child) !== '"');
    if (isGoverned || hasSubject) return true;
  }
  return false;
}

/** The sentence up to which the verb may stand: "Did they?" she asked. */
function lastSentence(doc: Doc, from: number, to: number, zones: readonly Stretch[]): number {
  const own = doc.sentenceOf(Math.max(from, to - 1));
  const isWhole = doc.sentenceEnd(own) <= to + 1 && to < doc.length && doc.form(to) === '"';
  const next = isWhole && own + 1 < doc.sentenceCount ? doc.sentenceStart(own + 1) : -1;
  return next >= 0 && sameZone(zones, doc, from, next) && /^[?!,]$/u.test(doc.form(to - 1)) ? own + 1 : own;
}

function sameZone(zones: readonly Stretch[], doc: Doc, a: number, b: number): boolean {
  return zones.some((zone) => doc.start(a) >= zone.start && doc.start(b) < zone.end);
}
