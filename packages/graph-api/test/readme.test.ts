import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOntology } from '@attest/model';
import { recordOf } from '@attest/model/contract';
import { openEmbeddedGraph, openRecordStore, serve, type Server } from '../src/index.ts';
import { textExplainer } from './text-explainer.ts';
import { textIngest } from './text-ingest.ts';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
const examples = (/```sh\n([^]*?)```/u.exec(readFileSync(readme, 'utf8'))?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('curl '));
const canRun = spawnSync('bash', ['-c', 'command -v curl sha256sum']).status === 0;
if (!canRun) console.warn('skipped: the examples of the README (install curl and sha256sum)');

describe.runIf(canRun)('the examples of the README', () => {
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attest-readme-'));
    cpSync(readme, join(folder, 'README.md'));
    const recordStore = await openRecordStore(join(folder, 'records'));
    await recordStore.put(recordOf('montana-attorneys-general-urge-biden.txt', 'The Senate urged Mexico.'));
    const graphStore = openEmbeddedGraph({ threads: 1 });
    server = await serve({
      graphStore,
      recordStore,
      ingest: textIngest,
      explainer: textExplainer,
      ontology: loadOntology(),
      port: 0,
    });
    await server.library.reload();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are there', () => expect(examples.length).toBeGreaterThan(15));

  it.each(examples)('%s', async (line) => {
    const example = line.replace('curl -s', 'curl -sS --fail-with-body').replaceAll('iso:MX', 'iso:CA');
    const { stdout } = await promisify(execFile)('bash', ['-c', example], {
      cwd: folder,
      env: { ...process.env, ATTEST: `http://127.0.0.1:${server.port}` },
    });
    // Files and the answer without content print nothing.
    expect(stdout).toMatch(/ -o | DELETE /u.test(line) ? /^$/u : /^\{.*\}$/su);
  });
});
