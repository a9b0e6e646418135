import { describe, expect, it } from 'vitest';
import { edge, entity, graphOf, strange } from '@attest/model/contract';
import type { Graph, GraphNode } from '@attest/model';
import { differenceOf } from './difference.ts';
import { labelsInOrder, schemaStatements } from './schema.ts';
import { statementsFor, type Statement } from './statements.ts';

const empty = graphOf([], []);
const byId = (graph: Graph): Map<string, GraphNode> => new Map(graph.nodes.map((node) => [node.id, node]));
const write = (old: Graph, target: Graph): readonly Statement[] =>
  statementsFor(differenceOf(old, target), byId(old), byId(target));
const texts = (statements: readonly Statement[]): string[] => statements.map(({ text }) => text);

const ann = entity('ann', 'Person', 'Official', 'Ann');
const senate = entity('senate', 'Body', 'Agency', 'Senate');
const office = edge('HOLDS_OFFICE', 'ann', 'senate');
const graph = graphOf([ann, senate], [office]);

describe('the statements of the loader', () => {
  it('write a graph from nothing: nodes by their labels, then edges', () => {
    expect(texts(write(empty, graph))).toEqual([
      'UNWIND $rows AS row CREATE (n:`Entity`:`Person`:`Official`) SET n = row.properties',
      'UNWIND $rows AS row CREATE (n:`Entity`:`Body`:`Agency`) SET n = row.properties',
      'UNWIND $rows AS row MATCH (a:`Entity` {_id: row.from}) MATCH (b:`Entity` {_id: row.to}) CREATE (a)-[r:`HOLDS_OFFICE`]->(b) SET r = row.properties',
    ]);
  });

  it('write nothing for the same graph, and for a change only what it changes', () => {
    expect(write(graph, graphOf([{ ...ann }, senate], [{ ...office }]))).toEqual([]);
    const corrected = entity('ann', 'Person', 'Person', 'Ann Smith');
    const statements = write(graph, graphOf([corrected, senate], [office]));
    expect(texts(statements)).toEqual([
      'UNWIND $rows AS row MATCH (n:`Entity` {_id: row.id}) SET n = row.properties REMOVE n:`Official`',
    ]);
    expect(statements[0]?.rows).toEqual([{ id: 'ann', properties: { ...corrected.properties, _id: 'ann' } }]);
    expect(texts(write(graph, graphOf([ann], [])))).toEqual([
      'UNWIND $rows AS row MATCH (a:`Entity` {_id: row.from})-[r:`HOLDS_OFFICE` {_id: row.id}]->() DELETE r',
      'UNWIND $rows AS row MATCH (n:`Entity` {_id: row.id}) DETACH DELETE n',
    ]);
  });

  it('write edges anew at a node that becomes one of another kind', () => {
    const document: GraphNode = { id: 'senate', labels: ['Document'], properties: { id: 'senate' } };
    const statements = texts(write(graph, graphOf([ann, document], [office])));
    expect(statements).toHaveLength(4);
    expect(statements[0]).toContain('DELETE r');
    expect(statements[1]).toContain('DETACH DELETE n');
    expect(statements[3]).toContain('MATCH (b:`Document` {_id: row.to})');
  });

  it('send values as parameters only, and names in quotes', () => {
    const statements = texts(write(empty, strange));
    for (const text of statements) expect(text.replace(/`(?:[^`]|``)*`/gu, '')).not.toMatch(/[`"'\\]|é|😀/u);
    expect(statements[0]).toContain(':`Bo``dy`:`Two Words`');
    expect(statements.at(-1)).toContain('[r:`O``DD TYPE`]');
  });

  it('come in batches', () => {
    const many = graphOf(
      Array.from({ length: 12_000 }, (_, index) => entity(`n${index}`, 'Group', 'Group', 'x')),
      [],
    );
    expect(write(empty, many).map(({ rows }) => rows.length)).toEqual([5000, 5000, 2000]);
  });
});

describe('the schema', () => {
  it('makes each kind unique by its id and keeps the order of labels', () => {
    expect(schemaStatements(strange)).toContain(
      'CREATE CONSTRAINT `attest_Claim` IF NOT EXISTS FOR (n:`Claim`) REQUIRE n._id IS UNIQUE',
    );
    expect(labelsInOrder(graph)).toEqual(['Entity', 'Body', 'Person', 'Agency', 'Official']);
  });
});
