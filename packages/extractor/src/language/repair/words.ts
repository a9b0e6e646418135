import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));

/** Classes of verbs, nouns and prepositions that tell how a sentence hangs together; data/verbs.yaml says what each is. */
export const {
  appealing,
  appeals,
  controlling,
  describing,
  gerundPrepositions,
  gerundVerbs,
  giving,
  infinitiveNouns,
  infinitiveVerbs,
  linking,
  nounVerbs,
  reporting,
  standingBy,
  telling,
} = z
  .strictObject({
    appealing: words,
    appeals: words,
    controlling: words,
    describing: words,
    gerundPrepositions: words,
    gerundVerbs: words,
    giving: words,
    infinitiveNouns: words,
    infinitiveVerbs: words,
    linking: words,
    nounVerbs: words,
    reporting: words,
    standingBy: words,
    telling: words,
  })
  .parse(parse(readFileSync(new URL('../../../data/verbs.yaml', import.meta.url), 'utf8')));
