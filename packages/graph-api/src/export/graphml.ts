import type { Graph, GraphValue } from '@attest/model';

type Properties = Readonly<Record<string, GraphValue>>;

/** Text for XML 1.0: markup escaped, characters that XML cannot hold (also lone surrogates) replaced. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replace(/[&<>"'\t\n\r]/gu, (sign) => `&#${sign.codePointAt(0)};`);

const typeOf = (value: GraphValue): string =>
  typeof value === 'boolean'
    ? 'boolean'
    : typeof value === 'number'
      ? Number.isSafeInteger(value)
        ? 'long'
        : 'double'
      : 'string';
const textOf = (value: GraphValue): string =>
  typeof value === 'object' ? ('date' in value ? value.date : JSON.stringify(value)) : String(value);

/** Names and types of properties; a property with several types is text, whole and other numbers are `double`. */
function keysOf(items: readonly { readonly properties: Properties }[]): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { properties } of items) {
    for (const [name, value] of Object.entries(properties)) {
      const [known, own] = [types.get(name), typeOf(value)];
      const numbers = new Set([known, own]);
      const both = numbers.has('long') && numbers.has('double') ? 'double' : 'string';
      types.set(name, known === undefined || known === own ? own : both);
    }
  }
  return new Map([...types].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function* keyLines(keys: ReadonlyMap<string, string>, of: 'node' | 'edge'): Iterable<string> {
  for (const [name, type] of keys) {
    yield `  <key id="${of}-${escaped(name)}" for="${of}" attr.name="${escaped(name)}" attr.type="${type}"/>\n`;
  }
}
const dataLines = (properties: Properties, of: 'node' | 'edge'): string =>
  Object.entries(properties)
    .map(([name, value]) => `<data key="${of}-${escaped(name)}">${escaped(textOf(value))}</data>`)
    .join('');

/** The whole graph as GraphML, for Gephi, yEd, Cytoscape, NetworkX; lists are JSON in a text. */
export function* graphml({ nodes, edges }: Graph): Iterable<string> {
  const labelled = nodes.map((node) => ({
    id: node.id,
    properties: { ...node.properties, labels: node.labels.join(':') } satisfies Properties,
  }));
  const typed = edges.map((edge) => ({ ...edge, properties: { ...edge.properties, type: edge.type } }));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield* keyLines(keysOf(labelled), 'node');
  yield* keyLines(keysOf(typed), 'edge');
  yield '  <graph id="attest" edgedefault="directed">\n';
  for (const { id, properties } of labelled)
    yield `    <node id="${escaped(id)}">${dataLines(properties, 'node')}</node>\n`;
  for (const { id, from, to, properties } of typed) {
    yield `    <edge id="${escaped(id)}" source="${escaped(from)}" target="${escaped(to)}">${dataLines(properties, 'edge')}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}
