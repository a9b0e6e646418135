import { CypherNode, CypherPath, CypherRelationship } from '@attest/cypher';

/** The property under which every node and relationship carries its id in both stores; results hide it. */
export const idProperty = '_id';
/** What EXPLAIN answers, one row per step of the plan. */
export const planColumns: readonly string[] = ['operator', 'details', 'rows'];
/** Properties of the stores' own; results hide them. */
const isHidden = (property: string): boolean => property.startsWith('_');

/** A map with its keys in code-unit order, so that both stores answer with the same bytes. */
export const mapJson = (map: Readonly<Record<string, unknown>>, inner: (value: unknown) => unknown) =>
  Object.fromEntries(
    Object.keys(map)
      .toSorted()
      .map((key) => [key, inner(map[key])]),
  );
/** Properties without the stores' own. */
export const visible = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !isHidden(key)));

/** Values of an embedded result as JSON: integers beyond ±2^53 and temporals as strings, nodes and relationships as objects. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof CypherNode)
    return { id: value.id, labels: value.labels, properties: mapJson(visible(value.properties), toJson) };
  if (value instanceof CypherRelationship) {
    const { id, type, from, to, properties } = value;
    return { id, type, from, to, properties: mapJson(visible(properties), toJson) };
  }
  if (value instanceof CypherPath)
    return { nodes: value.nodes.map(toJson), relationships: value.relationships.map(toJson) };
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype !== null && prototype !== Object.prototype && Object.hasOwn(prototype, 'toString'))
    return (value as { toString(): string }).toString();
  return mapJson(value as Record<string, unknown>, toJson);
}
