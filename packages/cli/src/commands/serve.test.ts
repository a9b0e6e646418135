import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadQuestions } from '@attest/model';
import { canStartNeo4j, startNeo4j, type RunningNeo4j } from '../../../../scripts/neo4j/start.mjs';

const root = new URL('../../../../', import.meta.url).pathname;
const main = join(root, 'packages/cli/dist/main.js');
const password = 'not-so-secret';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-serve-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly address: string;
  readonly said: string;
  readonly child: ChildProcess;
}
const end = ({ child }: Started, signal?: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', () => resolve());
    child.kill(signal);
  });

/** Starts `attest serve`; settles with its address and what it said, when it has printed the address. */
function start(data: string, ...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--data', join(folder, data), ...args], {
    env: { ...process.env, INIT_CWD: root, NEO4J_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
      if (address !== undefined) resolve({ address, said, child });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}

interface Answer {
  readonly status: number;
  readonly body: string;
}
/** The ten questions, then every node, then every edge; asked again where a busy machine needed more than the time they have. */
async function answers(address: string): Promise<Answer[]> {
  const ask = async (query: string, parameters: object, attempts = 6): Promise<Answer> => {
    const response = await fetch(`${address}/api/v1/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, parameters }),
    });
    const body = await response.text();
    if (response.status === 413 && attempts > 1) return ask(query, parameters, attempts - 1);
    return { status: response.status, body };
  };
  const all: Answer[] = [];
  for (const { query, parameters } of loadQuestions()) all.push(await ask(query, parameters));
  all.push(await ask('MATCH (n) RETURN n ORDER BY n._id', {}));
  all.push(await ask('MATCH ()-[r]->() RETURN r ORDER BY r._id', {}));
  return all;
}

describe('attest serve', () => {
  it.each([
    [['--port', '70000'], /70000 is no port/u],
    [['--store', 'http://127.0.0.1'], /no address of Neo4j/u],
    [['--store', 'neo4j://neo4j:secret@127.0.0.1'], /holds a user or password/u],
  ])('refuses %j in words', (args, words) => {
    const { status, stderr } = spawnSync(process.execPath, [main, 'serve', '--data', join(folder, 'bad'), ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain('secret@');
    expect(stderr).not.toContain('    at ');
  });
});

describe('kill -9 in the middle of an upload', { timeout: 180_000 }, () => {
  const upload = async (address: string, text: string): Promise<string> => {
    const body = new FormData();
    body.append('files', new File([text], 'own.txt'));
    const response = await fetch(`${address}/api/v1/documents`, { method: 'POST', body });
    const answer = (await response.json()) as { documents: { sourceId: string }[] };
    expect(response.status).toBe(201);
    return answer.documents[0]?.sourceId ?? '';
  };
  const texts = async (address: string, sourceIds: Iterable<string>): Promise<string[]> =>
    Promise.all(
      [...sourceIds].map(async (id) => {
        const response = await fetch(`${address}/api/v1/documents/${encodeURIComponent(id)}`);
        return ((await response.json()) as { text: string }).text;
      }),
    );

  it('loses nothing that was acknowledged, and shows nothing half', async () => {
    const acknowledged = new Map<string, string>();
    const sent = new Set<string>();
    for (const [round, uploads] of [1, 4, 2].entries()) {
      const server = await start('kill');
      const { address } = server;
      for (let n = 0; n <= uploads; n += 1) {
        const text = `In round ${round} the Senate urged Canada to sanction Iran ${n} times.\n`.repeat(50);
        sent.add(text);
        const answer = upload(address, text);
        if (n < uploads) acknowledged.set(await answer, text);
        else {
          const failed = answer.then(
            (id) => acknowledged.set(id, text),
            () => null,
          );
          await end(server, 'SIGKILL');
          await failed;
        }
      }
    }
    const server = await start('kill');
    expect(await texts(server.address, acknowledged.keys())).toEqual([...acknowledged.values()]);
    const { items } = (await (await fetch(`${server.address}/api/v1/documents`)).json()) as {
      items: { sourceId: string }[];
    };
    const all = await texts(
      server.address,
      items.map(({ sourceId }) => sourceId),
    );
    expect(all.filter((text) => !sent.has(text))).toEqual([]);
    await end(server);
  });
});

// Several servers start in here, one of them Java's.
describe.runIf(canStartNeo4j())('attest serve on both stores', { timeout: 180_000 }, () => {
  let neo4j: RunningNeo4j;
  beforeAll(async () => {
    neo4j = await startNeo4j({ password });
  });
  afterAll(() => neo4j.stop());

  it('answers the ten questions, and tells every node and edge, with the same bytes', async () => {
    const [embedded, other] = [await start('a', 'corpus'), await start('b', 'corpus', '--store', neo4j.uri)];
    try {
      const [one, two] = [await answers(embedded.address), await answers(other.address)];
      expect([...one, ...two].filter(({ status }) => status !== 200)).toEqual([]);
      expect(one.flatMap(({ body }, index) => (body === two[index]?.body ? [] : [index + 1]))).toEqual([]);
      const digest = /digest (\w+)/u;
      expect(digest.exec(other.said)?.[1]).toBe(digest.exec(embedded.said)?.[1]);
    } finally {
      await Promise.all([embedded, other].map((one) => end(one)));
    }
  });

  it('says what is wrong with the password, without telling it', () => {
    const wrong = spawnSync(process.execPath, [main, 'serve', '--data', join(folder, 'c'), '--store', neo4j.uri], {
      encoding: 'utf8',
      env: { ...process.env, NEO4J_PASSWORD: 'wrong-one' },
    });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/refuses this user or password/u);
    expect(wrong.stderr).not.toContain('wrong-one');
  });
});
