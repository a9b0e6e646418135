import type { Graph, GraphValue } from '@attest/model';

const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/**
 * A text as a Cypher literal. Neo4j turns `\uXXXX` into its character before it reads anything else, so a backslash never
 * stands before a u here: the text is put together of two.
 */
function literalText(text: string): string {
  const body = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll(/\\\\(?=[uU])/gu, "\\\\' + '");
  return `'${body}'`;
}
const literal = (value: GraphValue): string => {
  if (typeof value === 'string') return literalText(value);
  if (typeof value !== 'object') return String(value);
  return 'date' in value ? `date('${value.date}')` : `[${value.map(literalText).join(', ')}]`;
};
const map = (properties: Readonly<Record<string, GraphValue>>): string =>
  `{${Object.entries(properties)
    .map(([name, value]) => `${quoted(name)}: ${literal(value)}`)
    .join(', ')}}`;

/**
 * The whole graph as a Cypher script for an empty database, one statement a line, each ended by `;`. Nodes carry the label
 * `AttestExport` and their id until all edges are there.
 */
export function* cypher({ nodes, edges }: Graph): Iterable<string> {
  yield 'CREATE CONSTRAINT attest_export IF NOT EXISTS FOR (n:AttestExport) REQUIRE n._id IS UNIQUE;\n';
  for (const { id, labels, properties } of nodes) {
    const text = labels.map((label) => `:${quoted(label)}`).join('');
    yield `CREATE (:AttestExport${text} ${map({ ...properties, _id: id })});\n`;
  }
  const find = (variable: string, id: string): string => `(${variable}:AttestExport {_id: ${literalText(id)}})`;
  for (const { id, type, from, to, properties } of edges) {
    const edge = `[:${quoted(type)} ${map({ ...properties, _id: id })}]`;
    yield `MATCH ${find('a', from)}, ${find('b', to)} CREATE (a)-${edge}->(b);\n`;
  }
  yield 'DROP CONSTRAINT attest_export;\nMATCH (n:AttestExport) CALL (n) { REMOVE n:AttestExport } IN TRANSACTIONS OF 5000 ROWS;\n';
}
