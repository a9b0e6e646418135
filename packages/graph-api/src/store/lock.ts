import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AttestError } from '@attest/model';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

function tryCreate(path: string): boolean {
  try {
    const handle = openSync(path, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Makes this process the one writer of a folder; returns how to give it back. A lock whose process is gone is taken over. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock');
  if (!tryCreate(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new AttestError('store-locked', `the data folder is in use by process ${holder}`, 'Stop that process, or give another folder with --data.');
    }
    rmSync(path, { force: true });
    if (!tryCreate(path)) throw new AttestError('store-locked', 'the data folder was taken by another process', 'Try again.');
  }
  return () => rmSync(path, { force: true });
}
