import type { Doc } from '@attest/nlp';
import type { Tie } from './actor.ts';
import { nouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { beforeBrackets } from '../mention/spans.ts';
import type { Antecedent } from './pronouns.ts';
import type { Scene } from './scene.ts';

const person = /^(?:Person|Official)$/u;
const separators = /^[,(–—-]$/u;

/** End of what belongs to a nominal: "consul general | of Mexico in El Paso". */
function phraseEnd(doc: Doc, nominal: Found): number {
  let end = nominal.to;
  const sentenceEnd = doc.sentenceEnd(doc.sentenceOf(nominal.head));
  while (end < sentenceEnd && /^(?:of|for|at|in|to)$/u.test(doc.lower(end))) {
    let at = end + 1;
    while (at < sentenceEnd && /^(?:DET|ADJ|NOUN|PROPN|PART|NUM)$/u.test(doc.upos(at))) at++;
    if (at === end + 1) break;
    end = at;
  }
  return end;
}

const closes = (doc: Doc, at: number): boolean =>
  at >= doc.length ||
  doc.sentenceOf(at) !== doc.sentenceOf(at - 1) ||
  /^(?:,|\.|;|\(|\)|:|"|–|—)$/u.test(doc.form(at)) ||
  /^(?:AUX|VERB|CCONJ|ADP)$/u.test(doc.upos(at));

/** "A spokeswoman for the ministry, Ana Soto, | said": no list goes on behind the name. */
const isSetOff = (doc: Doc, at: number): boolean =>
  at + 1 < doc.length && doc.form(at) === ',' && /^(?:VERB|AUX)$/u.test(doc.upos(at + 1));

/** "Anna Kelly, a White House spokeswoman," and "the president of Mexico, Claudia Sheinbaum,": the nominal and the name beside it. */
export function byApposition(doc: Doc, nominal: Found, names: readonly Tie[]): Antecedent | null {
  if (!person.test(nominal.type) || nominal.nominal?.plural !== false) return null;
  const end = phraseEnd(doc, nominal);
  // "DANIEL CAMERON Attorney General of Kentucky": how letters are signed.
  const signed = names.find(
    ({ mention }) =>
      /^\p{Lu}/u.test(nominal.text) && mention.to === nominal.from && isPerson(mention) && mention.name.includes(' '),
  );
  if (signed?.actor) return { actor: signed.actor, reason: `title behind "${signed.mention.text}"` };
  const link = (tie: Tie | undefined): Antecedent | null =>
    tie?.actor ? { actor: tie.actor, reason: `apposition to "${tie.mention.text}"` } : null;
  // "biologist Nick Bos", "Kenya's goalkeeper Ian Otieno": a noun right before a name says what he is.
  const named = names.find(
    ({ mention }) => mention.from === nominal.to && isPerson(mention) && mention.form === 'name',
  );
  if (named?.actor && !actsOn(doc, named.mention.head, nominal.head))
    return { actor: named.actor, reason: `noun before "${named.mention.text}"` };
  // "Morales, 65, leader of the party": an age may stand between.
  const isAged =
    nominal.from > 3 &&
    doc.form(nominal.from - 1) === ',' &&
    /^\d{1,3}$/u.test(doc.form(nominal.from - 2)) &&
    doc.form(nominal.from - 3) === ',';
  const comma = isAged ? nominal.from - 3 : nominal.from - 1;
  const former =
    comma > 0 && separators.test(doc.form(comma))
      ? names.find(({ mention }) => mention.to === comma && isPerson(mention))
      : undefined;
  if (former && closes(doc, end)) return link(former);
  const later =
    end < doc.length && separators.test(doc.form(end))
      ? names.find(({ mention }) => mention.from === end + 1 && isPerson(mention))
      : undefined;
  if (later && (nominal.nominal.definite ? closes(doc, later.mention.to) : isSetOff(doc, later.mention.to)))
    return link(later);
  const above = doc.head(nominal.head);
  if (doc.deprel(nominal.head).startsWith('appos'))
    return link(names.find(({ mention }) => mention.head === above && isPerson(mention)));
  return null;
}

/** "The secretary of state | and national security adviser": a second noun of one person, without an article of its own. */
export function byPartner(doc: Doc, nominal: Found, here: readonly Tie[]): Antecedent | null {
  if (
    !person.test(nominal.type) ||
    nominal.nominal?.plural !== false ||
    nominal.from < 2 ||
    doc.lower(nominal.from - 1) !== 'and'
  )
    return null;
  if (/^(?:a|an|the|his|her|their)$/u.test(doc.lower(nominal.from))) return null;
  const first = here.find(
    ({ mention }) => mention.to === nominal.from - 1 && mention.form === 'nominal' && person.test(mention.type),
  );
  return first?.actor && !first.actor.plural
    ? { actor: first.actor, reason: `beside the noun "${first.mention.text}"` }
    : null;
}

/** "The engineer Weber met": the name is the subject of a clause about the noun. */
function actsOn(doc: Doc, name: number, noun: number): boolean {
  const verb = doc.head(name);
  return (
    verb >= 0 && doc.deprel(name).startsWith('nsubj') && doc.head(verb) === noun && doc.deprel(verb).startsWith('acl')
  );
}

const isPerson = (mention: Found): boolean =>
  person.test(mention.type) && mention.form !== 'pronoun' && mention.form !== 'nominal';

const kinds: Readonly<Record<string, RegExp>> = {
  Agency: /^(?:Agency|Organization|Cartel)$/u,
  Organization: /^(?:Agency|Organization|Cartel)$/u,
  Cartel: /^(?:Agency|Organization|Cartel)$/u,
  Country: /^Country$/u,
  Place: /^Place$/u,
  Law: /^Law$/u,
};

/** "The newspaper | and website | El Universal": behind a second noun that joins the first. */
const behindPair = (doc: Doc, at: number): number =>
  at + 2 < doc.length && doc.lower(at) === 'and' && doc.upos(at + 1) === 'NOUN' ? at + 2 : at;

const anybody = /^(?:Agency|Organization|Cartel|Country)$/u;

/** "Emennet Pasargad, an Iranian cyber company,", "the terrorist group Hamas": what kind of body the name beside it names. */
export function byKind(doc: Doc, nominal: Found, names: readonly Tie[]): Antecedent | null {
  const kind = nouns.anybody.has(nominal.noun ?? '') ? anybody : kinds[nominal.type];
  if (!kind || nominal.nominal?.plural !== false) return null;
  const isName = ({ mention }: Tie): boolean =>
    kind.test(mention.type) && mention.form !== 'pronoun' && mention.form !== 'nominal';
  const isIntroduced = /^(?:a|an|the|one)$/u.test(doc.lower(nominal.from)) || nominal.nominal.possessor !== null;
  // "Haiyue Chemical (Haiyue), a China-based company".
  const named = beforeBrackets(doc, nominal.from - 1);
  const former = names.find((tie) => (tie.mention.to === nominal.from - 1 || tie.mention.to === named) && isName(tie));
  const beside =
    isIntroduced &&
    former &&
    separators.test(doc.form(nominal.from - 1)) &&
    closes(doc, phraseEnd(doc, nominal)) &&
    !/^(?:and|or)$/u.test(doc.form(Math.min(doc.length - 1, phraseEnd(doc, nominal) + 1)))
      ? former
      : isIntroduced
        ? names.find((tie) => tie.mention.from === behindPair(doc, nominal.to) && isName(tie))
        : undefined;
  if (!beside?.actor) return null;
  // The noun knows better than the model what a name names.
  if (beside.mention.reason.startsWith('model')) beside.actor.type = nominal.type;
  return { actor: beside.actor, reason: `apposition to "${beside.mention.text}"` };
}

/** "X is the president of Y": what a copula says of a person. */
export function byCopula(scene: Scene, nominal: Found): Antecedent | null {
  const { doc } = scene;
  if (!person.test(nominal.type) || nominal.nominal?.plural !== false || doc.child(nominal.head, 'cop') < 0)
    return null;
  if (doc.children(nominal.head).some((child) => /^(?:not|n't|never)$/u.test(doc.lower(child)))) return null;
  const actor = scene.at(doc.child(nominal.head, 'nsubj'));
  return actor && actor.root === 'Person' && !actor.plural
    ? { actor, reason: `said to be the same: "${actor.name}"` }
    : null;
}

/** "The state of Montana", "the city of Kharkiv": the noun only says what kind of place is named. */
export function byPlaceKind(doc: Doc, nominal: Found, names: readonly Tie[]): Antecedent | null {
  if (!nouns.placeKinds.has(nominal.noun ?? '') || nominal.to >= doc.length || doc.lower(nominal.to) !== 'of')
    return null;
  const tie = names.find(({ mention }) => mention.from === nominal.to + 1 && /^(?:Place|Country)$/u.test(mention.type));
  return tie?.actor ? { actor: tie.actor, reason: `kind of place: "${tie.mention.text}"` } : null;
}
