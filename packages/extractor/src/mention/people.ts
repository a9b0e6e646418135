import type { Doc } from '@attest/nlp';
import { nameWords, nouns, titles } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { american, gazetteer } from './gazetteer.ts';
import { isNameWord, isNoName } from './name-type.ts';
import { PhraseIndex } from './phrases.ts';

const titleIndex = new PhraseIndex(
  Object.entries(titles).map(([text, title]) => [text, { ...title, text }] as const),
  true,
);
type Title = NonNullable<ReturnType<typeof titleIndex.at>>['values'][number];

const namePart = /^(?:\p{Lu}[\p{L}'’-]*|\p{Lu}\.|(?:al|el|bin|ibn)(?:-|(?=\p{Lu})|$)[\p{L}'’-]*)$/u;
const particle = /^(?:de|la|las|los|del|della|di|da|dos|von|van|der|den|bin|ibn|ben|al|el|y|e|ter|ten|abu|du|le)$/u;
const rank =
  /^(?:former|then|ex|acting|deputy|interim|late|current|outgoing|incoming|first|vice|assistant|senior|chief|top|then-|ex-|presidential|foreign|u\.s\.|us|state|federal)$/u;
const suffix = /^(?:Jr\.?|Sr\.?|II|III|IV|Esq\.?)$/u;

/** A name's further words behind its first one; the words of headlines that are `plain` are none. */
function nameEnd(doc: Doc, from: number, last: number, plain: ReadonlySet<number>): number {
  let to = from;
  for (let at = from; at < last && at < from + 7; at++) {
    if (at > from && plain.has(at)) break;
    const form = doc.form(at);
    // "Ruiz-Hartley": the tokens of a double name.
    const isHyphen = at > from && form === '-' && doc.start(at) === doc.end(at - 1) && at + 1 < last;
    if (isHyphen && doc.start(at + 1) === doc.end(at) && namePart.test(doc.form(at + 1))) continue;
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

/** The office of a title that says it by itself, if the bearer is known to hold it or the document speaks of that country. */
function ownOffice(title: Title, name: string, isAmerican: boolean): string | null {
  const surname =
    name
      .replace(/,? (?:Jr\.?|Sr\.?|I{1,3})$/u, '')
      .split(' ')
      .at(-1) ?? '';
  if (title.office === undefined) return null;
  return (title.holders?.includes(surname) ?? isAmerican) ? title.office : null;
}

/** What stands between a title and its bearer: "of the Republic of North Macedonia | Nikola Gruevski". */
function bearerBehind(
  doc: Doc,
  at: number,
  last: number,
  starting: ReadonlyMap<number, Candidate>,
  people: ReadonlyMap<number, Candidate>,
): { readonly from: number; readonly office: string | null } | null {
  if (!/^(?:of|for|to)$/u.test(doc.lower(at))) return null;
  const seat = starting.get(at + 1) ?? starting.get(at + 2);
  let to = seat?.to ?? at + 1;
  while (to < Math.min(last, at + 14) && !people.has(to)) {
    if (!/^[(\p{Lu}&]|^(?:of|for|and|the|\))$/u.test(doc.form(to))) return null;
    to++;
  }
  const person = to < last ? people.get(to) : undefined;
  if (!person || to === at + 1) return null;
  // "Ambassador to Germany Ana Soto": where she is sent, not whose she is.
  return { from: to, office: doc.lower(at) === 'to' ? null : (seat?.name ?? null) };
}

/** Names that share the title before the first: "Representatives Eliot Engel, Adam Schiff and Elijah Cummings". */
function sharers(doc: Doc, end: number, last: number, people: ReadonlyMap<number, Candidate>): readonly Candidate[] {
  const out: Candidate[] = [];
  let at = end;
  while (at < last && /^(?:,|and|&)$/u.test(doc.form(at))) {
    const one = people.get(at + 1) ?? (doc.form(at) === ',' ? people.get(at + 2) : undefined);
    if (!one) break;
    out.push(one);
    at = one.to;
  }
  return out;
}

const isPlural = (title: Title): boolean =>
  /^(?:attorneys general|[a-z]+s\.?|.* (?:attorneys|judges|agents|ministers|secretaries))$/u.test(title.text) &&
  !title.text.endsWith('ss');

/** Where a title's bearer is named, if one is: right behind it, or behind what it is held in. */
function bearerOf(
  doc: Doc,
  at: number,
  last: number,
  isLarge: boolean,
  starting: ReadonlyMap<number, Candidate>,
  people: ReadonlyMap<number, Candidate>,
  plain: ReadonlySet<number>,
): { readonly from: number; readonly to: number; readonly office: string | null } | null {
  if (at >= last) return null;
  // "Spokeswoman Do | Thi Thanh Mai": the model begins a name one word late.
  const late = /^\p{Lu}\p{L}*$/u.test(doc.form(at)) && doc.upos(at) !== 'PROPN' ? people.get(at + 1) : undefined;
  const known = people.get(at) ?? late;
  if (known) return { from: at, to: Math.max(known.to, nameEnd(doc, at, last, plain)), office: null };
  const behind = bearerBehind(doc, at, last, starting, people);
  if (behind) return { ...behind, to: people.get(behind.from)?.to ?? behind.from + 1 };
  // A bare common noun needs a name that the model knows, or a large letter.
  // In a line of capitals nothing tells where the name ends.
  const isShouted =
    at > 0 && doc.form(at) === doc.form(at).toUpperCase() && doc.form(at - 1) === doc.form(at - 1).toUpperCase();
  const to = isLarge ? (isShouted ? at + 1 : nameEnd(doc, at, last, plain)) : at;
  const isOther =
    isNameWord(doc.form(at)) ||
    gazetteer.at(doc.text, doc.start(at)) !== null ||
    !/^(?:PROPN|NOUN|ADJ|X)$/u.test(doc.upos(at)) ||
    (to === at + 1 && nameWords.portfolios.has(doc.form(at))) ||
    (at + 1 < to && titleIndex.at(doc.text, doc.start(at)) !== null);
  return to === at || isOther ? null : { from: at, to, office: null };
}

/** Behind a title and those that follow it before a name: "Army spokesman Major | Tendai Moyo"; "Mr. | President" is none. */
function behindTitles(doc: Doc, token: number, last: number): number {
  const behind = (from: number, end: number): number => {
    let at = from;
    while (at < last && doc.start(at) < end) at++;
    return at;
  };
  let at = behind(token, titleIndex.at(doc.text, doc.start(token))?.end ?? doc.end(token));
  for (;;) {
    const hit = at < last && /^\p{Lu}/u.test(doc.form(at)) ? titleIndex.at(doc.text, doc.start(at)) : null;
    const next = hit ? behind(at, hit.end) : last;
    if (next >= last || !namePart.test(doc.form(next)) || isNoName(doc.form(next))) return at;
    at = next;
  }
}

/** The people without the titles that the model takes for part of their names: "Major Tendai Moyo". */
function withoutTitles(doc: Doc, people: ReadonlyMap<number, Candidate>): ReadonlyMap<number, Candidate> {
  const out = new Map(people);
  for (const one of people.values()) {
    const from = titleIndex.at(doc.text, one.start) ? behindTitles(doc, one.from, one.to) : one.from;
    if (from > one.from && from < one.to && !out.has(from)) out.set(from, overTokens(doc, from, one.to, one));
  }
  return out;
}

/**
 * People by their titles ("Montana Attorney General Austin Knudsen", "Minister Wiranto"), and titles of people whom the model
 * finds. `ending`, `starting`: names of bodies and territories by the token behind them and by their first; `named`: the
 * model's people by first token; `plain`: words of headlines that name nobody.
 */
export function titledPeople(
  doc: Doc,
  ending: ReadonlyMap<number, Candidate>,
  starting: ReadonlyMap<number, Candidate>,
  named: ReadonlyMap<number, Candidate>,
  plain: ReadonlySet<number>,
): readonly Candidate[] {
  const people = withoutTitles(doc, named);
  const isAmerican = american.test(doc.text);
  const found: Candidate[] = [];
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, last] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
    for (let token = first; token < last; token++) {
      const hit = titleIndex.at(doc.text, doc.start(token));
      const title = hit?.values[0];
      if (!hit || !title) continue;
      const at = behindTitles(doc, token, last);
      const bearer = bearerOf(doc, at, last, /^\p{Lu}/u.test(doc.form(token)), starting, people, plain);
      if (!bearer) continue;
      const isCivil = title.civil === true;
      const before = holderBefore(doc, token, first, ending);
      const told = bearer.office ?? before.office;
      const said = (name: string, nameFrom: number) => ({
        rank: 7,
        type: isCivil ? 'Person' : 'Official',
        name,
        linkable: name.includes(' '),
        nameFrom,
        reason: `title "${title.text}" before the name`,
        ...(isCivil ? {} : { title: title.title, office: told ?? ownOffice(title, name, isAmerican) }),
        noun: title.text,
      });
      const nameOf = (from: number, to: number): string => properCase(doc.textOf(from, to).replaceAll(/\s+/gu, ' '));
      found.push(
        overTokens(
          doc,
          isCivil && told === null ? token : before.from,
          bearer.to,
          said(nameOf(bearer.from, bearer.to), bearer.from),
        ),
      );
      if (isPlural(title))
        for (const one of sharers(doc, bearer.to, last, people))
          found.push(overTokens(doc, one.from, one.to, said(nameOf(one.from, one.to), one.from)));
      token = bearer.to - 1;
    }
  }
  return found;
}

/** "JOSEPH R. BIDEN JR." as everybody writes it. */
const properCase = (name: string): string =>
  name === name.toUpperCase() && /\p{Lu}{3}/u.test(name)
    ? name.replaceAll(/\p{L}[\p{L}'’]*/gu, (word) =>
        word.length < 2 ? word : word.slice(0, 1) + word.slice(1).toLowerCase(),
      )
    : name;

/** Full names grown to the words beside them that the model left out: "Xi Jinping", "Austin Knudsen Jr.". */
export function grownPeople(doc: Doc, people: readonly Candidate[], small: ReadonlySet<string>): readonly Candidate[] {
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
      !small.has(doc.lower(before)) &&
      namePart.test(doc.form(before)) &&
      (doc.head(before) === one.from || doc.head(one.from) === before || doc.head(before) === one.head) &&
      !isNoName(doc.form(before)) &&
      !nameWords.portfolios.has(doc.form(before)) &&
      !gazetteer.at(doc.text, doc.start(before)) &&
      titles[doc.lower(before)] === undefined &&
      !nouns.male.has(doc.lower(before)) &&
      !isNameWord(doc.form(before))
    )
      from = before;
    if (from === one.from && to === one.to) return { ...one, name: properCase(one.name) };
    return { ...overTokens(doc, from, to, one), name: properCase(doc.textOf(from, to).replaceAll(/\s+/gu, ' ')) };
  });
}
