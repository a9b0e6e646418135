// npm start: builds what is stale, then extracts the documents, loads the graph and serves the explorer.
//   npm start -- [--corpus PATH] [--port N] [further options of `attest serve`]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, root } from './run.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--corpus');
const caller = process.env.INIT_CWD ?? process.cwd();
let corpus = join(root, 'corpus');
let data = join(root, '.attest', 'corpus');
if (at >= 0) {
  const given = args[at + 1];
  if (!given || !existsSync(resolve(caller, given))) {
    console.error(
      `--corpus: ${given ? `there is no file or folder ${given}` : 'no path given'}. Usage: npm start -- --corpus PATH`,
    );
    process.exit(2);
  }
  corpus = resolve(caller, given);
  data = join(root, '.attest', createHash('sha256').update(corpus).digest('hex').slice(0, 12));
  args.splice(at, 2);
}
build();
const own = args.includes('--data') ? [] : ['--data', data];
const server = spawn(process.execPath, [join(root, 'packages/cli/dist/main.js'), 'serve', corpus, ...own, ...args], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
