// pnpm bench [PACKAGE...]: runs the benches of the packages (packages/NAME/bench/bench*.mjs), one after the other.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './run.mjs';

const benches = readdirSync(join(root, 'packages')).flatMap((name) => {
  const folder = join(root, 'packages', name, 'bench');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^bench.*\.mjs$/u.test(file)) : [];
  return files.toSorted().map((file) => ({ name, file: join(folder, file) }));
});
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const names = [...new Set(benches.map(({ name }) => name))];
  console.error(`no bench in ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(2);
}
build();
let failed = false;
for (const { name, file } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n# ${name}: ${file.slice(root.length)}`);
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
