import { giveList, giveText } from './limits.ts';
import { temporalKind } from './temporal.ts';
import type { Temporal } from './temporal.ts';

/** A FLOAT whose value is a whole number: keeps 1.0 apart from 1 inside the engine. */
export class WholeFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/**
 * What a property can hold. A JavaScript number is an INTEGER if it is a safe integer, else a FLOAT; an INTEGER beyond
 * 2^53 is a bigint.
 */
export type PropertyValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Temporal
  | WholeFloat
  | readonly PropertyValue[];

export type Properties = Readonly<Record<string, PropertyValue>>;

/** A node of a result. */
export class CypherNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  constructor(id: string, labels: readonly string[], properties: Properties) {
    this.id = id;
    this.labels = labels;
    this.properties = properties;
  }
}

/** A relationship of a result; `from` and `to` are ids of nodes. */
export class CypherRelationship {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  constructor(id: string, type: string, from: string, to: string, properties: Properties) {
    this.id = id;
    this.type = type;
    this.from = from;
    this.to = to;
    this.properties = properties;
  }
}

/** Nodes and the relationships between them, in order. */
export class CypherPath {
  readonly nodes: readonly CypherNode[];
  readonly relationships: readonly CypherRelationship[];
  constructor(nodes: readonly CypherNode[], relationships: readonly CypherRelationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** What the engine's references ask their graph for. */
export interface Entities {
  nodeId(index: number): string;
  labelsOf(index: number): readonly string[];
  nodeProperty(index: number, name: string): unknown;
  nodeProperties(index: number): Record<string, PropertyValue>;
  edgeId(index: number): string;
  typeOf(index: number): string;
  edgeProperty(index: number, name: string): unknown;
  edgeProperties(index: number): Record<string, PropertyValue>;
}

/** A node inside the engine: there is one object per node of a graph, so `===` compares. */
export class NodeRef {
  readonly graph: Entities;
  readonly index: number;
  constructor(graph: Entities, index: number) {
    this.graph = graph;
    this.index = index;
  }
  get id(): string {
    return this.graph.nodeId(this.index);
  }
  get labels(): readonly string[] {
    return this.graph.labelsOf(this.index);
  }
  /** A property, or null. */
  get(name: string): unknown {
    return this.graph.nodeProperty(this.index, name);
  }
  get properties(): Record<string, PropertyValue> {
    return this.graph.nodeProperties(this.index);
  }
}

/** A relationship inside the engine; `from` and `to` are numbers of nodes. */
export class EdgeRef {
  readonly graph: Entities;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  constructor(graph: Entities, index: number, from: number, to: number) {
    this.graph = graph;
    this.index = index;
    this.from = from;
    this.to = to;
  }
  get id(): string {
    return this.graph.edgeId(this.index);
  }
  get type(): string {
    return this.graph.typeOf(this.index);
  }
  get(name: string): unknown {
    return this.graph.edgeProperty(this.index, name);
  }
  get properties(): Record<string, PropertyValue> {
    return this.graph.edgeProperties(this.index);
  }
}

/** A path inside the engine. */
export class PathRef {
  readonly nodes: readonly NodeRef[];
  readonly relationships: readonly EdgeRef[];
  constructor(nodes: readonly NodeRef[], relationships: readonly EdgeRef[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}

/** The values of one row, by slot. */
export type Row = unknown[];

export const isInteger = (value: unknown): value is number | bigint =>
  typeof value === 'bigint' || Number.isSafeInteger(value);
export const isNumber = (value: unknown): value is number | bigint | WholeFloat =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof WholeFloat;
export const isTemporal = (value: unknown): value is Temporal =>
  typeof value === 'object' && value !== null && temporalKind(value) >= 0;
/** A FLOAT with this value. */
export const toFloat = (value: number): number | WholeFloat =>
  Number.isSafeInteger(value) ? new WholeFloat(value) : value;
/** An INTEGER with this value. */
export const fromBigint = (value: bigint): number | bigint => {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
};
export const asNumber = (value: number | bigint | WholeFloat): number =>
  value instanceof WholeFloat ? value.value : Number(value);
export const isMap = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const plain = (properties: Record<string, PropertyValue>): Record<string, PropertyValue> => {
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'object' && value !== null) properties[key] = toResult(value) as PropertyValue;
  }
  return properties;
};

/** What leaves the engine: floats are plain numbers, references become nodes, relationships and paths. */
export function toResult(value: unknown): unknown {
  if (typeof value === 'string') giveText(value.length);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (value instanceof WholeFloat) return value.value;
  if (value instanceof NodeRef) return new CypherNode(value.id, value.labels, plain(value.properties));
  if (value instanceof EdgeRef) {
    const { id, type, graph, from, to, properties } = value;
    return new CypherRelationship(id, type, graph.nodeId(from), graph.nodeId(to), plain(properties));
  }
  if (value instanceof PathRef) {
    return new CypherPath(
      value.nodes.map((item) => toResult(item) as CypherNode),
      value.relationships.map((item) => toResult(item) as CypherRelationship),
    );
  }
  if (Array.isArray(value)) {
    giveList(value.length);
    return value.map(toResult);
  }
  if (!isMap(value)) return value;
  const entries = Object.entries(value);
  giveList(entries.length);
  return Object.fromEntries(entries.map(([key, item]) => [key, toResult(item)]));
}
