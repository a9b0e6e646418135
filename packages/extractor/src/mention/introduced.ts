import { keyNameOf } from '@attest/model';
import type { Doc } from '@attest/nlp';
import { overText, overTokens, type Candidate } from './found.ts';
import { typeByWords } from './name-type.ts';
import { PhraseIndex } from './phrases.ts';

const shortForm = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{L}&.]{2,9}$/u;
const quote = /^["“”'‘’`]+$/u;
const kinds = /^(?:Agency|Organization|Cartel|Law|Place)$/u;
const lesser = /^(?:of|the|and|for|on|to|in|de|del|la|y|against|&)$/iu;

/** Do the letters stand for the words of a name, or for its last ones? "CBP", "FTOs". */
export function isAcronymOf(letters: string, name: string): boolean {
  const wanted = letters.replace(/s$/u, '').replaceAll('.', '').toLowerCase();
  const words = keyNameOf(name).split(' ');
  const initials = (list: readonly string[]): string => list.map((word) => word[0]).join('');
  const great = words.filter((word) => !lesser.test(word));
  return wanted.length > 1 && [words, great].some((list) => initials(list).endsWith(wanted));
}

/** The token of letters behind a name in brackets, quoted or not: "Federal Trade Commission (the “FTC” or ...)". */
function shortBehind(doc: Doc, one: Candidate): number | null {
  let at = one.to;
  if (at >= doc.length || doc.form(at) !== '(') return null;
  at += 1;
  while (at < doc.length && (quote.test(doc.form(at)) || /^(?:the|or)$/u.test(doc.form(at)))) at++;
  if (at + 1 >= doc.length || !shortForm.test(doc.form(at))) return null;
  const behind = doc.form(quote.test(doc.form(at + 1)) && at + 2 < doc.length ? at + 2 : at + 1);
  return /^(?:[);,]|or)$/u.test(behind) ? at : null;
}

/** First token of the words before a bracket for which its letters stand: "| Collective Against Impunity (CAI)". */
function longBefore(doc: Doc, bracket: number, short: string): number | null {
  const first = Math.max(doc.sentenceStart(doc.sentenceOf(bracket)), bracket - 9);
  const wanted = short.replaceAll('.', '').toLowerCase();
  for (let from = bracket - 2; from >= first; from--) {
    const form = doc.form(from);
    if (!/^\p{Lu}/u.test(form) && !lesser.test(form) && !/^[-’']s?$/u.test(form)) return null;
    if (!/^\p{Lu}/u.test(form)) continue;
    const words = keyNameOf(doc.textOf(from, bracket)).split(' ');
    const great = words.filter((word) => !lesser.test(word));
    if (great.length > 1 && [words, great].some((list) => list.map((word) => word[0]).join('') === wanted)) return from;
  }
  return null;
}

/** Names that only their letters in brackets tell: of capital words, all of which the letters stand for. */
export function spelledOutNames(doc: Doc): readonly Candidate[] {
  const found: Candidate[] = [];
  for (let token = 1; token + 2 < doc.length; token++) {
    const short = doc.form(token + 1);
    if (doc.form(token) !== '(' || doc.form(token + 2) !== ')' || !shortForm.test(short)) continue;
    const from = longBefore(doc, token, short);
    if (from === null) continue;
    const name = doc.textOf(from, token).replaceAll(/\s+/gu, ' ');
    const typed = typeByWords(name) ?? { type: 'Organization', reason: 'name with its letters in brackets' };
    found.push(overTokens(doc, from, token, { rank: 4.5, ...typed, name, linkable: true }));
  }
  return found;
}

/** Words of a body's own name in brackets behind it: "Haiyue Chemical Co., Ltd. (Haiyue)". */
function wordsBehind(doc: Doc, one: Candidate): readonly [number, number] | null {
  if (!/^(?:Agency|Organization|Cartel)$/u.test(one.type) || one.to >= doc.length || doc.form(one.to) !== '(')
    return null;
  let from = one.to + 1;
  while (from < doc.length && (quote.test(doc.form(from)) || doc.form(from) === 'the')) from++;
  let to = from;
  while (to < Math.min(doc.length, from + 5) && !/^[);,]$/u.test(doc.form(to)) && !quote.test(doc.form(to))) to++;
  if (to === from || to >= doc.length || !/^\p{Lu}/u.test(doc.form(from))) return null;
  const [short, long] = [doc.textOf(from, to), doc.textOf(one.from, one.to)];
  return short.length < long.length && ` ${long} `.includes(` ${short} `) ? [from, to] : null;
}

/** Short names that a document sets in brackets behind a long one: from there on they are names of the same kind. */
export function introducedShorts(doc: Doc, names: readonly Candidate[]): readonly Candidate[] {
  const kindOf = new Map<string, Candidate>();
  const words = new Map<string, Candidate>();
  for (const one of names) {
    const short = one.form === 'modifier' ? null : wordsBehind(doc, one);
    if (short && !words.has(doc.textOf(...short))) words.set(doc.textOf(...short), one);
    if (!kinds.test(one.type) || one.form === 'modifier' || !one.text.includes(' ')) continue;
    const at = shortBehind(doc, one);
    if (at !== null && !kindOf.has(doc.form(at)) && isAcronymOf(doc.form(at), one.text)) kindOf.set(doc.form(at), one);
  }
  const index = new PhraseIndex(words, false);
  const found: Candidate[] = [];
  for (let token = 0; token < doc.length; token++) {
    const hit = words.size > 0 ? index.at(doc.text, doc.start(token)) : null;
    const again =
      hit &&
      overText(doc, doc.start(token), hit.end, {
        rank: 4,
        type: hit.values[0]?.type ?? 'Organization',
        name: doc.text.slice(doc.start(token), hit.end),
        linkable: true,
        reason: 'words in brackets behind a name',
      });
    if (again) found.push(again);
    const long = kindOf.get(doc.form(token));
    if (long)
      found.push(
        overTokens(doc, token, token + 1, {
          rank: 4,
          type: long.type,
          name: doc.form(token),
          linkable: true,
          reason: 'letters in brackets behind a name',
        }),
      );
  }
  return found;
}
