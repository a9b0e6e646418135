// The thread's side: one task after the other, each to its end.
import { parentPort, workerData } from 'node:worker_threads';
import { AttestError } from '@attest/model';
import { GraphWork } from './graph-work.ts';
import type { Answered, Asked, BuildSetting, Brought } from './messages.ts';

const port = parentPort;
const work = new GraphWork(workerData as BuildSetting);
const transferred = (value: unknown): ArrayBuffer[] => {
  const snapshot = (value as Partial<Brought> | null | undefined)?.snapshot;
  return snapshot?.buffer instanceof ArrayBuffer ? [snapshot.buffer] : [];
};

port?.on('message', ({ id, task }: Asked) => {
  try {
    const value = work.do(task);
    port.postMessage({ id, value } satisfies Answered, transferred(value));
  } catch (error) {
    // Whatever else is thrown ends the thread; a fresh one starts from the records.
    if (!(error instanceof AttestError)) throw error;
    const { code, message, hint } = error;
    port.postMessage({ id, error: { code, message, hint } } satisfies Answered);
  }
});
