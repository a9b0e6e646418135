/** One written form of a citation, and the normal form of what it names. */
export interface LawForm {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly normal: (groups: Readonly<Record<string, string>>, ina: Readonly<Record<string, string>>) => string | null;
}

/** Section numbers: 1189, 2339B, 78dd-1, 285t–2; a dash between them is folded. */
const section = String.raw`\d+[a-zA-Z]{0,3}(?:[-–]\d+[a-zA-Z]?)*`;
/** Parts and sections of the C.F.R.: 536.201, 708a.101, 109-38.301-1.50, 240.3a12-12, 1.411(a)(13)-1. */
const cfrSection = String.raw`\d+[a-z]?(?:[-–]\d+)?(?:\.\d+[a-zA-Z]{0,2}\d*(?:(?:\(\w{1,3}\))*[-–]\w+|\.\d+)*)?`;
const subsections = String.raw`(?:\s?\((?:[a-zA-Z]{1,4}|\d{1,3})\))*`;
/** A section sign, the word, what scanners make of the sign ("S 1189"), or nothing. */
const sign = String.raw`(?:§+|[Ss]ections?|[Ss]ecs?\.|S(?=\s\d))?`;
const fold = (text: string | undefined): string => (text ?? '').replaceAll('–', '-');

/**
 * Forms of United States law, most specific first; at one place the longest match counts.
 * Patterns of the citation project of unitedstates (CC0) served as material for the variants.
 */
export const lawForms: readonly LawForm[] = [
  {
    rule: 'law/usc',
    pattern: new RegExp(
      String.raw`(?<title>\d{1,2})\s?(?:U\.\s?S\.\s?C\.(?:\s?A\.)?|USCA?|U\.S\. Code)(?<appendix>\s?App\.)?\s*(?:Annotated\s*)?${sign}\s*(?<section>${section})(?<sub>${subsections})`,
      'gu',
    ),
    normal: (g) => `usc:${g['title']}${g['appendix'] === undefined ? '' : '-app'}/${fold(g['section'])}`,
  },
  {
    rule: 'law/usc-words',
    pattern: new RegExp(
      String.raw`[Ss]ection (?<section>${section})(?<sub>${subsections}) of title (?<title>\d{1,2})(?:, (?:United States Code|U\.S\. Code))?`,
      'gu',
    ),
    normal: (g) => `usc:${g['title']}/${fold(g['section'])}`,
  },
  {
    rule: 'law/cfr',
    pattern: new RegExp(
      String.raw`(?<title>\d{1,2})\s?(?:C\.\s?F\.\s?R\.|CFR)\s*,?\s*(?:§+|[Pp]arts?|[Pp]t\.|[Ss]ections?|[Ss]ec\.)?\s*(?<section>${cfrSection})(?<sub>${subsections})`,
      'gu',
    ),
    normal: (g) => `cfr:${g['title']}/${fold(g['section'])}`,
  },
  {
    rule: 'law/public-law',
    pattern:
      /(?:Pub(?:lic|\.)?\s?L(?:aw|\.)?|P\.\s?L\.|PL)\s?(?:Nos?\.|Number)?\s?(?<congress>\d{2,3})[-–](?<number>\d{1,4})/gu,
    normal: (g) => `pl:${g['congress']}/${g['number']}`,
  },
  {
    rule: 'law/private-law',
    pattern: /Priv(?:ate|\.)?\s?L(?:aw|\.)?\s?(?:Nos?\.)?\s?(?<congress>\d{2,3})[-–](?<number>\d{1,4})/gu,
    normal: (g) => `prl:${g['congress']}/${g['number']}`,
  },
  {
    rule: 'law/statutes-at-large',
    pattern: /(?<volume>\d{1,3})\s(?:U\.S\.\s)?Stat(?:\.|utes)\s(?:at Large\s)?(?<page>\d{1,4})/gu,
    normal: (g) => `stat:${g['volume']}/${g['page']}`,
  },
  {
    rule: 'law/federal-register',
    pattern: /(?<volume>\d{1,3})\s(?:Fed\.\s?Reg\.|F\.\s?R\.|FR)\s(?<page>\d{1,3}(?:,\d{3})+|\d{1,6})/gu,
    normal: (g) => `fr:${g['volume']}/${(g['page'] ?? '').replaceAll(',', '')}`,
  },
  {
    rule: 'law/executive-order',
    pattern:
      /(?:Executive Order|Exec\.\s?Order|E\.\s?O\.|EO)\s?(?:No\.\s?|Number\s)?\(?(?:E\.O\.\)?\s)?(?<number>\d{4,5})/gu,
    normal: (g) => `eo:${g['number']}`,
  },
  {
    rule: 'law/ina-section',
    pattern: new RegExp(
      String.raw`(?:INA\s*(?:§|[Ss]ection)?\s*(?<short>\d{3})|[Ss]ection (?<long>\d{3})(?:${subsections}) of the (?:Immigration and Nationality Act|INA))(?<sub>${subsections})`,
      'gu',
    ),
    normal: (g, ina) => {
      const number = g['short'] ?? g['long'] ?? '';
      return ina[number] === undefined ? `ina:${number}` : `usc:8/${ina[number]}`;
    },
  },
  {
    rule: 'law/bill',
    pattern:
      /\b(?<chamber>H\.\s?R\.|S\.|H\.\s?(?:J\.\s?)?Res\.|S\.\s?(?:J\.\s?)?Res\.)\s(?<number>\d{1,5})\b(?!\s?(?:U\.S\.|Stat|F\.))/gu,
    normal: (g) => `bill:${(g['chamber'] ?? '').replaceAll(/[\s.]/gu, '').toLowerCase()}/${g['number']}`,
  },
  {
    rule: 'law/named-act',
    pattern:
      /\b(?<name>(?:[A-Z][\p{L}'’-]+|of|and|for|to|in|on|the|[A-Z]\.)(?:[ -](?:[A-Z][\p{L}'’-]+|of|and|for|to|in|on|the))*? Act)(?: of (?<year>\d{4}))?\b/gu,
    normal: (g) => {
      const name = (g['name'] ?? '').replace(/^(?:(?:[Tt]he|of|and|for|to|in|on|Under|See|This|An?) )+/u, '');
      return /^Act$/u.test(name) ? null : `act:${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
    },
  },
];
