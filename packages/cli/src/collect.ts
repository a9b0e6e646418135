import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { AttestError, type IngestInput } from '@attest/model';
import { parseSources, Sources } from './sources.ts';

const extensions = /\.(?:txt|md|x?html?)$/iu;
const largestFile = 64 * 1024 * 1024;

/** Documents found under the given paths, and what was passed over with the reason. */
export interface Collected {
  readonly inputs: readonly IngestInput[];
  readonly skipped: readonly string[];
}

interface SourcesFolder {
  readonly folder: string;
  readonly sources: Sources;
}

function nearestSources(folder: string, cache: Map<string, SourcesFolder | null>): SourcesFolder | null {
  const known = cache.get(folder);
  if (known !== undefined) return known;
  const file = join(folder, 'sources.yaml');
  const parent = dirname(folder);
  const found = existsSync(file)
    ? { folder, sources: parseSources(readFileSync(file, 'utf8'), basename(file)) }
    : parent === folder
      ? null
      : nearestSources(parent, cache);
  cache.set(folder, found);
  return found;
}

function filesUnder(folder: string, skipped: string[], given: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'key' || entry.name === 'sources.yaml') return [];
      if (entry.isDirectory()) return filesUnder(path, skipped, given);
      if (entry.isFile() && extensions.test(entry.name)) return [path];
      skipped.push(`${relative(given, path)}: not a document that can be read (.txt, .md, .html)`);
      return [];
    });
}

function bytesOf(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AttestError('unreadable-document', `${file} cannot be read.`, 'Check that it is still there.', { cause });
  }
}

const posix = (path: string): string => path.split(sep).join('/');

/**
 * Finds the documents under files and folders and names their sources as the design's "Identity" says, sorted by source id. Bytes are read when they are asked
 * for, so that a folder of any size takes little memory.
 */
export function collect(paths: readonly string[], caller: string): Collected {
  const skipped: string[] = [];
  const cache = new Map<string, SourcesFolder | null>();
  const inputs = new Map<string, IngestInput>();
  for (const given of paths) {
    const path = resolve(caller, given);
    if (!existsSync(path))
      throw new AttestError(
        'not-found',
        `there is no file or folder ${given}`,
        'Check the path; it is taken relative to the folder you call from.',
      );
    const single = statSync(path).isFile();
    for (const file of single ? [path] : filesUnder(path, skipped, path)) {
      if (statSync(file).size > largestFile) {
        skipped.push(`${posix(relative(caller, file))}: larger than ${largestFile / 1048576} MB`);
        continue;
      }
      const known = nearestSources(dirname(file), cache);
      const local = known ? posix(relative(known.folder, file)) : single ? basename(file) : posix(relative(path, file));
      const sourceId = known?.sources.idOf(local) ?? local;
      inputs.set(sourceId, {
        sourceId,
        file: local,
        meta: known?.sources.metaOf(local) ?? {},
        get bytes() {
          return bytesOf(file, local);
        },
      });
    }
  }
  return { inputs: [...inputs.values()].toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1)), skipped };
}
