import { describe, expect, it } from 'vitest';
import { PropertyGraph, run } from '../../src/index.ts';

/** A thousand people of whom few are rare, each pointing at the next ones. */
const size = 1000;
const graph = PropertyGraph.build(
  Array.from({ length: size }, (_, index) => ({
    id: `n${index}`,
    labels: index % 100 === 0 ? ['Entity', 'Rare'] : ['Entity'],
    properties: { id: `n${index}`, group: index % 10 },
  })),
  Array.from({ length: size * 3 }, (_, index) => ({
    id: `e${index}`,
    type: index % 3 === 0 ? 'A' : 'B',
    from: `n${index % size}`,
    to: `n${(index * 7) % size}`,
    properties: { weight: index % 5 },
  })),
  { indexes: [{ label: 'Entity', property: 'id' }] },
);
const plan = (query: string): string[] =>
  run(graph, `EXPLAIN ${query}`).plan!.map(({ operator, details }) => `${operator} ${details}`);

describe('the planner', () => {
  it('looks properties up and starts from the rarer end', () => {
    expect(plan("MATCH (a:Entity)-[:A]->(b {id: 'n7'}) RETURN a")[0]).toBe('NodeIndexSeek b(id)');
    expect(plan('MATCH (a:Entity)-[:A]->(b:Rare) RETURN a').slice(0, 2)).toEqual([
      'NodeByLabelScan b:Rare',
      'Expand (a)-[:A]->(b)',
    ]);
    expect(plan("MATCH (a:Entity) WHERE a.id IN ['n1', 'n2'] RETURN a")[0]).toBe('NodeIndexSeek a:Entity(id)');
  });

  it('asks conditions as soon as they can be asked', () => {
    const steps = plan("MATCH (a {id: 'n1'})-->(b)-->(c) WHERE b.group = 3 AND c.group = 4 RETURN c");
    const place = (text: string): number => steps.findIndex((step) => step.includes(text));
    expect(place('b.group')).toBeLessThan(place('(b)-[]->(c)'));
    expect(place('c.group')).toBeGreaterThan(place('(b)-[]->(c)'));
  });

  it('sorts with a limit in a heap and goes over relationships where no node is rare', () => {
    expect(plan('MATCH (a:Entity) RETURN a.id ORDER BY a.group LIMIT 3').at(-2)).toMatch(/^Top/);
    expect(plan('MATCH ()-[r:A]->() RETURN count(r)')[0]).toMatch(/^RelationshipScan/);
  });

  it('gives with a limit what sorting everything gives', () => {
    const query = 'MATCH (a:Entity) RETURN a.group AS g, a.id AS id ORDER BY g DESC, id';
    const all = run(graph, query).rows;
    expect(run(graph, `${query} SKIP 3 LIMIT 20`).rows).toEqual(all.slice(3, 23));
  });

  it('counts alike by a degree and by matching', () => {
    const degrees = 'MATCH (n) RETURN n.id AS id, COUNT { (n)-[:A]-() } AS d ORDER BY id';
    const matched = 'MATCH (n) OPTIONAL MATCH (n)-[r:A]-() RETURN n.id AS id, count(r) AS d ORDER BY id';
    expect(run(graph, degrees).rows).toEqual(run(graph, matched).rows);
  });
});

describe('snapshots', () => {
  const queries = [
    'MATCH (n) RETURN n ORDER BY n.id',
    'MATCH (a)-[r]->(b) RETURN a.id, r, b.id ORDER BY r.weight, a.id, b.id',
    'SHOW INDEXES',
  ];
  it.each(queries)('give the same graph: %s', (query) => {
    const bytes = graph.toSnapshot();
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length + 1), 1);
    shared.set(bytes);
    expect(run(PropertyGraph.fromSnapshot(bytes), query)).toEqual(run(graph, query));
    expect(run(PropertyGraph.fromSnapshot(shared), query)).toEqual(run(graph, query));
  });

  it('refuse other bytes', () => {
    const bytes = graph.toSnapshot();
    expect(() => PropertyGraph.fromSnapshot(new Uint8Array(4))).toThrow(RangeError);
    expect(() => PropertyGraph.fromSnapshot(bytes.slice(0, bytes.length - 100))).toThrow(RangeError);
    bytes[7] = 1;
    expect(() => PropertyGraph.fromSnapshot(bytes)).toThrow(RangeError);
  });

  it('need ids that are unique, and ends that are there', () => {
    const node = { id: 'a', labels: [], properties: {} };
    const edge = { id: '1', type: 'T', from: 'a', to: 'b', properties: {} };
    expect(() => PropertyGraph.build([node, node], [])).toThrow(/Two nodes/);
    expect(() => PropertyGraph.build([node], [edge])).toThrow(/not in the graph/);
  });
});
