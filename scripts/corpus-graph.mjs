// node scripts/corpus-graph.mjs FILE: the graph of the documents in corpus/ as JSON, for tests and benches that need a real one.
// Needs the packages built. The same documents give the same file, byte for byte.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from './run.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: node scripts/corpus-graph.mjs FILE');
  process.exit(2);
}
const load = (name) => import(join(root, 'packages', name, 'dist/index.js'));
const [{ buildGraph }, { openRecordStore }, { loadOntology }] = await Promise.all(
  ['graph', 'graph-api', 'model'].map(load),
);
const folder = mkdtempSync(join(tmpdir(), 'attest-corpus-'));
try {
  const cli = join(root, 'packages/cli/dist/main.js');
  const { status } = spawnSync(process.execPath, [cli, 'extract', join(root, 'corpus'), '--out', folder], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the corpus could not be extracted; the lines above say why');
  const store = await openRecordStore(join(folder, 'records'));
  const { nodes, edges } = buildGraph(await store.all(), loadOntology());
  await store.close();
  const lines = (items) => items.map((item) => JSON.stringify(item)).join(',\n');
  writeFileSync(file, `{"nodes":[\n${lines(nodes)}\n],"edges":[\n${lines(edges)}\n]}\n`);
  console.log(`${nodes.length} nodes, ${edges.length} edges`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
