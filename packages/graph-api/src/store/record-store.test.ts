import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildGraph } from '@attest/graph';
import { loadOntology } from '@attest/model';
import { recordOf, recordStoreContract } from '@attest/model/contract';
import { openRecordStore } from './record-store.ts';

const ontology = loadOntology();
const temporary = (): string => mkdtempSync(join(tmpdir(), 'attest-store-'));
const clear = (folder: string): void => rmSync(folder, { recursive: true, force: true });

for (const [name, holds] of [
  ['the folder', true],
  ['the folder, with nothing held in memory,', false],
] as const) {
  recordStoreContract(
    name,
    () => {
      const folder = temporary();
      return { open: () => openRecordStore(folder, { holds }), clear: () => clear(folder) };
    },
    (records) => buildGraph(records, ontology),
  );
}

let folder: string;
beforeEach(() => {
  folder = temporary();
});
afterEach(() => clear(folder));

/** Runs code in a process of its own, from the built package (`store` is the module, `folder` the place, `record` a maker). */
const code = (body: string): readonly string[] => [
  '--input-type=module',
  '-e',
  `const store = await import(${JSON.stringify(new URL('../../dist/store/record-store.js', import.meta.url).href)});
   const folder = ${JSON.stringify(folder)};
   const template = ${JSON.stringify(recordOf('a'))};
   const record = (id, text) => ({ ...template, document: { ...template.document, sourceId: id, text } });
   ${body}`,
];
const recordFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

describe('the folder of records', () => {
  it('never lets a source id become a path', async () => {
    const store = await openRecordStore(join(folder, 'inner'));
    await store.put(recordOf('../../outside'));
    await store.close();
    expect(readdirSync(folder)).toEqual(['inner']);
  });

  it('clears what a crash left half written, and leaves the files of others alone', async () => {
    const store = await openRecordStore(folder);
    await store.put(recordOf('a'));
    await store.close();
    const [file = ''] = recordFiles();
    writeFileSync(join(folder, `${file}.1.tmp`), '{"half');
    mkdirSync(join(folder, 'notes'));
    for (const name of ['.DS_Store', 'notes/x.json', `${file.slice(0, 2)}/notes.json`, `${file.slice(0, 2)}/y.tmp`])
      writeFileSync(join(folder, name), 'mine');
    const again = await openRecordStore(folder);
    expect(await again.all()).toEqual([recordOf('a')]);
    await again.close();
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([`${file.slice(0, 2)}/y.tmp`]);
    expect(left).toContain('notes/x.json');
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 40)],
    ['empty', (file: string) => truncateSync(file, 0)],
    ['of another source', (file: string) => writeFileSync(file, JSON.stringify(recordOf('other')))],
    ['of another shape', (file: string) => writeFileSync(file, '{"document": {}}')],
  ])('names a record that is %s, and gives the lock back', async (_what, damage) => {
    const store = await openRecordStore(folder);
    await store.put(recordOf('a'));
    await store.close();
    const [file = ''] = recordFiles();
    damage(join(folder, file));
    await expect(openRecordStore(folder)).rejects.toMatchObject({
      code: 'store-damaged',
      message: expect.stringContaining(file),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('says when the disk is full, and keeps what was there', () => {
    // A limit on the size of files is the full disk that every account may make for itself.
    const script = code(`
      const records = await store.openRecordStore(folder);
      await records.put(record('a', 'short'));
      try { await records.put(record('a', 'x'.repeat(1_000_000))); }
      catch (error) { console.log(error.code); }
      console.log((await records.get('a')).document.text);
      await records.close();`);
    const { stdout } = spawnSync('bash', ['-c', 'ulimit -f 64; exec "$0" "$@"', process.execPath, ...script], {
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n')).toEqual(['store-full', 'short']);
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))).toEqual(
      [],
    );
  });
});

describe('kill -9 in the middle of writes', () => {
  it('loses nothing that was acknowledged, and leaves nothing half', async () => {
    const acknowledged = new Map<string, number>();
    for (const [round, writes] of [1, 7, 19, 40, 3].entries()) {
      const child = spawn(
        process.execPath,
        code(`
          const records = await store.openRecordStore(folder);
          for (let n = ${round * 1_000_000}; ; n += 1) {
            await records.put(record('s' + (n % 10), n + ' ' + 'x'.repeat(200_000)));
            process.stdout.write(n + '\\n');
          }`),
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let seen = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.set(`s${Number(line) % 10}`, Number(line));
        seen += 1;
        if (seen === writes) child.kill('SIGKILL');
      }
      expect(seen).toBeGreaterThanOrEqual(writes);
      const store = await openRecordStore(folder);
      for (const [id, number] of acknowledged) {
        // The last acknowledged revision, or the one that was on its way when the end came.
        const [stored, filling] = ((await store.get(id))?.document.text ?? '').split(' ');
        expect(Number(stored)).toBeGreaterThanOrEqual(number);
        expect(filling).toHaveLength(200_000);
      }
      await store.close();
      const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  });
});

describe('a race for the folder', () => {
  it('is won by one at most, also when the lock of a dead process lies there', async () => {
    for (let round = 0; round < 2; round += 1) {
      const dead = spawnSync(
        process.execPath,
        code(`await store.openRecordStore(folder); process.kill(process.pid, 'SIGKILL');`),
      );
      expect(dead.signal).toBe('SIGKILL');
      expect(readdirSync(folder).filter((name) => name.startsWith('lock'))).toHaveLength(1);
      const racers = Array.from({ length: 4 }, () =>
        spawn(
          process.execPath,
          code(`
            try {
              const records = await store.openRecordStore(folder);
              process.stdout.write('held\\n');
              process.stdin.on('data', async () => { await records.close(); process.exit(0); });
            } catch (error) { process.stdout.write(error.code + '\\n'); process.exit(0); }`),
          { stdio: ['pipe', 'pipe', 'inherit'] },
        ),
      );
      const ends = racers.map((racer) => new Promise((done) => racer.once('exit', done)));
      const outcomes = await Promise.all(
        racers.map(
          (racer) => new Promise<string>((done) => racer.stdout.once('data', (data: Buffer) => done(String(data)))),
        ),
      );
      for (const [index, racer] of racers.entries()) if (outcomes[index] === 'held\n') racer.stdin.write('x');
      expect(outcomes.filter((one) => one === 'held\n')).toHaveLength(1);
      expect(outcomes.filter((one) => one === 'store-locked\n')).toHaveLength(3);
      await Promise.all(ends);
    }
  });
});
