import type { DocumentRecord } from '@attest/model';

/** Hands out the record of a source as often as it is asked for, always the same; undefined where there is none. */
export type RecordSource = (sourceId: string) => DocumentRecord | undefined;
