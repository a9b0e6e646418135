import { z } from 'zod';
import { parse } from 'yaml';
import { AttestError, documentKinds, type IngestInput } from '@attest/model';

const published = z.union([
  z.string(),
  z.object({ from: z.string(), to: z.string().optional(), basis: z.enum(['text', 'document', 'inferred']).optional() }),
]);
const entrySchema = z.object({
  file: z.string(),
  id: z.string().optional(),
  title: z.string().optional(),
  kind: z.enum(documentKinds).optional(),
  publisher: z.string().optional(),
  author: z.string().optional(),
  published: published.optional(),
});
type SourceEntry = z.infer<typeof entrySchema>;

/** What a folder's `sources.yaml` says of its files; the entry `file: '*'` holds for all of them. */
export class Sources {
  readonly #entries: ReadonlyMap<string, SourceEntry>;
  constructor(entries: readonly SourceEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.file, entry]));
  }

  /** Own id of a file (path relative to the folder of the sources.yaml), if one is given. */
  idOf(relative: string): string | undefined {
    return this.#entries.get(relative)?.id;
  }

  metaOf(relative: string): IngestInput['meta'] {
    const meta: Record<string, unknown> = { ...this.#entries.get('*'), ...this.#entries.get(relative) };
    delete meta['file'];
    delete meta['id'];
    return meta;
  }
}

/** Reads the text of a `sources.yaml`: a list of entries. Throws `invalid-input` that names the entry and the field. */
export function parseSources(text: string, where: string): Sources {
  let value: unknown;
  try {
    value = parse(text, { schema: 'failsafe' });
  } catch (cause) {
    throw new AttestError(
      'invalid-input',
      `${where}: not YAML: ${String(cause)}`,
      'Mend the file; corpus/sources.yaml is an example.',
      { cause },
    );
  }
  const entries = z.array(entrySchema).safeParse(value ?? []);
  if (entries.success) return new Sources(entries.data);
  const issue = entries.error.issues[0];
  throw new AttestError(
    'invalid-input',
    `${where}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`,
    'Mend the entry; corpus/sources.yaml is an example.',
  );
}
