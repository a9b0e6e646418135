import type { GraphEdge, GraphNode, GraphValue } from '@attest/model';
import { idProperty } from '../result-json.ts';
import { kindOf, type Difference } from './difference.ts';
import { toNeo4j } from './values.ts';

/** One writing statement with its rows. */
export interface Statement {
  readonly text: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Rows in one statement: more were no faster against Neo4j 5.26 and cost memory. */
const batch = 5_000;

/** A name as Cypher reads it whatever is in it. */
export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const labelsText = (labels: readonly string[]): string => labels.map((label) => `:${quoted(label)}`).join('');

const propertiesOf = (item: { readonly id: string; readonly properties: Readonly<Record<string, GraphValue>> }) => ({
  ...Object.fromEntries(Object.entries(item.properties).map(([key, value]) => [key, toNeo4j(value)])),
  [idProperty]: item.id,
});

/** Items that one text serves, in batches, in the order in which the texts were first met. */
function grouped<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  rowOf: (item: Item) => Statement['rows'][number],
): Statement[] {
  const groups = new Map<string, Statement['rows'][number][]>();
  for (const item of items) {
    const text = textOf(item);
    const rows = groups.get(text);
    if (rows) rows.push(rowOf(item));
    else groups.set(text, [rowOf(item)]);
  }
  return [...groups].flatMap(([text, rows]) =>
    Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) => ({
      text: `UNWIND $rows AS row ${text}`,
      rows: rows.slice(index * batch, (index + 1) * batch),
    })),
  );
}

/** The statements that write a difference, in the order in which they must run. `before` and `after` tell the nodes at the ends. */
export function statementsFor(
  { goneEdges, goneNodes, newNodes, changedNodes, newEdges }: Difference,
  before: ReadonlyMap<string, GraphNode>,
  after: ReadonlyMap<string, GraphNode>,
): readonly Statement[] {
  const find = (nodes: ReadonlyMap<string, GraphNode>, id: string, variable: string, key: string): string => {
    const node = nodes.get(id);
    return `(${variable}:${quoted(node ? kindOf(node) : 'Node')} {${idProperty}: row.${key}})`;
  };
  return [
    ...grouped(
      goneEdges,
      ({ type, from }) =>
        `MATCH ${find(before, from, 'a', 'from')}-[r:${quoted(type)} {${idProperty}: row.id}]->() DELETE r`,
      ({ id, from }) => ({ id, from }),
    ),
    ...grouped(
      goneNodes,
      ({ id }) => `MATCH ${find(before, id, 'n', 'id')} DETACH DELETE n`,
      ({ id }) => ({ id }),
    ),
    ...grouped(
      newNodes,
      ({ labels }) => `CREATE (n${labelsText(labels)}) SET n = row.properties`,
      (node) => ({ properties: propertiesOf(node) }),
    ),
    ...grouped(
      changedNodes,
      ({ node, before: labels }) => {
        const gone = labels.filter((label) => !node.labels.includes(label));
        const fresh = node.labels.filter((label) => !labels.includes(label));
        return [
          `MATCH ${find(after, node.id, 'n', 'id')} SET n = row.properties`,
          ...(gone.length > 0 ? [`REMOVE n${labelsText(gone)}`] : []),
          ...(fresh.length > 0 ? [`SET n${labelsText(fresh)}`] : []),
        ].join(' ');
      },
      ({ node }) => ({ id: node.id, properties: propertiesOf(node) }),
    ),
    ...grouped(
      newEdges,
      ({ type, from, to }: GraphEdge) =>
        `MATCH ${find(after, from, 'a', 'from')} MATCH ${find(after, to, 'b', 'to')} CREATE (a)-[r:${quoted(type)}]->(b) SET r = row.properties`,
      (edge) => ({ from: edge.from, to: edge.to, properties: propertiesOf(edge) }),
    ),
  ];
}
