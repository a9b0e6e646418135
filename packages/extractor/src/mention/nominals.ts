import type { Doc } from '@attest/nlp';
import { nouns } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { nounIndex, type Noun } from './noun-index.ts';
import { headOf } from './spans.ts';

const definites = /^(?:the|this|that|these|those|both|such)$/u;
const typeOf = {
  official: 'Official',
  person: 'Person',
  group: 'Group',
  agency: 'Agency',
  cartel: 'Cartel',
  organization: 'Organization',
  country: 'Country',
  place: 'Place',
  law: 'Law',
  work: 'Work',
  substance: 'Substance',
  designation: 'Designation',
} as const;
const crowd = /^(?:official|person|group|agency|cartel)$/u;
const soldier = /^(?:soldier|troop|marine)$/u;

function typed({ noun, class: kind, plural }: Noun): string {
  if (nouns.bodies.has(noun)) return plural ? 'Agency' : 'Person';
  if (plural && /^(?:official|person|country)$/u.test(kind)) return 'Group';
  return typeOf[kind];
}

/** True if a token hangs under the tokens [from, to). */
function hangsUnder(doc: Doc, token: number, from: number, to: number): boolean {
  let [at, steps] = [doc.head(token), 0];
  while (at >= 0 && steps < 12) {
    if (at >= from && at < to) return true;
    [at, steps] = [doc.head(at), steps + 1];
  }
  return false;
}

/** A number that counts; no year. */
const isNumber = (doc: Doc, token: number): boolean =>
  (doc.upos(token) === 'NUM' || nouns.numbers.has(doc.lower(token))) && !/^\d{4}$/u.test(doc.form(token));

/** Start of the noun phrase whose noun is [from, to). */
function phraseStart(doc: Doc, from: number, to: number): number {
  const first = doc.sentenceStart(doc.sentenceOf(from));
  let start = from;
  for (let at = from - 1; at >= first; at--) {
    const pos = doc.upos(at);
    // "at least 23 recruits", "an estimated 400 girls": how exactly they are counted.
    if (!hangsUnder(doc, at, start, to) || (isNumber(doc, at + 1) && nouns.roughly.has(doc.lower(at)))) break;
    if (/^(?:DET|ADJ|NUM|NOUN|PROPN|SYM)$/u.test(pos) || /^(?:PRP\$|POS)$/u.test(doc.xpos(at))) start = at;
    // "supplying dangerous precursors": a gerund before a described noun has it for its object.
    else if (pos === 'VERB' && doc.deprel(at).startsWith('amod') && !(doc.xpos(at) === 'VBG' && at + 1 < from))
      start = at;
    else if (/^(?:-|CCONJ|ADV)$/u.test(doc.form(at) === '-' ? '-' : pos) && at > first) {
      // "state and federal prosecutors", "drug-dealing organizations", "increasingly violent cartels".
      if (pos === 'CCONJ' && !/^(?:ADJ|NOUN)$/u.test(doc.upos(at - 1))) break;
      if (pos === 'ADV') start = at;
    } else break;
  }
  while (start < from && /^(?:CCONJ|PUNCT|ADV)$/u.test(doc.upos(start))) start++;
  // A number right before a plural counts it, whatever the tree says.
  if (start > first && isNumber(doc, start - 1)) start -= 1;
  return start;
}

/** "as X", "declare Y X", "they are X": the noun tells what somebody is called, not who acts. */
function isPredicate(doc: Doc, head: number): boolean {
  const marks = doc.children(head).map((child) => `${doc.deprel(child)}|${doc.lower(child)}`);
  if (marks.some((mark) => /^(?:case|mark)\|(?:as|like)$/u.test(mark) || mark.startsWith('cop|'))) return true;
  if (doc.deprel(head).startsWith('xcomp')) return true;
  const verb = doc.head(head);
  if (verb < 0 || !/^(?:obj|iobj|obl|dep|nmod|appos|nsubj|conj)/u.test(doc.deprel(head))) return false;
  const above = /^nmod|^appos|^conj/u.test(doc.deprel(head)) ? doc.head(verb) : verb;
  return (
    above >= 0 && /^(?:declare|designate|label|call|deem|brand|name|classify)$/u.test(doc.lemma(above).toLowerCase())
  );
}

function readingOf(doc: Doc, values: readonly Noun[], head: number, start: number, from: number): Noun | undefined {
  const status = values.find((one) => one.class === 'designation');
  const actor = values.find((one) => one.class !== 'designation');
  if (!status) return actor;
  const owned = Array.from({ length: from - start }, (_, index) => start + index).some(
    (token) =>
      /^(?:other|several|certain|such|rival)$/u.test(doc.lower(token)) ||
      doc.upos(token) === 'NUM' ||
      doc.form(token) === "'s",
  );
  if (nouns.statusOnly.has(status.noun) && !owned) return status;
  if (isPredicate(doc, head)) return status;
  return actor ?? (owned && status.noun.endsWith('organization') ? { ...status, class: 'cartel' } : status);
}

/** What stands behind a noun and belongs to it: "of 21 states", "in Mexico", "from across the country". */
function behind(doc: Doc, head: number, to: number): number {
  const last = doc.sentenceEnd(doc.sentenceOf(head));
  if (to >= last || doc.upos(to) !== 'ADP' || !/^(?:of|in|from|with|on|across|to|for)$/u.test(doc.lower(to))) return to;
  const inner = doc.children(head).find((child) => child > to && doc.deprel(child).startsWith('nmod'));
  if (inner === undefined) return to;
  // "cartels in control of Mali": what they are in is no place.
  if (inner === to + 1 && doc.xpos(inner) === 'NN' && inner + 1 < last && doc.lower(inner + 1) === 'of') return to;
  const whole = doc.subtree(inner).end;
  // "a spokeswoman for the ministry | , Ana Soto": an apposition is not part of it.
  const comma = range(to, whole).find((token) => doc.form(token) === ',' && doc.upos(token + 1) === 'PROPN');
  const end = comma ?? whole;
  return end - to <= 8 ? end : to;
}

/** A counted whole around a nominal: "a group of | 21 U.S. state attorneys". */
function partitive(doc: Doc, start: number): number {
  const first = doc.sentenceStart(doc.sentenceOf(start));
  let at = start - 1;
  if (at - 1 < first || doc.lower(at) !== 'of') return start;
  at -= 1;
  if (!nouns.partitives.has(doc.lower(at))) return start;
  while (at > first && /^(?:DET|ADJ|NUM)$/u.test(doc.upos(at - 1))) at--;
  return at;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
const isBareModifier = (doc: Doc, head: number): boolean =>
  /^(?:compound|nmod:desc)/u.test(doc.deprel(head)) && doc.head(head) > head;

/** A line of its own, as below a signature: "Chairman". */
const isShortLine = (doc: Doc, token: number): boolean => {
  const sentence = doc.sentenceOf(token);
  return token === doc.sentenceStart(sentence) && doc.sentenceEnd(sentence) - token <= 4;
};

/** "the President", "your Department", plurals: a large letter that makes no name. */
const isIntroduced = (doc: Doc, token: number): boolean =>
  doc.form(token).endsWith('s') ||
  (nounIndex
    .at(doc.text, doc.start(token))
    ?.values[0]?.some((one) => one.class === 'official' || (one.class === 'person' && isShortLine(doc, token))) ===
    true &&
    !/^\p{Lu}/u.test(token + 1 < doc.sentenceEnd(doc.sentenceOf(token)) ? doc.form(token + 1) : '')) ||
  (token > 0 && /^(?:the|this|that|our|your|his|her|its|their)$/u.test(doc.lower(token - 1)));

function nominalAt(doc: Doc, token: number): Candidate | null {
  const hit = nounIndex.at(doc.text, doc.start(token));
  const values = hit?.values[0];
  if (!hit || !values) return null;
  let to = token + 1;
  while (to < doc.length && doc.start(to) < hit.end) to++;
  const single = to === token + 1;
  if (single && !/^(?:NOUN|PROPN)$/u.test(doc.upos(token))) return null;
  // "CARTEL" in capitals and "Border" in a name are left to the names.
  if (single && doc.upos(token) === 'PROPN' && /^\p{Lu}/u.test(doc.form(token)) && !isIntroduced(doc, token))
    return null;
  const nounHead = headOf(doc, token, to);
  const start = phraseStart(doc, token, to);
  const reading = readingOf(doc, values, nounHead, start, token);
  if (!reading) return null;
  // Nouns before nouns are hardly ever plural: "deny cartel members entry".
  // A singular noun without article before another noun describes it, whatever the tree says: "stopping cartel violence".
  const describes = !reading.plural && start === token && to < doc.length && doc.upos(to) === 'NOUN';
  if ((describes || isBareModifier(doc, nounHead)) && !(reading.plural && crowd.test(reading.class))) {
    if (reading.class !== 'cartel') return null;
    return overTokens(doc, start, to, {
      rank: 1,
      type: 'Cartel',
      name: doc.textOf(token, to).replaceAll(/\s+/gu, ' '),
      linkable: false,
      reason: `noun "${reading.noun}" before another noun`,
      form: 'modifier',
      noun: reading.noun,
      nominal: { plural: true, definite: true, possessor: null, count: null, gathered: null, noun: token },
    });
  }
  if (!reading.plural && nouns.bareNever.has(reading.noun) && doc.lower(Math.min(to, doc.length - 1)) !== 'of')
    return null;
  const called = reading.class === 'law' ? calledBy(doc, start, to) : undefined;
  if (called === undefined && nouns.weak.has(reading.noun) && (reading.plural || start === token)) return null;
  const outer = reading.plural && crowd.test(reading.class) ? partitive(doc, start) : start;
  const end = behind(doc, nounHead, to);
  const inner = Array.from({ length: token - start }, (_, index) => start + index);
  const determiner = inner.find((one) => doc.upos(one) === 'DET' && one === start);
  const possessive = inner.find((one) => doc.xpos(one) === 'PRP$');
  const owner = inner.find((one) => doc.xpos(one) === 'POS');
  const count = [...inner, ...(doc.lower(Math.min(to, doc.length - 1)) === 'of' ? range(to, end) : [])].find((one) =>
    isNumber(doc, one),
  );
  const bare = inner.find((one) => one !== determiner && one !== possessive) ?? token;
  return overTokens(doc, outer, to, {
    rank: nouns.statusOnly.has(reading.noun) && reading.class === 'designation' ? 8 : single ? 1 : 1.5,
    type: soldier.test(reading.noun) && !reading.plural ? 'Person' : typed(reading),
    name: doc.textOf(bare, to).replaceAll(/\s+/gu, ' '),
    linkable: false,
    reason: `noun "${reading.noun}"`,
    form: 'nominal',
    noun: reading.noun,
    nominal: {
      plural: reading.plural,
      definite:
        (determiner !== undefined && definites.test(doc.lower(determiner))) ||
        possessive !== undefined ||
        owner !== undefined,
      possessor: possessive ?? (owner === undefined ? null : owner - 1),
      count: count === undefined ? null : doc.form(count),
      gathered:
        outer < start
          ? (/\b(?:group|coalition|team|body|delegation|panel|bloc|alliance)(?= of\b)/u.exec(
              doc.textOf(outer, start),
            )?.[0] ?? null)
          : null,
      noun: token,
    },
    ...(called === undefined ? {} : { long: called }),
    ...(called === undefined && end > to ? { long: doc.textOf(bare, end).replaceAll(/\s+/gu, ' ') } : {}),
  });
}

/** "Those involved with the cartels", "those who provide support": people whom only what follows tells. */
function thoseAt(doc: Doc, token: number): Candidate | null {
  if (doc.lower(token) !== 'those' || doc.upos(token) === 'DET') return null;
  const clause = doc.children(token).find((child) => child > token && doc.deprel(child).startsWith('acl'));
  if (clause === undefined) return null;
  const end = Math.min(doc.subtree(token).end, token + 14);
  return overTokens(doc, token, token + 1, {
    rank: 1,
    type: 'Group',
    name: 'those',
    linkable: false,
    reason: 'those whom a clause describes',
    form: 'nominal',
    noun: 'those',
    nominal: { plural: true, definite: false, possessor: null, count: null, gathered: null, noun: token },
    long: doc
      .textOf(token, end)
      .replaceAll(/\s+/gu, ' ')
      .replace(/[.,;:"]+$/u, ''),
  });
}

/** The words by which a policy is called: "a policy of 'hugs not bullets'", "the 'hugs, not bullets' policy". */
function calledBy(doc: Doc, start: number, to: number): string | undefined {
  const [before, after] = [
    doc.text.slice(Math.max(0, doc.start(start) - 70), doc.start(to - 1)),
    doc.text.slice(doc.end(to - 1), doc.end(to - 1) + 80),
  ];
  return (
    /^ (?:of|called|named|dubbed|known as) "([^"]{3,60})"/u.exec(after) ??
    /"([^"]{3,60})"(?: [\p{L}-]+){0,2} $/u.exec(before)
  )?.[1]?.replace(/[,.]$/u, '');
}

/** Noun phrases that speak of actors without naming them. */
export function nominals(doc: Doc): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let token = 0; token < doc.length; token++) {
    const candidate = nominalAt(doc, token) ?? thoseAt(doc, token);
    if (!candidate) continue;
    found.push(candidate);
    token = candidate.to - 1;
  }
  return found;
}
