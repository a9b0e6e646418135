import type { Graph, GraphValue } from '@attest/model';

const vocabulary = 'urn:attest:vocabulary:';
const iri = (id: string): string => `urn:attest:id:${encodeURIComponent(id)}`;

const context = {
  '@vocab': vocabulary,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  name: 'http://schema.org/name',
  from: { '@type': '@id' },
  to: { '@type': '@id' },
};

// Keys of JSON-LD itself begin with @; a property of that name would be read as one.
const keyOf = (name: string): string => (name.startsWith('@') ? `${vocabulary}${encodeURIComponent(name)}` : name);
const valueOf = (value: GraphValue): unknown =>
  typeof value === 'object' && 'date' in value
    ? { '@type': 'xsd:date', '@value': value.date }
    : Array.isArray(value)
      ? { '@list': value }
      : value;
const propertiesOf = (properties: Readonly<Record<string, GraphValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [keyOf(name), valueOf(value)]));

/** The whole graph as one JSON-LD document: a resource for every node and, with its ends, for every relationship. */
export function* jsonld({ nodes, edges }: Graph): Iterable<string> {
  yield `{"@context":${JSON.stringify(context)},"@graph":[`;
  let separator = '\n';
  for (const { id, labels, properties } of nodes) {
    yield separator + JSON.stringify({ '@id': iri(id), '@type': labels, ...propertiesOf(properties) });
    separator = ',\n';
  }
  for (const { id, type, from, to, properties } of edges) {
    yield (
      separator +
      JSON.stringify({ '@id': iri(id), '@type': type, ...propertiesOf(properties), from: iri(from), to: iri(to) })
    );
    separator = ',\n';
  }
  yield '\n]}\n';
}
