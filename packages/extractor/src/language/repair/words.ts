import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

/** Verbs that a gerund follows, prepositions that one follows, verbs with a receiver, verbs that link a noun to the subject, verbs that stand by somebody, verbs of telling somebody. */
export const { gerundVerbs, gerundPrepositions, giving, linking, standingBy, telling } = z
  .strictObject({
    gerundVerbs: words,
    gerundPrepositions: words,
    giving: words,
    linking: words,
    standingBy: words,
    telling: words,
  })
  .parse(parse(readFileSync(new URL('../../../data/verbs.yaml', import.meta.url), 'utf8')));
