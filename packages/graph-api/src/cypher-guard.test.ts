import { describe, expect, it } from 'vitest';
import { checkedQuery, guardedQuery } from './cypher-guard.ts';
import { openEmbeddedGraph } from './store/embedded-graph.ts';

describe('the Cypher guard', () => {
  it.each([
    'CREATE (n) RETURN n',
    'MATCH (n) SET n.x = 1 RETURN n',
    'MATCH (n) DETACH DELETE n',
    "MERGE (n:Entity {id: 'x'}) RETURN n",
    'MATCH (n) CALL { CREATE (m) RETURN m } RETURN n',
    'MATCH (n) FOREACH (x IN [1] | SET n.x = x)',
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    'SHOW DATABASES',
    'SHOW SETTINGS',
    'SHOW PROCEDURES',
    'SHOW FUNCTIONS',
    'SHOW USERS',
    'EXPLAIN SHOW LABELS',
    'EXPLAIN EXPLAIN RETURN 1',
    'EXPLAIN',
    "EXPLAIN CALL dbms.killConnection('bolt-1')",
    "SHOW LABELS CALL dbms.killConnection('bolt-1')",
    'SHOW LABELS; CREATE (n)',
    'SHOW LABELS YIELD label RETURN label CREATE (n)',
    'SHOW TRANSACTIONS',
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    'EXPLAIN CREATE (n)',
    'PROFILE MATCH (n) RETURN n',
    'CYPHER runtime=slotted MATCH (n) RETURN n',
    'USE system MATCH (n) RETURN n',
    'DROP DATABASE neo4j',
    'ALTER CURRENT USER SET PASSWORD FROM "a" TO "b"',
    'CREATE USER eve SET PASSWORD "12345678"',
    "CALL dbms.killConnection('bolt-1')",
    'CALL dbms.listConfig() YIELD name, value RETURN name, value',
    'CALL db.createLabel("X")',
    'CALL `dbms`.`killConnection`("x")',
    "MATCH (n) CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    'RETURN 1; CREATE (n)',
    'MATCH (n) RETURN n; MATCH (m) DELETE m',
    // A quote to Neo4j, part of the text to us.
    String.raw`RETURN '\u0027 AS a CREATE (n) //'`,
    String.raw`RETURN 1 AS \u0060x`,
    String.raw`MATCH (n) WHERE n.name = '\\u0027 CREATE (m) RETURN m //' RETURN n`,
    '',
    '   ',
    '// nothing',
    "RETURN 'never closed",
    'RETURN 1 /* never closed',
    '😀',
  ])('refuses %s', (query) => {
    expect(() => checkedQuery(query)).toThrow(expect.objectContaining({ code: 'invalid-query' }));
  });

  it('gives no store a comment, since stores end them in different places', () => {
    const hidden = "RETURN 1 AS one //\rCALL dbms.killConnection('x')";
    expect(checkedQuery(hidden).trim()).toBe('RETURN 1 AS one');
    expect(checkedQuery('RETURN /* a /* b */ 1 AS one')).toBe(`RETURN ${' '.repeat(13)}1 AS one`);
    expect(checkedQuery('RETURN \'// no comment\' AS a, "/* nor */" AS b')).toContain('// no comment');
  });

  it('tells the place, also after a comment', () => {
    expect(() => checkedQuery('/* one */ CREATE (n)')).toThrow(
      expect.objectContaining({ cause: expect.objectContaining({ position: { offset: 10, line: 1, column: 11 } }) }),
    );
  });

  it.each([
    'MATCH (n) RETURN n.set, n.create, n.call AS call LIMIT 1',
    "MATCH (n {name: 'CREATE (n) DELETE n'}) RETURN n",
    'MATCH (`CREATE`:`SET`) RETURN `CREATE`',
    'MATCH (n) CALL (n) { RETURN count(n) AS c } RETURN c',
    'RETURN 1;',
    'CALL db.labels() YIELD label RETURN label',
    "CALL db.index.fulltext.queryNodes('actors', 'x') YIELD node, score RETURN node.name, score",
    'optional match (n) return n',
    'EXPLAIN MATCH (n) RETURN n',
    'show labels',
    'SHOW RELATIONSHIP TYPES YIELD relationshipType AS t WHERE t > $t RETURN t',
    'SHOW ALL INDEXES',
    'CALL db.schema.visualization()',
    'CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName RETURN *',
    'CALL db.schema.relTypeProperties()',
  ])('lets %s through as it is', (query) => {
    expect(checkedQuery(query)).toBe(query);
  });

  it.each([null, 'RETURN 1', {}, { query: 1 }, { query: 'x'.repeat(100_001) }, { query: 'RETURN 1', parameters: [] }])(
    'refuses a request that is no request: %j',
    async (request) => {
      await expect(guardedQuery(openEmbeddedGraph(), request)).rejects.toMatchObject({ code: 'invalid-query' });
    },
  );
});
