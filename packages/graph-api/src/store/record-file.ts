import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AttestError, hashOf, type DocumentRecord } from '@attest/model';

/** Where a source's record lies: the name is a hash, so no source id reaches the disk as a path. */
export function pathOf(folder: string, sourceId: string): { readonly shard: string; readonly file: string } {
  const name = hashOf(sourceId);
  const shard = join(folder, name.slice(0, 2));
  return { shard, file: join(shard, `${name}.json`) };
}

export const damaged = (shard: string, name: string, why: string, cause?: unknown): AttestError =>
  new AttestError(
    'store-damaged',
    `the record ${shard}/${name} ${why}`,
    'Move the file away and extract its document again; the other records are whole.',
    { cause },
  );

const unreadable = (folder: string, sourceId: string, cause: unknown): AttestError => {
  const { shard, file } = pathOf(folder, sourceId);
  return damaged(basename(shard), basename(file), 'cannot be read', cause);
};

/** The bytes of a source's record in the folder of a store that is open in this process. Throws `store-damaged`. */
export function recordBytes(folder: string, sourceId: string): Buffer {
  try {
    return readFileSync(pathOf(folder, sourceId).file);
  } catch (cause) {
    throw unreadable(folder, sourceId, cause);
  }
}

/** A record that the store has checked when it was opened or when it took it in. Throws `store-damaged`. */
export function recordIn(folder: string, sourceId: string, bytes: Buffer): DocumentRecord {
  try {
    return JSON.parse(bytes.toString('utf8')) as DocumentRecord;
  } catch (cause) {
    throw unreadable(folder, sourceId, cause);
  }
}
