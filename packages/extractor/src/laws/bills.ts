import type { LawForm } from './citation.ts';

const chambers: Readonly<Record<string, string>> = {
  hr: 'hr',
  s: 's',
  hres: 'hres',
  sres: 'sres',
  hjres: 'hjres',
  sjres: 'sjres',
  hconres: 'hconres',
  sconres: 'sconres',
};
const billPattern =
  /(?<chamber>H\.\s?(?:R\.|J\.\s?Res\.|Con\.\s?Res\.|Res\.)|S\.\s?(?:J\.\s?Res\.|Con\.\s?Res\.|Res\.)|S\.|HR)\s(?<number>\d{1,5})(?![\d,]*\d)(?!\s?(?:U\.S\.|Stat\.|F\.))/gu;

/** The Congress that sits on a day: the first met in 1789, each for two years from the third of January. */
const congressOn = (day: string): number => {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '01-03' ? 1 : 0);
  return Math.floor((year - 1789) / 2) + 1;
};

/** Bills and resolutions of Congress; of which Congress the text tells ("119th CONGRESS"), else the day of the document. */
export function billForm(text: string, published: string | null): LawForm {
  const said = /\b(?<number>\d{2,3})(?:st|nd|rd|th) (?:Congress|CONGRESS)\b/u.exec(text)?.groups?.['number'];
  const congress =
    said ??
    (published !== null && /^\d{4}/u.test(published) ? String(congressOn(published.padEnd(10, '-12-31'))) : null);
  return {
    rule: 'law/bill',
    pattern: billPattern,
    read: (g) => {
      const chamber = chambers[(g['chamber'] ?? '').replaceAll(/[\s.]/gu, '').toLowerCase()];
      return chamber === undefined
        ? null
        : { normal: `bill:${congress === null ? '' : `${congress}/`}${chamber}/${g['number']}` };
    },
  };
}
