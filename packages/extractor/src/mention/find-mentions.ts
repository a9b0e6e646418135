import type { Doc } from '@attest/nlp';
import type { LawCitation } from '../laws/find-laws.ts';
import { apposedNames } from './apposed.ts';
import { nameWords } from './data.ts';
import { overText, overTokens, type Candidate, type Found } from './found.ts';
import { knownName } from './gazetteer.ts';
import { governments } from './governments.ts';
import { isNameWord } from './name-type.ts';
import { introducedShorts, spelledOutNames } from './introduced.ts';
import { knownByList, listedNames } from './listed.ts';
import { nominals } from './nominals.ts';
import { grownPeople, titledPeople } from './people.ts';
import { PhraseIndex } from './phrases.ts';
import { pronounMentions } from './pronouns.ts';
import { isCalledAfterPeople, modelNames, properNames } from './proper.ts';
import { seatsOfGovernment } from './seats.ts';
import { select } from './select.ts';
import { wholeNames } from './whole-names.ts';

function lawMentions(doc: Doc, laws: readonly LawCitation[]): readonly Candidate[] {
  return laws.flatMap((law) => {
    const found = overText(doc, law.start, law.end, {
      rank: 9,
      type: 'Law',
      name: law.text,
      linkable: true,
      reason: law.rule,
      identifiers: { citation: law.normal },
    });
    return found ? [found] : [];
  });
}

/** Words that the document also writes small: a large letter there is the sentence's or a heading's. */
function smallWords(doc: Doc): ReadonlySet<string> {
  const small = new Set<string>();
  for (let token = 0; token < doc.length; token++) if (/^\p{Ll}/u.test(doc.form(token))) small.add(doc.form(token));
  return small;
}

const stem = (word: string): string => word.replace(/(?:ing|es|ed|s|e)$/u, '');

/** Tokens of headlines that are plain words: written small elsewhere, in this form or another ("Announces": "announced"). */
function plainInHeadlines(doc: Doc, small: ReadonlySet<string>): ReadonlySet<number> {
  const stems = new Set([...small].map(stem));
  const plain = new Set<number>();
  for (const sentence of shoutedSentences(doc))
    for (let token = doc.sentenceStart(sentence); token < doc.sentenceEnd(sentence); token++)
      if (/^\p{Lu}/u.test(doc.form(token)) && (stems.has(stem(doc.lower(token))) || doc.upos(token) === 'VERB'))
        plain.add(token);
  return plain;
}

/** "Biden Announces Intent": of a person in a headline, the words up to the first plain one. */
function withoutHeadline(doc: Doc, one: Candidate, plain: ReadonlySet<number>): Candidate {
  let to = one.from + 1;
  while (to < one.to && !plain.has(to)) to += 1;
  // "Biden also"
  while (
    to > one.from + 1 &&
    /^\p{Ll}+$/u.test(doc.form(to - 1)) &&
    doc.upos(to - 1) !== 'PROPN' &&
    doc.form(to - 2) !== '-'
  )
    to -= 1;
  return to === one.to
    ? one
    : { ...one, ...overTokens(doc, one.from, to, one), name: doc.textOf(one.from, to).replaceAll(/\s+/gu, ' ') };
}

/**
 * "Rights Alejandro Encinas": a word that is no name, before a full one; "(for Political) Affairs Victoria Nuland": what an
 * office is for.
 */
function withoutPlainWord(doc: Doc, one: Candidate, small: ReadonlySet<string>): Candidate {
  const first = doc.sentenceStart(doc.sentenceOf(one.from));
  let from = one.from;
  while (
    from + 1 < one.to &&
    nameWords.portfolios.has(doc.form(from)) &&
    (from + 2 < one.to || (from > first && /^(?:of|for|and|the|&|,|\p{Lu}.*)$/u.test(doc.form(from - 1))))
  )
    from += 1;
  if (from === one.from && one.to - from >= 3 && small.has(doc.lower(from)) && doc.form(from + 1) !== '-') from += 1;
  return from === one.from
    ? one
    : { ...one, ...overTokens(doc, from, one.to, one), name: doc.textOf(from, one.to).replaceAll(/\s+/gu, ' ') };
}

/** Names that the document writes again where the model saw none: surnames of its people, bodies and places of one word. */
function repeated(doc: Doc, names: readonly Candidate[], taken: ReadonlySet<number>): readonly Candidate[] {
  const known = new Map<string, Candidate>();
  for (const one of names) {
    if (one.type !== 'Person' && one.type !== 'Official') {
      if (one.reason.startsWith('model') && one.rank >= 3 && !known.has(one.name)) known.set(one.name, one);
      continue;
    }
    const surname = one.name.split(' ').at(-1) ?? '';
    if (surname.length > 2 && knownName(surname) === null && !isNameWord(surname)) known.set(surname, one);
  }
  const index = new PhraseIndex(known, false);
  const found: Candidate[] = [];
  for (let token = 0; token < doc.length; token++) {
    const hit = taken.has(token) ? null : index.at(doc.text, doc.start(token));
    const one = hit?.values[0];
    const again =
      hit &&
      one &&
      overText(doc, doc.start(token), hit.end, {
        rank: 2.5,
        type: one.type,
        name: doc.text.slice(doc.start(token), hit.end),
        linkable: one.type !== 'Person' && one.type !== 'Official',
        reason: 'a name of one named elsewhere',
      });
    if (again) found.push(again);
  }
  return found;
}

/** The longest candidate at each token. */
function longestBy(list: readonly Candidate[], at: (one: Candidate) => number): ReadonlyMap<number, Candidate> {
  const out = new Map<number, Candidate>();
  for (const one of list) {
    const known = out.get(at(one));
    if (!known || one.to - one.from > known.to - known.from) out.set(at(one), one);
  }
  return out;
}

/** "The Biden administration" alone does not speak of Biden: only people who are named elsewhere as well. */
function actors(people: readonly Candidate[], ruled: readonly Candidate[]): readonly Candidate[] {
  const isInside = (one: Candidate): boolean => ruled.some((body) => body.from <= one.from && body.to >= one.to);
  const surname = (one: Candidate): string => one.name.split(' ').at(-1) ?? '';
  const outside = new Set(people.filter((one) => !isInside(one)).map(surname));
  return people.filter((one) => !isInside(one) || outside.has(surname(one)));
}

const address = /(?:https?:\/\/|www\.)\S+/gu;
/** Addresses of pages name nobody. */
function outsideAddresses(doc: Doc, list: readonly Candidate[]): readonly Candidate[] {
  const spans = [...doc.text.matchAll(address)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return spans.length === 0
    ? list
    : list.filter((one) => !spans.some((span) => one.start < span.end && span.start < one.end));
}

/** Sentences in which every long word is large: headlines, of which no letter tells what is a name. */
function shoutedSentences(doc: Doc): ReadonlySet<number> {
  const out = new Set<number>();
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    let [large, small] = [0, 0];
    for (let token = doc.sentenceStart(sentence); token < doc.sentenceEnd(sentence); token++) {
      const form = doc.form(token);
      if (/^\p{Lu}/u.test(form)) large++;
      // "He ran the Ministry of Health" is a sentence.
      else if (/^\p{Ll}{4,}/u.test(form) || (/^\p{Ll}/u.test(form) && /^VB[DPZ]$/u.test(doc.xpos(token)))) small++;
    }
    if (large >= 5 && small === 0) out.add(sentence);
  }
  return out;
}

const isInCapitals = (doc: Doc, sentence: number): boolean => {
  const text = doc.textOf(doc.sentenceStart(sentence), doc.sentenceEnd(sentence));
  return text === text.toUpperCase();
};

/** "Commonwealth of Oregon Office of the State Treasurer": a line without a verb that ends in the name of a body. */
function isLetterhead(doc: Doc, one: Candidate): boolean {
  const sentence = doc.sentenceOf(one.from);
  const [first, last] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
  const hasVerb = Array.from({ length: last - first }, (_, index) => doc.upos(first + index)).includes('VERB');
  return one.type === 'Agency' && / of /u.test(one.name) && one.to === last && !hasVerb && !isInCapitals(doc, sentence);
}

/** Of the names in headlines, those that are written elsewhere too, or that the gazetteer or a full name vouches for. */
function vouchedFor(doc: Doc, names: readonly Candidate[], signed: readonly Stretch[]): readonly Candidate[] {
  const shouted = shoutedSentences(doc);
  const isSigned = (one: Candidate): boolean => signed.some(({ start, end }) => one.start >= start && one.end <= end);
  const isThere = (one: Candidate): boolean => shouted.has(doc.sentenceOf(one.from)) && !isSigned(one);
  const elsewhere = new Set(names.filter((one) => !isThere(one)).map((one) => one.name.toLowerCase()));
  return names.filter(
    (one) =>
      !isThere(one) ||
      one.reason.startsWith('gazetteer') ||
      one.type === 'Law' ||
      elsewhere.has(one.name.toLowerCase()) ||
      isLetterhead(doc, one) ||
      (/^(?:Person|Official)$/u.test(one.type) && !isInCapitals(doc, doc.sentenceOf(one.from))),
  );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place of a document that names or speaks of an actor, in order; the laws are those that were found before.
 * `signed` are the lines of signatures and addresses, whose capitals are names.
 */
export function findMentions(
  doc: Doc,
  laws: readonly LawCitation[],
  signed: readonly Stretch[] = [],
): readonly Found[] {
  const small = smallWords(doc);
  const plain = plainInHeadlines(doc, small);
  const listed = listedNames(doc);
  const isKnown = knownByList(doc, listed);
  const proper = wholeNames(doc, properNames(doc)).filter((one) => !isKnown(one));
  const spelledOut = spelledOutNames(doc);
  const model = wholeNames(doc, modelNames(doc)).filter(
    (one) => one.to - one.from > 1 || !small.has(doc.lower(one.from)) || knownName(one.name) !== null,
  );
  const people = grownPeople(
    doc,
    model
      .filter((one) => one.type === 'Person')
      .map((one) => withoutHeadline(doc, withoutPlainWord(doc, one, small), plain)),
    small,
  );
  const places = [...proper, ...listed];
  const ending = longestBy(places, (one) => one.to);
  const starting = longestBy(places, (one) => one.from);
  // "King Faisal Specialist Hospital" is no king.
  const institutions = new Uint32Array(doc.length);
  for (const one of proper) if (isCalledAfterPeople(doc, one)) institutions.fill(one.to, one.from, one.to);
  const titled = titledPeople(doc, ending, starting, new Map(people.map((one) => [one.from, one])), plain).filter(
    (one) => (institutions[one.from] ?? 0) <= one.to,
  );
  const nouns = nominals(doc);
  const ruled = governments(doc, nouns, [...listed, ...people]);
  const names = vouchedFor(
    doc,
    [
      ...lawMentions(doc, laws),
      ...titled,
      ...ruled,
      ...seatsOfGovernment(doc, people),
      ...listed,
      ...proper,
      ...spelledOut,
      ...introducedShorts(doc, [...listed, ...proper, ...spelledOut, ...model]),
      ...model.filter((one) => one.type !== 'Person'),
      ...actors(people, ruled),
    ],
    signed,
  );
  const taken = new Set(
    names.flatMap((one) => Array.from({ length: one.to - one.from }, (_, index) => one.from + index)),
  );
  const apposed = apposedNames(doc, nouns, names, small);
  const all = [
    ...names,
    ...repeated(doc, [...names, ...apposed], taken),
    ...apposed,
    ...nouns,
    ...pronounMentions(doc),
  ];
  return select(doc, outsideAddresses(doc, all));
}
