import type { Doc } from '../language/annotate.ts';
import { governors } from './governors.ts';
import { prepositionOf } from './tree.ts';

/**
 * Who does what stands behind "in" where one leads or joins others: "led a coalition of senators in urging", "joined
 * Ghana in suing"; -1 if nobody is led or joined.
 */
export function joinedIn(doc: Doc, gerund: number): number {
  if (doc.xpos(gerund) !== 'VBG') return -1;
  if (!doc.childrenBy(gerund, 'mark', 'case').some((mark) => doc.lower(mark) === 'in')) return -1;
  let noun = doc.head(gerund);
  if (noun >= 0 && doc.upos(noun) === 'VERB') noun = doc.child(noun, 'obj');
  // "a coalition of 20 senators": they are named at the coalition.
  while (noun >= 0 && prepositionOf(doc, noun) === 'of' && doc.head(noun) >= 0) noun = doc.head(noun);
  const verb = noun < 0 || doc.deprel(noun) !== 'obj' ? -1 : doc.head(noun);
  return verb >= 0 && governors.joining.has(doc.lemma(verb).toLowerCase()) ? noun : -1;
}
