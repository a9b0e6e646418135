import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/${name}.yaml`, import.meta.url), 'utf8'));
const words = z.array(z.string());

/** Words by which names are found and typed. */
export const names = z
  .object({
    agencyWords: words,
    agencyStarts: words,
    cartelWords: words,
    cartelNames: words,
    organizationWords: words,
    press: words,
    notPersons: words,
    groupHeads: words,
    substances: words,
    designations: words,
    cartelNouns: words,
    works: words,
    states: words,
    aliases: z.record(z.string(), words),
    demonyms: z.record(z.string(), z.string()),
  })
  .parse(read('names'));

/** Titles that stand before a name, in lower case, with the office that they tell. */
export const titles = z
  .record(z.string(), z.object({ office: z.string().nullable(), title: z.string(), holders: words.optional() }))
  .parse(read('titles'));
