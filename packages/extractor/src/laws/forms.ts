import type { LawForm } from './citation.ts';
import { inaForms } from './ina.ts';
import { bare, cfrSection, fold, plain, rangeOf, section, sign, subsections } from './numbers.ts';

const code = String.raw`(?:U\.\s?S\.\s?C\.(?:\s?[ASU]\.)?(?:\s?Ann\.)?|USC[ASU]?|U\.S\. Code|United States Code)`;
const isDouble = (text: string | undefined): boolean => /§§|[Ss]ections|[Ss]ecs|[Ss]ects|SS/u.test(text ?? '');
const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
/** Roman or Arabic number. */
const numeral = (written: string): number => {
  if (/^\d+$/u.test(written)) return Number(written);
  const values = Array.from(written, (letter) => roman[letter] ?? 0);
  return values.reduce((sum, value, index) => (value < (values[index + 1] ?? 0) ? sum - value : sum + value), 0);
};
const ordinals = [
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
  'Eleventh',
  'Twelfth',
  'Thirteenth',
  'Fourteenth',
  'Fifteenth',
  'Sixteenth',
  'Seventeenth',
  'Eighteenth',
  'Nineteenth',
  'Twentieth',
  'Twenty-First',
  'Twenty-Second',
  'Twenty-Third',
  'Twenty-Fourth',
  'Twenty-Fifth',
  'Twenty-Sixth',
  'Twenty-Seventh',
];

const usc: LawForm['read'] = (g) => {
  const title = `usc:${plain(g['title'])}${g['appendix'] === undefined ? '' : '-app'}`;
  const range = rangeOf(g['section'] ?? '', isDouble(g['sign']));
  return {
    normal: `${title}/${range?.[0] ?? fold(g['section'])}`,
    sub: bare(g['sub']),
    through: range ? `${title}/${range[1]}` : null,
  };
};

/**
 * Citations by number, most specific first; at one place the longest match counts. Patterns of the citation project of
 * unitedstates (CC0) served as material for the variants.
 */
export const lawForms: readonly LawForm[] = [
  {
    rule: 'law/usc',
    pattern: new RegExp(
      String.raw`(?<title>\d{1,2}),?\s?${code}(?<appendix>\s?App\.)?,?\s{0,2}(?:Annotated\s)?(?<sign>${sign})\s{0,2}(?<section>${section})(?<sub>${subsections})`,
      'gu',
    ),
    read: usc,
    lists: true,
  },
  {
    rule: 'law/usc-words',
    pattern: new RegExp(
      String.raw`(?<sign>§{1,2}|[Ss]ections?|[Ss]ecs?\.)\s{0,2}(?<section>${section})(?<sub>${subsections})(?=(?:(?:, and|,| and| or) ${section}${subsections}){0,6},? (?:of|under) [Tt]itle \d)(?:,? (?:of|under) [Tt]itle (?<title>\d{1,2})(?:,? (?:of the )?${code})?)?`,
      'gu',
    ),
    // A list ("sections 1182 and 1185 of title 8") has its title behind the last number.
    read: (g) => (g['title'] === undefined ? null : usc(g)),
  },
  {
    rule: 'law/usc-title-first',
    pattern: new RegExp(
      String.raw`[Tt]itle (?<title>\d{1,2}),? (?:of the )?${code},?\s(?<sign>§{1,2}|[Ss]ections?|[Ss]ecs?\.)\s{0,2}(?<section>${section})(?<sub>${subsections})`,
      'gu',
    ),
    read: usc,
    lists: true,
  },
  {
    rule: 'law/cfr',
    pattern: new RegExp(
      String.raw`(?<title>\d{1,2})\s?(?:C\.\s?F\.\s?R\.|CFR|Code of Federal Regulations)\s{0,2},?\s?(?:§{1,2}|[Pp]arts?|[Pp]ts?\.|[Ss]ections?|[Ss]ecs?\.)?\s{0,2}(?<section>${cfrSection})(?<sub>${subsections})`,
      'gu',
    ),
    read: (g) => ({ normal: `cfr:${plain(g['title'])}/${fold(g['section'])}`, sub: bare(g['sub']) }),
    lists: true,
  },
  {
    rule: 'law/public-law',
    pattern:
      /(?:Pub(?:lic|\.)?\s?L(?:aws?|\.)?|P\.\s?L\.|PL)\s?(?:Nos?\.|Numbers?)?\s?(?<congress>\d{2,3})[-–](?<number>\d{1,4})/gu,
    read: (g) => ({ normal: `pl:${plain(g['congress'])}/${plain(g['number'])}` }),
  },
  {
    rule: 'law/private-law',
    pattern:
      /(?:Priv(?:ate|\.)?|Pvt\.)\s?L(?:aws?|\.)?\s?(?:Nos?\.|Numbers?)?\s?(?<congress>\d{2,3})[-–](?<number>\d{1,4})/gu,
    read: (g) => ({ normal: `prl:${plain(g['congress'])}/${plain(g['number'])}` }),
  },
  {
    rule: 'law/statutes-at-large',
    pattern: /(?<volume>\d{1,3})\s(?:U\.S\.\s)?Stat(?:\.|utes)\s(?:at Large,?\s)?(?<page>\d{1,4}(?![\d.]*\d))/gu,
    read: (g) => ({ normal: `stat:${plain(g['volume'])}/${plain(g['page'])}` }),
  },
  {
    rule: 'law/federal-register',
    pattern:
      /(?<volume>\d{1,3})\s(?:Fed(?:\.|eral)\s?Reg(?:\.|ister)|F\.\s?R\.|FR)\s(?<page>\d{1,3}(?:,\d{3})+|\d{1,6})/gu,
    read: (g) => ({ normal: `fr:${plain(g['volume'])}/${plain(g['page'])}` }),
  },
  {
    rule: 'law/executive-order',
    pattern:
      /(?:Executive Orders?|Exec\.\s?Orders?|E\.\s?O\.(?:s|'s)?|EOs?)\s?(?:\((?:E\.\s?O\.|EO)s?\)\s?)?(?:Nos?\.\s?|Numbers?\s)?(?<number>\d{1,2},\d{3}|\d{4,5})(?![\d,]*\d)/gu,
    read: (g) => ({ normal: `eo:${plain(g['number'])}` }),
    lists: true,
  },
  {
    rule: 'law/proclamation',
    pattern: /(?:Presidential )?Proclamation (?:Nos?\.\s?)?(?<number>\d{1,2},\d{3}|\d{4,5})(?![\d,]*\d)/gu,
    read: (g) => ({ normal: `proc:${plain(g['number'])}` }),
    lists: true,
  },
  {
    rule: 'law/security-council',
    pattern:
      /(?:(?:U\.?N\.?|United Nations) Security Council Resolutions?|UNSCRs?|UNSC [Rr]esolutions?)\s(?<number>\d{1,4})(?:\s?\(\d{4}\))?(?!\d)/gu,
    read: (g) => ({ normal: `unsc:${plain(g['number'])}` }),
    lists: true,
  },
  {
    rule: 'law/amendment',
    pattern: new RegExp(
      String.raw`(?<name>${ordinals.toReversed().join('|')}) Amendment(?! (?:to|of) (?:the )?(?!U\.?S|United|Constitution))`,
      'gu',
    ),
    read: (g) => ({ normal: `const:us/amendment-${ordinals.indexOf(g['name'] ?? '') + 1}` }),
  },
  {
    rule: 'law/constitution',
    pattern:
      /U\.\s?S\.\s?[Cc]onst(?:\.|itution),?\s(?<part>[Aa]rt(?:\.|icle)|[Aa]mend(?:\.|ment))\s(?<number>[IVXL]{1,7}|\d{1,2})(?![\p{L}\d])(?:,\s?§\s?(?<section>\d{1,2}))?/gu,
    read: (g) => ({
      normal: `const:us/${/^[Aa]r/u.test(g['part'] ?? '') ? 'article' : 'amendment'}-${numeral(g['number'] ?? '')}`,
      sub: g['section'] === undefined ? '' : `§${g['section']}`,
    }),
  },
  ...inaForms,
];
