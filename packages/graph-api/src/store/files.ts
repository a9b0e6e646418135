import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AttestError } from '@attest/model';

/** Puts a folder's entries on disk, so that a file made, renamed or removed in it stays so. */
export function syncFolder(folder: string): void {
  // Windows cannot open folders; its renames are journaled.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const closed = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What the file system says when a file cannot be written, as a typed error. */
function asAttestError(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (full.has(code)) {
    return new AttestError(
      'store-full',
      'the disk of the data folder is full',
      'Make room; what was stored before is whole.',
      {
        cause,
      },
    );
  }
  if (closed.has(code)) {
    return new AttestError(
      'store-unavailable',
      'the data folder cannot be written',
      'Give Attest the right to write there.',
      {
        cause,
      },
    );
  }
  return cause;
}

/** Writes a file so that after a crash either the old or the new content is there, whole. Returns when it is on disk. */
export function writeDurably(path: string, ...parts: readonly (string | Uint8Array)[]): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = openSync(temporary, 'w');
    try {
      // Unlike writeSync, it goes on until all is written, or throws.
      for (const part of parts) writeFileSync(handle, part);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asAttestError(error);
  }
}
