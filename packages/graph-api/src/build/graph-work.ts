import { createHash } from 'node:crypto';
import { GraphBuilder } from '@attest/graph';
import { AttestError, keyNameOf, type DocumentRecord, type Graph } from '@attest/model';
import { formatOf } from '../export/formats.ts';
import { layoutInputOf } from '../layout/layout-input.ts';
import type { NameEntry } from '../search.ts';
import { snapshotOf } from '../store/graph-snapshot.ts';
import { KeptGraph } from '../store/kept-graph.ts';
import { recordBytes, recordIn } from '../store/record-file.ts';
import type { BuildSetting, Brought, Chunk, Summary, Task } from './messages.ts';

const chunkLength = 1 << 17;

function summaryOf({ document: { text: _text, zones: _zones, ...rest }, claims, entities }: DocumentRecord): Summary {
  return { ...rest, claims: claims.length, entities: entities.length };
}

/** All actors with the keys under which they are looked for, and how many edges lead to or from them. */
function namesOf({ nodes, edges }: Graph): readonly NameEntry[] {
  const links = new Map<string, number>();
  for (const { from, to } of edges)
    for (const end of from === to ? [from] : [from, to]) links.set(end, (links.get(end) ?? 0) + 1);
  return nodes.flatMap(({ id, labels, properties: { name, type, aliases } }) => {
    if (!labels.includes('Entity') || typeof name !== 'string' || typeof type !== 'string') return [];
    const all = [name, ...(Array.isArray(aliases) ? (aliases as readonly string[]) : [])];
    return [{ item: { id, name, type }, keys: [...new Set(all.map(keyNameOf))], links: links.get(id) ?? 0 }];
  });
}

/** The graph as JSON lines: what it is, its nodes, its edges. */
function* linesOf({ nodes, edges, digest }: Graph): Generator<string> {
  yield `${JSON.stringify({ digest, nodes: nodes.length })}\n`;
  for (const item of [...nodes, ...edges]) yield `${JSON.stringify(item)}\n`;
}

/** The thread's work: keeps a graph up with the records of a folder, which it reads and nobody writes meanwhile. */
export class GraphWork {
  readonly #setting: BuildSetting;
  readonly #kept: KeptGraph | null;
  /** Only what a change touches is made anew. A start without changes needs none. */
  #builder: GraphBuilder | null = null;
  /** sha256 of the record of each source that the graph is made from. */
  #revisions = new Map<string, string>();
  /** The same of those that the builder holds. */
  readonly #built = new Map<string, string>();
  #graph: Graph | null = null;
  #isKept = false;
  readonly #exports = new Map<number, Iterator<string>>();

  constructor(setting: BuildSetting) {
    this.#setting = setting;
    const { cache, ontology } = setting;
    this.#kept = cache ? new KeptGraph(cache.folder, cache.code, ontology) : null;
  }

  do(task: Task): Brought | Chunk | undefined {
    switch (task.kind) {
      case 'bring':
        return this.#bring(task.sources, task.changed === null ? null : new Set(task.changed), task.snapshot);
      case 'export': {
        const graph = this.#loaded();
        const { wanted } = task;
        const all = wanted === 'lines' ? linesOf(graph) : formatOf(wanted).write(graph, wanted.table);
        this.#exports.set(task.number, all[Symbol.iterator]());
        return undefined;
      }
      case 'chunk':
        return this.#chunk(task.number);
      case 'drop':
        this.#exports.delete(task.number);
        return undefined;
      case 'keep':
        if (this.#graph && !this.#isKept) this.#kept?.write([...this.#revisions.values()], this.#graph);
        this.#isKept = true;
        return undefined;
    }
  }

  #loaded(): Graph {
    if (this.#graph) return this.#graph;
    throw new AttestError('store-unavailable', 'no graph is loaded', 'Ask again when /healthz answers 200.');
  }

  /** The next stretch; an export that began on an older graph goes on with that one. */
  #chunk(number: number): Chunk {
    const all = this.#exports.get(number);
    if (!all) return null;
    let text = '';
    while (text.length < chunkLength) {
      const next = all.next();
      if (next.done === true) {
        this.#exports.delete(number);
        return text === '' ? null : text;
      }
      text += next.value;
    }
    return text;
  }

  #bring(sources: readonly string[], changed: ReadonlySet<string> | null, snapshot: boolean): Brought {
    const before = this.#revisions;
    const revisions = new Map<string, string>();
    const documents: Summary[] = [];
    for (const source of sources) {
      const known = before.get(source);
      const mayDiffer = known === undefined || changed === null || changed.has(source);
      const bytes = mayDiffer ? recordBytes(this.#setting.records, source) : null;
      const revision = bytes === null ? known : createHash('sha256').update(bytes).digest('hex');
      if (revision === undefined) continue;
      revisions.set(source, revision);
      if (bytes === null || revision === known) continue;
      documents.push(summaryOf(recordIn(this.#setting.records, source, bytes)));
    }
    const kept = this.#graph === null ? (this.#kept?.read([...revisions.values()]) ?? null) : null;
    const graph = kept ?? this.#build(revisions);
    this.#revisions = revisions;
    this.#graph = graph;
    this.#isKept = kept !== null;
    return {
      digest: graph.digest,
      nodes: graph.nodes.length,
      edges: graph.edges.length,
      isKept: this.#isKept,
      documents,
      names: namesOf(graph),
      layout: layoutInputOf(graph),
      snapshot: snapshot ? snapshotOf(graph) : null,
    };
  }

  #build(revisions: ReadonlyMap<string, string>): Graph {
    const { records, ontology, maxEntities } = this.#setting;
    const recordOf = (source: string): DocumentRecord => recordIn(records, source, recordBytes(records, source));
    const builder = (this.#builder ??= new GraphBuilder(ontology, { recordOf, maxEntities }));
    for (const source of this.#built.keys()) {
      if (revisions.has(source)) continue;
      builder.removeRecord(source);
      this.#built.delete(source);
    }
    for (const [source, revision] of revisions) {
      if (this.#built.get(source) === revision) continue;
      builder.addRecord(recordOf(source));
      this.#built.set(source, revision);
    }
    return builder.build().graph;
  }
}
