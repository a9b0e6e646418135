import type { Doc } from '../language/annotate.ts';
import type { Quoted } from '../language/quotes.ts';
import { argumentsOf } from './arguments.ts';
import { isPassive } from './tree.ts';

/** Tokens that may stand for whoever says a quotation: the subject of its verb, or what stands behind the verb ("..., said Rao"). */
export function sayersOf(doc: Doc, cue: number, quotes: readonly Quoted[]): readonly number[] {
  if (cue < 0) return [];
  const isOutside = (token: number): boolean => !quotes.some(({ from, to }) => token >= from && token < to);
  const { subj, obj } = argumentsOf(doc, cue);
  const subjects = subj.filter(isOutside);
  return subjects.length > 0 || isPassive(doc, cue) ? subjects : obj.filter(isOutside);
}
