import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from './collect.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-collect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

describe('collect', () => {
  it('reads a folder recursively, names what it skips, and passes over keys and dot names', () => {
    put('b.txt', 'b');
    put('sub/a.md', 'a');
    put('key/x.txt', 'x');
    put('.hidden.txt', 'h');
    put('picture.png', 'p');
    const { inputs, skipped } = collect([folder], folder);
    expect(inputs.map((input) => input.sourceId)).toEqual(['b.txt', 'sub/a.md']);
    expect(skipped).toEqual([expect.stringContaining('picture.png')]);
  });

  it('gives a file the same source id when it is named singly', () => {
    put(
      'sources.yaml',
      '- file: sub/a.txt\n  kind: letter\n  published: 2023-07-31\n- file: "*"\n  publisher: The Desk\n',
    );
    put('sub/a.txt', 'a');
    const whole = collect([folder], folder).inputs[0];
    const single = collect(['sub/a.txt'], folder).inputs[0];
    expect(single).toEqual(whole);
    expect(whole?.meta).toEqual({ kind: 'letter', published: '2023-07-31', publisher: 'The Desk' });
  });

  it('takes the id that sources.yaml gives', () => {
    put('sources.yaml', '- file: a.txt\n  id: letter-1\n');
    put('a.txt', 'a');
    expect(collect([folder], folder).inputs[0]?.sourceId).toBe('letter-1');
  });

  it('says what is wrong with a path or a sources.yaml', () => {
    expect(() => collect(['nowhere'], folder)).toThrow(/nowhere/u);
    put('a.txt', 'a');
    put('sources.yaml', '- file: a.txt\n  kind: gossip\n');
    expect(() => collect([folder], folder)).toThrow(/kind/u);
  });
});
