import type { Doc } from '@attest/nlp';
import { nouns, titles } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { gazetteer } from './gazetteer.ts';
import { isNameWord, isNoName } from './name-type.ts';
import { PhraseIndex } from './phrases.ts';

const titleIndex = new PhraseIndex(
  Object.entries(titles).map(([text, title]) => [text, { ...title, text }] as const),
  true,
);
type Title = NonNullable<ReturnType<typeof titleIndex.at>>['values'][number];

const namePart = /^(?:\p{Lu}[\p{L}'’-]*|\p{Lu}\.|(?:al|el|bin|ibn)-?\p{Lu}?[\p{L}'’-]*)$/u;
const particle = /^(?:de|la|las|los|del|della|di|da|dos|von|van|der|den|bin|ibn|ben|al|el|y|e|ter|ten|abu|du|le)$/u;
const rank =
  /^(?:former|then|ex|acting|deputy|interim|late|current|outgoing|incoming|first|vice|assistant|senior|chief|top|then-|ex-|presidential|foreign|u\.s\.|us|state|federal)$/u;
const suffix = /^(?:Jr\.?|Sr\.?|II|III|IV|Esq\.?)$/u;

/** A name's further words behind its first one. */
function nameEnd(doc: Doc, from: number, last: number): number {
  let to = from;
  for (let at = from; at < last && at < from + 7; at++) {
    const form = doc.form(at);
    if (namePart.test(form) && !isNoName(form) && !(at > from && isNameWord(form) && form.length > 3)) to = at + 1;
    else if (!(at > from && particle.test(form) && namePart.test(at + 1 < last ? doc.form(at + 1) : ''))) break;
  }
  if (to < last && suffix.test(doc.form(to))) to++;
  else if (to + 1 < last && doc.form(to) === ',' && suffix.test(doc.form(to + 1))) to += 2;
  return to;
}

/** What stands before a title and tells where it is held: "Montana", "Mexican", "Office of National Drug Control Policy". */
function holderBefore(
  doc: Doc,
  at: number,
  first: number,
  named: ReadonlyMap<number, Candidate>,
): { from: number; office: string | null } {
  let from = at;
  while (
    from > first &&
    (rank.test(doc.lower(from - 1)) ||
      (doc.form(from - 1) === '-' && from - 1 > first && rank.test(doc.lower(from - 2))))
  )
    from--;
  const before = named.get(from);
  if (!before || before.from < first) return { from, office: null };
  return { from: before.from, office: before.type === 'Person' ? null : before.name };
}

/** The office of a title that says it by itself, if the bearer is known to hold it. */
function ownOffice(title: Title, name: string): string | null {
  const surname = name.split(' ').at(-1) ?? '';
  return title.office !== undefined && (title.holders?.includes(surname) ?? true) ? title.office : null;
}

/**
 * People by their titles ("Montana Attorney General Austin Knudsen", "Minister Wiranto"), and titles of people whom the model
 * finds. `named`: names of bodies and territories by the token behind them; `people`: the model's people by first token.
 */
export function titledPeople(
  doc: Doc,
  named: ReadonlyMap<number, Candidate>,
  people: ReadonlyMap<number, Candidate>,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, last] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
    for (let token = first; token < last; token++) {
      const hit = titleIndex.at(doc.text, doc.start(token));
      const title = hit?.values[0];
      if (!hit || !title) continue;
      let at = token;
      while (at < last && doc.start(at) < hit.end) at++;
      // "Secretary of State John Kerry and ...": a bare common noun needs a name that the model knows or a large letter.
      const known = people.get(at);
      const capital = /^\p{Lu}/u.test(doc.form(token));
      const end = known ? Math.max(known.to, nameEnd(doc, at, last)) : capital ? nameEnd(doc, at, last) : at;
      if (end === at) continue;
      const name = doc.textOf(at, end).replaceAll(/\s+/gu, ' ');
      if (!known && isNameWord(doc.form(at))) continue;
      if (!known && (gazetteer.at(doc.text, doc.start(at)) || !/^(?:PROPN|NOUN|ADJ|X)$/u.test(doc.upos(at)))) continue;
      if (!known && titleIndex.at(doc.text, doc.start(at)) && at + 1 < end) continue;
      const { from, office } = holderBefore(doc, token, first, named);
      const person = title.civil === true ? 'Person' : 'Official';
      found.push(
        overTokens(doc, title.civil === true && office === null ? token : from, end, {
          rank: 7,
          type: person,
          name,
          linkable: name.includes(' '),
          nameFrom: at,
          reason: `title "${title.text}" before the name`,
          ...(title.civil === true ? {} : { title: title.title, office: office ?? ownOffice(title, name) }),
          noun: title.text,
        }),
      );
      token = end - 1;
    }
  }
  return found;
}

/** Full names grown to the words beside them that the model left out: "Xi Jinping", "Austin Knudsen Jr.". */
export function grownPeople(doc: Doc, people: readonly Candidate[]): readonly Candidate[] {
  return people.map((one) => {
    const sentence = doc.sentenceOf(one.from);
    const to = Math.max(
      one.to,
      suffix.test(one.to < doc.sentenceEnd(sentence) ? doc.form(one.to) : '') ? one.to + 1 : one.to,
    );
    let from = one.from;
    const before = from - 1;
    if (
      before >= doc.sentenceStart(sentence) &&
      doc.upos(before) === 'PROPN' &&
      namePart.test(doc.form(before)) &&
      (doc.head(before) === one.from || doc.head(one.from) === before || doc.head(before) === one.head) &&
      !isNoName(doc.form(before)) &&
      !gazetteer.at(doc.text, doc.start(before)) &&
      titles[doc.lower(before)] === undefined &&
      !nouns.male.has(doc.lower(before)) &&
      !isNameWord(doc.form(before))
    )
      from = before;
    if (from === one.from && to === one.to) return one;
    return { ...overTokens(doc, from, to, one), name: doc.textOf(from, to).replaceAll(/\s+/gu, ' ') };
  });
}
