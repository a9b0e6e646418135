import type { Doc, Name } from '@attest/nlp';
import { nameWords } from './data.ts';
import { overTokens, type Candidate } from './found.ts';
import { knownName } from './gazetteer.ts';

const companyForm = new Set(nameWords.companyForms);
const isJoined = (doc: Doc, token: number): boolean => token > 0 && doc.start(token) === doc.end(token - 1);
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
/** "Kim Sun-hee", but not "Reuters-owned". */
const givenEnd = /^(?!based$|born$|led$|held$|owned$|made$|run$|style$|backed$|era$|like$|ed$)\p{Ll}{2,5}$/u;

/**
 * Where a name that hyphens hold together begins and ends: "Al-Rashid", "Ba Ria-Vung Tau", "Hapag-Lloyd". "Trump-Putin" and
 * "U.S.-Mexico" are two names: what is known or found on the other side stays its own.
 */
function hyphened(
  doc: Doc,
  one: { readonly from: number; readonly to: number; readonly type: string },
  isOther: (token: number) => boolean,
): [number, number] {
  let { from, to } = one;
  const holds = (hyphen: number): boolean =>
    doc.form(hyphen) === '-' && isJoined(doc, hyphen) && hyphen + 1 < doc.length && isJoined(doc, hyphen + 1);
  const first = doc.sentenceStart(doc.sentenceOf(from));
  while (from - 2 >= first && holds(from - 1)) {
    const before = doc.form(from - 2);
    const isArticle = /^(?:al|el|an|ad|ar|as|at|ul)$/iu.test(before);
    if (!isArticle && (!isCapital(before) || isOther(from - 2) || knownName(before) !== null)) break;
    from -= 2;
  }
  while (to + 1 < doc.length && holds(to)) {
    const behind = doc.form(to + 1);
    const isMore = isCapital(behind)
      ? !isOther(to + 1) && knownName(behind) === null
      : one.type === 'Person' && givenEnd.test(behind);
    if (!isMore) break;
    to += 2;
  }
  return [from, to];
}

/** Behind a company's name, with a comma or without: "Lakeshore Foods, LLC", "Meilin Chemical Co., Ltd." */
function withCompanyForm(doc: Doc, to: number): number {
  const last = doc.sentenceEnd(doc.sentenceOf(to - 1));
  const at = to < last && doc.form(to) === ',' ? to + 1 : to;
  if (at >= last || !companyForm.has(doc.form(at))) return to;
  // "Ltd" and its period may be two tokens.
  const end = at + 1 < last && doc.form(at + 1) === '.' && isJoined(doc, at + 1) && at + 2 < last ? at + 2 : at + 1;
  return withCompanyForm(doc, end);
}

/** Names as far as they reach: over hyphens, and with the words that say what form of company one is. */
export function wholeNames(doc: Doc, names: readonly Candidate[]): readonly Candidate[] {
  const nameAt = Array.from<Name | undefined>({ length: doc.length });
  for (const name of doc.names) nameAt.fill(name, name.start, name.end);
  return names.map((one) => {
    const isOther = (token: number): boolean => {
      const name = nameAt[token];
      return name !== undefined && (name.end <= one.from || name.start >= one.to);
    };
    const [from, hyphenEnd] = hyphened(doc, one, isOther);
    const to = /^(?:Organization|Person|Place)$/u.test(one.type) ? withCompanyForm(doc, hyphenEnd) : hyphenEnd;
    if (from === one.from && to === one.to) return one;
    const type = to > hyphenEnd ? 'Organization' : one.type;
    return {
      ...one,
      ...overTokens(doc, from, to, { ...one, type }),
      name: doc.textOf(from, to).replaceAll(/\s+/gu, ' '),
    };
  });
}
