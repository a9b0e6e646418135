import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AttestError, hashOf, recordSchema, type DocumentRecord, type RecordStore } from '@attest/model';
import { syncFolder, writeDurably } from './files.ts';
import { lockFolder } from './lock.ts';
import { damaged, pathOf } from './record-file.ts';

const shardName = /^[0-9a-f]{2}$/u;
const recordName = /^[0-9a-f]{20}\.json$/u;
const leftover = /^[0-9a-f]{20}\.json\.\d+\.tmp$/u;

function readRecord(file: string, shard: string): DocumentRecord {
  const name = basename(file);
  let record: DocumentRecord;
  try {
    record = recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw damaged(shard, name, 'cannot be read', cause);
  }
  if (`${hashOf(record.document.sourceId)}.json` === name) return record;
  throw damaged(shard, name, 'holds the record of another source');
}

/** Records by source; null where it is only on disk. */
type Heads = Map<string, DocumentRecord | null>;

/** All records of a folder; what a crash left half written is cleared, files of others are left alone. */
function readAll(folder: string, holds: boolean): Heads {
  const heads: Heads = new Map();
  for (const shard of readdirSync(folder).filter((name) => shardName.test(name))) {
    for (const name of readdirSync(join(folder, shard))) {
      const file = join(folder, shard, name);
      if (leftover.test(name)) rmSync(file);
      else if (recordName.test(name)) {
        const record = readRecord(file, shard);
        heads.set(record.document.sourceId, holds ? record : null);
      }
    }
  }
  return heads;
}

/** A record store whose files other threads of this process may read. */
export interface RecordFolder extends RecordStore {
  readonly folder: string;
}

/**
 * The record files are the database: one per source, written whole and synced before `put` answers.
 * One process at a time may hold a folder. `holds`: keeps in memory what it has read and written (by default); without it
 * the memory that it takes does not grow with what the records hold.
 */
export async function openRecordStore(folder: string, { holds = true } = {}): Promise<RecordFolder> {
  mkdirSync(folder, { recursive: true });
  const unlock = await lockFolder(folder);
  let heads: Heads;
  try {
    heads = readAll(folder, holds);
  } catch (error) {
    unlock();
    throw error;
  }
  const headOf = (sourceId: string): DocumentRecord | null => {
    const head = heads.get(sourceId);
    if (head !== null) return head ?? null;
    const { shard, file } = pathOf(folder, sourceId);
    return readRecord(file, basename(shard));
  };
  const sources = (): string[] => [...heads.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  let open = true;
  const mustBeOpen = (): void => {
    if (!open) throw new AttestError('store-unavailable', 'the record store is closed', 'Open it again.');
  };
  return {
    folder,
    put: async (record) => {
      mustBeOpen();
      const checked = recordSchema.safeParse(record);
      if (!checked.success) {
        const [issue] = checked.error.issues;
        throw new AttestError(
          'invalid-input',
          `the record does not fit: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
          'Extract its document again.',
        );
      }
      const { shard, file } = pathOf(folder, record.document.sourceId);
      if (mkdirSync(shard, { recursive: true }) !== undefined) syncFolder(folder);
      writeDurably(file, JSON.stringify(checked.data));
      heads.set(record.document.sourceId, holds ? checked.data : null);
    },
    get: async (sourceId) => headOf(sourceId),
    sources: async () => sources(),
    all: async () => sources().flatMap((sourceId) => headOf(sourceId) ?? []),
    remove: async (sourceId) => {
      mustBeOpen();
      const { shard, file } = pathOf(folder, sourceId);
      if (!existsSync(file)) return false;
      rmSync(file);
      syncFolder(shard);
      heads.delete(sourceId);
      return true;
    },
    close: async () => {
      open = false;
      unlock();
    },
  };
}
