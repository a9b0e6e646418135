import { randomUUID } from 'node:crypto';
import neo4j, { type Driver, type ManagedTransaction, type Node, type Relationship } from 'neo4j-driver';
import { AttestError, type Graph, type GraphEdge, type GraphNode } from '@attest/model';
import { projectionNode } from '../projection-node.ts';
import { idProperty } from '../result-json.ts';
import { differenceOf } from './difference.ts';
import { labelsInOrder, schemaStatements } from './schema.ts';
import { statementsFor, type Statement } from './statements.ts';
import { graphEdge, graphNode } from './values.ts';

type Parts = Pick<Graph, 'nodes' | 'edges'>;

/** Rows that one transaction may write: they are held in the server's memory until it commits. */
const mostRows = 20_000;

/** Writing access to one database. */
export class Loader {
  readonly #driver: Driver;
  readonly #database: { readonly database?: string };
  readonly #schema = new Set<string>();
  constructor(driver: Driver, database: string | undefined) {
    this.#driver = driver;
    this.#database = database === undefined ? {} : { database };
  }

  /** Everything that Attest has written. Throws when somebody else's nodes are there too: they are not ours to change. */
  async read(): Promise<Parts> {
    const foreign = await this.#driver.executeQuery(
      `MATCH (n) WHERE n.${idProperty} IS NULL RETURN labels(n) AS labels LIMIT 1`,
      {},
      { ...this.#database, routing: neo4j.routing.READ },
    );
    if (foreign.records.length > 0) {
      throw new AttestError(
        'store-unavailable',
        'the Neo4j database holds nodes that Attest has not written',
        'Use an empty database for Attest, or empty this one: MATCH (n) DETACH DELETE n.',
      );
    }
    const nodes: GraphNode[] = [];
    const edges: GraphEdge[] = [];
    const session = this.#driver.session({ ...this.#database, defaultAccessMode: neo4j.session.READ });
    try {
      for await (const record of session.run('MATCH (n) RETURN n')) nodes.push(graphNode(record.get('n') as Node));
      const all = session.run(`MATCH (a)-[r]->(b) RETURN a.${idProperty} AS start, r, b.${idProperty} AS end`);
      for await (const record of all) {
        edges.push(
          graphEdge(record.get('r') as Relationship, record.get('start') as string, record.get('end') as string),
        );
      }
    } finally {
      await session.close();
    }
    return { nodes: nodes.filter(({ labels }) => !labels.includes('Projection')), edges };
  }

  /** Makes constraints, indexes and labels that are not there yet. */
  async prepare(graph: Graph): Promise<void> {
    const missing = schemaStatements(graph).filter((text) => !this.#schema.has(text));
    for (const text of missing) await this.#driver.executeQuery(text, {}, this.#database);
    if (missing.length > 0) await this.#driver.executeQuery('CALL db.awaitIndexes(60)', {}, this.#database);
    for (const text of missing) this.#schema.add(text);
    const labels = labelsInOrder(graph);
    await this.#write(async (tx) => {
      await tx.run('UNWIND $labels AS label CALL db.createLabel(label) RETURN count(*)', { labels });
    });
  }

  /**
   * Turns `old` into `target`. From the first statement to the last the database says that it is being loaded, which readers
   * look for before and after each query; after a crash in between it goes on saying so until a whole graph is there.
   */
  async write(old: Parts, target: Graph): Promise<void> {
    const byId = (nodes: readonly GraphNode[]) => new Map(nodes.map((node) => [node.id, node]));
    const statements = statementsFor(differenceOf(old, target), byId(old.nodes), byId(target.nodes));
    const node = projectionNode(target);
    await this.#write(async (tx) => {
      await tx.run(`MERGE (p:Projection {${idProperty}: $id}) SET p.loading = true REMOVE p.digest`, { id: node.id });
    });
    for (const part of inTransactions(statements)) {
      await this.#write(async (tx) => {
        for (const { text, rows } of part) await tx.run(text, { rows });
      });
    }
    await this.#write(async (tx) => {
      await tx.run(`MATCH (p:Projection {${idProperty}: $id}) SET p = $properties`, {
        id: node.id,
        properties: { ...node.properties, [idProperty]: node.id, _generation: randomUUID() },
      });
    });
  }

  async #write(work: (tx: ManagedTransaction) => Promise<void>): Promise<void> {
    const session = this.#driver.session(this.#database);
    try {
      await session.executeWrite(work, { timeout: 300_000 });
    } finally {
      await session.close();
    }
  }
}

/** Statements that fit into one transaction each; a small change is one. */
function inTransactions(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const transactions: Statement[][] = [];
  let room = 0;
  for (const statement of statements) {
    const last = transactions.at(-1);
    if (last && statement.rows.length <= room) {
      last.push(statement);
      room -= statement.rows.length;
    } else {
      transactions.push([statement]);
      room = mostRows - statement.rows.length;
    }
  }
  return transactions;
}
