import { buildGraph } from '@attest/graph';
import type {
  DocumentRecord,
  Graph,
  GraphEdge,
  GraphNode,
  GraphStore,
  IngestInput,
  Ingest,
  Ontology,
  RecordStore,
} from '@attest/model';

/** The loaded graph with the indexes that the routes read. */
export interface Loaded {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly from: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly to: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly records: ReadonlyMap<string, DocumentRecord>;
}

function indexBy(edges: readonly GraphEdge[], end: 'from' | 'to'): ReadonlyMap<string, readonly GraphEdge[]> {
  const index = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const list = index.get(edge[end]);
    if (list) list.push(edge);
    else index.set(edge[end], [edge]);
  }
  return index;
}

/** Records and the graph made from them: what is added is durable first, then in the graph, which changes as a whole. */
export class Library {
  readonly #records: RecordStore;
  readonly #store: GraphStore;
  readonly #ingest: Ingest;
  readonly #ontology: Ontology;
  #loaded: Loaded | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    readonly recordStore: RecordStore;
    readonly graphStore: GraphStore;
    readonly ingest: Ingest;
    readonly ontology: Ontology;
  }) {
    this.#records = parts.recordStore;
    this.#store = parts.graphStore;
    this.#ingest = parts.ingest;
    this.#ontology = parts.ontology;
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }
  get ontology(): Ontology {
    return this.#ontology;
  }
  get store(): GraphStore {
    return this.#store;
  }

  /** Makes the graph anew from all records. */
  async reload(): Promise<Graph> {
    const records = await this.#records.all();
    const graph = buildGraph(records, this.#ontology);
    await this.#store.replace(graph);
    this.#loaded = {
      graph,
      nodes: new Map(graph.nodes.map((node) => [node.id, node])),
      from: indexBy(graph.edges, 'from'),
      to: indexBy(graph.edges, 'to'),
      records: new Map(records.map((record) => [record.document.sourceId, record])),
    };
    return graph;
  }

  /** Extracts one document, stores its record and brings the graph up to it. Additions wait for each other. */
  add(input: IngestInput): Promise<DocumentRecord> {
    const done = this.#queue.then(async () => {
      const record = await this.#ingest.extract(input);
      await this.#records.put(record);
      await this.reload();
      return record;
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
