#!/usr/bin/env node
import { program } from 'commander';
import { AttestError } from '@attest/model';
import type { ServeOptions } from './commands/serve.ts';
import { usualEntities } from './memory.ts';

/** The folder that the user called from: npm changes the working folder and tells the caller's in INIT_CWD. */
const caller = process.env['INIT_CWD'] ?? process.cwd();

// Each command loads what it needs itself: what reads documents takes a second to load, which a start without changes can spare.
program
  .name('attest')
  .description('Documents in, a graph of actors out: every edge with its sentence, its speaker and its date.');

program
  .command('extract')
  .argument('<paths...>', 'files or folders')
  .requiredOption('--out <dir>', 'folder for records/, entities.jsonl and claims.jsonl')
  .option('--threads <n>', 'threads to read on (default: one for little, one per processor for much)')
  .description('read documents and write what they state')
  .action(async (paths: string[], options: { out: string; threads?: string }) =>
    (await import('./commands/extract.ts')).runExtract(paths, options, caller),
  );

program
  .command('score')
  .requiredOption('--gold <dir>', 'folder with the key: DOC.entities.jsonl and DOC.claims.jsonl')
  .requiredOption('--predicted <dir>', 'folder that `attest extract` wrote')
  .option('--texts <dir>', 'folder with DOC.txt (default: the folder of the key)')
  .description('hold an extraction against a hand-made key')
  .action(async (options: { gold: string; predicted: string; texts?: string }) =>
    (await import('./commands/score.ts')).runScore(options, caller),
  );

program
  .command('cypher')
  .argument('<query>', 'a reading Cypher query')
  .requiredOption('--data <dir>', 'data folder of `attest serve`, or the folder that `attest extract` wrote')
  .option('--format <format>', 'json, csv or table', 'table')
  .option(
    '--entities-in-memory <n>',
    'resolve at most so many entities at a time: less memory, the same graph, more time',
    usualEntities,
  )
  .description('ask the graph')
  .action(async (query: string, options: { data: string; format: string; entitiesInMemory: string }) =>
    (await import('./commands/cypher.ts')).runCypher(query, options, caller),
  );

program
  .command('coverage')
  .argument('<paths...>', 'files or folders')
  .description('show sentences that name actors and acts and gave no claim, and how often each rule fired')
  .action(async (paths: string[]) => (await import('./commands/coverage.ts')).runCoverage(paths, caller));

program
  .command('explain')
  .argument('<file>', 'a document')
  .requiredOption('--at <offset>', 'where in the file, counted in UTF-16 units')
  .option('--format <format>', 'text or json', 'text')
  .description('show how a sentence was read, and why')
  .action(async (file: string, options: { at: string; format: string }) =>
    (await import('./commands/explain.ts')).runExplain(file, options, caller),
  );

program
  .command('serve')
  .argument('[path]', 'file or folder of documents')
  .option('--port <n>', 'port', '4747')
  .option(
    '--host <address>',
    'address to listen on; others than this machine can then read and add documents',
    '127.0.0.1',
  )
  .option('--name <host...>', 'names under which the server may be asked, besides this machine and --host')
  .option('--data <dir>', 'data folder', '.attest/data')
  .option(
    '--entities-in-memory <n>',
    'resolve at most so many entities at a time: less memory, the same graph, more time',
    usualEntities,
  )
  .option(
    '--store <uri>',
    'neo4j://HOST:PORT instead of the embedded store; user, password, database from NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE',
  )
  .description('extract, load and serve the explorer and its API')
  .action(async (path: string | undefined, options: ServeOptions) =>
    (await import('./commands/serve.ts')).runServe(path, options, caller),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AttestError)) throw error;
  console.error(`attest: ${error.message}\n${error.hint}`);
  process.exitCode = 1;
}
