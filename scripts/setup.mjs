// Installs the packages with the pinned pnpm, once per lockfile; works on a machine that has only Node and npm.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Attest needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
  process.exit(1);
}
const wanted = createHash('sha256')
  .update(readFileSync(`${root}/pnpm-lock.yaml`))
  .digest('hex');
const marker = `${root}/node_modules/.attest-installed`;
if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) process.exit(0);

const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
console.error('set-up 1/1: installing packages (first time: about half a minute, most of it download)');
const install = spawnSync(
  'npx',
  [
    '--yes',
    '--prefer-offline',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
  ],
  { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' },
);
if (install.status !== 0) {
  console.error(
    'set-up failed while installing packages; the lines above say why. Check the connection to the npm registry and run the command again.',
  );
  process.exit(install.status ?? 1);
}
writeFileSync(marker, wanted);
