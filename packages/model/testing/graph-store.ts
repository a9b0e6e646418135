import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph, GraphStore, QueryRows } from '../src/ports.ts';
import { loadQuestions } from '../src/questions.ts';
import { expectedRows } from './expected.ts';
import { edge, entity, fixture, graphOf } from './fixture.ts';
import { hostile, strange } from './strange.ts';

const dump = async (store: GraphStore): Promise<readonly (readonly unknown[])[]> => {
  const nodes = await store.query('MATCH (n) RETURN n ORDER BY n._id');
  const edges = await store.query('MATCH ()-[r]->() RETURN r ORDER BY r._id');
  return [...nodes.rows, ...edges.rows];
};
const only = ({ rows }: QueryRows): unknown => rows[0]?.[0];

/** The fixture with an actor renamed, one retyped, a document's claims gone and a new actor with an edge. */
function changed(): Graph {
  const gone = new Set(['c9', 's_c9', 'a_1']);
  const nodes = fixture.nodes
    .filter(({ id }) => !gone.has(id))
    .map((node) => {
      if (node.id === 'blinken') return entity('blinken', 'Person', 'Person', 'Antony J. Blinken');
      return node;
    });
  const edges = fixture.edges
    .filter(({ from, to, type }) => !gone.has(from) && !gone.has(to) && type !== 'BASED_IN')
    .map((one) => (one.type === 'MENTIONED_IN' ? { ...one, properties: { count: 7 } } : one));
  return graphOf([...nodes, entity('new', 'Body', 'Agency', 'New')], [...edges, edge('PART_OF', 'new', 'state')]);
}

/**
 * What every GraphStore must do. `open` gives a store of its own, without a graph, each time.
 * Text that only a store of one kind would refuse is not in here: the guard stands before all of them.
 */
export function graphStoreContract(name: string, open: () => Promise<GraphStore>): void {
  describe(`${name} as a GraphStore`, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    it('has no digest and answers nothing before a graph is there', async () => {
      expect(await store.digest()).toBeNull();
      await expect(store.query('RETURN 1')).rejects.toMatchObject({ code: 'store-unavailable' });
    });

    it('keeps the digest of the graph that it was given', async () => {
      await store.replace(fixture);
      expect(await store.digest()).toBe(fixture.digest);
      expect(only(await store.query('MATCH (p:Projection) RETURN p.digest'))).toBe(fixture.digest);
    });

    it.each(loadQuestions().map((question) => [question.id, question] as const))(
      'answers question %i',
      async (id, { query, parameters }) => {
        expect((await store.query(query, { parameters })).rows).toEqual(expectedRows[id]);
      },
    );

    it('gives nodes, relationships, paths, dates and numbers in one format', async () => {
      const { columns, rows } = await store.query(
        "MATCH p = (a:Entity {id: 'cameron'})-[r:URGED]->(b) RETURN a, r, p, date('2024-02-29') AS d, 7 AS i, 2.5 AS f, 9007199254740993 AS big, null AS n, [1, 'x'] AS l, {k: true} AS m",
      );
      const [cameron, blinken] = ['cameron', 'blinken'].map((id) => fixture.nodes.find((node) => node.id === id));
      const urged = fixture.edges.find(({ type }) => type === 'URGED');
      expect(columns).toEqual(['a', 'r', 'p', 'd', 'i', 'f', 'big', 'n', 'l', 'm']);
      expect(rows).toEqual([
        [
          cameron,
          urged,
          { nodes: [cameron, blinken], relationships: [urged] },
          '2024-02-29',
          7,
          2.5,
          '9007199254740993',
          null,
          [1, 'x'],
          { k: true },
        ],
      ]);
      const backwards = await store.query(
        "MATCH (:Entity {id: 'blinken'})<-[r:URGED]-() RETURN r, labels(startNode(r)) AS l",
      );
      expect(backwards.rows).toEqual([[urged, ['Entity', 'Person', 'Official']]]);
    });

    it('finds actors by words of their names and aliases', async () => {
      const query =
        "CALL db.index.fulltext.queryNodes('actors', $text) YIELD node RETURN node.name AS name ORDER BY name";
      expect((await store.query(query, { parameters: { text: 'sinaloa' } })).rows).toEqual([['Sinaloa Cartel']]);
      expect((await store.query(query, { parameters: { text: 'INA' } })).rows).toEqual([['8 U.S.C. § 1189']]);
    });

    it('takes parameters as they are meant: whole numbers, parts, lists, maps, nothing', async () => {
      const parameters = { n: 2, x: 0.5, l: [1, 2], m: { a: [null] }, none: null };
      const { rows } = await store.query(
        'UNWIND range(1, 5) AS i RETURN i / $n AS half, $x AS x, $l AS l, $m.a AS a, $none AS none LIMIT $n',
        { parameters },
      );
      expect(rows).toEqual([
        [0, 0.5, [1, 2], [null], null],
        [1, 0.5, [1, 2], [null], null],
      ]);
    });

    it('lists labels and types of the graph', async () => {
      const labels = [...new Set(fixture.nodes.flatMap((node) => node.labels)), 'Projection'].toSorted();
      const types = [...new Set(fixture.edges.map(({ type }) => type))].toSorted();
      const all = await store.query('SHOW LABELS');
      expect(all).toMatchObject({ columns: ['label'], rows: labels.map((label) => [label]), truncated: false });
      expect((await store.query('SHOW NODE LABELS;')).rows).toEqual(all.rows);
      expect(await store.query('show relationship types')).toMatchObject({
        columns: ['relationshipType'],
        rows: types.map((type) => [type]),
      });
      expect((await store.query("SHOW LABELS WHERE label STARTS WITH 'Al'")).rows).toEqual([['Alias']]);
      expect((await store.query('SHOW TYPES YIELD relationshipType AS t RETURN count(t) AS n')).rows).toEqual([
        [types.length],
      ]);
      expect((await store.query("SHOW LABELS YIELD * WHERE label = 'Claim'")).rows).toEqual([['Claim']]);
      expect((await store.query("SHOW LABELS WHERE label = 'RETURN'")).rows).toEqual([]);
    });

    it('shows its indexes in the same columns', async () => {
      const columns = ['id', 'name', 'state', 'type', 'entityType', 'labelsOrTypes', 'properties'];
      const all = await store.query('SHOW INDEXES');
      expect(all.columns).toEqual(columns);
      const kinds = all.rows.map((row) => JSON.stringify(row.slice(2)));
      expect(kinds).toContain(JSON.stringify(['ONLINE', 'RANGE', 'NODE', ['Entity'], ['name']]));
      expect(kinds).toContain(JSON.stringify(['ONLINE', 'FULLTEXT', 'NODE', ['Entity'], ['name', 'aliases']]));
      const some = await store.query("SHOW INDEXES WHERE type = 'FULLTEXT'");
      expect(some).toMatchObject({
        columns,
        rows: [[expect.any(Number), 'actors', 'ONLINE', 'FULLTEXT', 'NODE', ['Entity'], ['name', 'aliases']]],
      });
      expect((await store.query('SHOW FULLTEXT INDEXES YIELD name')).rows).toEqual([['actors']]);
    });

    it('draws its schema', async () => {
      const { columns, rows } = await store.query('CALL db.schema.visualization()');
      const [nodes, relationships] = (rows[0] ?? []) as [{ id: string }[], unknown[]];
      expect(columns).toEqual(['nodes', 'relationships']);
      const labels = new Set([...fixture.nodes.flatMap((node) => node.labels), 'Projection']);
      expect(nodes.map(({ id }) => id).toSorted()).toEqual([...labels].toSorted());
      expect(nodes).toContainEqual({ id: 'Claim', labels: ['Claim'], properties: { name: 'Claim' } });
      expect(relationships).toContainEqual({
        id: 'Official URGED Official',
        type: 'URGED',
        from: 'Official',
        to: 'Official',
        properties: { name: 'URGED' },
      });
    });

    it('tells which properties nodes and relationships have', async () => {
      const nodes = await store.query('CALL db.schema.nodeTypeProperties()');
      expect(nodes.columns).toEqual(['nodeType', 'nodeLabels', 'propertyName', 'propertyTypes', 'mandatory']);
      const named = nodes.rows.filter(([, labels, name]) => (labels as string[]).includes('Entity') && name === 'name');
      const kinds = fixture.nodes.filter(({ labels }) => labels.includes('Entity')).map(({ labels }) => labels.join());
      expect(named).toHaveLength(new Set(kinds).size);
      for (const [, , , ...rest] of named) expect(rest).toEqual([['String'], true]);
      const edges = await store.query('CALL db.schema.relTypeProperties()');
      expect(edges.columns).toEqual(['relType', 'propertyName', 'propertyTypes', 'mandatory']);
      const types = new Set(edges.rows.map(([type]) => type));
      expect(types).toEqual(new Set(fixture.edges.map(({ type }) => `:\`${type}\``)));
      const { rows } = await store.query(
        "CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes WHERE relType = ':`URGED`' AND propertyName = 'quotes' RETURN propertyTypes",
      );
      expect(rows).toEqual([[['StringArray']]]);
    });

    it('explains a query without running it, one row per step', async () => {
      const heavy =
        'EXPLAIN UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b MATCH (n:Entity {id: $id}) RETURN n, a, b';
      const { columns, rows, truncated } = await store.query(heavy, { deadlineMs: 10_000, parameters: { id: 'x' } });
      expect([columns, truncated]).toEqual([['operator', 'details', 'rows'], false]);
      expect(rows.length).toBeGreaterThan(0);
      for (const [operator, details, estimate] of rows) {
        expect([typeof operator, typeof details]).toEqual(['string', 'string']);
        expect(estimate === null || typeof estimate === 'number').toBe(true);
      }
      expect(rows.map(([operator]) => operator).join(' ')).toMatch(/Index|Seek|Lookup/u);
    });

    it('says what a query names that is not there, with its place', async () => {
      const { rows, notifications } = await store.query('MATCH (n:Nobody)-[:NOTHING]->(:Entity) RETURN id(n) AS id');
      expect(rows).toEqual([]);
      expect(notifications).toEqual([
        {
          code: 'UnknownLabel',
          message: 'The graph has no label Nobody.',
          position: { offset: 9, line: 1, column: 10 },
        },
        {
          code: 'UnknownType',
          message: 'The graph has no type NOTHING.',
          position: { offset: 19, line: 1, column: 20 },
        },
        { code: 'Deprecated', message: 'id() is deprecated.', position: { offset: 46, line: 1, column: 47 } },
      ]);
      expect((await store.query('MATCH (n:Entity) RETURN count(n)')).notifications).toEqual([]);
    });

    it.each([
      'CREATE (n:Entity) RETURN n',
      'MATCH (n) DETACH DELETE n',
      'MATCH (n) SET n.name = 1 RETURN n',
      'MATCH (n) REMOVE n.name RETURN n',
      "MERGE (n:Entity {id: 'x'}) RETURN n",
      'DROP INDEX x',
      'RETURN nothing',
      'MATCH (n',
      'RETURN $missing',
      'RETURN 1 AS a, 2 AS a',
    ])('refuses %s, and nothing changes', async (query) => {
      await expect(store.query(query)).rejects.toMatchObject({ code: 'invalid-query' });
      expect(only(await store.query('MATCH (n) RETURN count(n)'))).toBe(fixture.nodes.length + 1);
    });

    it('cuts at the row limit and says so', async () => {
      const cut = await store.query('UNWIND range(1, 20000) AS i RETURN i', { maxRows: 5 });
      expect(cut).toMatchObject({ rows: [[1], [2], [3], [4], [5]], truncated: true });
      const whole = await store.query('UNWIND range(1, 5) AS i RETURN i', { maxRows: 5 });
      expect(whole.truncated).toBe(false);
    });

    it('ends a query at its deadline and when its caller goes, and answers the next', async () => {
      const heavy = 'UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)';
      await expect(store.query(heavy, { deadlineMs: 300 })).rejects.toMatchObject({ code: 'limit-exceeded' });
      const caller = new AbortController();
      const gone = store.query(heavy, { deadlineMs: 30_000, signal: caller.signal });
      setTimeout(() => caller.abort(), 100);
      await expect(gone).rejects.toMatchObject({ code: 'limit-exceeded' });
      await expect(store.query('RETURN 1', { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'limit-exceeded',
      });
      expect(only(await store.query('RETURN 1'))).toBe(1);
    });

    it('shows readers the old graph or the new one, never a mixture', async () => {
      await store.replace(fixture);
      const other = changed();
      const sizes = new Set([fixture, other].map(({ nodes, digest }) => `${nodes.length + 1} ${digest}`));
      const done = new AbortController();
      const seen: string[] = [];
      const reader = (async () => {
        while (!done.signal.aborted) {
          const { rows } = await store.query('MATCH (p:Projection) MATCH (n) RETURN count(n), p.digest');
          seen.push((rows[0] ?? []).join(' '));
        }
      })();
      for (const graph of [other, fixture, other, fixture, other]) await store.replace(graph);
      done.abort();
      await reader;
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.filter((one) => !sizes.has(one))).toEqual([]);
    });

    it('is after a change what a store is that never held anything else', async () => {
      const target = changed();
      const fresh = await open();
      try {
        await fresh.replace(target);
        const expected = await dump(fresh);
        await store.replace(fixture);
        await store.replace(target);
        expect(await dump(store)).toEqual(expected);
        expect(await store.digest()).toBe(await fresh.digest());
      } finally {
        await fresh.close();
      }
    });

    it('keeps names, labels, types and values that look like Cypher or like nothing', async () => {
      await store.replace(strange);
      const [node] = strange.nodes.filter(({ id }) => id === hostile);
      const [link] = strange.edges;
      const plain = { ...node?.properties, day: '0001-12-31' };
      expect((await store.query('MATCH (n {whole: 3})-[r]->() RETURN n, r')).rows).toEqual([
        [
          { ...node, properties: plain },
          { ...link, properties: { ...link?.properties, day: '2024-02-29' } },
        ],
      ]);
    });

    it('holds a graph without anything in it', async () => {
      const empty = graphOf([], []);
      await store.replace(empty);
      expect(await store.digest()).toBe(empty.digest);
      expect(only(await store.query('MATCH (n:Entity) RETURN count(n)'))).toBe(0);
    });
  });
}
