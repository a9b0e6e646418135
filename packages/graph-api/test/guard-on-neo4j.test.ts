import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../scripts/neo4j/start.mjs';
import { checkedQuery } from '../src/cypher-guard.ts';
import { forNeo4j } from '../src/store/neo4j/dialect.ts';

const write = 'CREATE (:Pwned) ';
const lineEnds = ['\r', '\n', '\r\n', '\u2028', '\u2029', '\u0085', '\f', '\v', '\u001c', '\u0000', '\u001a'];
const escapes = ['\\\\', '\\', '``', "''", '""', '\\u0027', '\\U00000027', '\\\\u0027', '\\x27', '\\47'];

/** Texts that two parsers might read in two ways: where a comment ends, where a text ends, what counts as a blank. */
const tricks: readonly string[] = [
  ...lineEnds.flatMap((end) => [
    `RETURN 1 AS a //x${end}${write}`,
    `//x${end}${write}//${end}RETURN 1 AS a`,
    `MATCH (n) RETURN n AS a ${end}${write}`,
    `RETURN 'a${end}' AS a`,
    `RETURN "//${end}${write}" AS a`,
    `RETURN 1 AS \`a${end}\``,
  ]),
  ...["'", '"', '`'].flatMap((quote) =>
    escapes.flatMap((escape) => [
      `RETURN ${quote}${escape}${quote} AS a ${write}//${quote}`,
      `RETURN ${quote}a${escape}${quote} AS a`,
      `RETURN ${quote}${escape} ${write} //${quote} AS a`,
      `MATCH (n {x: ${quote}${escape}${quote}}) ${write} RETURN n AS a`,
      `RETURN 1 AS a /*${quote}${escape}*/ ${write} /*${quote}*/`,
    ]),
  ),
  ...lineEnds.flatMap((end) => [
    `EXPLAIN${end}RETURN 1 AS a //x${end}${write}`,
    `SHOW${end}LABELS YIELD label //x${end}${write}`,
    `SHOW LABELS WHERE label = 'RETURN${end}' //${end}${write}`,
    `SHOW INDEXES YIELD name WHERE name <> "${end}${write}" RETURN name //${end}${write}`,
  ]),
  `SHOW LABELS; ${write}`,
  `SHOW LABELS YIELD * RETURN label ${write}`,
  `SHOW LABELS WHERE COUNT { ${write} RETURN 1 } > 0`,
  `RETURN /* /* */ 1 AS a ${write} /* */ */`,
  `RETURN 1 AS a /*/ ${write} /*/`,
  `RETURN 1 AS a /*/ */ ${write}`,
  `RETURN '/*' AS a ${write} //*/'`,
  `RETURN 1 AS a; ${write}`,
  `CALL () { ${write} RETURN 1 AS b } RETURN b AS a`,
  `RETURN COLLECT { ${write} RETURN 1 } AS a`,
  `RETURN \`'\` AS a ${write}//'`,
  `MATCH (\`a'\`) RETURN 1 AS a //'`,
  `RETURN 1 AS a\u00a0${write}`,
  'RETURN 1 AS a ＣＲＥＡＴＥ (:Pwned)',
  'MATCH (n) ſET n.x = 1 RETURN n AS a',
  'MATCH (n) SET\u200b n.x = 1 RETURN n AS a',
];

describe.runIf(canStartNeo4j())('what the guard lets through', { timeout: 180_000 }, () => {
  let server: RunningNeo4j;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  it('writes nothing on a real Neo4j, even in a session that may write', async () => {
    const passed = tricks.flatMap((trick) => {
      try {
        return [forNeo4j(checkedQuery(trick))];
      } catch {
        return [];
      }
    });
    expect(passed.length).toBeGreaterThan(50);
    const driver = neo4j.driver(server.uri);
    const session = driver.session({ defaultAccessMode: neo4j.session.WRITE });
    try {
      const types = new Set<string>();
      for (const query of passed) types.add((await session.run(query)).summary.queryType);
      expect([...types]).toEqual(['r']);
      expect((await session.run('MATCH (n) RETURN n')).records).toEqual([]);
    } finally {
      await session.close();
      await driver.close();
    }
  });
});
