import type { Graph, GraphNode, GraphValue } from '@attest/model';

/** First characters by which a spreadsheet takes a cell for a formula, and the full-width ones that it folds into them. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** One cell by RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const safe = formula.test(text.trimStart()) || formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file, with its end. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`;

const plain = (value: GraphValue | undefined): unknown =>
  typeof value === 'object' && 'date' in value ? value.date : Array.isArray(value) ? value.join('; ') : (value ?? null);

/** What a table may hold: the claims with their quotes, the actors, the edges between them, or the documents. */
export const csvTables = ['claims', 'entities', 'edges', 'documents'] as const;
export type CsvTable = (typeof csvTables)[number];

const labels: Readonly<Record<Exclude<CsvTable, 'edges'>, string>> = {
  claims: 'Claim',
  entities: 'Entity',
  documents: 'Document',
};
/** Columns that come first, in this order; the others follow by name. */
const firstColumns = ['id', 'name', 'type', 'caption', 'act', 'agentName', 'targetName', 'quote', 'title'];

function columnsOf(items: readonly { readonly properties: Readonly<Record<string, unknown>> }[]): readonly string[] {
  const all = new Set(items.flatMap(({ properties }) => Object.keys(properties)));
  return [
    ...firstColumns.filter((column) => all.has(column)),
    ...[...all].filter((column) => !firstColumns.includes(column)).toSorted(),
  ];
}

const nameOf = (node: GraphNode | undefined): unknown => plain(node?.properties['name']);

/** A table as CSV (UTF-8, comma, CRLF), header first; lists are joined by semicolons. */
export function* csv({ nodes, edges }: Graph, table: CsvTable): Iterable<string> {
  if (table === 'edges') {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const drawn = edges.filter(({ properties }) => properties['standing'] !== undefined);
    const columns = columnsOf(drawn);
    yield csvLine(['from', 'fromName', 'type', 'to', 'toName', ...columns]);
    for (const { from, to, type, properties } of drawn) {
      const ends = [from, nameOf(byId.get(from)), type, to, nameOf(byId.get(to))];
      yield csvLine([...ends, ...columns.map((column) => plain(properties[column]))]);
    }
    return;
  }
  const items = nodes.filter((node) => node.labels.includes(labels[table]));
  const columns = columnsOf(items);
  yield csvLine(columns);
  for (const { properties } of items) yield csvLine(columns.map((column) => plain(properties[column])));
}
