import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
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

/** Folders that this very process holds; a pid alone cannot tell them. */
const held = new Set<string>();

/** Makes this process the one writer of a folder; returns how to give it back. A lock whose process is gone is taken over. */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder, 'lock');
  if (held.has(path))
    throw new AttestError('store-locked', 'the data folder is open in this process already', 'Close it first.');
  if (!tryCreate(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new AttestError(
        'store-locked',
        `the data folder is in use by process ${holder}`,
        'Stop that process, or give another folder with --data.',
      );
    }
    rmSync(path, { force: true });
    if (!tryCreate(path))
      throw new AttestError('store-locked', 'the data folder was taken by another process', 'Try again.');
  }
  held.add(path);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    held.delete(path);
    rmSync(path, { force: true });
  };
}
