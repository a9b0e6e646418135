import type { Decision } from '@attest/model';
import type { RecordSource } from './record-source.ts';

/** How a graph is built. */
export interface BuilderOptions {
  /** As they were taken, oldest first; without one of them the graph is as if it had never been. */
  readonly decisions?: readonly Decision[];
  /**
   * Hands out the record of any source that was added, which the builder then does not keep: it must give the last one
   * that was added, the same each time. By default the builder keeps the records itself.
   */
  readonly recordOf?: RecordSource;
  /**
   * A corpus with more entities than this is resolved anew at each build, so many at a time: the same graph in less memory
   * and more time. By default all are held, and only what a change touches is resolved.
   */
  readonly maxEntities?: number;
}
