import { join, resolve } from 'node:path';
import { openEmbeddedGraph, openRecordStore, serve } from '@attest/graph-api';
import { AttestError, loadOntology, type GraphStore } from '@attest/model';
import { viewerFolder } from '@attest/viewer';
import { collect } from '../collect.ts';
import { ingestAll } from '../ingest-all.ts';
import { entitiesInMemory } from '../memory.ts';
import { ReaderPool } from '../reader-pool.ts';
import { graphCode, KnownInputs, recordCode } from './serve-known.ts';

/** What `attest serve` takes, as the command line gives it. */
export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly name?: readonly string[];
  readonly data: string;
  readonly store?: string;
  readonly entitiesInMemory: string;
}

/** How long a thread may read one uploaded document; one of ten megabytes needs less. Files of a served folder have no limit. */
const uploadMs = 300_000;
/** How long a question for the reading of a sentence may take; a document of a megabyte needs less. */
const explainMs = 30_000;

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= 65535) return port;
  throw new AttestError('invalid-input', `${text} is no port`, 'Give a number from 0 (any free port) to 65535.');
}

/** Neo4j by its address, else the embedded store. The password comes from the environment, so that no command line shows it. */
async function openGraph(uri: string | undefined): Promise<GraphStore> {
  if (uri === undefined) return openEmbeddedGraph({ threads: 3 });
  const { openNeo4jGraph } = await import('@attest/graph-api/neo4j');
  const { NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = process.env;
  return openNeo4jGraph({
    uri,
    ...(user ? { user } : {}),
    ...(password ? { password } : {}),
    ...(database ? { database } : {}),
  });
}

/** Serves the explorer and the API; `/healthz` turns from 503 to 200 when the documents are loaded. */
export async function runServe(path: string | undefined, options: ServeOptions, caller: string): Promise<void> {
  const port = portOf(options.port);
  const maxEntities = entitiesInMemory(options);
  const started = performance.now();
  const collected = path === undefined ? null : collect([path], caller);
  for (const line of collected?.skipped ?? []) console.error(`skipped ${line}`);
  const data = resolve(caller, options.data);
  const recordStore = await openRecordStore(join(data, 'records'), { holds: false });
  const graphStore = await openGraph(options.store);
  const uploads = new ReaderPool(2, uploadMs);
  const explainer = new ReaderPool(1, explainMs);
  const server = await serve({
    graphStore,
    recordStore,
    ingest: uploads,
    explainer,
    ontology: loadOntology(),
    viewerFolder,
    cache: { folder: data, code: graphCode() },
    maxEntities,
    port,
    host: options.host,
    names: options.name ?? [],
    // The embedded store has three threads: one is left for the explorer's own questions.
    queriesAtOnce: options.store === undefined ? 2 : 8,
  });
  const stop = (): void => {
    void server.close().then(async () => {
      await Promise.all([uploads.close(), explainer.close(), graphStore.close()]);
      await recordStore.close();
      process.exit(0);
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (collected) {
    const known = new KnownInputs(data, recordCode());
    const current = await known.current(collected.inputs, recordStore);
    const outcome = await ingestAll(recordStore, collected.inputs, current);
    for (const failure of outcome.failures) console.error(`failed ${failure}`);
    await known.remember(collected.inputs, outcome.failed);
    console.error(`${outcome.extracted} documents extracted, ${current.size} unchanged since the last start`);
  }
  const graph = await server.library.reload();
  console.error(
    `${graph.nodes} nodes and ${graph.edges} edges loaded, digest ${graph.digest.slice(0, 12)}, ${Math.round(performance.now() - started)} ms${graph.isKept ? ', kept from an earlier start' : ''}`,
  );
  console.log(`Attest is at http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${server.port}`);
  await server.library.keep();
}
