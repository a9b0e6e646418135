import { GraphBuilder } from '@attest/graph';
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

/** What is served: the records by source, the names to search in, and the digest of the graph in the store. */
export interface Loaded {
  readonly digest: string;
  readonly nodes: number;
  readonly edges: number;
  readonly records: ReadonlyMap<string, DocumentRecord>;
  readonly names: NameIndex;
}

/** What became of one file of an upload. */
export type Outcome =
  | { readonly input: IngestInput; readonly record: DocumentRecord }
  | { readonly input: IngestInput; readonly error: AttestError };

/** Records and the graph made from them: what is added is durable first, then in the graph, which changes as a whole. */
export class Library {
  readonly ontology: Ontology;
  readonly store: GraphStore;
  readonly #records: RecordStore;
  readonly #ingest: Ingest;
  /** Keeps up with the records; only what a change touches is made anew. */
  readonly #builder: GraphBuilder;
  readonly #folder: string | undefined;
  #graph: Graph | null = null;
  #layout: Promise<Places> | null = null;
  #loaded: Loaded | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    readonly recordStore: RecordStore;
    readonly graphStore: GraphStore;
    readonly ingest: Ingest;
    readonly ontology: Ontology;
    /** Where what may be thrown away is kept, for faster starts. */
    readonly cacheFolder?: string;
  }) {
    this.#records = parts.recordStore;
    this.store = parts.graphStore;
    this.#ingest = parts.ingest;
    this.ontology = parts.ontology;
    this.#folder = parts.cacheFolder;
    this.#builder = new GraphBuilder(parts.ontology);
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }

  /** Brings the graph up to the records of the store, whoever put them there. */
  reload(): Promise<Loaded> {
    return this.#inTurn(async () => {
      const records = await this.#records.all();
      const gone = new Set(this.#loaded?.records.keys());
      for (const record of records) {
        const { sourceId } = record.document;
        gone.delete(sourceId);
        if (this.#loaded?.records.get(sourceId) !== record) this.#builder.addRecord(record);
      }
      for (const sourceId of gone) this.#builder.removeRecord(sourceId);
      return this.#load();
    });
  }

  /**
   * Extracts documents and stores their records; then brings the graph up to all of them at once. One that cannot be read
   * does not hold up the others. What is answered as stored is on disk.
   */
  add(inputs: readonly IngestInput[]): Promise<readonly Outcome[]> {
    return this.#inTurn(async () => {
      const outcomes: Outcome[] = [];
      for (const input of inputs) {
        try {
          const record = await this.#ingest.extract(input);
          await this.#records.put(record);
          this.#builder.addRecord(record);
          outcomes.push({ input, record });
        } catch (error) {
          if (!(error instanceof AttestError)) throw error;
          outcomes.push({ input, error });
        }
      }
      if (outcomes.some((outcome) => 'record' in outcome)) await this.#load();
      return outcomes;
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
      if (removed) {
        this.#builder.removeRecord(sourceId);
        await this.#load();
      }
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

  async #load(): Promise<Loaded> {
    const { graph } = this.#builder.build();
    await this.store.replace(graph);
    const records = await this.#records.all();
    this.#graph = graph;
    this.#layout = null;
    this.#loaded = {
      digest: graph.digest,
      nodes: graph.nodes.length,
      edges: graph.edges.length,
      records: new Map(records.map((record) => [record.document.sourceId, record])),
      names: await NameIndex.from(this.store),
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
