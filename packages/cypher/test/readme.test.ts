import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```ts\n([^]*?)```/gu)].map(([, code = '']) => code);
/** What stands behind `console.log(...);` is what it prints. */
const promised = (code: string): string[] =>
  [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gmu)].map(([, shown = '']) => shown);

// Inside the package, so that the examples import it by its name, as it was built.
const build = fileURLToPath(new URL('../dist/', import.meta.url));

describe('the examples of the README', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(build, 'readme-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there, and each says what it prints', () => {
    expect(examples.map((code) => promised(code).length)).toEqual([1, 1, 2]);
    for (const code of examples) expect(code.split('console.log').length - 1).toBe(promised(code).length);
  });

  it.each(examples.map((code, index) => [index + 1, code] as const))('number %i runs', async (index, code) => {
    const file = join(folder, `example-${index}.mjs`);
    writeFileSync(file, code);
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout.trimEnd().split('\n')).toEqual(promised(code));
  });
});
