import { join, resolve } from 'node:path';
import { createExtractor } from '@attest/extractor';
import { openEmbeddedGraph, openRecordStore, serve } from '@attest/graph-api';
import { AttestError, loadOntology } from '@attest/model';
import { viewerFolder } from '@attest/viewer';
import { collect } from '../collect.ts';
import { ingestAll } from '../ingest-all.ts';

/** Serves the explorer and the API on loopback; `/healthz` turns from 503 to 200 when the documents are loaded. */
export async function runServe(
  path: string | undefined,
  options: { port: string; data: string },
  caller: string,
): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new AttestError(
      'invalid-input',
      `${options.port} is no port`,
      'Give a number from 0 (any free port) to 65535.',
    );
  }
  const started = performance.now();
  const collected = path === undefined ? null : collect([path], caller);
  for (const line of collected?.skipped ?? []) console.error(`skipped ${line}`);
  const recordStore = await openRecordStore(join(resolve(caller, options.data), 'records'));
  const graphStore = openEmbeddedGraph();
  const ontology = loadOntology();
  const server = await serve({ graphStore, recordStore, ingest: createExtractor(), ontology, viewerFolder, port });
  const stop = (): void => {
    void server.close().then(async () => {
      await graphStore.close();
      await recordStore.close();
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (collected) {
    const outcome = await ingestAll(recordStore, collected.inputs);
    for (const failure of outcome.failures) console.error(`failed ${failure}`);
    console.error(`${outcome.extracted} documents extracted`);
  }
  const graph = await server.library.reload();
  console.error(
    `${graph.nodes.length} nodes and ${graph.edges.length} edges loaded, digest ${graph.digest.slice(0, 12)}, ${Math.round(performance.now() - started)} ms`,
  );
  console.log(`Attest is at http://127.0.0.1:${server.port}`);
}
