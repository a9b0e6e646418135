import type { RunOptions } from '../context.ts';
import type { Encoded, EncodedError } from './codec.ts';

export type Limits = Pick<RunOptions, 'deadlineMs' | 'maxRows' | 'maxMemoryBytes' | 'maxPathLength'>;

/** What a thread is started with. Both views stand on shared memory: threads read one copy of the snapshot. */
export interface ThreadData {
  readonly snapshot: Uint8Array;
  /** One cell: the number of the job that is to stop. */
  readonly cancelled: Int32Array;
}

export interface Job {
  readonly query: string;
  readonly parameters: Encoded;
  readonly limits: Limits;
}
export interface NumberedJob extends Job {
  readonly id: number;
}

/** The first message says that the graph is loaded; each further one answers a job. */
export type Reply =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'result';
      /** One row after the other: a flat list crosses faster than many short ones. */
      readonly values: Encoded[];
      readonly rowCount: number;
      readonly rest: Encoded;
    }
  | { readonly kind: 'error'; readonly error: EncodedError };
