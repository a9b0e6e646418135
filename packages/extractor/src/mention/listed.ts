import type { Doc } from '@attest/nlp';
import { territories } from './data.ts';
import { overText, type Candidate } from './found.ts';
import { american, gazetteer, type Known } from './gazetteer.ts';

const direction =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Northeastern|Northwestern|Southeastern|Southwestern|Central|Upper|Lower)$/u;
const formal =
  /^(?:(?:People's |Democratic |Islamic |Federal |Federative |Arab |Socialist |United |Hashemite |Bolivarian |Plurinational |Co-operative )*(?:Republic|Kingdom|Sultanate|Principality)|Grand Duchy)$/u;

/** Are U.S. states spoken of, apart from those that are called like countries? */
const speaksOfStates = (text: string): boolean =>
  Object.keys(territories.states).some(
    (name) => !territories.ambiguous.has(name) && name !== 'Washington' && text.includes(name),
  ) || text.includes('Atlanta');

/** Which of several bearers of a name is meant: a U.S. state where other states are spoken of, the country elsewhere. */
function meant(values: readonly Known[], isAmongStates: boolean): Known | undefined {
  if (values.length < 2) return values[0];
  const [country, other] = [values.find((one) => one.type === 'Country'), values.find((one) => one.type !== 'Country')];
  return country && other && territories.ambiguous.has(country.name) && isAmongStates ? other : values[0];
}

/** First token of a country's formal name: "the | Republic of Türkiye"; of no state of a country. */
function formalStart(doc: Doc, token: number, known: Known): number | null {
  if (known.type !== 'Country' || known.form !== 'name' || token < 2) return null;
  const of = doc.form(token - 1) === 'the' ? token - 2 : token - 1;
  if (of < 1 || doc.form(of) !== 'of') return null;
  for (let from = Math.max(0, of - 4); from < of; from++) if (formal.test(doc.textOf(from, of))) return from;
  return null;
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
  const isAmerican = american.test(doc.text);
  const isAmongStates = speaksOfStates(doc.text);
  for (let token = 0; token < doc.length; token++) {
    if (!/[\p{Lu}('a]/u.test(doc.text[doc.start(token)] ?? '')) continue;
    const hit = gazetteer.at(doc.text, doc.start(token));
    const known = hit && meant(hit.values, isAmongStates);
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
    const start = formalStart(doc, token, known) ?? token;
    const candidate = overText(doc, doc.start(start), hit.end, {
      rank: start === token ? 5 : 5.4,
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

/**
 * Whether a name is known by the names of the gazetteer around it: a part of one ("West Bank"), or a body's with what only
 * stands before it ("Justice Drug Enforcement Administration"), unless the model sees the whole as one name.
 */
export function knownByList(doc: Doc, listed: readonly Candidate[]): (one: Candidate) => boolean {
  const at = Array.from<Candidate[] | undefined>({ length: doc.length });
  for (const known of listed) for (let token = known.from; token < known.to; token++) (at[token] ??= []).push(known);
  const places = new Set(listed.filter(({ type }) => /^(?:Country|Place)$/u.test(type)).map(({ from }) => from));
  const wholes = new Set(doc.names.filter(({ type }) => type === 'ORG').map(({ start, end }) => `${start}-${end}`));
  return (one) =>
    (at[one.to - 1] ?? []).some(
      (known) =>
        (known.from <= one.from && known.to >= one.to && known.form !== 'modifier') ||
        (known.to === one.to &&
          known.from >= one.from &&
          /^(?:Agency|Organization|Cartel)$/u.test(known.type) &&
          // "All Progressives Congress"
          !wholes.has(`${one.from}-${one.to}`) &&
          !places.has(one.from)),
    );
}
