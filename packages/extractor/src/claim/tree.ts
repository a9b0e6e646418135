import type { Doc } from '../language/annotate.ts';
import { verbFrames } from './frames.ts';

/** The preposition before a nominal, lower case ("according to", "as"); '' if there is none. */
export function prepositionOf(doc: Doc, token: number): string {
  const parts = doc
    .childrenBy(token, 'case')
    .flatMap((part) => [part, ...doc.childrenBy(part, 'fixed')])
    .filter((part) => part < token && doc.upos(part) !== 'PART')
    .toSorted((a, b) => a - b);
  return parts.map((part) => doc.lower(part)).join(' ');
}

/** A token and what is coordinated with it; members behind "not" or "rather than" are left out. */
export function conjunctsOf(doc: Doc, token: number): readonly number[] {
  const members = doc.childrenBy(token, 'conj').filter((member) => {
    const marks = doc.children(member).filter((child) => child < member);
    return !marks.some(
      (child) =>
        doc.lower(child) === 'not' ||
        (doc.deprel(child).startsWith('cc') && /^(?:rather|instead|not)$/u.test(doc.lower(child))),
    );
  });
  return [token, ...members.flatMap((member) => conjunctsOf(doc, member))];
}

/** Verb forms, also those that are tagged as nouns and yet have an object ("demanded that Spain sanction Libya"). */
export const isVerb = (doc: Doc, token: number): boolean =>
  doc.upos(token) === 'VERB' || (doc.upos(token) === 'NOUN' && doc.child(token, 'obj') >= 0);

/** An infinitive, also of the passive: "to charge", "to be charged". */
export const isBase = (doc: Doc, token: number): boolean =>
  doc.xpos(token) === 'VB' ||
  // "agreed to sanction Iran": the tagger may take one for a noun.
  (doc.upos(token) === 'NOUN' && doc.child(token, 'obj') > token && doc.lower(Math.max(0, token - 1)) === 'to') ||
  (doc.xpos(token) === 'VBN' &&
    doc.childrenBy(token, 'aux:pass').some((child) => doc.xpos(child) === 'VB') &&
    doc.childrenBy(token, 'mark').some((child) => doc.lower(child) === 'to'));

/** Verb forms and predicates with a copula. */
export const isPredicate = (doc: Doc, token: number): boolean => isVerb(doc, token) || doc.child(token, 'cop') >= 0;

/** Whether frames know a verb by its object alone, and by nothing that stands behind a preposition here. */
const isTransitive = (doc: Doc, verb: number): boolean => {
  const beside = doc.childrenBy(verb, 'obl').map((child) => prepositionOf(doc, child));
  const known = verbFrames.get(doc.lemma(verb).toLowerCase()) ?? [];
  return known.some(
    ({ frame, prepositions }) =>
      prepositions.length === 0 &&
      frame.target.includes('obj') &&
      /^(?:target|both|as)$/u.test(frame.needs) &&
      !frame.target.some((name) => beside.includes(name)),
  );
};

/** Whether what stands as subject is what is acted on. */
export function isPassive(doc: Doc, verb: number): boolean {
  if (doc.child(verb, 'nsubj:pass', 'csubj:pass', 'aux:pass', 'obl:agent') >= 0) return true;
  // "Had France attacked": the auxiliary stands before the subject.
  if (doc.lower(doc.sentenceStart(doc.sentenceOf(verb))) === 'had' && doc.child(verb, 'obj') >= 0) return false;
  // "were brought to Rome and charged": a verb that needs an object and has none goes with the passive before it.
  if (doc.deprel(verb) === 'conj' && doc.xpos(verb) === 'VBD' && doc.child(verb, 'obj', 'nsubj') < 0)
    return isTransitive(doc, verb) && isPassive(doc, doc.head(verb));
  // "managed visits and expelled journalists": behind a past form the tagger takes one for a participle.
  if (doc.deprel(verb) === 'conj' && doc.child(verb, 'obj') >= 0 && !isPassive(doc, doc.head(verb))) return false;
  // "having assisted, sponsored, or provided": the auxiliary of the first is that of all.
  const first = doc.deprel(verb) === 'conj' ? doc.head(verb) : -1;
  if (first >= 0 && doc.xpos(first) === 'VBN' && doc.child(first, 'aux') >= 0 && doc.child(first, 'aux:pass') < 0)
    return false;
  return doc.xpos(verb) === 'VBN' && doc.child(verb, 'aux', 'nsubj') < 0 && doc.upos(verb) === 'VERB';
}

/** The first token above that is a predicate, and the child through which it is reached; -1 if none. */
export function governorOf(doc: Doc, token: number): { readonly governor: number; readonly via: number } {
  let via = token;
  for (let at = doc.head(token); at >= 0; at = doc.head(at)) {
    if (isPredicate(doc, at)) return { governor: at, via };
    via = at;
  }
  return { governor: -1, via };
}

/** Whether `token` is `above` or stands below it. */
export function isBelow(doc: Doc, token: number, above: number): boolean {
  for (let at = token; at >= 0; at = doc.head(at)) if (at === above) return true;
  return false;
}

/** The gerund that is the subject of a verb: "Designating them will allow ..."; -1 if there is none. */
export function gerundSubject(doc: Doc, verb: number): number {
  const clause = doc.child(verb, 'csubj');
  if (clause >= 0 || doc.child(verb, 'nsubj') >= 0) return clause;
  const participle = doc.childrenBy(verb, 'advcl').find((child) => child < verb && doc.xpos(child) === 'VBG');
  if (participle === undefined || doc.child(participle, 'mark') >= 0) return -1;
  for (let at = participle; at < verb; at += 1) if (doc.form(at) === ',') return -1;
  return participle;
}
