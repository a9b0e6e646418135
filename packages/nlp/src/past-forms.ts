import { IRREGULAR_VERBS } from './generated/lexicon.ts';

/** What an irregular past form may be besides a verb: "a broken deal", "the drove", "Rose". */
const otherwise = /\|(?:VBD|VBN|JJ|NNP?S?)$/u;
/** How far before its participle a "have" or "be" stands. */
const farthest = 3;

/**
 * An irregular past form that the tagger has not learnt ("froze", "slain") looks like nothing that it knows. Gives the
 * places and tags of those that it takes for what they cannot be; a form that is a base too ("to found") is left alone.
 */
export function pastForms(
  forms: readonly string[],
  tags: readonly string[],
  isBase: (lower: string) => boolean,
): (readonly [number, string])[] {
  return forms.flatMap((form, at) => {
    const lower = form.toLowerCase();
    const isPast = IRREGULAR_VERBS.has(`${lower}\tVBD`);
    const isParticiple = IRREGULAR_VERBS.has(`${lower}\tVBN`);
    if (!(isPast || isParticiple) || isBase(lower) || tags[at]!.startsWith('AUX|') || otherwise.test(tags[at]!))
      return [];
    if (tags[at] === 'VERB|VB' && /^(?:PART\|TO|AUX\|MD)$/u.test(tags[at - 1] ?? '')) return [];
    const isHelped = tags.slice(Math.max(0, at - farthest), at).some((tag) => tag.startsWith('AUX|'));
    return [[at, isParticiple && (isHelped || !isPast) ? 'VERB|VBN' : 'VERB|VBD'] as const];
  });
}
