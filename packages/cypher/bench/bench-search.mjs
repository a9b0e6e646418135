// node bench/bench-search.mjs: what full-text search finds among the names of the corpus graph: a real Neo4j's, the package's own,
// and minisearch's. Words, words with a slip, starts of words, words without accents. Needs the package built, and Neo4j.
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import neo4j from 'neo4j-driver';
import { missingForNeo4j } from '../../../scripts/neo4j/install.mjs';
import { startNeo4j } from '../../../scripts/neo4j/start.mjs';
import { PropertyGraph, run } from '../dist/index.js';
import { random } from './data.mjs';

const missing = missingForNeo4j();
if (missing !== null) {
  console.log(`nothing to compare with: ${missing}`);
  process.exit(0);
}
const TOP = 10;
const properties = ['name', 'aliases'];
const { nodes } = JSON.parse(readFileSync(new URL('../test/neo4j/generated/corpus.json', import.meta.url), 'utf8'));
const entities = nodes
  .filter(({ labels }) => labels.includes('Entity'))
  .map(({ id, properties: { name, aliases } }) => ({ id, name, aliases }));

const plain = (text) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
const words = [...new Set(entities.flatMap(({ name }) => name.match(/\p{L}{4,}/gu) ?? []))].toSorted((a, b) =>
  a < b ? -1 : 1,
);
const next = random(1);
const wrong = (word) => {
  const at = 1 + Math.floor(next() * (word.length - 2));
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
};
/** By kind: what is asked of those who read Lucene's syntax, and of minisearch. */
const kinds = {
  words: words.map((word) => [word.toLowerCase(), word, {}]),
  'two words': entities
    .map(({ name }) => name.match(/\p{L}{4,}/gu) ?? [])
    .filter((found) => found.length >= 2)
    .map(([one, two]) => [`${one} ${two}`, `${one} ${two}`, {}]),
  'both of two words': entities
    .map(({ name }) => name.match(/\p{L}{4,}/gu) ?? [])
    .filter((found) => found.length >= 2)
    .map(([one, two]) => [`${one} AND ${two}`, `${one} ${two}`, { combineWith: 'AND' }]),
  'two letters swapped': words
    .filter(({ length }) => length > 5)
    .map((word) => wrong(word))
    .map((word) => [`${word.toLowerCase()}~2`, word, { fuzzy: 2 }]),
  'starts of words': words.map((word) => [`${word.slice(0, 4).toLowerCase()}*`, word.slice(0, 4), { prefix: true }]),
  'without accents': words.filter((word) => plain(word) !== word).map((word) => [plain(word), plain(word), {}]),
};

const server = await startNeo4j();
const driver = neo4j.driver(server.uri);
const session = driver.session();
await session.run('UNWIND $rows AS row CREATE (n:Entity) SET n = row', { rows: entities });
await session.run('CREATE FULLTEXT INDEX names FOR (n:Entity) ON EACH [n.name, n.aliases]');
await session.run('CALL db.awaitIndexes(120)');
const call = "CALL db.index.fulltext.queryNodes('names', $text) YIELD node, score RETURN node.id AS id, score";
const graph = PropertyGraph.build(
  entities.map(({ id, ...rest }) => ({ id, labels: ['Entity'], properties: { id, ...rest } })),
  [],
  { fullText: [{ name: 'names', labels: ['Entity'], properties }] },
);
const mini = new MiniSearch({ fields: properties, extractField: (one, field) => [one[field]].flat().join('\n') });
mini.addAll(entities);

const theirs = async (text) => (await session.run(call, { text })).records.map((record) => record.get('id'));
const others = {
  own: ([text]) => run(graph, call, { parameters: { text } }).rows.map(([id]) => id),
  minisearch: ([, text, options]) => mini.search(text, options).map(({ id }) => id),
};
const share = (count, of) => `${((100 * count) / of).toFixed(1)} %`;
console.log(
  `${entities.length} actors; of what Neo4j finds: found, among our first ${TOP} of its first ${TOP}, same first; not found by Neo4j`,
);
for (const [kind, queries] of Object.entries(kinds)) {
  const sums = Object.fromEntries(Object.keys(others).map((name) => [name, { found: 0, top: 0, first: 0, more: 0 }]));
  let [all, tops, asked] = [0, 0, 0];
  for (const query of queries) {
    const wanted = await theirs(query[0]);
    if (wanted.length === 0) continue;
    asked += 1;
    all += wanted.length;
    tops += Math.min(TOP, wanted.length);
    for (const [name, search] of Object.entries(others)) {
      const got = search(query);
      const sum = sums[name];
      sum.found += wanted.filter((id) => got.includes(id)).length;
      sum.top += wanted.slice(0, TOP).filter((id) => got.slice(0, TOP).includes(id)).length;
      sum.first += Number(got[0] === wanted[0]);
      sum.more += got.filter((id) => !wanted.includes(id)).length;
    }
  }
  for (const [name, { found, top, first, more }] of Object.entries(sums)) {
    const cells = [share(found, all), share(top, tops), share(first, asked), String(more)].map((cell) =>
      cell.padStart(9),
    );
    console.log(`${kind.padEnd(20)} ${name.padEnd(11)} n ${String(asked).padStart(4)} ${cells.join(' ')}`);
  }
}
await session.close();
await driver.close();
await server.stop();
