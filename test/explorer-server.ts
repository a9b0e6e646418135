import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentRecord } from '../packages/model/src/index.ts';
import { openRecordStore } from '../packages/graph-api/src/store/record-store.ts';
import { startServer } from './server.ts';

/** The real command over records made by hand: what the explorer shows then depends on nothing that reads text. */
export async function serveRecords(
  records: readonly DocumentRecord[],
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-records-'));
  const store = await openRecordStore(join(folder, 'records'));
  for (const record of records) await store.put(record);
  await store.close();
  const server = await startServer(['--data', folder]);
  return {
    address: server.address,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
