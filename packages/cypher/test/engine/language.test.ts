import { describe, expect, it } from 'vitest';
import { CypherError, CypherNode, run, type Procedure } from '../../src/index.ts';
import { actors, rows } from './actors.ts';

describe('paths', () => {
  it.each<[string, unknown]>([
    [
      "MATCH (:Entity {id: 'a'})-[r:URGED]->{1,2}(x) RETURN x.id, size(r) ORDER BY size(r)",
      [
        ['b', 1],
        ['b', 1],
      ],
    ],
    ["MATCH (a {id: 'a'})-->+(x) RETURN DISTINCT x.id ORDER BY x.id", [['b'], ['c'], ['d']]],
    ["MATCH (a {id: 'a'})-[r WHERE r.weight > 3]->{1,3}(x) RETURN x.id", [['d']]],
    [
      "MATCH (a {id: 'a'}) ((n:Person)-[r]->(m) WHERE r.weight <> 2){1,2} (z:Body) RETURN [x IN n | x.id], [x IN m | x.id], size(r), z.id ORDER BY z.id",
      [
        [['a', 'b'], ['b', 'c'], 2, 'c'],
        [['a'], ['d'], 1, 'd'],
      ],
    ],
    ["MATCH (x) ((p)<--(q)){2} (a {id: 'a'}) RETURN DISTINCT x.id, [n IN q | n.id]", [['c', ['b', 'a']]]],
    ["MATCH (a {id: 'x'}) ((n)-->(m)){0,3} (b) RETURN b.id, n", [['x', []]]],
    ["MATCH p = SHORTEST 2 (a {id: 'a'})--+(d {id: 'd'}) RETURN length(p) ORDER BY length(p)", [[1], [3]]],
    ["MATCH p = SHORTEST 2 GROUPS (a {id: 'a'})-->+(d {id: 'd'}) RETURN length(p)", [[1], [3], [3]]],
    ["MATCH p = ALL SHORTEST (a {id: 'a'})-->+(c {id: 'c'}) RETURN length(p)", [[2], [2]]],
    ["MATCH p = ANY (a {id: 'a'})-->{2,4}(c {id: 'c'}) RETURN length(p)", [[2]]],
    ["MATCH p = SHORTEST 1 ((a {id: 'a'})-[r]->+(d {id: 'd'}) WHERE size(r) > 1) RETURN length(p)", [[3]]],
    ["MATCH p = SHORTEST 1 (x {id: 'x'})--+(d {id: 'd'}) RETURN p", []],
    [
      "MATCH p = allShortestPaths((a {id: 'a'})-[*..3]->(c {id: 'c'})) RETURN [r IN relationships(p) | r.weight] AS w ORDER BY w",
      [[[1, 3]], [[2, 3]]],
    ],
    [
      'MATCH (n)-[:!URGED&!TOLD]->(m) RETURN n.id, m.id ORDER BY n.id',
      [
        ['a', 'd'],
        ['b', 'c'],
      ],
    ],
    ['MATCH (n:!Entity) RETURN n.id', [['x']]],
    ["MATCH (n {id: 'a'}) RETURN [p = (n)-[:URGED]->() | length(p)]", [[[1, 1]]]],
  ])('%s', (query, expected) => expect(rows(query)).toEqual(expected));

  it('never meets a relationship twice in one MATCH', () => {
    expect(rows("MATCH (a {id: 'a'})-[r]-(b)-[s]-(a) RETURN count(*)")).toEqual([[2]]);
    expect(rows("MATCH (c {id: 'c'})-[:TOLD*2]-(x) RETURN x.id")).toEqual([['d']]);
  });

  it('ends a search without end by its limits', () => {
    const limited = (options: Parameters<typeof run>[2]) => () =>
      run(actors, 'MATCH p = (a)-[*]-(b) MATCH q = (c)-[*]-(d) MATCH (e)-[*]-(f) RETURN count(*)', options);
    expect(limited({ maxPathLength: 2 })).toThrow(/longer than it may/);
  });
});

describe('subqueries and expressions', () => {
  it.each<[string, unknown]>([
    [
      'MATCH (n:Person) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN n.id, c ORDER BY n.id',
      [
        ['a', 3],
        ['b', 1],
      ],
    ],
    [
      'MATCH (n:Person) CALL (n) { MATCH (n)-->(m) RETURN m UNION MATCH (n)<--(m) RETURN m } RETURN n.id, count(m) ORDER BY n.id',
      [
        ['a', 2],
        ['b', 2],
      ],
    ],
    ['MATCH (n:Alone) OPTIONAL CALL (n) { MATCH (n)-->(m) RETURN m } RETURN n.id, m', [['x', null]]],
    [
      'MATCH (n:Person) RETURN n.id, COUNT { (n)-->() }, EXISTS { (n)-[:LEADS]->() }, COLLECT { MATCH (n)-[r]->() RETURN r.weight ORDER BY r.weight } ORDER BY n.id',
      [
        ['a', 3, false, [1, 2, 5]],
        ['b', 1, true, [3]],
      ],
    ],
    [
      "MATCH (n {id: 'a'}) RETURN n {.name, .nothing, age: n.age + 1, first: [(n)-->(m:Body) | m.id]}",
      [[{ name: 'Ann Lee', nothing: null, age: 4, first: ['d'] }]],
    ],
    ["MATCH (n {id: 'x'}) RETURN n {.*, id: null}", [[{ id: null, name: 'Xi' }]]],
    ['RETURN CASE 3 WHEN 1, 2 THEN 0 WHEN > 2 THEN 1 END, CASE null WHEN IS NULL THEN 1 END', [[1, 1]]],
    [
      "RETURN 1 IS :: INTEGER, 'a' IS NOT :: STRING, null IS :: DATE, [1] IS :: LIST<INTEGER>, 1.0 IS TYPED FLOAT",
      [[true, false, true, true, true]],
    ],
    ["RETURN trim(BOTH 'x' FROM 'xaxx'), ltrim('xxa', 'x'), 0xFF, 0o17, 1_000", [['a', 'a', 255, 15, 1000]]],
    [
      'UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5), percentileDisc(x, 0.5), stDevP([1, 3][x % 2]), avg(x)',
      [[2.5, 2, 1, 2.5]],
    ],
    [
      "RETURN 'abc' =~ '(?i)A.*', reduce(s = 0, x IN [1, 2] | s + x), [x IN [1, null] WHERE x IS NOT NULL], 2 ^ 10, 'a' || 'b'",
      [[true, 3, [1], 1024, 'ab']],
    ],
    ['WITH 1 AS a WHERE a = 1 RETURN *', [[1]]],
  ])('%s', (query, expected) => expect(rows(query)).toEqual(expected));

  it('gives nodes, relationships and paths as values', () => {
    const [[node, relationship, path] = []] = rows("MATCH p = (n {id: 'b'})-[r]->() RETURN n, r, p");
    expect(node).toBeInstanceOf(CypherNode);
    expect(relationship).toMatchObject({ id: '3', type: 'LEADS', from: 'b', to: 'c' });
    expect(path).toMatchObject({ nodes: [{ id: 'b' }, { id: 'c' }], relationships: [{ id: '3' }] });
  });
});

describe('what the graph tells of itself', () => {
  it.each<[string, unknown]>([
    ['CALL db.labels()', [['Alone'], ['Body'], ['Entity'], ['Person']]],
    ['CALL db.relationshipTypes() YIELD relationshipType AS t WHERE t STARTS WITH "U" RETURN t', [['URGED']]],
    ['CALL db.propertyKeys() YIELD propertyKey RETURN count(*) > 5', [[true]]],
    [
      'SHOW INDEXES YIELD name, type',
      [
        ['index_Entity_id', 'RANGE'],
        ['notes', 'FULLTEXT'],
      ],
    ],
    ['SHOW LABELS YIELD label WHERE label < "C" RETURN label', [['Alone'], ['Body']]],
    ['CALL db.schema.visualization() YIELD nodes, relationships RETURN size(nodes), size(relationships)', [[4, 16]]],
    [
      "CALL db.index.fulltext.queryNodes('notes', 'cartels OR court') YIELD node, score RETURN node.id, score > 0",
      [
        ['c', true],
        ['a', true],
      ],
    ],
    ["CALL db.index.fulltext.queryNodes('notes', 'ann AND -wrote') YIELD node RETURN node.id", [['b']]],
    ["CALL db.index.fulltext.queryNodes('notes', '\"drug cartels\"') YIELD node RETURN node.id", [['a']]],
    [
      "CALL db.index.fulltext.queryNodes('notes', 'cartel*') YIELD node RETURN node.id ORDER BY node.id",
      [['a'], ['b']],
    ],
    ["CALL db.index.fulltext.queryNodes('notes', 'name:ann') YIELD node RETURN node.id", [['a']]],
    ["CALL db.index.fulltext.queryNodes('notes', 'kourt~') YIELD node RETURN node.id", [['c']]],
    ["CALL db.index.fulltext.queryNodes('notes', 'cuort~1') YIELD node RETURN node.id", [['c']]],
    ["CALL db.index.fulltext.queryNodes('notes', 'c*r?') YIELD node RETURN node.id", [['c']]],
  ])('%s', (query, expected) => expect(rows(query)).toEqual(expected));

  it.each(["'nothing', 'x'", "'notes', ''", "'notes', '(a'", "'notes', 'a AND'"])('refuses a search for %s', (args) =>
    expect(() => rows(`CALL db.index.fulltext.queryNodes(${args}) YIELD node RETURN node`)).toThrow(CypherError),
  );

  it("runs the host's procedures", () => {
    const double: Procedure = {
      name: 'host.double',
      arguments: [{ name: 'of', type: 'integer' }],
      results: [{ name: 'twice', type: 'integer' }],
      call: ([of]) => [[Number(of) * 2]],
    };
    const query = 'UNWIND [1, 2] AS x CALL host.double(x) YIELD twice RETURN twice';
    expect(run(actors, query, { procedures: [double] }).rows).toEqual([[2], [4]]);
    expect(() => rows(query)).toThrow(/not known/);
  });
});

describe('what is worth knowing', () => {
  it('names labels and types that the graph does not have, with their place', () => {
    const { notifications } = run(actors, 'MATCH (n:Persn)-[:URGD]->(m:Person) RETURN id(n)');
    expect(notifications.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'UnknownLabel: The graph has no label Persn.',
      'UnknownType: The graph has no type URGD.',
      'Deprecated: id() is deprecated.',
    ]);
    expect(notifications[0]!.position).toEqual({ offset: 9, line: 1, column: 10 });
    expect(run(actors, 'MATCH (n:Person)-[:URGED]->() RETURN n.id').notifications).toEqual([]);
  });

  it.each([
    `WITH {a: 1} AS m RETURN m${'.a'.repeat(20_000)}`,
    `RETURN 1${' IS NULL'.repeat(20_000)}`,
    `WITH 1 AS x ${'WITH x '.repeat(20_000)}RETURN x`,
  ])('refuses a chain that is too long (%#)', (query) => expect(() => run(actors, query)).toThrow(CypherError));

  it('draws random numbers for each row', () => {
    const [[count] = []] = rows('UNWIND range(1, 1000) AS x MATCH (n:Alone) WHERE rand() < 0.5 RETURN count(*)');
    expect(count).toBeGreaterThan(300);
    expect(count).toBeLessThan(700);
    expect(rows('RETURN rand()')).toEqual(rows('RETURN rand()'));
  });
});
