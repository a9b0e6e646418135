import type { Doc } from '@attest/nlp';
import { territories } from './data.ts';
import { overText, type Candidate } from './found.ts';
import { american, gazetteer, type Known } from './gazetteer.ts';

const direction =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Northeastern|Northwestern|Southeastern|Southwestern|Central|Upper|Lower)$/u;
const caucasus = /\b(?:Tbilisi|Ossetia|Abkhazia|Saakashvili|Caucasus|Ivanishvili|Georgian)\b/u;

/** Which of several bearers of a name is meant. */
function meant(values: readonly Known[], isCaucasian: boolean): Known | undefined {
  if (values.length < 2) return values[0];
  const [country, other] = [values.find((one) => one.type === 'Country'), values.find((one) => one.type !== 'Country')];
  return country && other && territories.ambiguous.has(country.name) && !isCaucasian ? other : values[0];
}

/** "You pressed the Chinese": an adjective that stands for the country itself. */
const standsAlone = (doc: Doc, token: number): boolean =>
  token > 0 &&
  doc.lower(token - 1) === 'the' &&
  !/^(?:amod|compound|nmod:desc|flat)/u.test(doc.deprel(token)) &&
  !/^(?:NOUN|PROPN|ADJ)$/u.test(token + 1 < doc.length ? doc.upos(token + 1) : '');

/** Names that the gazetteer knows. */
export function listedNames(doc: Doc): readonly Candidate[] {
  const found: Candidate[] = [];
  const [isAmerican, isCaucasian] = [american.test(doc.text), caucasus.test(doc.text)];
  for (let token = 0; token < doc.length; token++) {
    if (!/[\p{Lu}('a]/u.test(doc.text[doc.start(token)] ?? '')) continue;
    const hit = gazetteer.at(doc.text, doc.start(token));
    const known = hit && meant(hit.values, isCaucasian);
    if (!hit || !known) continue;
    const before =
      token > 0 && known.form === 'name' && /^(?:Country|Place)$/u.test(known.type) ? doc.form(token - 1) : '';
    if (direction.test(before)) {
      // "South Australia", "Western Kenya": a place of its own.
      const part = overText(doc, doc.start(token - 1), hit.end, {
        rank: 5,
        type: 'Place',
        name: `${before} ${doc.text.slice(doc.start(token), hit.end)}`,
        linkable: true,
        reason: 'part of a territory of the gazetteer',
      });
      if (part) found.push(part);
      continue;
    }
    // "The Senate" of a text that never speaks of the United States is another country's.
    const isForeign = known.country === 'US' && !isAmerican;
    const candidate = overText(doc, doc.start(token), hit.end, {
      rank: 5,
      type: known.type,
      name: known.form === 'people' || isForeign ? doc.text.slice(doc.start(token), hit.end) : known.name,
      linkable: true,
      reason: known.reason,
      form:
        known.form === 'people'
          ? 'nominal'
          : known.form === 'adjective' && !standsAlone(doc, token)
            ? 'modifier'
            : 'name',
      ...(known.identifiers && known.form !== 'people' ? { identifiers: known.identifiers } : {}),
      ...(known.reports ? { reports: true } : {}),
      ...(known.form === 'people'
        ? {
            noun: 'people',
            key: `people of ${known.name}`.toLowerCase(),
            nominal: { plural: true, definite: false, possessor: null, count: null, gathered: null, noun: token },
          }
        : {}),
    });
    if (candidate) found.push(candidate);
  }
  return found;
}
