import type { Doc } from '../language/annotate.ts';
import type { Status } from './effects.ts';
import { verbFrames } from './frames.ts';
import { governors } from './governors.ts';
import { isPassive, prepositionOf } from './tree.ts';

/**
 * Whether what stands behind a preposition is what somebody is charged with, wanted or arrested for. What one was
 * arrested for saying was said.
 */
export function isCharge(doc: Doc, token: number, verb: number, preposition: string): boolean {
  const lemma = doc.lemma(verb).toLowerCase();
  if (doc.upos(verb) !== 'VERB') return false;
  if (governors.arresting.has(lemma)) {
    const told = verbFrames.get(doc.lemma(token).toLowerCase()) ?? [];
    return preposition === 'for' && !told.some(({ frame }) => frame.spoken);
  }
  const isKnown = governors.charging.has(lemma) && (lemma !== 'want' || isPassive(doc, verb));
  return isKnown && /^(?:with|for|of|on)$/u.test(preposition);
}

/** "blamed Chad for attacking": whoever blames tells it. */
export const isAccuser = (doc: Doc, verb: number): boolean =>
  verbFrames.get(doc.lemma(verb).toLowerCase())?.some(({ frame }) => frame.act === 'ACCUSED') ?? false;

/** Status of what somebody is charged with: open, in the words of whoever charges, whose status is `outer`. */
export const charged = (verb: number, { sayers, voices, hedged }: Status): Status => ({
  modality: 'possible',
  negative: false,
  hedged,
  sayers: [verb, ...sayers],
  voices: [verb, ...voices],
});

/** The verb by which somebody is charged with, convicted of or accused of what a noun names; -1 if there is none. */
export function chargerOf(doc: Doc, noun: number): number {
  const verb = doc.head(noun);
  if (verb < 0 || !doc.deprel(noun).startsWith('obl')) return -1;
  const preposition = prepositionOf(doc, noun);
  if (isCharge(doc, noun, verb, preposition)) return verb;
  return governors.convicting.has(doc.lemma(verb).toLowerCase()) && /^(?:of|for)$/u.test(preposition) ? verb : -1;
}

/**
 * What a clause behind "charges of", "suspicion of" or "guilty" is: charged (the verb is given), established by a
 * judgement or a plea, or neither.
 */
export function verdictOn(doc: Doc, noun: number): { readonly charger: number; readonly isProven: boolean } {
  const verb = doc.head(noun);
  const lemma = verb < 0 || !governors.blaming.has(doc.lemma(noun).toLowerCase()) ? '' : doc.lemma(verb).toLowerCase();
  if (doc.lower(noun) === 'guilty')
    return {
      charger: -1,
      isProven: /^(?:find|plead|enter)$/u.test(lemma) && doc.lower(Math.max(0, noun - 1)) !== 'not',
    };
  const isCharged = governors.arresting.has(lemma) || governors.charging.has(lemma);
  return { charger: isCharged ? verb : -1, isProven: governors.convicting.has(lemma) && lemma !== 'accuse' };
}
