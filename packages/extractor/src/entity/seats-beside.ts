import type { Doc } from '@attest/nlp';
import { nouns } from '../mention/data.ts';
import type { Tie } from '../coreference/actor.ts';
import { behindBrackets } from '../mention/spans.ts';
import type { Borders } from './roles.ts';
import { factBetween, type FactDraft } from './fact.ts';

const based = /^(?:based|headquartered|located|registered|incorporated|domiciled)$/u;
const bodies = /^(?:Agency|Organization|Cartel)$/u;
const isPlace = ({ actor, mention }: Tie): boolean =>
  actor !== null &&
  /^(?:Country|Place)$/u.test(mention.type) &&
  mention.form !== 'nominal' &&
  mention.form !== 'pronoun';
const kinds = new Set(nouns.organization);

/** The noun in which a phrase of small words from a token on ends: "private | airline"; -1 if there is none. */
function kindAfter(doc: Doc, from: number): number {
  let at = from;
  while (at < Math.min(doc.length, from + 4) && /^(?:NOUN|ADJ)$/u.test(doc.upos(at)) && /^\p{Ll}/u.test(doc.form(at)))
    at++;
  return at > from && kinds.has(doc.lemma(at - 1).toLowerCase()) ? at : -1;
}

/** What an apposition behind a body's name says of its seat: ", a China-based company", ", a provider based in Boca Raton". */
function byApposition(doc: Doc, tie: Tie, { starting }: Borders): readonly FactDraft[] {
  const comma = behindBrackets(doc, tie.mention.to);
  const last = doc.sentenceEnd(doc.sentenceOf(tie.mention.head));
  if (comma + 2 >= last || doc.form(comma) !== ',' || !/^(?:an?|the)$/u.test(doc.lower(comma + 1))) return [];
  for (let at = comma + 2; at < Math.min(last, comma + 11); at++) {
    if (/^[,;:.("“]$/u.test(doc.form(at)) || /^(?:AUX|SCONJ)$/u.test(doc.upos(at))) return [];
    const place = starting.get(at)?.find(isPlace);
    if (place && place.mention.to + 1 < last && /^-(?:based|headquartered)\b/u.test(doc.text.slice(place.mention.end)))
      return factBetween('BASED_IN', tie, place, 'standing/based', 0.85);
    // "An Iranian airline": where the adjective opens the phrase.
    if (
      place?.mention.form === 'modifier' &&
      place.mention.type === 'Country' &&
      kindAfter(doc, place.mention.to) > 0 &&
      tie.actor?.type === 'Organization'
    )
      return factBetween('BASED_IN', tie, place, 'standing/based', 0.7);
    if (!based.test(doc.lower(at)) || at + 1 >= last || doc.lower(at + 1) !== 'in') continue;
    const seat = starting.get(doc.lower(Math.min(last - 1, at + 2)) === 'the' ? at + 3 : at + 2)?.find(isPlace);
    return seat ? factBetween('BASED_IN', tie, seat, 'standing/based', 0.85) : [];
  }
  return [];
}

/** "Iranian airline Mahan Air": an adjective and a kind before the name. */
function byAdjective(doc: Doc, tie: Tie, { ending }: Borders): readonly FactDraft[] {
  if (tie.actor?.type !== 'Organization') return [];
  let at = tie.mention.from;
  while (at > Math.max(0, tie.mention.from - 4) && /^(?:NOUN|ADJ)$/u.test(doc.upos(at - 1)) && !ending.has(at)) at--;
  const land = ending.get(at)?.find((one) => isPlace(one) && one.mention.form === 'modifier');
  return land?.mention.type === 'Country' && kindAfter(doc, at) === tie.mention.from
    ? factBetween('BASED_IN', tie, land, 'standing/based', 0.7)
    : [];
}

/** "At the Nusantara Institute in Singapore". */
function byPlaceBehind(doc: Doc, tie: Tie, { starting }: Borders): readonly FactDraft[] {
  const { from, to } = tie.mention;
  const before = from - (from > 0 && doc.lower(from - 1) === 'the' ? 2 : 1);
  if (before < 0 || doc.lower(before) !== 'at' || to + 1 >= doc.length || doc.lower(to) !== 'in') return [];
  const place = starting.get(to + 1)?.find(isPlace);
  return place ? factBetween('BASED_IN', tie, place, 'standing/based', 0.7) : [];
}

/** Where bodies have their seat by what stands beside their names. */
export const seatsBeside = (doc: Doc, ties: readonly Tie[], borders: Borders): readonly FactDraft[] =>
  ties
    .filter(({ mention, actor }) => mention.form === 'name' && actor !== null && bodies.test(actor.type))
    .flatMap((tie) => [
      ...byApposition(doc, tie, borders),
      ...byAdjective(doc, tie, borders),
      ...byPlaceBehind(doc, tie, borders),
    ]);
