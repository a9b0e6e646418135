// Shared by the start and test scripts: runs a tool of the workspace and stops with its exit code.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `node_modules/.bin/TOOL` in the root; a failure ends the process with the tool's exit code. */
export function runTool(tool, args, env = {}) {
  const result = spawnSync(`${root}/node_modules/.bin/${tool}`, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Compiles all packages and builds the explorer; both do nothing when nothing has changed. */
export function build() {
  runTool('tsc', ['-b']);
  const viewer = spawnSync(process.execPath, [`${root}/scripts/build-viewer.mjs`], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (viewer.status !== 0) process.exit(viewer.status ?? 1);
}
