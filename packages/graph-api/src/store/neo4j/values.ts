import neo4j, { type Node, type Relationship } from 'neo4j-driver';
import type { GraphEdge, GraphNode, GraphValue } from '@attest/model';
import { idProperty, mapJson, visible } from '../result-json.ts';

/** A property as the driver wants it: whole numbers are integers, days are dates. */
export function toNeo4j(value: GraphValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || !('date' in value)) return value;
  const [year = 0, month = 0, day = 0] = value.date.split('-').map(Number);
  return new neo4j.types.Date(neo4j.int(year), neo4j.int(month), neo4j.int(day));
}

/** A parameter of a query: like the embedded engine, whole numbers are integers, at any depth. */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(toParameter);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toParameter(inner)]));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function fromStored(value: unknown): GraphValue {
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isDate(value)) return { date: value.toString() };
  return value as GraphValue;
}
const storedProperties = (properties: Readonly<Record<string, unknown>>): Record<string, GraphValue> =>
  Object.fromEntries(Object.entries(visible(properties)).map(([key, value]) => [key, fromStored(value)]));

/** A node that the loader wrote, as it was in the graph. */
export const graphNode = (node: Node): GraphNode => ({
  id: text(node.properties[idProperty]),
  labels: labelsOf(node),
  properties: storedProperties(node.properties),
});

/** A relationship that the loader wrote, with the ids of its ends. */
export const graphEdge = (edge: Relationship, from: string, to: string): GraphEdge => ({
  id: text(edge.properties[idProperty]),
  type: edge.type,
  from,
  to,
  properties: storedProperties(edge.properties),
});

const kinds = ['Entity', 'Claim', 'Document', 'Span', 'Alias', 'Projection'];
/** Neo4j gives labels in the order in which it first met them; the graph's order is kind, root, type. */
function labelsOf({ labels, properties }: Node): string[] {
  const rank = (label: string): number => (kinds.includes(label) ? 0 : label === properties['type'] ? 2 : 1);
  return labels.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** The id of a node; nodes that stand for a label (`db.schema.visualization`) have their label's name, as in the embedded store. */
const idOfNode = ({ labels, properties }: Node): string => text(properties[idProperty]) || (labels[0] ?? '');
/** Without what only Neo4j says of labels. */
const visibleOf = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  idProperty in properties ? visible(properties) : { name: properties['name'] };

/** Calls `meet` with every node and relationship in a value, at any depth. */
function walk(value: unknown, meet: (item: Node | Relationship) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) meet(value);
  else if (neo4j.isPath(value)) {
    for (const item of [value.start, value.end]) meet(item);
    for (const { start, relationship, end } of value.segments)
      for (const item of [start, relationship, end]) meet(item);
  } else if (Array.isArray(value)) for (const inner of value) walk(inner, meet);
  else if (Object.getPrototypeOf(value) === Object.prototype)
    for (const inner of Object.values(value)) walk(inner, meet);
}

/** Ids of nodes by Neo4j's own; and the own ids of nodes at which relationships end that are not in the rows themselves. */
export function endsOf(rows: readonly (readonly unknown[])[]): {
  readonly known: Map<string, string>;
  readonly missing: readonly string[];
} {
  const known = new Map<string, string>();
  const ends = new Set<string>();
  walk(rows, (item) => {
    if (neo4j.isNode(item)) known.set(item.elementId, idOfNode(item));
    else for (const end of [item.startNodeElementId, item.endNodeElementId]) ends.add(end);
  });
  return { known, missing: [...ends].filter((end) => !known.has(end)) };
}

/** Values of a result in the same format as those of the embedded store. */
export function fromNeo4j(value: unknown, idOf: ReadonlyMap<string, string>): unknown {
  const inner = (one: unknown): unknown => fromNeo4j(one, idOf);
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toString();
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(inner);
  if (neo4j.isNode(value)) {
    const properties = mapJson(visibleOf(value.properties), inner);
    return { id: idOfNode(value), labels: labelsOf(value), properties };
  }
  if (neo4j.isRelationship(value)) {
    const { type, startNodeElementId, endNodeElementId, properties } = value;
    const [from, to] = [startNodeElementId, endNodeElementId].map((end) => idOf.get(end) ?? '') as [string, string];
    const id = text(properties[idProperty]) || `${from} ${type} ${to}`;
    return { id, type, from, to, properties: mapJson(visibleOf(properties), inner) };
  }
  if (neo4j.isPath(value)) {
    return {
      nodes: [value.start, ...value.segments.map(({ end }) => end)].map(inner),
      relationships: value.segments.map(({ relationship }) => inner(relationship)),
    };
  }
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    return (value as { toString(): string }).toString();
  return mapJson(value as Record<string, unknown>, inner);
}
