import type { GraphBuilder } from '@attest/graph';
import {
  AttestError,
  type DocumentRecord,
  type Graph,
  type GraphStore,
  type Ingest,
  type IngestInput,
  type Ontology,
  type RecordStore,
} from '@attest/model';
import { layoutOf, type Places } from './layout/layout.ts';
import { NameIndex } from './search.ts';
import { KeptGraph } from './store/kept-graph.ts';

/** What is served: the records by source, the names to search in, and the digest of the graph in the store. */
export interface Loaded {
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
  /** The graph is the one that an earlier start has kept: nothing had to be built. */
  readonly isKept: boolean;
  readonly records: ReadonlyMap<string, DocumentRecord>;
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

/** Where what may be thrown away is kept, for faster starts. */
export interface Cache {
  readonly folder: string;
  /** Changes with everything in the program that decides how records become a graph. */
  readonly code: string;
}

/** Records and the graph made from them: what is added is durable first, then in the graph, which changes as a whole. */
export class Library {
  readonly ontology: Ontology;
  readonly store: GraphStore;
  readonly #records: RecordStore;
  readonly #ingest: Ingest;
  readonly #folder: string | undefined;
  readonly #kept: KeptGraph | null;
  /** Keeps up with the records; only what a change touches is made anew. A start without changes needs none. */
  #builder: GraphBuilder | null = null;
  /** The records that the builder holds. */
  readonly #built = new Map<string, DocumentRecord>();
  #graph: Graph | null = null;
  #isKept = false;
  #layout: Promise<Places> | null = null;
  #loaded: Loaded | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    readonly recordStore: RecordStore;
    readonly graphStore: GraphStore;
    readonly ingest: Ingest;
    readonly ontology: Ontology;
    readonly cache?: Cache;
  }) {
    this.#records = parts.recordStore;
    this.store = parts.graphStore;
    this.#ingest = parts.ingest;
    this.ontology = parts.ontology;
    this.#folder = parts.cache?.folder;
    this.#kept = parts.cache ? new KeptGraph(parts.cache.folder, parts.cache.code, parts.ontology) : null;
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }

  /** Brings the graph up to the records of the store, whoever put them there. */
  reload(): Promise<Loaded> {
    return this.#inTurn(() => this.#load());
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
    this.#layout ??= layoutOf(this.graph, this.#folder);
    return this.#layout;
  }

  /** The graph as it was last given to the store: with the types of all values, which no store's JSON tells. */
  get graph(): Graph {
    if (this.#graph) return this.#graph;
    throw new AttestError('store-unavailable', 'no graph is loaded', 'Ask again when /healthz answers 200.');
  }

  /** Keeps the graph for the next start, if it has changed since this one; for when the service ends. */
  keep(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#graph === null || this.#isKept) return;
      this.#kept?.write(await this.#records.all(), this.#graph);
      this.#isKept = true;
    });
  }

  async #load(): Promise<Loaded> {
    const records = await this.#records.all();
    const kept = this.#loaded === null ? (this.#kept?.read(records) ?? null) : null;
    const graph = kept ?? (await this.#build(records));
    await this.store.replace(graph);
    this.#graph = graph;
    this.#isKept = kept !== null;
    this.#layout = null;
    this.#loaded = {
      digest: graph.digest,
      nodes: graph.nodes.length,
      edges: graph.edges.length,
      isKept: this.#isKept,
      records: new Map(records.map((record) => [record.document.sourceId, record])),
      names: await NameIndex.from(this.store),
    };
    return this.#loaded;
  }

  async #build(records: readonly DocumentRecord[]): Promise<Graph> {
    if (this.#builder === null) {
      const { GraphBuilder } = await import('@attest/graph');
      this.#builder = new GraphBuilder(this.ontology);
    }
    const gone = new Set(this.#built.keys());
    for (const record of records) {
      const { sourceId } = record.document;
      gone.delete(sourceId);
      if (this.#built.get(sourceId) === record) continue;
      this.#builder.addRecord(record);
      this.#built.set(sourceId, record);
    }
    for (const sourceId of gone) {
      this.#builder.removeRecord(sourceId);
      this.#built.delete(sourceId);
    }
    return this.#builder.build().graph;
  }

  /** Changes wait for each other. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
