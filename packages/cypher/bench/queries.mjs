// What is measured. `aim`: how many times the other's time ours may take.
import { syllables } from './data.mjs';

const id = (next, nodes) => `n${Math.floor(next() * nodes)}`;
const FIRST = { neo4j: 1, grafeo: 1 };
const SCAN = { neo4j: 2, grafeo: 1 };

export const QUERIES = [
  {
    name: 'id lookup',
    times: 600,
    aim: FIRST,
    text: 'MATCH (n:Entity {id: $id}) RETURN n.name AS name',
    parameters: (next, nodes) => ({ id: id(next, nodes) }),
  },
  {
    name: 'one hop',
    times: 300,
    aim: FIRST,
    unordered: true,
    text: 'MATCH (n:Entity {id: $id})-[r]-(m) RETURN type(r) AS t, m.id AS id, m.name AS name',
    parameters: (next, nodes) => ({ id: id(next, nodes) }),
  },
  {
    name: 'two hops, limit 500',
    times: 150,
    aim: FIRST,
    rowsOnly: true,
    text: 'MATCH (n:Entity {id: $id})-[r1]-(m)-[r2]-(k) RETURN m.id AS m, k.id AS k LIMIT 500',
    parameters: (next, nodes) => ({ id: id(next, nodes) }),
  },
  {
    name: 'shortest path up to 5',
    times: 60,
    aim: FIRST,
    text: 'MATCH (a:Entity {id: $a}), (b:Entity {id: $b}) MATCH p = shortestPath((a)-[*..5]-(b)) RETURN length(p) AS len',
    parameters: (next, nodes) => ({ a: id(next, nodes), b: id(next, nodes) }),
  },
  {
    name: 'contains, any case',
    times: 45,
    aim: SCAN,
    text: 'MATCH (n:Entity) WHERE toLower(n.name) CONTAINS $q RETURN n.id AS id ORDER BY id LIMIT 50',
    parameters: (next) => ({ q: syllables(next) }),
  },
  {
    name: 'contains, text index',
    times: 45,
    aim: SCAN,
    text: 'MATCH (n:Entity) WHERE n.name CONTAINS $q RETURN n.id AS id ORDER BY id LIMIT 50',
    parameters: (next) => ({ q: syllables(next) }),
  },
  {
    name: 'group by type, all edges',
    times: 15,
    aim: SCAN,
    text: 'MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS c ORDER BY t',
    parameters: () => ({}),
  },
  {
    name: 'group by year, all edges',
    times: 15,
    aim: SCAN,
    text: 'MATCH ()-[r]->() RETURN r.date.year AS y, count(*) AS c ORDER BY y',
    parameters: () => ({}),
  },
  {
    name: 'degree, top 20',
    times: 9,
    aim: SCAN,
    text: 'MATCH (n:Entity) RETURN n.id AS id, COUNT { (n)--() } AS d ORDER BY d DESC, id LIMIT 20',
    parameters: () => ({}),
  },
  {
    name: 'degree, all rows',
    times: 6,
    aim: SCAN,
    rowsOnly: true,
    text: 'MATCH (n:Entity) RETURN n.id AS id, COUNT { (n)--() } AS d',
    parameters: () => ({}),
  },
];
