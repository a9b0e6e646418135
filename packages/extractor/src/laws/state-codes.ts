import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { slug, type LawForm } from './citation.ts';
import { bare, fold, subsections } from './numbers.ts';

const { states, words, initials } = z
  .object({
    states: z.record(z.string(), z.array(z.string())),
    words: z.record(z.string(), z.string()),
    initials: z.record(z.string(), z.string()),
  })
  .parse(parse(readFileSync(new URL('../../data/state-codes.yaml', import.meta.url), 'utf8')));

const stateOf = new Map(
  Object.entries(states).flatMap(([postal, names]) => names.map((name) => [name, postal] as const)),
);
const anyOf = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((one) => one.replaceAll('.', String.raw`\.`))
    .join('|');
const number = String.raw`\d[\d:.-]{0,20}[\dA-Z]|\d{1,5}[A-Za-z]?`;
const sign = String.raw`(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.|r\.|art\.?)`;

/** The name of a code without abbreviations: "Rev. Stat. Ann." → "revised-statutes". */
const codeName = (written: string): string =>
  slug(
    written
      .split(/[\s,]+/u)
      .map((word) => words[word] ?? word)
      .join(' '),
  );

/** Citations of the codes of states: `state:ky/revised-statutes/15.020`; a title or chapter stands before the section. */
export const stateForms: readonly LawForm[] = [
  {
    rule: 'law/state-code',
    pattern: new RegExp(
      String.raw`(?<state>${anyOf([...stateOf.keys()])}) (?<code>(?:(?:${anyOf(Object.keys(words))}|&|and)(?:,? |,)){1,7}(?:\p{Lu}\p{L}{1,12}\.? (?:Law |Code )?)?)(?:tit\.\s?(?<title>\d{1,3}[A-Z]?),?\s)?(?:ch\.\s?(?<chapter>\d{1,4}[A-Z]?),?\s)?${sign}\s?(?<section>${number})(?<sub>${subsections})`,
      'gu',
    ),
    read: (g) => {
      const code = codeName(g['code'] ?? '');
      if (!/(?:code|law|statutes|rules|regulations)/u.test(code)) return null;
      const place = [g['title'], g['chapter'], fold(g['section'])].filter((part) => part !== undefined).join('/');
      return { normal: `state:${stateOf.get(g['state'] ?? '')}/${code}/${place}`, sub: bare(g['sub']) };
    },
  },
  {
    rule: 'law/state-initials',
    pattern: new RegExp(
      String.raw`(?<code>${anyOf(Object.keys(initials))})\s(?:${sign}\s?)?(?<section>\d[\d:.-]{1,20}\d)(?<sub>${subsections})`,
      'gu',
    ),
    read: (g) => {
      const [state = '', ...name] = (initials[g['code'] ?? ''] ?? '').split(' ');
      return { normal: `state:${state}/${slug(name.join(' '))}/${fold(g['section'])}`, sub: bare(g['sub']) };
    },
  },
];
