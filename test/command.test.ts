import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
