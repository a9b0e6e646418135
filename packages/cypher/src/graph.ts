import type { CypherNode, CypherRelationship } from './values.ts';

export interface BuildOptions {
  /** Properties that are looked up by value. */
  readonly indexes?: readonly { readonly label: string; readonly property: string }[];
}

/** A property graph that is read only: nodes with labels, directed edges with a type, parallel edges allowed. */
export class PropertyGraph {
  readonly nodes: ReadonlyMap<string, CypherNode>;
  readonly edgeCount: number;
  readonly #byLabel = new Map<string, CypherNode[]>();
  readonly #out = new Map<string, CypherRelationship[]>();
  readonly #in = new Map<string, CypherRelationship[]>();
  readonly #index = new Map<string, Map<unknown, CypherNode[]>>();

  private constructor(nodes: Iterable<CypherNode>, edges: Iterable<CypherRelationship>, options: BuildOptions) {
    const all = new Map<string, CypherNode>();
    for (const node of nodes) {
      all.set(node.id, node);
      for (const label of node.labels) push(this.#byLabel, label, node);
    }
    for (const { label, property } of options.indexes ?? []) {
      const values = new Map<unknown, CypherNode[]>();
      for (const node of this.#byLabel.get(label) ?? []) push(values, node.properties[property], node);
      this.#index.set(`${label}.${property}`, values);
    }
    let count = 0;
    for (const edge of edges) {
      if (!all.has(edge.from) || !all.has(edge.to)) throw new RangeError(`edge ${edge.id} leads from or to a node that is not there`);
      push(this.#out, edge.from, edge);
      push(this.#in, edge.to, edge);
      count += 1;
    }
    this.nodes = all;
    this.edgeCount = count;
  }

  static build(nodes: Iterable<CypherNode>, edges: Iterable<CypherRelationship>, options: BuildOptions = {}): PropertyGraph {
    return new PropertyGraph(nodes, edges, options);
  }

  get nodeCount(): number {
    return this.nodes.size;
  }
  withLabel(label: string): readonly CypherNode[] {
    return this.#byLabel.get(label) ?? [];
  }
  labels(): readonly string[] {
    return [...this.#byLabel.keys()].toSorted();
  }
  /** Nodes with a label whose property has a value; null when that property has no index. */
  lookUp(label: string, property: string, value: unknown): readonly CypherNode[] | null {
    const index = this.#index.get(`${label}.${property}`);
    return index ? (index.get(value) ?? []) : null;
  }
  outgoing(id: string): readonly CypherRelationship[] {
    return this.#out.get(id) ?? [];
  }
  incoming(id: string): readonly CypherRelationship[] {
    return this.#in.get(id) ?? [];
  }
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
