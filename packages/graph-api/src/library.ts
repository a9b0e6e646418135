import {
  AttestError,
  type DocumentRecord,
  type GraphStore,
  type Ingest,
  type IngestInput,
  type Ontology,
} from '@attest/model';
import { GraphThread } from './build/graph-thread.ts';
import type { Brought, Cache, Summary } from './build/messages.ts';
import type { Wanted } from './export/formats.ts';
import { layoutOf, type Places } from './layout/layout.ts';
import { NameIndex } from './search.ts';
import { isSnapshotStore } from './store/embedded-graph.ts';
import type { RecordFolder } from './store/record-store.ts';

const notLoaded = (): AttestError =>
  new AttestError('store-unavailable', 'no graph is loaded', 'Ask again when /healthz answers 200.');

/** What is served: the documents by source, the names to search in, and the digest of the graph in the store. */
export interface Loaded extends Pick<Brought, 'digest' | 'nodes' | 'edges' | 'isKept'> {
  readonly documents: ReadonlyMap<string, Summary>;
  readonly names: NameIndex;
}

interface Read {
  readonly input: IngestInput;
  readonly record: DocumentRecord;
}
/** What became of one file of an upload. */
export type Outcome = Read | { readonly input: IngestInput; readonly error: AttestError };

async function outcomeOf(input: IngestInput, work: () => Promise<DocumentRecord>): Promise<Outcome> {
  try {
    return { input, record: await work() };
  } catch (error) {
    if (!(error instanceof AttestError)) throw error;
    return { input, error };
  }
}

/** What a library is made of. */
export interface LibraryParts {
  readonly recordStore: RecordFolder;
  readonly graphStore: GraphStore;
  readonly ingest: Ingest;
  readonly ontology: Ontology;
  /** Where graph and layout are kept for the next start; nowhere by default. */
  readonly cache?: Cache;
  /** So many entities are resolved in memory at a time; any number by default. */
  readonly maxEntities?: number;
}

/** Records and the graph made from them: what is added is durable first, then in the graph, which changes as a whole. */
export class Library {
  readonly ontology: Ontology;
  readonly store: GraphStore;
  readonly #records: RecordFolder;
  readonly #ingest: Ingest;
  readonly #folder: string | undefined;
  readonly #thread: GraphThread;
  /** Sources whose records were written and that no graph holds yet; null: there may be any. */
  #changed: Set<string> | null = null;
  #layout: (() => Promise<Places>) | null = null;
  #places: Promise<Places> | null = null;
  #loaded: Loaded | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ recordStore, graphStore, ingest, ontology, cache, maxEntities = Infinity }: LibraryParts) {
    this.#records = recordStore;
    this.store = graphStore;
    this.#ingest = ingest;
    this.ontology = ontology;
    this.#folder = cache?.folder;
    this.#thread = new GraphThread({ records: recordStore.folder, ontology, cache: cache ?? null, maxEntities });
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }

  /** Brings the graph up to the records of the store, whoever put them there. */
  reload(): Promise<Loaded> {
    return this.#inTurn(() => {
      this.#changed = null;
      return this.#load();
    });
  }

  /** The record of a document that is served; null when there is none. */
  async record(sourceId: string): Promise<DocumentRecord | null> {
    return this.#loaded?.documents.has(sourceId) === true ? this.#records.get(sourceId) : null;
  }

  /**
   * Extracts documents and stores their records; then brings the graph up to all of them at once. One that cannot be read
   * does not hold up the others, nor does one that takes long those of others. What is answered as stored is on disk.
   */
  async add(inputs: readonly IngestInput[]): Promise<readonly Outcome[]> {
    const read = await Promise.all(inputs.map((input) => outcomeOf(input, () => this.#ingest.extract(input))));
    if (!read.some((outcome) => 'record' in outcome)) return read;
    return this.#inTurn(async () => {
      const outcomes: Outcome[] = [];
      for (const outcome of read) outcomes.push('record' in outcome ? await this.#put(outcome) : outcome);
      await this.#load();
      return outcomes;
    });
  }

  #put({ input, record }: Read): Promise<Outcome> {
    return outcomeOf(input, async () => {
      this.#changed?.add(input.sourceId);
      await this.#records.put(record);
      return record;
    });
  }

  /** Removes an uploaded document; false when there is none. Those of a served folder go when their file goes. */
  remove(sourceId: string): Promise<boolean> {
    return this.#inTurn(async () => {
      if (!sourceId.startsWith('upload:') && (await this.#records.get(sourceId))) {
        throw new AttestError(
          'forbidden',
          'the document comes from the served folder',
          'Remove its file from the folder and start again.',
        );
      }
      const removed = await this.#records.remove(sourceId);
      if (removed) await this.#load();
      return removed;
    });
  }

  /** Places of all actors; made in a thread of their own when they are first asked for. */
  places(): Promise<Places> {
    if (!this.#layout) return Promise.reject(notLoaded());
    this.#places ??= this.#layout();
    return this.#places;
  }

  /** The graph in a format, in stretches; one that a build overtakes goes on with the graph that it began with. */
  export(wanted: Wanted): AsyncGenerator<string> {
    return this.#thread.export(wanted);
  }

  /** Keeps the graph for the next start, if it has changed since this one; for when the service ends. */
  keep(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#loaded) await this.#thread.keep();
    });
  }

  /** Ends the thread that builds. */
  close(): Promise<void> {
    return this.#thread.close();
  }

  async #load(): Promise<Loaded> {
    const sources = await this.#records.sources();
    const { store } = this;
    const changed = this.#changed === null ? null : [...this.#changed];
    const { documents, names, layout, snapshot, ...brought } = await this.#thread.bring(
      sources,
      changed,
      isSnapshotStore(store),
    );
    if (snapshot && isSnapshotStore(store)) await store.load(snapshot, brought.digest);
    else await store.replace(await this.#thread.graph());
    this.#changed = new Set();
    this.#places = null;
    this.#layout = () => layoutOf(brought.digest, layout, this.#folder);
    const known = new Map(this.#loaded?.documents);
    for (const summary of documents) known.set(summary.sourceId, summary);
    this.#loaded = {
      ...brought,
      documents: new Map(sources.flatMap((id) => ((one) => (one ? [[id, one] as const] : []))(known.get(id)))),
      names: new NameIndex(names),
    };
    return this.#loaded;
  }

  /** Changes wait for each other. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
