import type { GraphEdgeInput, GraphNodeInput } from '../../src/index.ts';
import type {
  Condition,
  LabelTest,
  Match,
  NodePattern,
  PathPattern,
  Query,
  RelationshipPattern,
  Shortest,
  Term,
} from './query.ts';
import { aggregateRows, compareForOrder, compareValues, equalValues, type Value } from './three-valued.ts';

export interface PlainGraph {
  readonly nodes: readonly GraphNodeInput[];
  readonly edges: readonly GraphEdgeInput[];
}
type Bound = GraphNodeInput | GraphEdgeInput | readonly GraphEdgeInput[] | null;
type Binding = ReadonlyMap<string, Bound>;
type Found = (binding: Binding, used: ReadonlySet<string>) => void;

const hasLabel = (node: GraphNodeInput, test: LabelTest): boolean => {
  if (test.kind === 'none') return true;
  const has = (label: string): boolean => node.labels.includes(label);
  if (test.kind === 'not') return !test.labels.some(has);
  return test.kind === 'any' ? test.labels.some(has) : test.labels.every(has);
};

const bind = (binding: Binding, name: string | null, value: Bound): Binding =>
  name === null ? binding : new Map([...binding, [name, value]]);

/** Two seconds of trying, about; what needs more is no question for the brute force. */
const MOST_STEPS = 300_000;
class TooMuch extends Error {}

/** Tries every node and every edge for every place of a pattern: slow, and simple enough to be right. */
class BruteForce {
  readonly #graph: PlainGraph;
  #steps = 0;

  constructor(graph: PlainGraph) {
    this.#graph = graph;
  }

  #node(pattern: NodePattern, node: GraphNodeInput, binding: Binding): Binding | null {
    if (pattern.name !== null && binding.has(pattern.name) && binding.get(pattern.name) !== node) return null;
    if (!hasLabel(node, pattern.label)) return null;
    if (pattern.number !== null && node.properties['number'] !== pattern.number) return null;
    return bind(binding, pattern.name, node);
  }

  /** Every trail from a node that the pattern allows, with its edges and its end. */
  #trails(
    pattern: RelationshipPattern,
    from: string,
    used: ReadonlySet<string>,
    then: (edges: readonly GraphEdgeInput[], end: string) => void,
  ): void {
    const [low, high] = pattern.length ?? [1, 1];
    const walk = (at: string, edges: readonly GraphEdgeInput[]): void => {
      this.#steps += 1;
      if (this.#steps > MOST_STEPS) throw new TooMuch();
      if (edges.length >= low) then(edges, at);
      if (edges.length === high) return;
      for (const edge of this.#graph.edges) {
        if (used.has(edge.id) || edges.includes(edge)) continue;
        if (pattern.types.length > 0 && !pattern.types.includes(edge.type)) continue;
        if (pattern.weight !== null && edge.properties['weight'] !== pattern.weight) continue;
        if (pattern.direction !== 'in' && edge.from === at) walk(edge.to, [...edges, edge]);
        const back = edge.to === at && (pattern.direction === 'in' || edge.from !== edge.to);
        if (pattern.direction !== 'out' && back) walk(edge.from, [...edges, edge]);
      }
    };
    walk(from, []);
  }

  #path(
    pattern: PathPattern,
    index: number,
    at: GraphNodeInput,
    binding: Binding,
    used: ReadonlySet<string>,
    found: Found,
  ): void {
    const relationship = pattern.relationships[index];
    const next = pattern.nodes[index + 1];
    if (relationship === undefined || next === undefined) {
      found(binding, used);
      return;
    }
    this.#trails(relationship, at.id, used, (edges, end) => {
      const node = this.#graph.nodes.find((one) => one.id === end);
      const reached = node === undefined ? null : this.#node(next, node, binding);
      if (node === undefined || reached === null) return;
      const value = relationship.length === null ? (edges[0] ?? null) : edges;
      const all = new Set([...used, ...edges.map((edge) => edge.id)]);
      this.#path(pattern, index + 1, node, bind(reached, relationship.name, value), all, found);
    });
  }

  #paths(paths: readonly PathPattern[], binding: Binding, used: ReadonlySet<string>, found: Found): void {
    const [first, ...rest] = paths;
    const start = first?.nodes[0];
    if (first === undefined || start === undefined) {
      found(binding, used);
      return;
    }
    for (const node of this.#graph.nodes) {
      const bound = this.#node(start, node, binding);
      if (bound === null) continue;
      this.#path(first, 0, node, bound, used, (inner, edges) => this.#paths(rest, inner, edges, found));
    }
  }

  #term(term: Term, binding: Binding): Value {
    if (term.kind === 'literal') return term.value;
    const value = binding.get(term.of);
    if (value === null || value === undefined) return null;
    if (term.kind === 'size') return (value as readonly GraphEdgeInput[]).length;
    if (term.kind === 'ids') return (value as readonly GraphEdgeInput[]).map((edge) => edge.id);
    return ((value as GraphNodeInput).properties[term.key] ?? null) as Value;
  }

  #holds(condition: Condition, binding: Binding): boolean | null {
    switch (condition.kind) {
      case 'compare': {
        const [left, right] = [this.#term(condition.left, binding), this.#term(condition.right, binding)];
        return compareValues(condition.operator, left, right);
      }
      case 'null':
        return (this.#term(condition.term, binding) === null) !== condition.negated;
      case 'in': {
        const results = condition.list.map((item) => equalValues(this.#term(condition.term, binding), item));
        return results.includes(true) ? true : results.includes(null) ? null : false;
      }
      case 'label': {
        const node = binding.get(condition.of) as GraphNodeInput | null;
        return node === null ? null : node.labels.includes(condition.label);
      }
      case 'different':
        return binding.get(condition.one) !== binding.get(condition.other);
      case 'exists': {
        const node = binding.get(condition.of) as GraphNodeInput | null;
        let any = false;
        if (node !== null) this.#trails(condition.relationship, node.id, new Set(), () => (any = true));
        return any !== condition.negated;
      }
      case 'not': {
        const inner = this.#holds(condition.inner, binding);
        return inner === null ? null : !inner;
      }
      default: {
        const [left, right] = [this.#holds(condition.left, binding), this.#holds(condition.right, binding)];
        if (condition.kind === 'AND')
          return left === false || right === false ? false : left === null || right === null ? null : true;
        if (condition.kind === 'OR')
          return left === true || right === true ? true : left === null || right === null ? null : false;
        return left === null || right === null ? null : left !== right;
      }
    }
  }

  #match({ optional, paths, where }: Match, rows: readonly Binding[]): Binding[] {
    return rows.flatMap((row) => {
      const found: Binding[] = [];
      this.#paths(paths, row, new Set(), (binding) => {
        if (where === null || this.#holds(where, binding) === true) found.push(binding);
      });
      if (found.length > 0 || !optional) return found;
      const names = paths.flatMap(({ nodes, relationships }) =>
        [...nodes, ...relationships].flatMap(({ name }) => name ?? []),
      );
      return [names.reduce<Binding>((binding, name) => (binding.has(name) ? binding : bind(binding, name, null)), row)];
    });
  }

  /** Whether every step of a trail goes from a node of the one kind to a node of the other. */
  #fits(trail: readonly GraphEdgeInput[], start: string, inner: Shortest['inner']): boolean {
    if (inner === null) return true;
    const node = (id: string): GraphNodeInput => this.#graph.nodes.find((one) => one.id === id)!;
    let at = start;
    return trail.every((edge) => {
      const next = edge.from === at ? edge.to : edge.from;
      const both = hasLabel(node(at), inner[0]) && hasLabel(node(next), inner[1]);
      at = next;
      return both;
    });
  }

  #shortest({ selector, count, from, to, relationship, inner }: Shortest, row: Binding): Binding[] {
    const [start, goal] = [row.get(from) as GraphNodeInput, row.get(to) as GraphNodeInput];
    const old = selector === 'shortestPath' || selector === 'allShortestPaths';
    const trails: (readonly GraphEdgeInput[])[] = [];
    this.#trails(relationship, start.id, new Set(), (edges, end) => {
      if (end === goal.id && (old || this.#fits(edges, start.id, inner))) trails.push(edges);
    });
    trails.sort((a, b) => a.length - b.length);
    const lengths = [...new Set(trails.map((trail) => trail.length))];
    const groups = selector === 'SHORTEST GROUPS' ? count : 1;
    const chosen =
      selector === 'shortestPath' || selector === 'ANY'
        ? trails.slice(0, 1)
        : selector === 'SHORTEST'
          ? trails.slice(0, count)
          : trails.filter((trail) => lengths.indexOf(trail.length) < groups);
    return chosen.map((trail) => bind(row, relationship.name, trail));
  }

  answer(query: Query): Value[][] {
    let bindings: Binding[] = [new Map()];
    for (const match of query.matches) bindings = this.#match(match, bindings);
    const { shortest } = query;
    if (shortest !== null) bindings = bindings.flatMap((row) => this.#shortest(shortest, row));
    let rows = query.items.every((item) => item.kind === 'term')
      ? bindings.map((binding) =>
          query.items.map((item) => (item.kind === 'term' ? this.#term(item.term, binding) : null)),
        )
      : aggregateRows(query.items, bindings, (term, binding) => this.#term(term, binding));
    if (query.distinct) {
      const seen = new Map(rows.map((row) => [JSON.stringify(row), row]));
      rows = [...seen.values()];
    }
    const { order } = query;
    if (order !== null) {
      rows.sort((a, b) => {
        const sign = order.map(
          (down, column) => compareForOrder(a[column] ?? null, b[column] ?? null) * (down ? -1 : 1),
        );
        return sign.find((one) => one !== 0) ?? 0;
      });
    }
    return rows.slice(query.skip, query.limit === null ? undefined : query.skip + query.limit);
  }
}

/** Answers a generated query by trying everything; null where that is too much. */
export function bruteForce(graph: PlainGraph, query: Query): Value[][] | null {
  try {
    return new BruteForce(graph).answer(query);
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}
