import { describe, expect, it } from 'vitest';
import { CypherDate, CypherError, PropertyGraph, run } from './index.ts';

const node = (
  id: string,
  labels: readonly string[],
  properties: Record<string, string | number | CypherDate | null> = {},
) => ({ id, labels, properties: { id, ...properties } });
const edge = (id: string, type: string, from: string, to: string) => ({ id, type, from, to, properties: { id } });
const graph = PropertyGraph.build(
  [
    node('a', ['Entity', 'Person'], { name: 'Ann', age: 3, born: CypherDate.parse('2024-02-29') }),
    node('b', ['Entity', 'Person'], { name: 'Bob', age: 1, born: CypherDate.parse('2025-03-01') }),
    node('c', ['Entity', 'Body'], { name: 'Court' }),
  ],
  [
    edge('1', 'URGED', 'a', 'b'),
    edge('2', 'URGED', 'a', 'b'),
    edge('3', 'LEADS', 'b', 'c'),
    edge('4', 'KNOWS', 'c', 'c'),
  ],
  { indexes: [{ label: 'Entity', property: 'id' }] },
);
const rows = (query: string, parameters: Record<string, unknown> = {}) => run(graph, query, { parameters }).rows;

describe('run', () => {
  it.each([
    ['MATCH (n:Person) RETURN n.name ORDER BY n.name DESC', [['Bob'], ['Ann']]],
    [
      'MATCH (a)-[:URGED]->(b) RETURN a.name, b.name',
      [
        ['Ann', 'Bob'],
        ['Ann', 'Bob'],
      ],
    ],
    ['MATCH (b)<-[:URGED|URGED]-(a) RETURN count(*)', [[2]]],
    ['MATCH (a {id: "a"})-[*1..2]->(x) RETURN DISTINCT x.id ORDER BY x.id', [['b'], ['c']]],
    ['MATCH (a)-[r]-(b) RETURN count(r)', [[7]]],
    [
      'MATCH (a)-[x]->(b)-[y]->(c) RETURN a.id, c.id ORDER BY a.id, c.id',
      [
        ['a', 'c'],
        ['a', 'c'],
        ['b', 'c'],
      ],
    ],
    ['MATCH (n:Entity) WHERE n.age > 1 OR n.age IS NULL RETURN n.id ORDER BY n.id', [['a'], ['c']]],
    ['MATCH (n:Entity) WHERE NOT n.age > 1 RETURN n.id', [['b']]],
    ['OPTIONAL MATCH (n:Nothing) RETURN n', [[null]]],
    [
      'MATCH (n:Person) OPTIONAL MATCH (n)-[:LEADS]->(c) RETURN n.id, c.id ORDER BY n.id',
      [
        ['a', null],
        ['b', 'c'],
      ],
    ],
    ["MATCH (n:Person) WHERE n.born < date('2025-01-01') RETURN n.id, n.born.year", [['a', 2024]]],
    ['MATCH (n:Entity) WITH labels(n) AS l, count(*) AS c RETURN size(l), sum(c)', [[2, 3]]],
    ['MATCH (n:Nothing) RETURN count(n), collect(n), min(n.x)', [[0, [], null]]],
    ['UNWIND [1, 2, null, 2] AS x RETURN count(x), count(DISTINCT x), sum(x)', [[3, 2, 5]]],
    ['RETURN 6 / 2, 7 % 2, 7.5 / 2, -1 + 2 * 3', [[3, 1, 3.75, 5]]],
    ['MATCH (n:Entity) RETURN n.id, count(*) ORDER BY count(*), n.id LIMIT 1', [['a', 1]]],
    ['RETURN 7 / 2, 7.0 / 2', [[3, 3.5]]],
    ['MATCH (n:Body|Nothing) RETURN n.id', [['c']]],
    ['MATCH (n:Entity&!Person) RETURN n.id', [['c']]],
    ['RETURN [x IN [1, 2, 3] WHERE x > 1 | x * 2]', [[[4, 6]]]],
    ["RETURN CASE 2 WHEN 1 THEN 'one' ELSE 'other' END", [['other']]],
    ['MATCH (n:Entity) WHERE EXISTS { (n)-[:LEADS]->() } RETURN n.id', [['b']]],
    ["MATCH p = shortestPath((a {id: 'a'})-[*..4]->(c {id: 'c'})) RETURN length(p)", [[2]]],
    ['RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x', [[1], [2]]],
    ['RETURN null = null, 1 IN [2, null], NOT null, true OR null, false AND null', [[null, null, null, true, false]]],
    ['UNWIND [3, 1, 2] AS x RETURN x ORDER BY x SKIP 1 LIMIT 1', [[2]]],
    ["RETURN 'CREATE (n)' AS `delete`", [['CREATE (n)']]],
    ["MATCH (n) WHERE toLower(n.name) CONTAINS 'o' AND n:Person RETURN n.id", [['b']]],
  ])('%s', (query, expected) => expect(rows(query)).toEqual(expected));

  it('takes parameters as values, never as text of the query', () => {
    expect(rows('MATCH (n:Entity {id: $id}) RETURN n.name', { id: 'a' })).toEqual([['Ann']]);
    expect(rows('MATCH (n:Entity {id: $id}) RETURN n.name', { id: "a'}) RETURN 1 //" })).toEqual([]);
  });

  it.each([
    'CREATE (n) RETURN n',
    'MATCH (n) SET n.x = 1 RETURN n',
    'MATCH (n) DETACH DELETE n',
    'MERGE (n) RETURN n',
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    'MATCH (n) RETURN m',
    'MATCH (n) WHERE count(n) > 1 RETURN n',
    'MATCH (n)',
    'RETURN',
    'RETURN 1 +',
    "RETURN 'a",
    'RETURN 1 RETURN 2',
    'MATCH (n)-[n]->() RETURN n',
    'MATCH (n) RETURN exists(n.name)',
    'RETURN nope(1)',
    'RETURN 1 AS a, 2 AS a',
    'UNWIND [1] AS x UNWIND [2] AS x RETURN x',
    'MATCH (n) RETURN n LIMIT -1',
    'RETURN $missing',
    '',
  ])('refuses %j with a typed error', (query) => expect(() => rows(query)).toThrow(CypherError));

  it('says where', () => {
    expect(() => rows('MATCH (n)\nDELETE n')).toThrow(
      expect.objectContaining({ position: { offset: 10, line: 2, column: 1 } }),
    );
  });

  it('ends hostile queries by its limits', () => {
    const many = PropertyGraph.build(
      Array.from({ length: 300 }, (_, index) => node(String(index), ['N'])),
      [],
    );
    expect(() => run(many, 'MATCH (a), (b), (c), (d) RETURN count(*)', { deadlineMs: 200 })).toThrow(CypherError);
    expect(() => rows(`RETURN ${'('.repeat(5000)}1${')'.repeat(5000)}`)).toThrow(CypherError);
    expect(() => rows(`RETURN ${'1 + '.repeat(50_000)}1`)).toThrow(CypherError);
    const aborted = new AbortController();
    aborted.abort();
    expect(() => run(many, 'MATCH (a), (b) RETURN count(*)', { signal: aborted.signal })).toThrow(CypherError);
  });
});

describe('CypherDate', () => {
  it.each(['2024-02-30', '2023-02-29', '2024-13-01', 'soon', '2024-1-1-1'])('refuses %s', (text) =>
    expect(() => CypherDate.parse(text)).toThrow(RangeError),
  );
});
