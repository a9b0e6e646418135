import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { LawForm, LawReading } from './citation.ts';
import { bare, subsections } from './numbers.ts';

/** Sections of the Immigration and Nationality Act and their places in title 8. */
const sections = z
  .record(z.string(), z.string())
  .parse(parse(readFileSync(new URL('../../data/ina-sections.yaml', import.meta.url), 'utf8')));

const act = String.raw`,? (?:of|under) the (?:Immigration (?:and|&) Nationality Act|INA)\b`;
const number = String.raw`(?<section>\d{3}[A-D]?)(?<sub>${subsections})`;
const read = (groups: Readonly<Record<string, string | undefined>>): LawReading => ({
  normal: inaSection(groups['section'] ?? ''),
  sub: bare(groups['sub']),
});

/** Normal form of a section of the Act: that of the U.S. Code where it has one. */
export const inaSection = (written: string): string =>
  sections[written] === undefined ? `ina:${written}` : `usc:8/${sections[written]}`;

/** The Act behind the last section of a list. */
export const ofAct = new RegExp(`^${act}`, 'u');

export const inaForms: readonly LawForm[] = [
  {
    rule: 'law/ina-section',
    pattern: new RegExp(
      String.raw`(?:INA|I\.N\.A\.|Immigration and Nationality Act),?\s{0,2}(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.)?\s{0,2}${number}`,
      'gu',
    ),
    read,
    lists: true,
  },
  {
    rule: 'law/section-of-ina',
    // The Act belongs to the last section of a list: "sections 212(f) and 215(a) of the Immigration and Nationality Act".
    pattern: new RegExp(
      String.raw`(?:§{1,2}|[Ss]ections?|[Ss]ecs?\.)\s{0,2}${number}(?=(?:(?:, and|,| and| or) \d{3}[A-D]?${subsections}){0,6}${act})(?:${act})?`,
      'gu',
    ),
    read,
    lists: true,
  },
];
