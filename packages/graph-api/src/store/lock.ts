import { randomInt } from 'node:crypto';
import { closeSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AttestError, hashOf } from '@attest/model';

const attempts = 12;
/** Everything about a holder stands in the name of its file, so that a lock is whole as soon as it is there. */
const pattern = /^lock-([0-9a-f]+)-(\d+)-([0-9a-f]+)$/u;

const read = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** When a process started, since numbers of processes are given out again; null where the system does not tell. */
function startOf(pid: number): string | null {
  const boot = read('/proc/sys/kernel/random/boot_id');
  // After the name in brackets, which may hold anything, the start is the twentieth field.
  const start = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19];
  return boot === null || start === undefined ? null : hashOf(boot, start);
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === null || start === '0' || now === start;
}

const machine = (): string => hashOf(hostname());

/** Others that hold the folder or try to; the files of processes that are gone are cleared away. */
function others(folder: string, own: string): readonly string[] {
  return readdirSync(folder).filter((name) => {
    const [, host, pid, start] = pattern.exec(name) ?? [];
    if (name === own || host === undefined || pid === undefined || start === undefined) return false;
    if (host !== machine() || isAlive(Number(pid), start)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

function locked(name: string): AttestError {
  const [, host, pid] = pattern.exec(name) ?? [];
  return host === machine()
    ? new AttestError(
        'store-locked',
        `the data folder is in use by process ${pid}`,
        'Stop that process, or give another folder with --data.',
      )
    : new AttestError(
        'store-locked',
        'the data folder is in use on another machine or container',
        `Stop Attest there. If it is gone, remove the file ${name} from the data folder.`,
      );
}

/** Folders that this very process holds. */
const held = new Set<string>();

/**
 * Makes this process the one writer of a folder; returns how to give it back. Everybody first lays down a file of their own
 * and then looks for those of others: of two who come at the same time at least the later one sees the other and withdraws,
 * so never do both hold the folder, also when they find the lock of a process that is gone. Who withdrew tries again soon.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const path = resolve(folder);
  if (held.has(path))
    throw new AttestError('store-locked', 'the data folder is open in this process already', 'Close it first.');
  held.add(path);
  const own = `lock-${machine()}-${process.pid}-${startOf(process.pid) ?? '0'}`;
  const file = join(path, own);
  const release = (): void => rmSync(file, { force: true });
  try {
    for (let attempt = 1; ; attempt += 1) {
      closeSync(openSync(file, 'w'));
      const [other] = others(path, own);
      if (other === undefined) break;
      release();
      if (attempt === attempts) throw locked(other);
      await pause(randomInt(5, 50));
    }
  } catch (error) {
    held.delete(path);
    release();
    throw error;
  }
  let released = false;
  return () => {
    if (released) return;
    released = true;
    held.delete(path);
    release();
  };
}
