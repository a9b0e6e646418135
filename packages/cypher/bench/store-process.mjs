// One store in a process of its own: loads the data and runs queries when it is told to.
import { random, rows } from './data.mjs';
import { QUERIES } from './queries.mjs';
import { STORES } from './stores.mjs';

const [, , name, nodeCount, edgeCount] = process.argv;
const nodes = Number(nodeCount);
const store = await STORES[name]();

function checksum(result, { rowsOnly = false, unordered = false }) {
  if (rowsOnly) return result.length;
  const texts = result.map((row) =>
    JSON.stringify(row.map((value) => (typeof value === 'bigint' ? Number(value) : value))),
  );
  let sum = 0;
  for (const text of unordered ? texts.sort() : texts) {
    for (let index = 0; index < text.length; index += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(index)) | 0;
  }
  return sum;
}

const work = {
  load: async () => {
    const figures = await store.load(rows(nodes, Number(edgeCount)));
    return { ...figures, mb: store.megabytes() };
  },
  run: async ({ query, seed, times }) => {
    const chosen = QUERIES.find((one) => one.name === query);
    const next = random(seed);
    const ms = [];
    const sums = [];
    for (let index = 0; index < times; index += 1) {
      const parameters = chosen.parameters(next, nodes);
      const start = performance.now();
      const result = await store.read(chosen.text, parameters);
      ms.push(performance.now() - start);
      sums.push(checksum(result, chosen));
    }
    return { ms, sums };
  },
  close: async () => {
    await store.close();
    setImmediate(() => process.disconnect());
  },
};
const answer = async (message) => {
  try {
    process.send({ done: await work[message.command](message) });
  } catch (error) {
    process.send({ failed: String(error.message).slice(0, 300) });
  }
};
process.on('message', (message) => void answer(message));
// The bench is gone: so is this process, and with it a server that it started.
process.on('disconnect', () => process.exit());
process.send({ done: 'ready' });
