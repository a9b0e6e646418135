import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AttestError, hashOf, recordSchema, type DocumentRecord, type RecordStore } from '@attest/model';
import { syncFolder, writeDurably } from './files.ts';
import { lockFolder } from './lock.ts';

const suffix = '.json';

/** Where a source's record lies: the name is a hash, so no source id reaches the disk as a path. */
function pathOf(folder: string, sourceId: string): { readonly shard: string; readonly file: string } {
  const name = hashOf(sourceId);
  const shard = join(folder, name.slice(0, 2));
  return { shard, file: join(shard, `${name}${suffix}`) };
}

function readRecord(file: string): DocumentRecord {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new AttestError(
      'store-damaged',
      `the record ${file.slice(-28)} cannot be read`,
      'Move the file away and extract its document again.',
      { cause },
    );
  }
}

/**
 * The record files are the database: one per source, written whole and synced before `put` answers.
 * One process at a time may hold a folder. Leftovers of a crash are cleared at the start.
 */
export function openRecordStore(folder: string): Promise<RecordStore> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder);
  const heads = new Map<string, DocumentRecord>();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      for (const name of readdirSync(join(folder, entry.name))) {
        const file = join(folder, entry.name, name);
        if (name.endsWith('.tmp')) rmSync(file);
        else if (name.endsWith(suffix)) {
          const record = readRecord(file);
          heads.set(record.document.sourceId, record);
        }
      }
    }
  } catch (error) {
    unlock();
    return Promise.reject(error);
  }
  const sorted = (): readonly DocumentRecord[] =>
    [...heads.values()].toSorted((a, b) => (a.document.sourceId < b.document.sourceId ? -1 : 1));
  return Promise.resolve({
    put: async (record) => {
      const { shard, file } = pathOf(folder, record.document.sourceId);
      if (mkdirSync(shard, { recursive: true }) !== undefined) syncFolder(folder);
      writeDurably(file, JSON.stringify(recordSchema.parse(record)));
      heads.set(record.document.sourceId, record);
    },
    get: async (sourceId) => heads.get(sourceId) ?? null,
    all: async () => sorted(),
    remove: async (sourceId) => {
      const { shard, file } = pathOf(folder, sourceId);
      if (!existsSync(file)) return false;
      rmSync(file);
      syncFolder(shard);
      heads.delete(sourceId);
      return true;
    },
    close: async () => unlock(),
  });
}
