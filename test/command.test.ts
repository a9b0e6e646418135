import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './server.ts';

const main = join(root, 'packages/cli/dist/main.js');
const attest = (...args: string[]): string =>
  execFileSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: root },
  });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-command-'));
  attest('extract', 'corpus', '--out', join(folder, 'a'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('attest extract', () => {
  it('gives the same bytes for the same documents, named in another order', () => {
    const files = [
      'military-force-against-cartels',
      'kentucky-attorney-general-letter-to-blinken',
      'lawmakers-press-to-declare-cartels-terrorists',
      'prosecutors-ask-biden-to-classify-cartels',
      'montana-attorneys-general-urge-biden',
    ];
    attest('extract', ...files.map((file) => `corpus/${file}.txt`), '--out', join(folder, 'b'));
    expect(read('b/claims.jsonl')).toBe(read('a/claims.jsonl'));
    expect(read('b/entities.jsonl')).toBe(read('a/entities.jsonl'));
  });

  it('gives the same bytes on one thread and on two, a document that cannot be read among them', () => {
    const inputs = join(folder, 'documents');
    cpSync(join(root, 'corpus'), inputs, { recursive: true });
    writeFileSync(join(inputs, 'cut.txt'), Buffer.from([0x41, 0xe2, 0x82]));
    const runs = ['1', '2'].map((threads) =>
      spawnSync(
        process.execPath,
        [main, 'extract', inputs, '--threads', threads, '--out', join(folder, `t${threads}`)],
        {
          encoding: 'utf8',
        },
      ),
    );
    expect(runs.map(({ status }) => status)).toEqual([1, 1]);
    expect(runs[1]?.stderr).toBe(runs[0]?.stderr);
    expect(read('t2/claims.jsonl')).toBe(read('t1/claims.jsonl'));
    expect(read('t2/entities.jsonl')).toBe(read('t1/entities.jsonl'));
    expect(read('t1/claims.jsonl')).toBe(read('a/claims.jsonl'));
  });

  it('points every claim at a stretch of its document, and tells no absolute path', () => {
    const claims = read('a/claims.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { document: string; evidence: { start: number; end: number } });
    expect(claims.length).toBeGreaterThan(20);
    for (const { document, evidence } of claims) {
      const text = readFileSync(join(root, 'corpus', document), 'utf8');
      expect(evidence.start).toBeGreaterThanOrEqual(0);
      expect(evidence.end).toBeLessThanOrEqual(text.length);
      expect(evidence.end - evidence.start).toBeGreaterThan(0);
      expect(evidence.end - evidence.start).toBeLessThanOrEqual(800);
    }
    expect(read('a/claims.jsonl')).not.toContain(root);
  });

  it('explains a sentence: its parse, its mentions, its claims', () => {
    const text = readFileSync(join(root, 'corpus/military-force-against-cartels.txt'), 'utf8');
    const at = String(text.indexOf('Attorney General Pam Bondi announced'));
    const explained = attest('explain', 'corpus/military-force-against-cartels.txt', '--at', at);
    expect(explained).toContain('Pam Bondi ANNOUNCED');
    expect(explained).toMatch(/Bondi .*nsubj/u);
    const wrong = spawnSync(
      process.execPath,
      [main, 'explain', 'corpus/military-force-against-cartels.txt', '--at', 'x'],
      {
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: root },
      },
    );
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining('no offset')]);
  });

  it('shows what gave no claim, and how often each rule fired', () => {
    const coverage = attest('coverage', 'corpus');
    expect(coverage).toMatch(/^\d+ of \d+ sentences gave claims/u);
    expect(coverage).toMatch(/\d+ {2}frame\/verb/u);
  });

  it('says what is wrong, without a stack trace', () => {
    const wrong = spawnSync(process.execPath, [main, 'extract', 'no-such-folder', '--out', join(folder, 'c')], {
      encoding: 'utf8',
    });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toContain('no-such-folder');
    expect(wrong.stderr).not.toContain('    at ');
  });
});

describe('attest score', () => {
  it('stays ahead of an off-the-shelf parser with a list of verbs, and overstates nothing', () => {
    const total =
      attest('score', '--gold', 'corpus/key', '--texts', 'corpus', '--predicted', join(folder, 'a'))
        .trim()
        .split('\n')
        .at(-1) ?? '';
    const figures = total.trim().split(/\s+/u);
    expect(figures[0]).toBe('total');
    // Claim F1 of that parser on this key: 12.9.
    expect(Number(figures[6])).toBeGreaterThan(12.9);
    // 7 figures of F1, 9 attributes, then the count of claims told as done that were not.
    expect(Number(figures[17])).toBe(0);
  });
});

describe('attest cypher', () => {
  it('answers over the extracted records', () => {
    const printed = attest(
      'cypher',
      'MATCH (d:Document) RETURN count(d) AS documents',
      '--data',
      join(folder, 'a'),
      '--format',
      'json',
    );
    expect(JSON.parse(printed)).toMatchObject({ columns: ['documents'], rows: [[5]] });
  });

  it('gives the same graph with few entities in memory at a time, and refuses what is no number of them', () => {
    const digest = (...more: readonly string[]): string =>
      attest('cypher', 'MATCH (p:Projection) RETURN p.digest', '--data', join(folder, 'a'), ...more);
    expect(digest('--entities-in-memory', '30')).toBe(digest());
    const wrong = spawnSync(
      process.execPath,
      [main, 'cypher', 'RETURN 1', '--data', join(folder, 'a'), '--entities-in-memory', 'few'],
      { encoding: 'utf8' },
    );
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/few is no number of entities/u);
  });

  it('notes beside the answer what the query may have misspelt', () => {
    const asked = spawnSync(
      process.execPath,
      [
        main,
        'cypher',
        'MATCH (n:`Docu\u001B[31ment`) RETURN count(n) AS n',
        '--data',
        join(folder, 'a'),
        '--format',
        'csv',
      ],
      { encoding: 'utf8' },
    );
    expect(asked.stdout).toBe('n\r\n0\n');
    expect(asked.stderr).toBe('note: The graph has no label Docu\uFFFD[31ment. (line 1, column 10)\n');
  });

  it('refuses to write', () => {
    const wrong = spawnSync(process.execPath, [main, 'cypher', 'CREATE (n) RETURN n', '--data', join(folder, 'a')], {
      encoding: 'utf8',
    });
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toMatch(/CREATE/u);
  });

  it('refuses a folder without records', () => {
    writeFileSync(join(folder, 'empty.txt'), '');
    const wrong = spawnSync(process.execPath, [main, 'cypher', 'RETURN 1', '--data', join(folder, 'none')], {
      encoding: 'utf8',
    });
    expect(wrong.status).toBe(1);
    expect(wrong.stderr).toMatch(/records/u);
  });
});
