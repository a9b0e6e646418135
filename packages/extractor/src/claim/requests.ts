import type { Doc } from '../language/annotate.ts';
import { verbFrames } from './frames.ts';

/** The verb that refuses what a noun asks for: "declined a request", "their appeal was turned down"; -1 if none does. */
export function refuserOf(doc: Doc, noun: number): number {
  const verb = doc.head(noun);
  if (verb < 0 || !/^(?:obj|nsubj:pass)$/u.test(doc.deprel(noun))) return -1;
  const lemma = doc.lemma(noun).toLowerCase();
  const wordings = verbFrames.get(doc.lemma(verb).toLowerCase()) ?? [];
  return wordings.some(({ frame }) => frame.act === 'REFUSED' && frame.objects.includes(lemma)) ? verb : -1;
}

/** The request that a verb refuses; -1 if it refuses none. */
export const refusedBy = (doc: Doc, verb: number): number =>
  doc.childrenBy(verb, 'obj', 'nsubj:pass').find((noun) => refuserOf(doc, noun) === verb) ?? -1;
