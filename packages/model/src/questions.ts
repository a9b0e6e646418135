import { readFileSync } from 'node:fs';
import { z } from 'zod';

const questionSchema = z.object({
  id: z.int().positive(),
  title: z.string(),
  query: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** A question that analysts ask, as Cypher text with the values it starts with. */
export type Question = z.infer<typeof questionSchema>;

const file = new URL('../data/questions.json', import.meta.url);

/** The ten questions of the explorer's cards; both stores answer them, with the same rows. */
export function loadQuestions(): readonly Question[] {
  return z.array(questionSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
