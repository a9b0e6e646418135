// node bench/bench.mjs [--nodes 50000] [--edges 250000] [--stores own,worker,neo4j,grafeo] [--quick]
// The same data and queries in several stores, side by side in one run: each store in its own process, work interleaved in rounds.
// Prints milliseconds (median, 95th percentile) and ratios: above 1 the other one takes longer. Needs the package built.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { missingForNeo4j } from '../../../scripts/neo4j/install.mjs';
import { QUERIES } from './queries.mjs';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '50000' },
    edges: { type: 'string', default: '250000' },
    stores: { type: 'string', default: 'own,worker,neo4j,grafeo' },
    quick: { type: 'boolean', default: false },
  },
});
const missing = missingForNeo4j();
if (missing !== null && values.stores.includes('neo4j')) console.error(`without Neo4j: ${missing}`);
const names = values.stores.split(',').filter((name) => name !== 'neo4j' || missing === null);
const ROUNDS = 3;
const script = fileURLToPath(new URL('store-process.mjs', import.meta.url));

/** A store's process; `ask` sends a command and waits for its answer. */
function open(name) {
  const store = fork(script, [name, values.nodes, values.edges], {
    execArgv: ['--expose-gc', '--max-old-space-size=6000'],
  });
  const ended = once(store, 'exit');
  const gone = ended.then(([code]) => ({ failed: `the store's process ended with ${code}` }));
  const ask = async (message) => {
    const answered = once(store, 'message').then(([answer]) => answer);
    if (message !== null) store.send(message);
    const { done, failed } = await Promise.race([answered, gone]);
    if (failed !== undefined) throw new Error(failed);
    return done;
  };
  return { ask, ended };
}
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
const row = (name, cells) => console.log([name.padEnd(26), ...cells.map((cell) => cell.padStart(18))].join(' '));
const others = names.filter((name) => name === 'neo4j' || name === 'grafeo');

const stores = new Map();
const loads = new Map();
for (const name of names) {
  const store = open(name);
  stores.set(name, store);
  await store.ask(null);
  loads.set(name, await store.ask({ command: 'load' }));
}
console.log(`${values.nodes} nodes, ${values.edges} edges; median / 95th percentile in ms`);
row('', [...names, ...others.map((name) => `${name}/own`), 'aim']);
let wrong = 0;
for (const query of QUERIES) {
  const ms = new Map();
  const sums = new Map();
  const dead = new Map();
  const times = Math.max(1, Math.ceil(query.times / ROUNDS / (values.quick ? 5 : 1)));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      if (dead.has(name)) continue;
      try {
        const answer = await stores.get(name).ask({ command: 'run', query: query.name, seed: 100 + round, times });
        // The first round only warms up.
        if (round > 0) ms.set(name, [...(ms.get(name) ?? []), ...answer.ms]);
        sums.set(name, `${sums.get(name) ?? ''}${answer.sums.join()};`);
      } catch (error) {
        dead.set(name, error.message);
      }
    }
  }
  const median = new Map();
  const cells = names.map((name) => {
    if (dead.has(name)) return 'failed';
    const sorted = ms.get(name).toSorted((a, b) => a - b);
    median.set(name, at(sorted, 0.5));
    return `${short(at(sorted, 0.5))} / ${short(at(sorted, 0.95))}`;
  });
  const ratios = others.map((name) => {
    if (!median.has(name) || !median.has('own')) return '-';
    const ratio = median.get(name) / median.get('own');
    return `${short(ratio)}${ratio * query.aim[name] >= 1 ? '' : ' !'}`;
  });
  row(query.name, [...cells, ...ratios, others.map((name) => `>= ${1 / query.aim[name]}`).join(', ')]);
  for (const [name, message] of dead) console.log(`  ${name}: ${message}`);
  if (new Set(sums.values()).size > 1) {
    wrong += 1;
    console.log(`  answers differ: ${names.filter((name) => sums.get(name) !== sums.get('own')).join(', ')} from own`);
  }
}
const figure = (name, key, unit) => {
  const value = loads.get(name)?.[key];
  return value === undefined || value === null ? '-' : `${unit(value)}`;
};
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const megabytes = (mb) => `${mb.toFixed(0)} MB`;
row('load from rows', [...names.map((name) => figure(name, 'rowsMs', seconds)), 'aim: own < 3 s']);
row(
  '  of the processor',
  names.map((name) => figure(name, 'rowsCpuMs', seconds)),
);
row('load from snapshot', [...names.map((name) => figure(name, 'snapshotMs', seconds)), 'aim: own < 0.5 s']);
row(
  '  of the processor',
  names.map((name) => figure(name, 'snapshotCpuMs', seconds)),
);
row(
  'snapshot',
  names.map((name) => figure(name, 'snapshotMb', megabytes)),
);
row('memory with the graph', [...names.map((name) => figure(name, 'mb', megabytes)), 'aim: own < 150 MB']);
console.log(
  'memory: own counts the graph alone, neo4j the whole process, grafeo the growth of its process; "!" misses its aim',
);
for (const store of stores.values()) {
  await store.ask({ command: 'close' });
  await store.ended;
}
if (wrong > 0) process.exitCode = 1;
