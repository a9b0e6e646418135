import type { Doc } from '../language/annotate.ts';
import { nounFrames, verbFrames } from './frames.ts';
import { governors } from './governors.ts';
import { refuserOf } from './requests.ts';
import { prepositionOf } from './tree.ts';

const lemmaOf = (doc: Doc, token: number): string => doc.lemma(token).toLowerCase();

/** "of the army", "of Ghana": somebody; "of action" is what the noun is about. */
const isDefinite = (doc: Doc, token: number): boolean =>
  doc.upos(token) === 'PROPN' || doc.child(token, 'det', 'nmod:poss') >= 0;

/** Whether a noun by itself asks others to do what hangs on it: "a call to leave" is no plan of who calls. */
const isAsking = (doc: Doc, noun: number): boolean => governors.asking.has(lemmaOf(doc, noun));

/**
 * Whose what a noun names is: "Ghana's plan", "a plan by Ghana", "a claim from Ghana", "the decision of the court".
 * Tokens of the first of these that stands there.
 */
export function makersOf(doc: Doc, noun: number): readonly number[] {
  const behind = doc.childrenBy(noun, 'nmod', 'obl').filter((child) => child > noun);
  const places = [
    () => doc.childrenBy(noun, 'nmod:poss'),
    () => behind.filter((child) => prepositionOf(doc, child) === 'by'),
    () => behind.filter((child) => prepositionOf(doc, child) === 'from'),
    () => behind.filter((child) => prepositionOf(doc, child) === 'of' && isDefinite(doc, child)),
  ];
  for (const find of places) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

/** Prepositions behind which stands whom a noun of asking is put to: "its call on Mali". */
const hearing = (doc: Doc, noun: number): readonly string[] =>
  (nounFrames.get(lemmaOf(doc, noun)) ?? []).flatMap(({ frame }) =>
    frame.complement === 'requested' ? frame.target : [],
  );

/** Who stands right before an infinitive behind one of the prepositions, on whatever the parser hangs him; -1 without one. */
function beforeInfinitive(doc: Doc, word: number, verb: number, places: readonly string[]): number {
  const to = doc.childrenBy(verb, 'mark').find((mark) => doc.lower(mark) === 'to') ?? -1;
  for (let at = to - 1; at > word; at = doc.head(at)) {
    if (places.includes(prepositionOf(doc, at))) return at;
    if (doc.head(at) < word) break;
  }
  return -1;
}

/**
 * Who is to do what an infinitive behind a noun tells: "a request for the army to leave", "its call on Mali to leave", "the
 * army's decision to leave", "a plan by the army to leave"; -1 if the noun does not say.
 */
export function undertakerOf(doc: Doc, noun: number, verb: number): number {
  const before = beforeInfinitive(doc, noun, verb, ['for', ...hearing(doc, noun)]);
  if (before >= 0) return before;
  const heard = doc
    .childrenBy(noun, 'nmod', 'obl')
    .find((child) => child < verb && hearing(doc, noun).includes(prepositionOf(doc, child)));
  if (heard !== undefined) return heard;
  if (isAsking(doc, noun)) return -1;
  // "his role in a scheme to export"
  const role = prepositionOf(doc, noun) === 'in' && doc.deprel(noun).startsWith('nmod') ? doc.head(noun) : -1;
  return makersOf(doc, noun)[0] ?? (role < 0 ? undefined : makersOf(doc, role)[0]) ?? -1;
}

const judging = new Set(['CRITICIZED', 'PRAISED', 'SUPPORTED', 'OPPOSED', 'CITED']);

/** "criticised a plan to leave": who judges a plan need not be whose it is; who welcomes a chance has it. */
export function isJudge(doc: Doc, verb: number, noun: number): boolean {
  if (governors.nouns.get(lemmaOf(doc, noun)) === 'possible' || refuserOf(doc, noun) >= 0) return false;
  return (verbFrames.get(lemmaOf(doc, verb)) ?? []).some(
    ({ frame, nouns, prepositions }) => nouns.length + prepositions.length === 0 && judging.has(frame.act),
  );
}

/**
 * "called for France to leave", "a request for France to leave": whom what hangs on a word of asking is asked of, right
 * before the infinitive; -1 if nobody stands there.
 */
export function askedOf(doc: Doc, word: number, verb: number): number {
  const own = doc.child(verb, 'nsubj');
  if (own > word && doc.lower(doc.subtree(own).start) === 'for') return own;
  return beforeInfinitive(doc, word, verb, ['for']);
}
