// node packages/graph/bench/bench-bounded.mjs [documents] [entities in memory] [heap limit in MB]
// Actors of a generated corpus that lies on disk, resolved with all its entities in memory and in parts: what each takes, as a
// ratio, and which of the two ends under a limit on Node's heap. Needs the packages built.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadOntology } from '@attest/model';
import { resolveInParts } from '../dist/resolve/in-parts.js';
import { Judge } from '../dist/resolve/judge.js';
import { Resolver } from '../dist/resolve/resolver.js';
import { corpus } from './corpus.mjs';

const self = fileURLToPath(import.meta.url);

/** In a process of its own: resolves what lies in a folder and prints how many actors, and its highest heap. */
function resolve(folder, count, most) {
  const sources = Array.from({ length: count }, (_, number) => `doc-${number}`).toSorted();
  const recordOf = (id) => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
  const ontology = loadOntology();
  let [actors, proposals] = [0, 0];
  if (most > 0) {
    const found = resolveInParts({ sources, recordOf, ontology, judge: new Judge() }, most, (part) => {
      actors += part.length;
    });
    proposals = found.length;
  } else {
    const resolver = new Resolver(ontology);
    for (const source of sources) resolver.add(recordOf(source));
    actors = resolver.resolved().length;
    proposals = resolver.proposals().length;
  }
  const { user, system } = process.cpuUsage();
  const resident = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ actors, proposals, seconds: (user + system) / 1e6, resident }));
}

if (process.argv[2] === 'child') {
  const [folder, count, most] = process.argv.slice(3);
  resolve(folder, Number(count), Number(most));
  process.exit(0);
}

const [count, most, limit] = [10_000, 25_000, 120].map((usual, at) => Number(process.argv[at + 2] ?? usual));
const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
const run = (name, entities, heap) => {
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, self, 'child', folder, String(count), String(entities)],
    { encoding: 'utf8' },
  );
  const result = child.status === 0 ? JSON.parse(child.stdout) : null;
  const told =
    result === null
      ? 'ends without memory'
      : `${result.actors} actors, ${result.proposals} proposals; ${result.seconds.toFixed(0)} s of processor time, at most ${result.resident.toFixed(0)} MB resident`;
  console.log(`${name}, heap of ${heap} MB: ${told}`);
  return result;
};
try {
  for (const record of corpus(0, count)) {
    writeFileSync(join(folder, `${record.document.sourceId}.json`), JSON.stringify(record));
  }
  console.log(`${count} documents`);
  const whole = run('all in memory', 0, 4096);
  run('all in memory', 0, limit);
  const parts = run(`at most ${most} entities in memory`, most, limit);
  if (whole && parts) {
    const ratio = (name) => (parts[name] / whole[name]).toFixed(2);
    console.log(
      `in parts to all in memory: ${ratio('resident')} of the memory, ${ratio('seconds')} of the time; the same number of actors and proposals: ${parts.actors === whole.actors && parts.proposals === whole.proposals}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
