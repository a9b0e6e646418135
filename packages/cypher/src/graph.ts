import { grouped } from './column.ts';
import type { Column } from './column.ts';
import { columnar } from './graph-data.ts';
import type {
  FullTextDefinition,
  GraphData,
  GraphEdgeInput,
  GraphNodeInput,
  GraphOptions,
  IndexDefinition,
} from './graph-data.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { TextIndex } from './text-index.ts';
import { EdgeRef, NodeRef } from './values.ts';
import type { Entities, PropertyValue } from './values.ts';

const NONE = new Uint32Array();

/** Relationships by node: those of a node are `edges[offsets[node]]` to `edges[offsets[node + 1] - 1]`. */
export interface Adjacency {
  readonly offsets: Uint32Array;
  readonly edges: Uint32Array;
}

/** A property graph that cannot change: nodes with labels, directed relationships with one type. */
export class PropertyGraph implements Entities {
  readonly data: GraphData;
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
  /** What queries have asked for: one object per node and relationship. */
  readonly #nodes: (NodeRef | undefined)[];
  readonly #edges: (EdgeRef | undefined)[];
  readonly #byLabel = new Map<string, Uint32Array>();
  readonly #texts = new Map<string, TextIndex>();
  readonly #typeCounts: Uint32Array;
  #labels: readonly string[] | null = null;
  #numbers: ReadonlyMap<string, number> | null = null;
  #edgeNumbers: ReadonlyMap<string, number> | null = null;

  private constructor(data: GraphData) {
    this.data = data;
    this.#nodes = data.nodeIds.map(() => undefined);
    this.#edges = data.edgeIds.map(() => undefined);
    const out = grouped(data.from, data.nodeIds.length);
    const into = grouped(data.to, data.nodeIds.length);
    this.outgoing = { offsets: out.offsets, edges: out.items };
    this.incoming = { offsets: into.offsets, edges: into.items };
    this.#typeCounts = new Uint32Array(data.types.length);
    for (const type of data.typeOf) this.#typeCounts[type]! += 1;
  }

  /** Builds a graph from nodes and edges; throws a RangeError for two with one id and for an end that is missing. */
  static build(
    nodes: Iterable<GraphNodeInput>,
    edges: Iterable<GraphEdgeInput>,
    options: GraphOptions = {},
  ): PropertyGraph {
    return new PropertyGraph(columnar([...nodes], [...edges], options));
  }

  /** The whole graph as bytes, for a worker or a file. */
  toSnapshot(): Uint8Array {
    return writeSnapshot(this.data);
  }

  /** Reads what `toSnapshot` gave, also from shared memory; throws a RangeError for other bytes. */
  static fromSnapshot(bytes: Uint8Array): PropertyGraph {
    return new PropertyGraph(readSnapshot(bytes));
  }

  get nodeCount(): number {
    return this.data.nodeIds.length;
  }

  get edgeCount(): number {
    return this.data.edgeIds.length;
  }

  /** Indexes on properties that were asked for; every property has one as soon as a query looks it up. */
  get indexes(): readonly IndexDefinition[] {
    return this.data.indexes;
  }

  get fullText(): readonly FullTextDefinition[] {
    return this.data.fullText;
  }

  node(index: number): NodeRef {
    return (this.#nodes[index] ??= new NodeRef(this, index));
  }

  edge(index: number): EdgeRef {
    const { from, to } = this.data;
    return (this.#edges[index] ??= new EdgeRef(this, index, from[index]!, to[index]!));
  }

  /** The node with an id, or null. */
  nodeById(id: string): NodeRef | null {
    this.#numbers ??= new Map(this.data.nodeIds.map((one, index) => [one, index]));
    const index = this.#numbers.get(id);
    return index === undefined ? null : this.node(index);
  }

  /** The relationship with an id, or null. */
  edgeById(id: string): EdgeRef | null {
    this.#edgeNumbers ??= new Map(this.data.edgeIds.map((one, index) => [one, index]));
    const index = this.#edgeNumbers.get(id);
    return index === undefined ? null : this.edge(index);
  }

  nodeId(index: number): string {
    return this.data.nodeIds[index]!;
  }

  edgeId(index: number): string {
    return this.data.edgeIds[index]!;
  }

  labelsOf(index: number): readonly string[] {
    return this.data.labelSets[this.data.labelSetOf[index]!]!;
  }

  typeOf(index: number): string {
    return this.data.types[this.data.typeOf[index]!]!;
  }

  nodeProperty(index: number, name: string): unknown {
    return this.data.nodeColumns.get(name)?.get(index) ?? null;
  }

  edgeProperty(index: number, name: string): unknown {
    return this.data.edgeColumns.get(name)?.get(index) ?? null;
  }

  nodeProperties(index: number): Record<string, PropertyValue> {
    return properties(this.data.nodeColumns, index);
  }

  edgeProperties(index: number): Record<string, PropertyValue> {
    return properties(this.data.edgeColumns, index);
  }

  /** Numbers of the nodes with a label, ascending. */
  withLabel(label: string): Uint32Array {
    const known = this.#byLabel.get(label);
    if (known !== undefined) return known;
    const { labelSets, labelSetOf } = this.data;
    const has = labelSets.map((set) => set.includes(label));
    if (!has.includes(true)) return NONE;
    const found: number[] = [];
    for (let index = 0; index < labelSetOf.length; index += 1) if (has[labelSetOf[index]!]) found.push(index);
    const list = Uint32Array.from(found);
    this.#byLabel.set(label, list);
    return list;
  }

  /** Numbers of the nodes whose property equals a value. */
  withProperty(property: string, value: unknown): Uint32Array {
    return this.data.nodeColumns.get(property)?.lookup(value) ?? NONE;
  }

  labels(): readonly string[] {
    return (this.#labels ??= [...new Set(this.data.labelSets.flat())].sort());
  }

  /** How many relationships have a type; all of them for null. */
  typeCount(type: number | null): number {
    return type === null ? this.edgeCount : (this.#typeCounts[type] ?? 0);
  }

  /** The full-text index of a name, or null. */
  textIndex(name: string): TextIndex | null {
    const definition = this.data.fullText.find((one) => one.name === name);
    if (definition === undefined) return null;
    let index = this.#texts.get(name);
    if (index === undefined) {
      index = new TextIndex(this, definition);
      this.#texts.set(name, index);
    }
    return index;
  }
}

function properties(columns: ReadonlyMap<string, Column>, index: number): Record<string, PropertyValue> {
  const entries: [string, PropertyValue][] = [];
  for (const [name, column] of columns) {
    const value = column.get(index);
    if (value !== null) entries.push([name, value as PropertyValue]);
  }
  return Object.fromEntries(entries);
}
