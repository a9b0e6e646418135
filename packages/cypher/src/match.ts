import { evaluate, type Parameters, type Row } from './evaluate.ts';
import type { PropertyGraph } from './graph.ts';
import type { Limits } from './limits.ts';
import type { EdgePattern, Expression, MatchClause, NodePattern, PathPattern } from './syntax.ts';
import { equals, isNode, type CypherNode, type CypherRelationship, type Value } from './values.ts';

/** What a search needs on its way. */
interface Search {
  readonly graph: PropertyGraph;
  readonly parameters: Parameters;
  readonly limits: Limits;
}

const fits = (search: Search, properties: readonly (readonly [string, Expression])[], of: CypherNode | CypherRelationship, row: Row): boolean =>
  properties.every(([key, wanted]) => equals(of.properties[key] ?? null, evaluate(wanted, row, search.parameters)) === true);

function bindNode(search: Search, pattern: NodePattern, node: CypherNode, row: Row): Row | null {
  search.limits.step();
  if (Object.hasOwn(row, pattern.variable)) {
    const bound = row[pattern.variable] ?? null;
    if (!isNode(bound) || bound.id !== node.id) return null;
  }
  if (!pattern.labels.every((label) => node.labels.includes(label))) return null;
  const next = { ...row, [pattern.variable]: node };
  return fits(search, pattern.properties, node, next) ? next : null;
}

function* candidates(search: Search, pattern: NodePattern, row: Row): Iterable<CypherNode> {
  if (Object.hasOwn(row, pattern.variable)) {
    const bound = row[pattern.variable] ?? null;
    if (isNode(bound)) yield bound;
    return;
  }
  for (const label of pattern.labels) {
    for (const [key, wanted] of pattern.properties) {
      // A value that hangs on a variable of this very pattern is not known yet; it is tested later.
      if (wanted.kind !== 'literal' && wanted.kind !== 'parameter') continue;
      const found = search.graph.lookUp(label, key, evaluate(wanted, row, search.parameters));
      if (found) return yield* found;
    }
  }
  const [label] = pattern.labels;
  yield* label === undefined ? search.graph.nodes.values() : search.graph.withLabel(label);
}

function* edgesAt(graph: PropertyGraph, pattern: EdgePattern, id: string): Iterable<readonly [CypherRelationship, string]> {
  const wanted = (edge: CypherRelationship): boolean => pattern.types.length === 0 || pattern.types.includes(edge.type);
  if (pattern.direction !== 'in') for (const edge of graph.outgoing(id)) if (wanted(edge)) yield [edge, edge.to];
  if (pattern.direction !== 'out') for (const edge of graph.incoming(id)) if (wanted(edge) && !(pattern.direction === 'both' && edge.from === edge.to)) yield [edge, edge.from];
}

type Used = ReadonlySet<string>;

/** Walks one edge pattern from a node: one edge, or as many as its length allows; no edge twice in one match. */
function* walk(search: Search, pattern: EdgePattern, from: string, row: Row, used: Used): Iterable<{ end: string; value: Value; used: Used }> {
  if (pattern.length === null) {
    for (const [edge, end] of edgesAt(search.graph, pattern, from)) {
      search.limits.step();
      if (!used.has(edge.id) && fits(search, pattern.properties, edge, row)) yield { end, value: edge, used: new Set([...used, edge.id]) };
    }
    return;
  }
  const { from: least, to: most } = pattern.length;
  function* deeper(at: string, taken: readonly CypherRelationship[], own: Used): Iterable<{ end: string; value: Value; used: Used }> {
    if (taken.length >= least) yield { end: at, value: taken, used: own };
    if (taken.length >= most) return;
    for (const [edge, end] of edgesAt(search.graph, pattern, at)) {
      search.limits.step();
      if (!own.has(edge.id) && fits(search, pattern.properties, edge, row)) yield* deeper(end, [...taken, edge], new Set([...own, edge.id]));
    }
  }
  yield* deeper(from, [], used);
}

function* matchPath(search: Search, path: PathPattern, row: Row, used: Used): Iterable<{ row: Row; used: Used }> {
  function* from(index: number, at: string, own: Row, taken: Used): Iterable<{ row: Row; used: Used }> {
    const edge = path.edges[index];
    const nodePattern = path.nodes[index + 1];
    if (!edge || !nodePattern) return yield { row: own, used: taken };
    for (const step of walk(search, edge, at, own, taken)) {
      const node = search.graph.nodes.get(step.end);
      const next = node ? bindNode(search, nodePattern, node, { ...own, [edge.variable]: step.value }) : null;
      if (next) yield* from(index + 1, step.end, next, step.used);
    }
  }
  const [first] = path.nodes;
  if (!first) return;
  for (const node of candidates(search, first, row)) {
    const next = bindNode(search, first, node, row);
    if (next) yield* from(0, node.id, next, used);
  }
}

/** The same path read from its other end: begins where fewer nodes are to be looked at. */
function fromCheaperEnd(search: Search, path: PathPattern, row: Row): PathPattern {
  const cost = (node: NodePattern | undefined): number => {
    if (!node) return Number.POSITIVE_INFINITY;
    if (Object.hasOwn(row, node.variable)) return 0;
    const [label] = node.labels;
    const all = label === undefined ? search.graph.nodeCount : search.graph.withLabel(label).length;
    return node.properties.length > 0 ? 1 : all;
  };
  const hasLength = path.edges.some((edge) => edge.length !== null);
  if (hasLength || cost(path.nodes.at(-1)) >= cost(path.nodes[0])) return path;
  const turned = { in: 'out', out: 'in', both: 'both' } as const;
  return { nodes: path.nodes.toReversed(), edges: path.edges.map((edge) => ({ ...edge, direction: turned[edge.direction] })).toReversed() };
}

/** All ways in which the patterns of a MATCH fit onto the graph, from one row on. */
export function* matchAll(search: Search, clause: MatchClause, row: Row): Iterable<Row> {
  function* next(index: number, own: Row, used: Used): Iterable<Row> {
    const path = clause.paths[index];
    if (!path) {
      if (clause.where === null || evaluate(clause.where, own, search.parameters) === true) yield own;
      return;
    }
    for (const step of matchPath(search, fromCheaperEnd(search, path, own), own, used)) yield* next(index + 1, step.row, step.used);
  }
  let any = false;
  for (const found of next(0, row, new Set())) {
    any = true;
    yield found;
  }
  if (any || !clause.optional) return;
  const empty: Record<string, Value> = { ...row };
  for (const { nodes, edges } of clause.paths) for (const { variable } of [...nodes, ...edges]) if (!Object.hasOwn(empty, variable)) empty[variable] = null;
  yield empty;
}
