import { describe, expect, it } from 'vitest';
import { compile, CypherError } from '../../src/index.ts';

/** The error that compiling gives: nothing runs. */
function refusal(query: string): CypherError {
  try {
    compile(query);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error(`accepted: ${query}`);
}

const CASES: readonly (readonly [code: string, query: string])[] = [
  ['WriteRefused', 'CREATE (n) RETURN n'],
  ['WriteRefused', 'MATCH (n) SET n.x = 1'],
  ['WriteRefused', 'MATCH (n) DETACH DELETE n'],
  ['WriteRefused', 'MATCH (n) REMOVE n.x'],
  ['WriteRefused', 'MERGE (n) RETURN n'],
  ['WriteRefused', 'MATCH (n) FOREACH (x IN [1] | SET n.x = x)'],
  ['WriteRefused', "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"],
  ['WriteRefused', 'DROP INDEX x'],
  ['WriteRefused', 'EXPLAIN CREATE (n)'],
  ['WriteRefused', 'MATCH (n) USING SCAN n:Person  CREATE (m) RETURN n'],
  ['WriteRefused', 'CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN 1'],
  ['Unsupported', 'CALL apoc.help("x")'],
  ['Unsupported', "CALL dbms.killQuery('1')"],
  ['Unsupported', 'RETURN apoc.text.join(["a"], ",")'],
  ['Unsupported', 'RETURN point({x: 1, y: 2})'],
  ['Unsupported', 'RETURN nope(1)'],
  ['Unsupported', 'MATCH (n) WHERE exists(n.name) RETURN n'],
  ['Unsupported', 'SHOW SETTINGS'],
  ['Unsupported', 'USE other MATCH (n) RETURN n'],
  ['SemanticError', 'MATCH (n) RETURN m'],
  ['SemanticError', 'MATCH (n) WITH n.x AS x RETURN n'],
  ['SemanticError', 'MATCH (n) WHERE count(n) > 1 RETURN n'],
  ['SemanticError', 'MATCH (n) RETURN n.id + count(*)'],
  ['SemanticError', 'MATCH (n) RETURN count(count(n))'],
  ['SemanticError', 'UNWIND [1] AS x UNWIND [2] AS x RETURN x'],
  ['SemanticError', 'MATCH (n)-[n]->() RETURN 1'],
  ['SemanticError', 'MATCH (a)-[r]->()-[r]->() RETURN 1'],
  ['SemanticError', 'RETURN 1 AS x, 2 AS x'],
  ['SemanticError', 'MATCH (n) RETURN (n)-->()'],
  ['SemanticError', 'RETURN *'],
  ['SemanticError', 'MATCH (a) MATCH p = (a)-->() MATCH p = (a)-->() RETURN p'],
  ['SemanticError', 'RETURN 1 AS a UNION RETURN 1 AS b'],
  ['SyntaxError', 'MATCH (n)'],
  ['SyntaxError', 'RETURN 1 RETURN 2'],
  ['SyntaxError', 'MATCH (n) WITH n, n.x RETURN n'],
  ['SyntaxError', 'MATCH (n $props) RETURN n'],
  ['SyntaxError', 'MATCH shortestPath((a)-[*2..5]->(b)) RETURN a'],
  ['SyntaxError', 'MATCH (a) ((b)-->(c)) RETURN a'],
  ['SyntaxError', 'MATCH SHORTEST 1 (a)-->+(b), (c) RETURN a'],
  ['SyntaxError', 'MATCH (a)-[r]->{3,1}(b) RETURN a'],
  ['SyntaxError', 'RETURN 9223372036854775808'],
  ['SyntaxError', 'RETURN size()'],
  ['SyntaxError', 'RETURN 1 UNION RETURN 2 UNION ALL RETURN 3'],
  ['TypeError', "MATCH (n) WHERE 'text' RETURN n"],
  ['TypeError', 'RETURN 1 AND true'],
  ['TypeError', 'RETURN NOT 5'],
  ['TypeError', "RETURN 1 IN 'list'"],
  ['TypeError', "RETURN 1 - 2 * 'a'"],
  ['TypeError', "RETURN 'a' + true"],
  ['TypeError', 'MATCH p = (a)-->() RETURN size(p)'],
  ['TypeError', 'MATCH (n) RETURN length(n)'],
  ['TypeError', "RETURN [1, 2, 3]['b']"],
  ['TypeError', 'MATCH (n) RETURN n LIMIT 1.5'],
  ['ArgumentError', 'MATCH (n) RETURN n LIMIT -1'],
];

describe('refused before anything runs', () => {
  it.each(CASES)('%s: %s', (code, query) => {
    const { code: found, message, hint, position } = refusal(query);
    expect({ query, code: found }).toEqual({ query, code });
    expect(message).toMatch(/\.$/);
    expect(hint).not.toBe('');
    expect(position).not.toBeNull();
  });

  it('says where: line and column', () => {
    expect(refusal('MATCH (n)\nRETURN m').position).toEqual({ offset: 17, line: 2, column: 8 });
    expect(refusal('MATCH (n)\n\n  DELETE n').position).toEqual({ offset: 13, line: 3, column: 3 });
  });
});

describe('a pattern of more steps than anybody writes', () => {
  it.each([5000, 201])('is refused before it is planned: %i', (steps) => {
    expect(() => compile(`MATCH (a)${'-[]-()'.repeat(steps)} RETURN a`)).toThrow(/at most 200 relationships/u);
  });
  it('is read up to there', () => {
    expect(() => compile(`MATCH (a)${'-[]-()'.repeat(20)} RETURN a`)).not.toThrow();
  });
});
