import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { modalities } from '@attest/model';

const read = (name: string): unknown => parse(readFileSync(new URL(`../data/${name}.yaml`, import.meta.url), 'utf8'));
const words = z.array(z.string());

const frameSchema = z.object({
  act: z.string(),
  as: z.boolean().optional(),
  needs: z.enum(['complement', 'as']).optional(),
  /** The act that is told when what is needed is not there. */
  otherwise: z.string().optional(),
  complement: z.enum(modalities).optional(),
});
/** What a verb tells; the key is its lemma, with its particle if it needs one. */
export type Frame = z.infer<typeof frameSchema>;
export const frames: ReadonlyMap<string, Frame> = new Map(
  Object.entries(z.record(z.string(), frameSchema).parse(read('frames'))),
);

const wordSet = words.transform((list): ReadonlySet<string> => new Set(list));
export const stance = z
  .object({
    saying: wordSet,
    denying: wordSet,
    doubting: wordSet,
    refusing: wordSet,
    planning: wordSet,
    requesting: wordSet,
    unsure: wordSet,
    inverted: wordSet,
    almost: wordSet,
    hedging: wordSet,
  })
  .parse(read('stance'));
