// node bench/bench-memory.mjs [PATH...] [--documents 200] [--threads 2] [--seed 7]
// Documents made from those in PATH (by default corpus/), to records on disk, as `attest extract` does it; the memory of the whole
// process on the way, as a ratio to what it is in the first tenth: what is resident, which the engine lets swing by some hundred
// megabytes, and with --threads 1 also what is in use after a collection. Flat means: near 1. Needs the packages built.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openRecordStore } from '../../graph-api/dist/index.js';
import { collect } from '../dist/collect.js';
import { extractOn } from '../dist/extract-pool.js';
import { documents } from './documents.mjs';

const { values, positionals } = parseArgs({
  options: {
    documents: { type: 'string', default: '200' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
  },
  allowPositionals: true,
});
const [wanted, threads, seed] = [values.documents, values.threads, values.seed].map(Number);
const corpus = fileURLToPath(new URL('../../../corpus', import.meta.url));
const { inputs } = collect(positionals.length > 0 ? positionals : [corpus], process.env.INIT_CWD ?? process.cwd());
const texts = inputs.map(({ bytes }) => new TextDecoder().decode(bytes));

const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
const store = await openRecordStore(folder, { holds: false });
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
/** What this thread has in use: the reading too, where it is done here. */
const inUse = () => {
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const mb = (bytes) => Math.round(bytes / 1048576);
const began = performance.now();
let [count, bytes, claims, highest, first, used] = [0, 0, 0, 0, 0, 0];
try {
  for await (const { input, outcome } of extractOn(threads, documents(texts, wanted, seed))) {
    if (outcome instanceof Error) throw outcome;
    await store.put(outcome);
    count += 1;
    bytes += input.bytes.length;
    claims += outcome.claims.length;
    // The highest of each tenth: what is free for a moment between two documents does not count.
    highest = Math.max(highest, process.memoryUsage.rss());
    if (count % Math.ceil(wanted / 10) !== 0 && count !== wanted) continue;
    const now = threads < 2 ? inUse() : 0;
    first ||= highest;
    used ||= now;
    const rate = count / ((performance.now() - began) / 1000);
    console.log(
      [
        `${String(Math.round((100 * count) / wanted)).padStart(3)} %: ${count} documents, ${(bytes / 1048576).toFixed(1)} MB, ${claims} claims`,
        `at most ${mb(highest)} MB resident in this tenth, ${(highest / first).toFixed(2)} of the first`,
        ...(now > 0 ? [`${mb(now)} MB in use, ${(now / used).toFixed(2)} of the first`] : []),
        `${rate.toFixed(1)} documents/s`,
      ].join('; '),
    );
    highest = 0;
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
