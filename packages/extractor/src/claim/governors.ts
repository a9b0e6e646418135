import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const wordSet = z.array(z.string()).transform((list): ReadonlySet<string> => new Set(list));
const classes = z.record(z.string(), z.array(z.string()));
const schema = z.strictObject({
  verbs: classes,
  nouns: classes,
  adjectives: classes,
  prepositions: classes,
  negation: wordSet,
  hedging: wordSet,
  future: wordSet,
  maybe: wordSet,
  must: wordSet,
  inverted: wordSet,
  light: wordSet,
  transparent: wordSet,
  notActs: wordSet,
  alsoActs: wordSet,
  manySenses: wordSet,
  prepositional: wordSet,
  alone: wordSet,
  phrasal: wordSet,
  lightActs: wordSet,
  objectControl: wordSet,
  selfControl: wordSet,
  arbitraryControl: wordSet,
  alleging: wordSet,
  likely: wordSet,
  writings: wordSet,
  making: wordSet,
  carried: wordSet,
  charging: wordSet,
  arresting: wordSet,
  holding: wordSet,
  joining: wordSet,
  forces: wordSet,
  enforced: wordSet,
  asking: wordSet,
  phoning: wordSet,
  blaming: wordSet,
  convicting: wordSet,
  catching: wordSet,
  fighting: wordSet,
  carriers: wordSet,
  belongings: wordSet,
  affecting: wordSet,
});

const data = schema.parse(parse(readFileSync(new URL('../../data/governors.yaml', import.meta.url), 'utf8')));

/** Word → its class; a word that stands in several keeps the first. */
function byWord(table: z.infer<typeof classes>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, list] of Object.entries(table))
    for (const word of list) if (!found.has(word)) found.set(word, name);
  return found;
}

/** What a word makes of the clause that hangs on it; see data/governors.yaml. */
export const governors = {
  ...data,
  verbs: byWord(data.verbs),
  /** For infinitives: "ask to", "hope to" are no sayings. */
  infinitives: byWord({ ...data.verbs, saying: [], doubting: [] }),
  nouns: byWord(data.nouns),
  adjectives: byWord(data.adjectives),
  prepositions: byWord(data.prepositions),
};
