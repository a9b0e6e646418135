import { keyNameOf } from '@attest/model';
import type { Doc } from '@attest/nlp';
import type { Found } from '../mention/found.ts';
import { gazetteer, knownName, territoryOf } from '../mention/gazetteer.ts';
import { isAcronymOf } from '../mention/introduced.ts';
import { spelledOut } from '../mention/name-type.ts';

/** Key under which the names of one body stand together: gazetteer, "X Department" as "department of x", without "U.S.". */
export function bodyKey(name: string): string {
  const full = spelledOut(name).replace(/^[Tt]he /u, '');
  const known = knownName(full) ?? knownName(full.replace(/^(?:U\.S\.?|US|United States) /u, ''));
  if (known && known.form === 'name') return keyNameOf(known.name);
  const ruled = /^(.+) (\p{L}+)$/u.exec(full.replace(/(?:'s|’s)(?= )/u, ''));
  const noun = ruled?.[2]?.toLowerCase() ?? '';
  if (ruled && /^(?:administration|government|regime)$/u.test(noun)) {
    const owner = ruled[1] ?? '';
    return `${noun} of ${territoryOf(owner)?.name ?? owner}`.toLowerCase();
  }
  const owner = ownerOf(full);
  const plain = keyNameOf(owner ? full.slice(owner.length) : full).replace(/^(?:us|united states) (?=\p{L}+ )/u, '');
  const turned = /^(.+) (department|ministry|embassy|committee|subcommittee)$/u.exec(plain);
  const base = turned ? `${turned[2]} ${turned[2]?.endsWith('committee') ? 'on' : 'of'} ${turned[1]}` : plain;
  return owner ? `${base} | ${owner.name.toLowerCase()}` : base;
}

/** The country or place whose a body is by the first words of its name: "Chinese Foreign Ministry", "Taiwan's Defense Ministry". */
function ownerOf(full: string): { readonly name: string; readonly length: number } | null {
  const hit = gazetteer.at(full, 0);
  const known = hit?.values.find((one) => (one.type === 'Country' || one.type === 'Place') && one.form !== 'people');
  if (!hit || !known || known.name === 'United States' || hit.end >= full.length) return null;
  const rest = /^(?:['’]s?)? /u.exec(full.slice(hit.end));
  return rest ? { name: known.name, length: hit.end + rest[0].length } : null;
}

/** Government bodies, criminal and other organisations. */
export const isBody = (type: string): boolean => /^(?:Agency|Organization|Cartel)$/u.test(type);
const isPerson = (type: string): boolean => /^(?:Person|Official)$/u.test(type);
const shortForm = /^\p{Lu}[\p{Lu}\p{L}&.-]{1,9}s?$/u;

const also =
  /^[\s,(–—]*(?:or|also known as|also called|also referred to as|commonly known as|better known as|a\.?k\.?a\.?|alias|formerly known as|formerly called|previously known as|now known as|now called|known by its [\p{L} ]*acronym,?|in Spanish,?)\s+(?:the |as )?["']?$/u;

/** "X, also known as Y", "X (Y or Z)": further names of a body that its brackets or "also known as" tell. */
function alsoKnown(doc: Doc, one: Found, mentions: readonly Found[], index: number): readonly Found[] {
  const out: Found[] = [];
  let [end, at] = [one.end, index + 1];
  const inBrackets = /^ ?\(/u.test(doc.text.slice(one.end, one.end + 2));
  for (let next = mentions[at]; next && next.start - end < 40; next = mentions[++at]) {
    if (next.start < end) continue;
    const between = doc.text.slice(end, next.start);
    const isFirst = inBrackets && out.length === 0 && /^ ?\(["']?$/u.test(between) && next.name.includes(' ');
    const isAlso = also.test(between) && (!/^[\s,(]*or\s/u.test(between) || out.length > 0);
    const isLike = isPerson(one.type)
      ? (isPerson(next.type) || next.reason.startsWith('model')) && isAlso
      : isBody(next.type);
    if (!isLike || !(isFirst || isAlso)) break;
    out.push(next);
    end = next.end;
  }
  // A second name in brackets is one only if the brackets hold nothing else.
  return out.length > 0 && inBrackets && !/^["']?\)/u.test(doc.text.slice(end, end + 2)) ? [] : out;
}

/** "Name (ACR)" and "ACR (Name)": pairs of mentions that the brackets make one. */
export function bracketed(doc: Doc, mentions: readonly Found[]): ReadonlyMap<Found, Found> {
  const pairs = new Map<Found, Found>();
  for (const [index, one] of mentions.entries()) {
    if (isBody(one.type) || isPerson(one.type))
      for (const other of alsoKnown(doc, one, mentions, index)) pairs.set(other, one);
    const open = one.to < doc.length && doc.form(one.to) === "'s" ? one.to + 1 : one.to;
    const next = mentions.slice(index + 1, index + 6).find((other) => other.from === open + 1);
    if (!next || open >= doc.length || doc.form(open) !== '(') continue;
    if (next.to >= doc.length || !/^[);,]/u.test(doc.form(next.to))) continue;
    if (shortForm.test(next.name) && !next.name.includes(' ') && one.name.includes(' ')) {
      const isFree = isBody(next.type) && isBody(one.type) && !next.reason.startsWith('gazetteer');
      if (isAcronymOf(next.name, one.name) || isFree) pairs.set(next, one);
    } else if (shortForm.test(one.name) && next.name.includes(' ') && isAcronymOf(one.name, next.name))
      pairs.set(one, next);
  }
  return pairs;
}
