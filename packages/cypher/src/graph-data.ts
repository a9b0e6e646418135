import { ColumnBuilder } from './column.ts';
import type { Column } from './column.ts';
import type { Properties } from './values.ts';

export interface GraphNodeInput {
  readonly id: string;
  readonly labels: readonly string[];
  /** Null means that there is no such property. */
  readonly properties: Properties;
}
export interface GraphEdgeInput {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}
export interface IndexDefinition {
  readonly label: string;
  readonly property: string;
}
/** Texts of some properties of nodes with one of the labels, searched by `db.index.fulltext.queryNodes`. */
export interface FullTextDefinition {
  readonly name: string;
  readonly labels: readonly string[];
  readonly properties: readonly string[];
}
export interface GraphOptions {
  readonly indexes?: readonly IndexDefinition[];
  readonly fullText?: readonly FullTextDefinition[];
}

/** A graph in columns: everything by number of node or relationship. */
export interface GraphData {
  readonly nodeIds: readonly string[];
  readonly edgeIds: readonly string[];
  readonly labelSets: readonly (readonly string[])[];
  readonly labelSetOf: Uint32Array;
  readonly types: readonly string[];
  readonly typeOf: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly nodeColumns: ReadonlyMap<string, Column>;
  readonly edgeColumns: ReadonlyMap<string, Column>;
  readonly indexes: readonly IndexDefinition[];
  readonly fullText: readonly FullTextDefinition[];
}

function numbersOf(ids: readonly string[], what: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [index, id] of ids.entries()) {
    if (numbers.has(id)) throw new RangeError(`Two ${what} have the id "${id}"; ids must be unique.`);
    numbers.set(id, index);
  }
  return numbers;
}

function columns(entities: readonly { readonly properties: Properties }[]): Map<string, Column> {
  const builders = new Map<string, ColumnBuilder>();
  for (const [index, { properties }] of entities.entries()) {
    for (const name of Object.keys(properties)) {
      const value = properties[name];
      if (value === null || value === undefined) continue;
      let builder = builders.get(name);
      if (builder === undefined) {
        builder = new ColumnBuilder(entities.length);
        builders.set(name, builder);
      }
      builder.set(index, value);
    }
  }
  return new Map(Array.from(builders, ([name, builder]) => [name, builder.finish()]));
}

/** Gives each distinct text its number, in order of appearance. */
class Dictionary<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  number(key: string, value: () => T): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value()) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Turns nodes and edges into columns; throws a RangeError for two with one id and for an end that is not there. */
export function columnar(
  nodes: readonly GraphNodeInput[],
  edges: readonly GraphEdgeInput[],
  { indexes = [], fullText = [] }: GraphOptions,
): GraphData {
  const nodeIds = nodes.map(({ id }) => id);
  const numbers = numbersOf(nodeIds, 'nodes');
  const edgeIds = edges.map(({ id }) => id);
  numbersOf(edgeIds, 'edges');
  const sets = new Dictionary<readonly string[]>();
  const labelSetOf = Uint32Array.from(nodes, ({ labels }) =>
    sets.number(labels.join('\0'), () => [...new Set(labels)]),
  );
  const types = new Dictionary<string>();
  const typeOf = Uint32Array.from(edges, ({ type }) => types.number(type, () => type));
  const end = (edge: GraphEdgeInput, id: string): number => {
    const number = numbers.get(id);
    if (number !== undefined) return number;
    throw new RangeError(`The edge "${edge.id}" has an end that is not in the graph; add its nodes.`);
  };
  return {
    nodeIds,
    edgeIds,
    labelSets: sets.values,
    labelSetOf,
    types: types.values,
    typeOf,
    from: Uint32Array.from(edges, (edge) => end(edge, edge.from)),
    to: Uint32Array.from(edges, (edge) => end(edge, edge.to)),
    nodeColumns: columns(nodes),
    edgeColumns: columns(edges),
    indexes,
    fullText,
  };
}
