import type { AttestErrorCode, DocumentRecord, Ontology } from '@attest/model';
import type { Wanted } from '../export/formats.ts';
import type { LayoutInput } from '../layout/place.ts';
import type { NameEntry } from '../search.ts';

/** Where what may be thrown away is kept, for faster starts. */
export interface Cache {
  readonly folder: string;
  /** Changes with everything in the program that decides how records become a graph. */
  readonly code: string;
}
/** What a graph is built by. */
export interface BuildSetting {
  /** The record store's; the thread reads there and never writes. */
  readonly records: string;
  readonly ontology: Ontology;
  readonly cache: Cache | null;
  /** As `BuilderOptions.maxEntities` of `@attest/graph`. */
  readonly maxEntities: number;
}

/** A document in lists: all but its text and zones, and how much was found in it. */
export type Summary = Omit<DocumentRecord['document'], 'text' | 'zones'> & {
  readonly claims: number;
  readonly entities: number;
};

/** What is told of a graph that was built. */
export interface Brought {
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
  /** The graph is the one that an earlier start has kept: nothing had to be built. */
  readonly isKept: boolean;
  /** Those that are new or changed. */
  readonly documents: readonly Summary[];
  readonly names: readonly NameEntry[];
  readonly layout: LayoutInput;
  /** The graph for the engine's threads, where it was asked for. */
  readonly snapshot: Uint8Array | null;
}

/** What the thread is asked. */
export type Task =
  | {
      readonly kind: 'bring';
      readonly sources: readonly string[];
      /** Sources that may have changed besides new ones; null: any. */
      readonly changed: readonly string[] | null;
      readonly snapshot: boolean;
    }
  /** Begins an export, of the graph as it is then, or the graph itself as JSON lines. */
  | { readonly kind: 'export'; readonly number: number; readonly wanted: Wanted | 'lines' }
  | { readonly kind: 'chunk'; readonly number: number }
  | { readonly kind: 'drop'; readonly number: number }
  | { readonly kind: 'keep' };
/** A stretch of an export; null after its end. */
export type Chunk = string | null;

export interface Asked {
  readonly id: number;
  readonly task: Task;
}
export type Answered = { readonly id: number } & (
  | { readonly value: Brought | Chunk | undefined }
  | { readonly error: { readonly code: AttestErrorCode; readonly message: string; readonly hint: string } }
);
