import neo4j from 'neo4j-driver';
import { CypherNode, CypherPath, CypherRelationship } from '../../src/index.ts';

type Properties = Readonly<Record<string, unknown>>;

function map(value: Properties): string {
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
const node = (labels: readonly string[], properties: Properties): string =>
  `(${labels.toSorted().join(':')} ${map(properties)})`;
const relationship = (type: string, properties: Properties): string => `[${type} ${map(properties)}]`;

/** Twelve digits: sums of floats depend on the order of the summands in the last ones. */
const number = (value: number): string => String(Number.isInteger(value) ? value + 0 : Number(value.toPrecision(12)));

/** One text for equal values of the engine and of Neo4j's driver. Internal ids are left out: only properties tell nodes apart. */
function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint' || neo4j.isInt(value)) return String(value);
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof CypherNode) return node(value.labels, value.properties);
  if (value instanceof CypherRelationship) return relationship(value.type, value.properties);
  if (value instanceof CypherPath) {
    return `<${value.nodes.map(canonical).join()} ${value.relationships.map(canonical).join()}>`;
  }
  if (neo4j.isNode(value)) return node(value.labels, value.properties);
  if (neo4j.isRelationship(value)) return relationship(value.type, value.properties);
  if (neo4j.isPath(value)) {
    const nodes = [value.start, ...value.segments.map((segment) => segment.end)];
    return `<${nodes.map(canonical).join()} ${value.segments.map((segment) => canonical(segment.relationship)).join()}>`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return map(value as Properties);
  // Temporal values: both sides write ISO 8601; the driver ends a duration without a time by the T that leads to one,
  // and writes all nine digits of a fraction.
  // oxlint-disable-next-line typescript/no-base-to-string
  return `'${String(value)
    .replace(/T$/u, '')
    .replace(/(\.\d*[1-9])0+(?!\d)/u, '$1')}'`;
}

/** True if the last RETURN of the query orders its rows. */
const isOrdered = (query: string): boolean =>
  /\bORDER\s+BY\b/iu.test(query.slice(query.toUpperCase().lastIndexOf('RETURN')).replaceAll(/\{[^{}]*\}/gu, '')) &&
  !/\bUNION\b/iu.test(query);

/** The rows as texts: in their order where the query sets one, else sorted. */
export function canonicalRows(query: string, rows: readonly (readonly unknown[])[]): string[] {
  const texts = rows.map((row) => row.map(canonical).join(' | '));
  return isOrdered(query) ? texts : texts.toSorted();
}
