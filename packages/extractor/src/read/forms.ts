import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { documentKinds } from '@attest/model';

/** "(?i)..." in the data is a pattern that takes no notice of case; all patterns see line ends. */
const pattern = z
  .string()
  .transform((source) => (source.startsWith('(?i)') ? new RegExp(source.slice(4), 'imu') : new RegExp(source, 'mu')));
const schema = z.object({
  kinds: z.array(
    z.object({
      kind: z.enum(documentKinds),
      head: z.array(pattern),
      text: z.array(pattern).default([]),
      /** Head and text must both fit; else one is enough. */
      both: z.boolean().default(false),
    }),
  ),
  agencies: z.record(z.string(), z.string()),
  officialTitles: z.array(z.string()),
  firstPerson: z.array(z.string()),
});

/** What the form of a document tells: `data/forms.yaml`. */
export const forms = schema.parse(parse(readFileSync(new URL('../../data/forms.yaml', import.meta.url), 'utf8')));
