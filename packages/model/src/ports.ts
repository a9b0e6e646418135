import type { DocumentRecord } from './record.ts';

/** Values that a property of the graph may have; days are `{date: 'YYYY-MM-DD'}`. */
export type GraphValue = string | number | boolean | readonly string[] | { readonly date: string };
export interface GraphNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, GraphValue>>;
}
export interface GraphEdge {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, GraphValue>>;
}
/** The whole projection; nodes and edges sorted by id. `digest` is the same exactly when the graph is. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly digest: string;
}

export interface QueryOptions {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly deadlineMs?: number;
  readonly maxRows?: number;
  readonly signal?: AbortSignal;
}
/** Rows are arrays in the order of the columns; values are JSON: nodes `{id, labels, properties}`, relationships `{id, type, from, to, properties}`. EXPLAIN gives one row per step: operator, details, rows. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly truncated: boolean;
  /** In the order of their places. */
  readonly notifications: readonly QueryNotification[];
}
/** What is no error but worth knowing about a query: a label or type that the graph does not have, a deprecated function. */
export interface QueryNotification {
  readonly code: string;
  readonly message: string;
  /** In the query: offset in UTF-16 units, line and column from one. */
  readonly position: { readonly offset: number; readonly line: number; readonly column: number };
}
/** Holds the projection and answers reading Cypher. */
export interface GraphStore {
  /** Replaces the projection as a whole; queries that run see the old one to their end. */
  replace(graph: Graph): Promise<void>;
  /** Digest of the projection that is loaded, null when there is none. */
  digest(): Promise<string | null>;
  /** Only text that passed the guard may come here. */
  query(text: string, options?: QueryOptions): Promise<QueryRows>;
  close(): Promise<void>;
}

/** Holds the records: one head per source; what `put` has answered is on disk. */
export interface RecordStore {
  put(record: DocumentRecord): Promise<void>;
  get(sourceId: string): Promise<DocumentRecord | null>;
  /** The sources that have a head, sorted. */
  sources(): Promise<readonly string[]>;
  /** All heads, sorted by sourceId. */
  all(): Promise<readonly DocumentRecord[]>;
  remove(sourceId: string): Promise<boolean>;
  close(): Promise<void>;
}

/** One document's bytes with what is known about them. */
export interface IngestInput {
  readonly sourceId: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly meta: {
    readonly title?: string;
    readonly kind?: string;
    readonly publisher?: string;
    readonly author?: string;
    readonly published?:
      | string
      | { readonly from: string; readonly to?: string; readonly basis?: 'text' | 'document' | 'inferred' };
  };
}
/** Bytes to a record. Throws a typed error when the bytes are no readable document. */
export interface Ingest {
  extract(input: IngestInput): Promise<DocumentRecord>;
}
