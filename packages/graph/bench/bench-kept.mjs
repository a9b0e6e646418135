// node packages/graph/bench/bench-kept.mjs [documents] [entities in memory]
// What is in memory for each document of a generated corpus once its graph is built: in use after a collection, in KB. Needs the
// packages built.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadOntology } from '@attest/model';
import { GraphBuilder } from '@attest/graph';
import { sketchOf } from '../dist/relate/origins.js';
import { Resolver } from '../dist/resolve/resolver.js';
import { corpus } from './corpus.mjs';

const [count, most] = [2000, 10_000].map((usual, at) => Number(process.argv[at + 2] ?? usual));
const ontology = loadOntology();
const texts = new Map([...corpus(0, count)].map((record) => [record.document.sourceId, JSON.stringify(record)]));
const recordOf = (sourceId) => JSON.parse(texts.get(sourceId));
const records = function* () {
  for (const sourceId of texts.keys()) yield recordOf(sourceId);
};
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
const inUse = () => {
  gc();
  gc();
  return process.memoryUsage().heapUsed;
};
/** What something takes while it is held. */
const measured = (name, make) => {
  const before = inUse();
  const held = make();
  const kilobytes = (inUse() - before) / 1024 / count;
  console.log(`${kilobytes.toFixed(1).padStart(8)} KB  ${name}`);
  return held;
};
measured('the records themselves', () => [...records()]);
const resolver = measured('entities held by a resolver: profiles, keys, links', () => {
  const held = new Resolver(ontology);
  for (const record of records()) held.add(record);
  return held;
});
measured('actors with their members', () => resolver.resolved());
measured('sketches of texts', () => [...records()].map((record) => sketchOf(record)));
const digests = [];
const filled = (options) => {
  const builder = new GraphBuilder(ontology, { recordOf, ...options });
  for (const record of records()) builder.addRecord(record);
  return { builder, graph: builder.build().graph };
};
/** A graph, and what its builder keeps beside it. */
const built = (name, options) => {
  const before = inUse();
  const held = filled(options);
  digests.push(held.graph.digest);
  const both = inUse();
  // Let go one after the other, so that each can be told from the rest.
  held.builder = null;
  const alone = inUse();
  held.graph = null;
  const graph = (alone - inUse()) / 1024 / count;
  const beside = (both - before) / 1024 / count - graph;
  console.log(`${graph.toFixed(1).padStart(8)} KB  graph alone`);
  console.log(`${beside.toFixed(1).padStart(8)} KB  what its builder keeps beside it, ${name}`);
};
built('all entities in memory', {});
built(`at most ${most} entities in memory`, { maxEntities: most });
console.log(`the same graph: ${digests[0] === digests[1]}`);
