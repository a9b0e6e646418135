import { CypherError, PropertyGraph, run, type GraphEdgeInput, type GraphNodeInput } from '@attest/cypher';
import { isNode } from '../core/cells.ts';
import type { Published } from '../core/published.ts';
import type { GraphEdge, Table } from '../core/types.ts';

const limits = { deadlineMs: 5_000, maxRows: 1_000 };

const known = new WeakMap<Published, PropertyGraph>();

const edgeProperties = ({
  act,
  label,
  standing,
  modality,
  polarity,
  title,
  as,
  quotes = [],
  firstSaid,
  lastSaid,
}: GraphEdge) => ({
  act,
  label,
  standing,
  modality,
  polarity,
  title: title ?? null,
  as: as ?? null,
  quotes: [...quotes],
  firstSaid: firstSaid ?? null,
  lastSaid: lastSaid ?? null,
});

/**
 * The picture as a property graph: `(:Entity:Type)` joined by its edges, and `(:Claim)` with `AGENT` and `TARGET` to the ends of
 * the edge that rests on it.
 */
function graphOf(picture: Published): PropertyGraph {
  const before = known.get(picture);
  if (before) return before;
  const actors = new Set(picture.nodes.map(({ id }) => id));
  const edges = picture.edges.filter(({ from, to }) => actors.has(from) && actors.has(to));
  const claims = edges.flatMap((edge) =>
    edge.claimIds.flatMap((id) => {
      const claim = picture.claims[id];
      return claim ? [{ id: `claim ${id}`, edge, claim }] : [];
    }),
  );
  const nodes: GraphNodeInput[] = [
    ...picture.nodes.map(({ id, name, type }) => ({
      id,
      labels: [...new Set(['Entity', type])],
      properties: { id, name, type },
    })),
    ...new Map(
      claims.map(({ id, edge: { act }, claim: { caption, quote, said, document, speakers } }) => [
        id,
        {
          id,
          labels: ['Claim'],
          properties: { act, caption, quote, said, documentTitle: document, voiceName: speakers[0] ?? null },
        },
      ]),
    ).values(),
  ];
  const joins: GraphEdgeInput[] = claims.flatMap(({ id, edge: { id: of, from, to } }) => [
    { id: `${of} ${id} agent`, type: 'AGENT', from: id, to: from, properties: {} },
    { id: `${of} ${id} target`, type: 'TARGET', from: id, to, properties: {} },
  ]);
  const drawn = edges.map((edge) => ({
    id: edge.id,
    type: edge.type,
    from: edge.from,
    to: edge.to,
    properties: edgeProperties(edge),
  }));
  const graph = PropertyGraph.build(nodes, [...new Map([...drawn, ...joins].map((one) => [one.id, one])).values()]);
  known.set(picture, graph);
  return graph;
}

/** A value of the engine as the rest of the viewer knows values: integers as numbers, dates as text. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || isNode(value)) return value;
  if ('relationships' in value || 'properties' in value) return value;
  const own = Object.getPrototypeOf(value) as object | null;
  if (own !== null && own !== Object.prototype && 'toString' in own)
    return (value as { toString: () => string }).toString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Asks a picture in Cypher, without a server. Throws an `Error` whose message says what is wrong and where. */
export function ask(picture: Published, query: string): Table {
  try {
    const { columns, rows, truncated, notifications } = run(graphOf(picture), query, limits);
    return { columns, rows: rows.map((row) => row.map(plain)), truncated, notifications };
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    const place = error.position ? ` (line ${error.position.line}, column ${error.position.column})` : '';
    throw new Error(`${error.message}${place} ${error.hint}`.trim(), { cause: error });
  }
}
