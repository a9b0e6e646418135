import type { Doc, Name } from '@attest/nlp';
import { givenNames, nameWords } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { gazetteer, territoryOf } from './gazetteer.ts';
import { nounIndex } from './noun-index.ts';
import { headOf } from './spans.ts';
import { endsNames, isNameStart, isNoName, typeByWords, type NameType } from './name-type.ts';

const ownersInNames = new Set(nameWords.owners);
const calledAfterPeople = new Set(nameWords.calledAfterPeople);
const officeOwners = new Set(nameWords.officeOwners);
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word) || /^(?:al|el)-\p{Lu}/u.test(word);
const connects = /^(?:of|for|on|to|against|de|del|la|du|des|do|da|dos|es|al|el|and|&|the|in)$/u;

/** What a token may be inside a name. */
function fits(doc: Doc, token: number): boolean {
  const form = doc.form(token);
  return isCapital(form) && !isNoName(form.replace(/\.$/u, '')) && !/^(?:PRON|AUX|SCONJ)$/u.test(doc.upos(token));
}

/** "King Faisal Specialist Hospital": may a person's name be part of this one? */
export const isCalledAfterPeople = (doc: Doc, one: Candidate): boolean =>
  calledAfterPeople.has(doc.form(one.to - 1)) || doc.textOf(one.from, one.to).endsWith('General Staff');

/** "People's Republic", "Workers' Union", "Prosecutor's Office": an owner that is part of the name. */
function ownsName(doc: Doc, mark: number, token: number): boolean {
  if (mark < 1 || !/^['’]s?$/u.test(doc.form(mark)) || doc.xpos(mark) !== 'POS' || !isCapital(doc.form(mark - 1)))
    return false;
  const owner = doc.form(mark - 1);
  const isPlural = !doc.form(mark).endsWith('s') && /\p{Ll}s$/u.test(owner) && territoryOf(owner) === null;
  return isPlural || ownersInNames.has(owner) || (doc.form(token) === 'Office' && officeOwners.has(owner));
}

/** Leftwards from a word that ends names: "U.S. Drug Enforcement | Administration", "Energy and Commerce | Committee". */
function leftOf(
  doc: Doc,
  token: number,
  first: number,
  closed: ReadonlySet<number>,
  bridged: ReadonlySet<number>,
): number {
  let from = token;
  const isAfterPeople = calledAfterPeople.has(doc.form(token));
  while (from > first) {
    const before = from - 1;
    // "King Faisal Specialist Hospital", "Kenyatta University": called after people.
    if (closed.has(before) && !isAfterPeople) break;
    if (
      (fits(doc, before) || /^\d+(?:st|nd|rd|th)$/u.test(doc.form(before))) &&
      doc.upos(before) !== 'VERB' &&
      doc.upos(before) !== 'DET'
    )
      from = before;
    else if (
      /^(?:and|&)$/u.test(doc.form(before)) &&
      before - 1 >= first &&
      fits(doc, before - 1) &&
      (bridged.has(before) ||
        /^(?:committee|subcommittee|protection|enforcement|commission|ministry|services|affairs)$/u.test(
          doc.lower(token),
        ))
    )
      from = before - 1;
    else if (ownsName(doc, before, token) && before - 1 >= first && !closed.has(before - 1)) from = before - 1;
    else if (doc.form(before) === "'s" && before - 1 >= first && territoryOf(doc.form(before - 1)) !== null) {
      // "Taiwan's Defense Ministry" is not China's.
      from = before - 1;
      break;
    } else break;
  }
  return from;
}

/** Behind a comma inside a name: large words up to an "and" that ends the list. */
function listGoesOn(doc: Doc, comma: number, last: number, again: boolean): boolean {
  for (let at = comma + 1; at < Math.min(last, comma + 9); at++) {
    if (doc.form(at) === 'and') return (at > comma + 1 || again) && at + 1 < last && fits(doc, at + 1);
    if (doc.form(at) !== ',' && !fits(doc, at)) return false;
  }
  return false;
}

/** Rightwards behind "of", "on", "for": the words up to the last capitalised one, "and" and commas inside lists included. */
function rightOf(doc: Doc, token: number, last: number): number {
  let to = token + 1;
  let [linked, listed] = [false, false];
  for (let at = token + 1; at < last; at++) {
    const form = doc.form(at);
    const next = at + 1 < last ? doc.form(at + 1) : '';
    // "Department of State Offers Reward" is a headline; a gerund behind a preposition belongs to the name.
    if (fits(doc, at) && (doc.upos(at) !== 'VERB' || connects.test(doc.form(at - 1)))) to = at + 1;
    else if (connects.test(form)) {
      if (/^(?:and|&)$/u.test(form) && !(linked && at + 1 < last && fits(doc, at + 1) && !isNameStart(next))) break;
      if (form === 'in' && !linked) break;
      linked = true;
    } else if (linked && ownsName(doc, at, token) && at + 1 < last && fits(doc, at + 1)) continue;
    else if (
      form === '-' &&
      linked &&
      doc.start(at) === doc.end(at - 1) &&
      at + 1 < last &&
      doc.start(at + 1) === doc.end(at)
    )
      continue;
    else if (form === ',' && linked && listGoesOn(doc, at, last, listed)) listed = true;
    else break;
  }
  return to;
}

/** "Mahan Air of Iran": the place where it is, and no part of its name. */
function leadsToPlace(doc: Doc, token: number, last: number): boolean {
  const at = token < last && doc.lower(token) === 'the' ? token + 1 : token;
  const hit = at < last ? gazetteer.at(doc.text, doc.start(at)) : null;
  return hit?.values.some((one) => one.type === 'Country' || one.type === 'Place') === true;
}

/** "Transnational Criminal Organization" says of what kind somebody is, and names nobody. */
function isNounInCapitals(doc: Doc, from: number, to: number): boolean {
  const noun = nounIndex.at(doc.text, doc.start(from));
  return (
    noun !== null &&
    noun.end >= doc.end(to - 1) &&
    noun.values.flat().some((one) => /^(?:cartel|designation)$/u.test(one.class))
  );
}

/** Names of several words that one of their words tells: ministries, committees, cartels, universities, treaties. */
export function properNames(doc: Doc): readonly Candidate[] {
  const found: Candidate[] = [];
  const inside = (type: Name['type']): ReadonlySet<number> =>
    new Set(
      doc.names
        .filter((one) => one.type === type && one.end - one.start > 1)
        .flatMap((one) => Array.from({ length: one.end - one.start }, (_, index) => one.start + index)),
    );
  const [inPerson, inBody] = [inside('PER'), inside('ORG')];
  /** Where the body's name that the model sees at a token ends. */
  const bodyEnd = new Uint32Array(doc.length);
  for (const { type, start, end } of doc.names) if (type === 'ORG') bodyEnd.fill(end, start, end);
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const [first, last] = [doc.sentenceStart(sentence), doc.sentenceEnd(sentence)];
    for (let token = first; token < last; token++) {
      const form = doc.form(token);
      if (!isCapital(form) || !endsNames(form)) continue;
      // "Drug Enforcement Administration": the last such word makes the name.
      if (token + 1 < last && isCapital(doc.form(token + 1)) && endsNames(doc.form(token + 1))) continue;
      // "Air Force One", "Health Insurance Program": the model sees a longer name.
      if ((bodyEnd[token] ?? 0) > token + 1 && isCapital(doc.form(token + 1))) continue;
      const from = leftOf(doc, token, first, inPerson, inBody);
      const behind = token + 1 < last ? doc.form(token + 1) : '';
      const goesOn =
        /^(?:of|for|on|to|against|de|del|du|the)$/u.test(behind) &&
        // "in Dane County Circuit Court against Acme": the parties of a case.
        !(form === 'Court' && /^(?:on|to|against)$/u.test(behind)) &&
        (isNameStart(form) || !leadsToPlace(doc, token + 2, last));
      const to = goesOn ? rightOf(doc, token, last) : token + 1;
      if (to - from < 2 || doc.textOf(from, to) === doc.textOf(from, to).toUpperCase()) continue;
      const name = doc.textOf(from, to);
      if (isNounInCapitals(doc, from, to)) continue;
      const typed = typeByWords(name);
      if (typed)
        found.push(
          overTokens(doc, from, to, { rank: 5.5, ...typed, name: name.replaceAll(/\s+/gu, ' '), linkable: true }),
        );
      token = to - 1;
    }
  }
  return found;
}

const typeOfLabel = { PER: 'Person', ORG: 'Organization', LOC: 'Place' } as const;
const leastConfidence = 0.5;

/** "Capitol Building" is no person, and who took a photograph takes no part. */
function isNoPerson(doc: Doc, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (isNoName(doc.form(token))) return true;
  return (
    from > 1 &&
    [from - 1, from - 2].some((token) => /^(?:photo|photos|photograph|image|credit)\b/u.test(doc.lower(token)))
  );
}

/** "AUSTIN - ", "EL PASO, Texas (Border Report) – ": where a story was written. */
const dateline = /^\p{Lu}[\p{Lu} .'-]{2,30}(?:, \p{Lu}[\p{L}. ]{1,20})? ?(?:\([\p{L}/ ]+\) ?)?[—–-]/u;
function isDateline(doc: Doc, from: number): boolean {
  const first = doc.sentenceStart(doc.sentenceOf(from));
  return (
    from - first < 3 && dateline.test(doc.text.slice(doc.start(first), doc.start(first) + 80).replaceAll('\n', ' '))
  );
}

const hasGivenName = (doc: Doc, from: number): boolean =>
  givenNames.female.has(doc.form(from)) || givenNames.male.has(doc.form(from));

/** "Ngozi Okafor", taken for a body: two or three words, of which the first is a given name. */
function byGivenName(doc: Doc, name: Name, from: number, to: number): NameType | null {
  const isLike = name.type === 'ORG' && to - from >= 2 && to - from <= 3 && hasGivenName(doc, from);
  return isLike ? { type: 'Person', reason: 'a given name' } : null;
}

/** "captured Mekelle", "arrested in Kivu": a name of one word that is taken, or that something happens in, is a place. */
function byContext(doc: Doc, from: number, to: number): NameType | null {
  if (to - from > 2 || hasGivenName(doc, from)) return null;
  const head = headOf(doc, from, to);
  const above = doc.head(head);
  const isTaken = doc.deprel(head) === 'obj' && above >= 0 && nameWords.takingPlaces.has(doc.lemma(above));
  const isIn =
    doc.deprel(head) === 'obl' &&
    above >= 0 &&
    doc.upos(above) === 'VERB' &&
    !nameWords.believingIn.has(doc.lemma(above)) &&
    doc.childrenBy(head, 'case').some((token) => /^(?:in|near|outside|around)$/u.test(doc.lower(token)));
  return isTaken || isIn ? { type: 'Place', reason: 'a place by what happens there' } : null;
}

/** Names that the model finds, typed by their words where these tell. */
export function modelNames(doc: Doc): readonly Candidate[] {
  return doc.names.flatMap((name) => {
    let [from, to] = [name.start, name.end];
    while (from < to && (isNoName(doc.form(from).replace(/\.$/u, '')) || !isCapital(doc.form(from)))) from++;
    while (to > from && (doc.upos(to - 1) === 'PUNCT' || doc.form(to - 1) === "'s")) to--;
    // "... Ada Obi Image: Reuters": a caption goes on.
    if (to - from > 1 && to < doc.length && doc.form(to) === ':' && /^(?:Image|Photo|Video)$/u.test(doc.form(to - 1)))
      to--;
    if (from === to || name.confidence < leastConfidence || !isCapital(doc.form(from))) return [];
    if (name.type === 'PER' && isNoPerson(doc, from, to)) return [];
    const text = doc.textOf(from, to).replaceAll(/\s+/gu, ' ');
    // "Transnational Criminal Organization" is a noun in large letters.
    const noun = to - from > 1 ? nounIndex.at(doc.text, doc.start(from)) : null;
    if (noun && noun.end >= doc.end(to - 1)) return [];
    const words = isDateline(doc, from) ? { type: 'Place', reason: 'place of a dateline' } : typeByWords(text);
    const isTold =
      words?.type === 'Place' || words?.type === 'Agency' || words?.reason.startsWith('name that begins') === true;
    const typed =
      name.type === 'PER' && !isTold ? byContext(doc, from, to) : (words ?? byGivenName(doc, name, from, to));
    return [
      overTokens(doc, from, to, {
        rank: name.confidence >= 0.7 ? 3 : 2,
        type: typed?.type ?? typeOfLabel[name.type],
        name: text,
        linkable: true,
        reason: typed?.reason ?? `model of names: ${name.type}`,
      }),
    ];
  });
}
