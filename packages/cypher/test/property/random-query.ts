import { CypherDate } from '../../src/index.ts';
import type {
  Comparison,
  Condition,
  Item,
  LabelTest,
  Match,
  NodePattern,
  PathPattern,
  Query,
  RelationshipPattern,
  Scalar,
  Shortest,
  Term,
} from './query.ts';
import type { Random } from './random.ts';

const LABELS = ['A', 'B', 'C'];
const TYPES = ['R', 'S', 'T'];
const KEYS = ['number', 'fraction', 'flag', 'day', 'mixed', 'id'];
const LITERALS: readonly Scalar[] = [
  0,
  1,
  2,
  3,
  5,
  0.5,
  2.5,
  'x',
  'n1',
  'n2',
  true,
  false,
  CypherDate.parse('2021-06-15'),
  null,
];
const OPERATORS: readonly Comparison[] = ['=', '<>', '<', '<=', '>', '>='];

/** What the clauses so far have named. */
interface Names {
  readonly nodes: string[];
  readonly single: string[];
  readonly lists: string[];
}

function labelTest(random: Random): LabelTest {
  const kind = random.pick(['none', 'none', 'none', 'one', 'any', 'all', 'not'] as const);
  if (kind === 'none') return { kind };
  const first = random.pick(LABELS);
  if (kind === 'not' || kind === 'one') return { kind: kind === 'not' ? 'not' : 'any', labels: [first] };
  return { kind, labels: [first, random.pick(LABELS.filter((label) => label !== first))] };
}

function nodePattern(random: Random, names: Names): NodePattern {
  if (names.nodes.length > 0 && random.chance(35))
    return { name: random.pick(names.nodes), label: { kind: 'none' }, number: null };
  const name = random.chance(75) ? `n${names.nodes.length}` : null;
  if (name !== null) names.nodes.push(name);
  return { name, label: labelTest(random), number: random.chance(4) ? random.below(8) : null };
}

function relationshipPattern(random: Random): RelationshipPattern {
  const low = random.below(3);
  return {
    name: null,
    types: random.chance(40) ? [] : random.some(TYPES, 2),
    direction: random.pick(['out', 'in', 'any']),
    length: random.chance(25) ? [low, Math.max(1, low + random.below(2))] : null,
    weight: random.chance(5) ? random.below(4) : null,
  };
}

function named(random: Random, names: Names, pattern: RelationshipPattern): RelationshipPattern {
  if (random.chance(50)) return pattern;
  const list = pattern.length === null ? names.single : names.lists;
  const name = `${pattern.length === null ? 'r' : 'l'}${list.length}`;
  list.push(name);
  return { ...pattern, name };
}

function pathPattern(random: Random, names: Names, longest: number): PathPattern {
  const nodes = [nodePattern(random, names)];
  const relationships: RelationshipPattern[] = [];
  while (relationships.length < longest && random.chance(65)) {
    relationships.push(named(random, names, relationshipPattern(random)));
    nodes.push(nodePattern(random, names));
  }
  return { nodes, relationships };
}

function property(random: Random, names: Names): Term {
  if (names.single.length > 0 && random.chance(25)) {
    return { kind: 'property', of: random.pick(names.single), key: random.pick(['weight', 'id']) };
  }
  return names.nodes.length === 0
    ? { kind: 'literal', value: random.pick(LITERALS) }
    : { kind: 'property', of: random.pick(names.nodes), key: random.pick(KEYS) };
}

function condition(random: Random, names: Names, depth: number): Condition {
  if (depth > 0 && random.chance(50)) {
    if (random.chance(25)) return { kind: 'not', inner: condition(random, names, depth - 1) };
    const kind = random.pick(['AND', 'AND', 'OR', 'XOR'] as const);
    return { kind, left: condition(random, names, depth - 1), right: condition(random, names, depth - 1) };
  }
  const kind = random.pick(['compare', 'compare', 'null', 'in', 'label', 'exists'] as const);
  const term = property(random, names);
  if (kind === 'null') return { kind, term, negated: random.chance(50) };
  if (kind === 'in') return { kind, term, list: Array.from({ length: random.below(4) }, () => random.pick(LITERALS)) };
  const [of] = names.nodes;
  if (of !== undefined && kind === 'label') return { kind, of: random.pick(names.nodes), label: random.pick(LABELS) };
  if (of !== undefined && kind === 'exists') {
    const relationship = relationshipPattern(random);
    return { kind, of: random.pick(names.nodes), relationship, negated: random.chance(40) };
  }
  const right: Term = random.chance(35) ? property(random, names) : { kind: 'literal', value: random.pick(LITERALS) };
  return { kind: 'compare', operator: random.pick(OPERATORS), left: term, right };
}

function match(random: Random, names: Names, optional: boolean): Match {
  const most = optional ? 1 : 2;
  const paths = [pathPattern(random, names, 2)];
  if (paths.length < most && random.chance(30)) paths.push(pathPattern(random, names, 1));
  return { optional, paths, where: random.chance(45) ? condition(random, names, 2) : null };
}

function item(random: Random, names: Names): Item {
  if (names.lists.length > 0 && random.chance(25))
    return { kind: 'term', term: { kind: 'ids', of: random.pick(names.lists) } };
  return { kind: 'term', term: property(random, names) };
}

function aggregate(random: Random, names: Names): Item {
  if (random.chance(40)) return { kind: 'rows' };
  const name = random.pick(['count', 'sum', 'min', 'max', 'avg'] as const);
  const numeric = name === 'sum' || name === 'avg';
  const [of] = names.nodes;
  if (of === undefined) return { kind: 'rows' };
  const key = numeric ? 'number' : random.pick(KEYS);
  return {
    kind: 'aggregate',
    name,
    distinct: random.chance(30),
    term: { kind: 'property', of: random.pick(names.nodes), key },
  };
}

const SELECTORS = ['shortestPath', 'allShortestPaths', 'ANY', 'ALL SHORTEST', 'SHORTEST', 'SHORTEST GROUPS'] as const;

/** Two nodes and a shortest path between them. */
function shortestPath(random: Random, names: Names): { readonly matches: Match[]; readonly shortest: Shortest } {
  const end = (name: string): PathPattern => ({
    nodes: [{ name, label: labelTest(random), number: null }],
    relationships: [],
  });
  names.nodes.push('n0', 'n1');
  const selector = random.pick(SELECTORS);
  const old = selector === 'shortestPath' || selector === 'allShortestPaths';
  const low = old ? 1 : random.below(3);
  const relationship = {
    ...relationshipPattern(random),
    name: 'l0',
    length: [low, low + 1 + random.below(3)] as const,
  };
  // Which one of several it is, is open.
  if (selector === 'allShortestPaths' || selector === 'ALL SHORTEST' || selector === 'SHORTEST GROUPS')
    names.lists.push('l0');
  return {
    matches: [
      {
        optional: false,
        paths: [end('n0'), end('n1')],
        where: old || random.chance(70) ? { kind: 'different', one: 'n0', other: 'n1' } : null,
      },
    ],
    shortest: {
      selector,
      count: 1 + random.below(3),
      from: 'n0',
      to: 'n1',
      relationship: old ? { ...relationship, weight: null } : relationship,
      inner: random.chance(50) ? [labelTest(random), labelTest(random)] : null,
    },
  };
}

/** A query about graphs of `randomGraph`; every column is a plain value. */
export function randomQuery(random: Random): Query {
  const names: Names = { nodes: [], single: [], lists: [] };
  const short = random.chance(20) ? shortestPath(random, names) : null;
  const matches = short?.matches ?? [match(random, names, random.chance(10))];
  if (short === null && random.chance(40)) matches.push(match(random, names, random.chance(60)));
  const items = Array.from({ length: 1 + random.below(3) }, () => item(random, names));
  if (short !== null) items.push({ kind: 'term', term: { kind: 'size', of: 'l0' } });
  if (random.chance(40)) items[random.below(items.length)] = aggregate(random, names);
  const order = random.chance(40) ? items.map(() => random.chance(40)) : null;
  return {
    matches,
    shortest: short?.shortest ?? null,
    quantified: random.chance(40),
    distinct: random.chance(25),
    items,
    order,
    skip: order !== null && random.chance(40) ? random.below(3) : 0,
    limit: order !== null && random.chance(50) ? random.below(6) : null,
  };
}
