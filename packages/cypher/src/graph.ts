import { CypherDate } from './temporal.ts';
import { CypherNode, CypherRelationship } from './values.ts';
import type { PropertyValue } from './values.ts';

export interface GraphNodeInput {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
export interface GraphEdgeInput {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}
export interface GraphOptions {
  readonly indexes?: readonly { readonly label: string; readonly property: string }[];
}

const NONE: readonly never[] = [];

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** A property graph that cannot change: nodes with labels, directed relationships with one type. */
export class PropertyGraph {
  readonly nodes: readonly CypherNode[];
  readonly relationships: readonly CypherRelationship[];
  readonly #byId = new Map<string, CypherNode>();
  readonly #byLabel = new Map<string, CypherNode[]>();
  readonly #out = new Map<string, CypherRelationship[]>();
  readonly #in = new Map<string, CypherRelationship[]>();
  readonly #values = new Map<string, Map<unknown, CypherNode[]>>();

  private constructor(nodes: readonly CypherNode[], relationships: readonly CypherRelationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
    for (const node of nodes) {
      if (this.#byId.has(node.id)) throw new RangeError(`Two nodes have the id "${node.id}"; ids must be unique.`);
      this.#byId.set(node.id, node);
      for (const label of node.labels) add(this.#byLabel, label, node);
    }
    for (const edge of relationships) {
      if (!this.#byId.has(edge.from) || !this.#byId.has(edge.to)) {
        throw new RangeError(`The edge "${edge.id}" has an end that is not in the graph; add its nodes.`);
      }
      add(this.#out, edge.from, edge);
      add(this.#in, edge.to, edge);
    }
  }

  /** Builds a graph; the indexes asked for are made at once, others when a query needs them. */
  static build(
    nodes: Iterable<GraphNodeInput>,
    edges: Iterable<GraphEdgeInput>,
    options: GraphOptions = {},
  ): PropertyGraph {
    const graph = new PropertyGraph(
      Array.from(nodes, (node) => new CypherNode(node.id, [...new Set(node.labels)], node.properties)),
      Array.from(edges, (edge) => new CypherRelationship(edge.id, edge.type, edge.from, edge.to, edge.properties)),
    );
    for (const { property } of options.indexes ?? []) graph.withProperty(property, '');
    return graph;
  }

  get nodeCount(): number {
    return this.nodes.length;
  }

  get edgeCount(): number {
    return this.relationships.length;
  }

  node(id: string): CypherNode {
    return this.#byId.get(id)!;
  }

  withLabel(label: string): readonly CypherNode[] {
    return this.#byLabel.get(label) ?? NONE;
  }

  outgoing(node: CypherNode): readonly CypherRelationship[] {
    return this.#out.get(node.id) ?? NONE;
  }

  incoming(node: CypherNode): readonly CypherRelationship[] {
    return this.#in.get(node.id) ?? NONE;
  }

  /** Nodes whose property has this text, number or truth value. */
  withProperty(property: string, value: string | number | boolean): readonly CypherNode[] {
    let values = this.#values.get(property);
    if (values === undefined) {
      values = new Map();
      for (const node of this.nodes) {
        if (Object.hasOwn(node.properties, property)) add(values, node.properties[property], node);
      }
      this.#values.set(property, values);
    }
    return values.get(value) ?? NONE;
  }

  /** The whole graph as bytes, for a worker or a file. */
  toSnapshot(): Uint8Array {
    return new TextEncoder().encode(JSON.stringify({ nodes: this.nodes, relationships: this.relationships }, write));
  }

  static fromSnapshot(bytes: Uint8Array): PropertyGraph {
    const { nodes, relationships } = JSON.parse(new TextDecoder().decode(bytes), read) as {
      nodes: GraphNodeInput[];
      relationships: GraphEdgeInput[];
    };
    return PropertyGraph.build(nodes, relationships);
  }
}

function write(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  if (raw instanceof CypherDate) return { $date: raw.toString() };
  if (typeof raw === 'bigint') return { $integer: String(raw) };
  return typeof raw === 'number' && !Number.isFinite(raw) ? { $float: String(raw) } : value;
}

function read(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value) return CypherDate.parse(String(value.$date));
  if ('$integer' in value) return BigInt(String(value.$integer));
  return '$float' in value ? Number(value.$float) : value;
}
