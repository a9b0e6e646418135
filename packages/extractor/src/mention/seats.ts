import type { Doc } from '@attest/nlp';
import { seats, territories } from './data.ts';
import { anyOf, overTokens, type Candidate } from './found.ts';
import { knownName, type Known } from './gazetteer.ts';
import { PhraseIndex } from './phrases.ts';

const seatOf = new PhraseIndex<Known>(
  [...Object.entries(seats.capitals), ...Object.entries(seats.bodies)].flatMap(([name, cities]) => {
    const known = knownName(name);
    return known === null ? [] : cities.map((city) => [city, known] as const);
  }),
  false,
);

const lemmaOf = (doc: Doc, token: number): string => doc.lemma(token).toLowerCase();

/** Whether a seat at a word does what only a government does, or is addressed as one. */
function actsAt(doc: Doc, head: number): boolean {
  const [relation, above] = [doc.deprel(head), doc.head(head)];
  if (above < 0) return false;
  const lemma = lemmaOf(doc, above);
  const isVerb = doc.upos(above) === 'VERB';
  if (relation === 'nsubj') return isVerb && seats.wills.has(lemma) && !isPassive(doc, above);
  if (relation === 'nsubj:pass' || relation.startsWith('obj') || relation.startsWith('iobj'))
    return isVerb && seats.addressed.has(lemma);
  const marks = doc.childrenBy(head, 'case').map((token) => doc.lower(token));
  if (relation === 'obl:agent') return marks.includes('by') && seats.wills.has(lemma);
  if (relation.startsWith('nmod:poss')) return seats.possessions.has(lemma);
  if (relation.startsWith('nmod'))
    return marks.some((mark) => /^(?:with|between)$/u.test(mark)) && seats.ties.has(lemma);
  if (relation.startsWith('conj')) return actsAt(doc, above);
  return false;
}

const isPassive = (doc: Doc, verb: number): boolean => doc.child(verb, 'aux:pass') >= 0;

/** Part of a longer name: "Washington Post", "Denzel Washington". */
const isInName = (doc: Doc, from: number, to: number): boolean => {
  const isName = (token: number): boolean =>
    token >= 0 && token < doc.length && /^\p{Lu}/u.test(doc.form(token)) && doc.upos(token) === 'PROPN';
  const sentence = doc.sentenceOf(from);
  return (from > doc.sentenceStart(sentence) && isName(from - 1)) || (to < doc.sentenceEnd(sentence) && isName(to));
};

const states = anyOf(
  Object.keys(territories.states).filter((state) => knownName(state)?.type === 'Place' && seatOf.at(state, 0) === null),
  'u',
);
/** "Washington and Oregon asked": beside other states of the Union it is one of them. */
const isState = (doc: Doc, token: number): boolean => {
  const sentence = doc.sentenceOf(token);
  return (
    territories.states[doc.form(token)] !== undefined &&
    states.test(doc.textOf(doc.sentenceStart(sentence), doc.sentenceEnd(sentence)))
  );
};

/**
 * Capitals and seats that stand for a government, by what they do; where they are only places they stay so, and where one
 * of the document's people bears the name ("Valerie Paris").
 */
export function seatsOfGovernment(doc: Doc, people: readonly Candidate[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const surnames = new Set(people.flatMap(({ name }) => (name.includes(' ') ? name.split(' ').slice(1) : [])));
  for (let token = 0; token < doc.length; token++) {
    const hit = seatOf.at(doc.text, doc.start(token));
    const known = hit?.values[0];
    if (!hit || !known) continue;
    let to = token + 1;
    while (to < doc.length && doc.start(to) < hit.end) to++;
    const one = overTokens(doc, token, to, {
      rank: 6,
      type: known.type,
      name: known.name,
      linkable: true,
      reason: `seat of the government that acts: ${known.name}`,
      ...(known.identifiers ? { identifiers: known.identifiers } : {}),
    });
    if (!isInName(doc, token, to) && !surnames.has(doc.form(token)) && !isState(doc, token) && actsAt(doc, one.head))
      found.push(one);
    token = to - 1;
  }
  return found;
}
