// Builds the explorer with vite when its sources, or those of the Cypher engine in it, changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const viewer = join(packages, 'viewer');
const files = (folder) =>
  readdirSync(folder)
    .filter((name) => !['node_modules', 'dist', 'dist-app'].includes(name))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
// The engine of queries goes into the element's console; what the packages are made with is in the lock file.
const cypher = join(packages, 'cypher', 'src');
const sources = [...files(viewer), ...files(cypher), join(packages, '..', 'pnpm-lock.yaml')];
const hash = createHash('sha256');
for (const path of sources) hash.update(path.slice(packages.length)).update(readFileSync(path));
const wanted = hash.digest('hex');
const marker = join(viewer, 'dist-app', '.built-from');
if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) process.exit(0);
console.error('building the explorer (a few seconds, only when its sources changed)');
const vite = join(viewer, 'node_modules', '.bin', 'vite');
const built = spawnSync(vite, ['build', '--logLevel', 'warn'], {
  cwd: viewer,
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(built.status ?? 1);
writeFileSync(marker, wanted);
