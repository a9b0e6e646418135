// Time and memory of resolution and of the whole graph over a generated corpus: node packages/graph/bench/build.mjs [documents] [resolve]
// With `resolve` only actors are resolved and no graph is made.
import { loadOntology } from '@attest/model';
import { GraphBuilder } from '@attest/graph';
import { Resolver } from '../dist/resolve/resolver.js';
import { corpus } from './corpus.mjs';

const count = Number(process.argv[2] ?? 10_000);
const megabytes = () => Math.round(process.memoryUsage().rss / 1_048_576);
const timed = (name, work) => {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  console.log(`${name}: ${Math.round((user + system) / 1000)} ms of processor time, ${megabytes()} MB resident`);
  return result;
};
if (process.argv[3] === 'resolve') {
  const resolver = new Resolver(loadOntology());
  timed(`${count} records resolved as they come`, () => {
    for (const record of corpus(0, count)) resolver.add(record);
  });
  const actors = timed('clusters', () => resolver.resolved());
  const proposals = timed('proposals', () => resolver.proposals());
  console.log(`${actors.length} actors, ${proposals.length} proposals`);
  timed('one more record, resolved', () => {
    for (const record of corpus(count, count + 1)) resolver.add(record);
    return resolver.resolved();
  });
  process.exit(0);
}
const builder = new GraphBuilder(loadOntology());
timed(`${count} records resolved as they come`, () => {
  for (const record of corpus(0, count)) builder.addRecord(record);
});
const { graph, proposals } = timed('first build', () => builder.build());
console.log(
  `${graph.nodes.length} nodes, ${graph.edges.length} edges, ${proposals.length} proposals, digest ${graph.digest}`,
);
timed('one more record', () => {
  for (const record of corpus(count, count + 1)) builder.addRecord(record);
});
timed('next build', () => builder.build());
