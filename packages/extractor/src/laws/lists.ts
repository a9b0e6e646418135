import type { LawCitation } from './citation.ts';
import { inaSection, ofAct } from './ina.ts';
import { bare, cfrSection, fold, plain, rangeOf, section, subsections } from './numbers.ts';

/** A number is none of a list if it begins another citation. */
const another = String.raw`(?!,?\s?(?:U\.|USC|C\.\s?F|CFR|Stat\.|Fed\.|F\.))`;
const joint = String.raw`(?:,?\s?(?:and|or|&|as well as)\s|,\s|;\s)(?:§{1,2}\s?|[Pp]arts?\s|[Ss]ections?\s)?`;
const next: Readonly<Record<string, RegExp>> = {
  usc: new RegExp(String.raw`^${joint}(?<number>${section})(?<sub>${subsections})(?![\w.]*\w)${another}`, 'u'),
  cfr: new RegExp(String.raw`^${joint}(?<number>${cfrSection})(?<sub>${subsections})(?!\w)${another}`, 'u'),
  eo: /^(?:,?\s?(?:and|or|&)\s|,\s)(?:E\.\s?O\.\s)?(?<number>\d{5}|\d{2},\d{3})(?<sub>)(?!\d)/u,
  proc: /^(?:,?\s?(?:and|or|&)\s|,\s)(?<number>\d{4,5})(?<sub>)(?!\d)/u,
  unsc: /^(?:,?\s?(?:and|or|&)\s|,\s)(?<number>\d{3,4})(?:\s?\(\d{4}\))?(?<sub>)(?!\d)/u,
};
const longest = 60;

/**
 * Further numbers after a citation: "8 U.S.C. §§ 1182, 1189 and 1226a", "E.O.s 13224 and 13886". After a single sign only a
 * number counts that cannot be one of things: "1182(f) and 1185(a)", but not "§ 2339A and 5 years".
 */
export function listAfter(text: string, first: LawCitation): LawCitation[] {
  const isIna = first.rule.includes('ina');
  const [family = ''] = first.normal.split(':');
  const pattern = next[isIna ? 'usc' : family];
  if (!pattern) return [];
  const isDouble = /§§|[Ss]ections|[Ss]ecs|[Pp]arts|[Pp]ts|Orders|E\.O\.s|EOs|Resolutions|UNSCRs/u.test(first.text);
  const found: LawCitation[] = [];
  let at = first.end;
  for (
    let match = pattern.exec(text.slice(at, at + longest));
    match;
    match = pattern.exec(text.slice(at, at + longest))
  ) {
    const { number = '', sub = '' } = match.groups ?? {};
    const after = text.slice(at + match[0].length, at + match[0].length + 12);
    const sure = isDouble || family === 'eo' || match[0].includes('§') || (sub !== '' && number.length > 1);
    if (!sure && !(number.length > 2 && /^(?:[,;.)]|\s?$|\sof\b|\sunder\b)/u.test(after))) break;
    const start = at + match[0].indexOf(number);
    at += match[0].length;
    const head = first.normal.replace(/\/.*$/u, '');
    const range = family === 'usc' ? rangeOf(number, isDouble) : null;
    const through = range ? `${head}/${range[1]}` : null;
    const normal = isIna
      ? inaSection(number)
      : /^(?:usc|cfr)$/u.test(family)
        ? `${head}/${range?.[0] ?? fold(number)}`
        : `${family}:${plain(number)}`;
    found.push({
      ...first,
      start,
      end: at,
      text: text.slice(start, at),
      normal,
      sub: bare(sub),
      through,
      rule: `${first.rule}-list`,
    });
  }
  const last = found.at(-1);
  const act = isIna ? ofAct.exec(text.slice(at, at + longest))?.[0] : undefined;
  if (last && act !== undefined)
    found[found.length - 1] = {
      ...last,
      end: last.end + act.length,
      text: text.slice(last.start, last.end + act.length),
    };
  return found;
}
