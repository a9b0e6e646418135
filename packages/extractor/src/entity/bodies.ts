import { keyNameOf } from '@attest/model';
import type { Doc } from '@attest/nlp';
import type { Found } from '../mention/found.ts';
import { knownName } from '../mention/gazetteer.ts';
import { spelledOut } from '../mention/name-type.ts';

const lesser = /^(?:of|the|and|for|on|to|in|de|del|la|y|&)$/u;

/** Key under which the names of one body stand together: gazetteer, "X Department" as "department of x", without "U.S.". */
export function bodyKey(name: string): string {
  const full = spelledOut(name).replace(/^[Tt]he /u, '');
  const known = knownName(full) ?? knownName(full.replace(/^(?:U\.S\.?|US|United States) /u, ''));
  if (known && known.form === 'name') return keyNameOf(known.name);
  const plain = keyNameOf(full).replace(/^(?:us|united states) (?=\p{L}+ )/u, '');
  const turned = /^(.+) (department|ministry|embassy|committee|subcommittee)$/u.exec(plain);
  if (!turned) return plain;
  return `${turned[2]} ${turned[2]?.endsWith('committee') ? 'on' : 'of'} ${turned[1]}`;
}

/** Do the letters stand for the words of a name? "CBP", "FTOs", "CJNG" (Spanish words are not needed: brackets are proof enough). */
export function isAcronymOf(letters: string, name: string): boolean {
  const wanted = letters.replace(/s$/u, '').replaceAll('.', '').toLowerCase();
  const initials = keyNameOf(name).split(' ');
  const all = initials.map((word) => word[0]).join('');
  const great = initials
    .filter((word) => !lesser.test(word))
    .map((word) => word[0])
    .join('');
  return wanted.length > 1 && (all === wanted || great === wanted || all.endsWith(wanted) || great.endsWith(wanted));
}

/** Government bodies, criminal and other organisations. */
export const isBody = (type: string): boolean => /^(?:Agency|Organization|Cartel)$/u.test(type);
const shortForm = /^\p{Lu}[\p{Lu}\p{L}&.-]{1,9}s?$/u;

/** "Name (ACR)" and "ACR (Name)": pairs of mentions that the brackets make one. */
export function bracketed(doc: Doc, mentions: readonly Found[]): ReadonlyMap<Found, Found> {
  const pairs = new Map<Found, Found>();
  for (const [index, one] of mentions.entries()) {
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
