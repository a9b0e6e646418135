import type { Doc } from '../language/annotate.ts';
import { lemmaOf } from './effects.ts';
import { governors } from './governors.ts';
import { prepositionOf } from './tree.ts';

/** "..., Germany said", "as Menendez put it", "according to Germany": who says it stands beside the predicate. */
export function sayersBeside(doc: Doc, token: number): readonly number[] {
  const sayers = doc.children(token).filter((child) => {
    const relation = doc.deprel(child).split(':')[0] ?? '';
    if (relation === 'obl' || relation === 'nmod' || relation === 'advmod')
      return /^(?:according to|per)$/u.test(prepositionOf(doc, child));
    if (doc.upos(child) !== 'VERB' || doc.child(child, 'nsubj') < 0) return false;
    const isSaying = governors.verbs.get(lemmaOf(doc, child)) === 'saying';
    const mark = doc.child(child, 'mark');
    const isAside =
      relation === 'parataxis' ||
      ((relation === 'advcl' || relation === 'ccomp') && mark >= 0 && doc.lower(mark) === 'as');
    // "Two were detained, he said; none was hurt": both clauses are what he said.
    const isBetween = relation === 'parataxis' && child > token && doc.child(child, 'ccomp') > child;
    return isSaying && isAside && doc.child(child, 'obj') < 0 && (isBetween || doc.child(child, 'ccomp') < 0);
  });
  return sayers.toSorted((a, b) => a - b);
}
