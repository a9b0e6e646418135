import neo4j, { type Driver } from 'neo4j-driver';
import { CypherDate, type PropertyValue } from '../../src/index.ts';
import type { GraphData } from './dossier.ts';

/** The driver's value for one of ours: whole numbers go as INTEGER, others as FLOAT. */
function toNeo4j(value: unknown): unknown {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return neo4j.int(String(value));
  if (value instanceof CypherDate) return new neo4j.types.Date(value.year, value.month, value.day);
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** A running Neo4j that holds one graph at a time. */
export class Neo4jDatabase {
  readonly #driver: Driver;

  constructor(uri: string) {
    this.#driver = neo4j.driver(uri);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  /** Rows with the driver's values; throws the driver's errors. */
  async rows(text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<unknown[][]> {
    const session = this.#driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.run(text, toNeo4j(parameters));
      return records.map((record) => record.keys.map((key) => record.get(key) as unknown));
    } finally {
      await session.close();
    }
  }

  /** Puts this graph in the place of what is there. */
  async load({ nodes, edges }: GraphData): Promise<void> {
    const session = this.#driver.session();
    const properties = (given: Readonly<Record<string, PropertyValue>>): unknown => toNeo4j(given);
    try {
      await session.run('MATCH (n) DETACH DELETE n');
      const handles = new Map<string, string>();
      for (const [labels, group] of grouped(nodes, (node) => node.labels.map((name) => `:\`${name}\``).join(''))) {
        const rows = group.map((node) => ({ id: node.id, properties: properties(node.properties) }));
        const create = `UNWIND $rows AS row CREATE (n${labels}) SET n = row.properties RETURN row.id AS id, elementId(n) AS handle`;
        for (const record of (await session.run(create, { rows })).records) {
          handles.set(record.get('id') as string, record.get('handle') as string);
        }
      }
      for (const [type, group] of grouped(edges, (edge) => edge.type)) {
        const rows = group.map((edge) => ({
          from: handles.get(edge.from),
          to: handles.get(edge.to),
          properties: properties(edge.properties),
        }));
        const create = `UNWIND $rows AS row MATCH (a), (b) WHERE elementId(a) = row.from AND elementId(b) = row.to CREATE (a)-[r:\`${type}\`]->(b) SET r = row.properties`;
        await session.run(create, { rows });
      }
    } finally {
      await session.close();
    }
  }
}
