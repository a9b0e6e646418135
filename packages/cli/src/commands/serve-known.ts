import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { hashOf, revisionOf, type IngestInput, type RecordStore } from '@attest/model';

const keysSchema = z.object({ code: z.string(), keys: z.record(z.string(), z.string()) });

/** What decides how a document is read: compiled code, word lists, models, ontology. */
const parts = /(?:^|\/)(?:dist|data|models|ontology)\//u;

/** Folder of a package, as another one sees it. */
const packageOf = (name: string): string => realpathSync(fileURLToPath(new URL('..', import.meta.resolve(name))));

/** sha256 over what decides about a result in these packages. */
function codeOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const [index, folder] of folders.entries()) {
    for (const name of filesUnder(folder)) hash.update(`${index} ${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** Changes with everything that decides how a document becomes a record. */
export function recordCode(): string {
  const extractor = packageOf('@attest/extractor');
  return codeOf([packageOf('@attest/model'), realpathSync(join(extractor, 'node_modules/@attest/nlp')), extractor]);
}

/** Changes with everything that decides how records become a graph. */
export const graphCode = (): string => codeOf([packageOf('@attest/model'), packageOf('@attest/graph')]);

const filesUnder = (folder: string, inner = ''): string[] =>
  readdirSync(join(folder, inner), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) return inner !== '' || parts.test(`${name}/`) ? filesUnder(folder, name) : [];
      return parts.test(name) && !/\.(?:map|tsbuildinfo|d\.ts)$/u.test(name) ? [name] : [];
    });

const keyOf = ({ sourceId, file, bytes, meta }: IngestInput): string =>
  hashOf(sourceId, file, revisionOf(bytes), JSON.stringify(meta));

/**
 * Remembers in a data folder which documents were read, by which code, so that the next start reads only what changed.
 * The file may be deleted at any time: then everything is read again. What it says counts only where the record is there.
 */
export class KnownInputs {
  readonly #file: string;
  readonly #code: string;
  readonly #keys: ReadonlyMap<string, string>;

  constructor(folder: string, code: string) {
    this.#file = join(folder, 'inputs.json');
    this.#code = code;
    this.#keys = read(this.#file, code);
  }

  /** Those whose record is what reading them again would give. */
  async current(inputs: readonly IngestInput[], store: RecordStore): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const input of inputs) {
      if (this.#keys.get(input.sourceId) !== keyOf(input)) continue;
      const record = await store.get(input.sourceId);
      if (record?.document.revision === revisionOf(input.bytes)) known.add(input.sourceId);
    }
    return known;
  }

  /** Notes those whose record is in the store now; the others will be read again. */
  async remember(inputs: readonly IngestInput[], failed: ReadonlySet<string>): Promise<void> {
    const kept = inputs.filter(({ sourceId }) => !failed.has(sourceId));
    const keys = Object.fromEntries(kept.map((input) => [input.sourceId, keyOf(input)]));
    writeFileSync(`${this.#file}.tmp`, JSON.stringify({ code: this.#code, keys }));
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}

function read(file: string, code: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map();
  try {
    const known = keysSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (known.success && known.data.code === code) return new Map(Object.entries(known.data.keys));
  } catch (error) {
    // A file that is no JSON is as good as none.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return new Map();
}
