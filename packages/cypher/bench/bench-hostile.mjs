// node bench/bench-hostile.mjs [--deadline 1000]: queries that would never end, one after the other in a worker, with short ones meanwhile.
// Prints how each ends, after how many deadlines, and how long the short ones took. Needs the package built.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PropertyGraph } from '../dist/index.js';
import { CypherWorker } from '../dist/worker/cypher-worker.js';

const { values } = parseArgs({ options: { deadline: { type: 'string', default: '1000' } } });
const deadlineMs = Number(values.deadline);
const queries = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'));
const COUNT = 2000;
const graph = PropertyGraph.build(
  Array.from({ length: COUNT }, (_, index) => ({
    id: `n${index}`,
    labels: ['N'],
    properties: { id: `n${index}`, text: 'a'.repeat(60) },
  })),
  Array.from({ length: COUNT * 4 }, (_, index) => ({
    id: `e${index}`,
    type: 'T',
    from: `n${index % COUNT}`,
    to: `n${(index * 7 + 1) % COUNT}`,
    properties: {},
  })),
);
const worker = await CypherWorker.start(graph.toSnapshot(), { deadlineMs, maxMemoryBytes: 100_000_000, heapMb: 512 });
let late = 0;
for (const { name, query, repeated = '', times = 0, rest = '', ends } of queries) {
  const start = performance.now();
  const outcome = { ended: null };
  const hostile = worker.run(query + repeated.repeat(times) + rest).then(
    () => (outcome.ended = 'answered'),
    ({ code }) => (outcome.ended = code),
  );
  const meanwhile = [];
  while (outcome.ended === null) {
    const before = performance.now();
    await worker.run('MATCH (n:N) RETURN count(n)', { deadlineMs: 60_000 });
    meanwhile.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ended = await hostile;
  const deadlines = (performance.now() - start - 20) / deadlineMs;
  const right = new RegExp(`^(?:${ends})$`, 'u').test(ended) && deadlines <= 2;
  if (!right) late += 1;
  const longest = Math.max(...meanwhile).toFixed(1);
  console.log(
    `${right ? ' ' : '!'} ${name.padEnd(36)} ${ended.padEnd(18)} after ${deadlines.toFixed(2).padStart(5)} deadlines; ${meanwhile.length} others meanwhile, the longest ${longest} ms`,
  );
}
await worker.close();
console.log(
  `${queries.length - late} of ${queries.length} end by their limit within twice the deadline of ${deadlineMs} ms`,
);
if (late > 0) process.exitCode = 1;
