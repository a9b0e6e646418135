// pnpm bench [PACKAGE...]: runs the bench of each package that has one (packages/NAME/bench/bench.mjs), one after the other.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './run.mjs';

const all = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'bench/bench.mjs')),
);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`no bench in ${unknown.join(', ')}; there are ${all.join(', ')}`);
  process.exit(2);
}
build();
let failed = false;
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, 'packages', name, 'bench/bench.mjs')], {
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
