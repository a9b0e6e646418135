// Checks Dockerfile and docker-compose.yml without Docker: runs the Dockerfile's steps on a copy of the committed files, starts
// what the image would start with compose's command against a real Neo4j, and holds the compose file against rules of its own.
//   node scripts/check-container.mjs
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startNeo4j } from './neo4j/start.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { parse } = createRequire(join(root, 'packages/model/package.json'))('yaml');
const problems = [];
const check = (holds, what) => {
  console.log(`${holds ? 'ok  ' : 'BAD '} ${what}`);
  if (!holds) problems.push(what);
};

const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { strict: true, uniqueKeys: true });
const known = new Set(
  'build cap_drop command depends_on environment healthcheck hostname image init ports read_only restart security_opt tmpfs volumes'.split(
    ' ',
  ),
);
check(Object.keys(compose).sort().join() === 'services,volumes', 'compose has services and volumes only');
for (const [name, service] of Object.entries(compose.services)) {
  const strange = Object.keys(service).filter((key) => !known.has(key));
  check(strange.length === 0, `${name}: only keys of the compose specification (${strange.join() || 'all known'})`);
  check((service.image === undefined) !== (service.build === undefined), `${name}: has an image or is built`);
  check(
    (service.ports ?? []).every((port) => /^127\.0\.0\.1:\d+:\d+$/.test(port)),
    `${name}: published on loopback only`,
  );
  const named = (service.volumes ?? []).map((volume) => /^(.*?):\/[^:]*(?::ro)?$/.exec(volume)?.[1] ?? '');
  check(
    named.every((source) => source in compose.volumes || /^[.$]/.test(source)),
    `${name}: volumes are declared or folders`,
  );
  check(
    Object.keys(service.depends_on ?? {}).every((other) => compose.services[other]?.healthcheck),
    `${name}: waits for services that tell their health`,
  );
  const secrets = Object.entries(service.environment ?? {}).filter(([key]) => /PASSWORD|AUTH/.test(key));
  check(
    secrets.every(([, value]) => value.includes('${NEO4J_PASSWORD:?')),
    `${name}: takes its password from the environment`,
  );
}

const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');
const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const instruction = (line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
const words = new Set('FROM ENV WORKDIR COPY RUN USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD'.split(' '));
check(
  lines.every((line) => words.has(instruction(line)[0])),
  'Dockerfile: only instructions that are known',
);
check(
  lines.filter((line) => line.startsWith('FROM')).every((line) => /:\d+\.\d+\.\d+/.test(line)),
  'images are pinned',
);
check(lines.includes('USER node'), 'the service does not run as root');

const folder = mkdtempSync(join(tmpdir(), 'attest-image-'));
const image = join(folder, 'attest');
mkdirSync(image);
execFileSync('sh', ['-c', `git archive HEAD | tar -x -C "${image}"`], { cwd: root });
let server;
let neo4j;
try {
  const [build = [], run = []] = dockerfile
    .split(/^FROM .*$/m)
    .slice(1)
    .map((stage) => stage.split('\n'));
  for (const line of build.filter((one) => one.startsWith('RUN '))) {
    const { status } = spawnSync('sh', ['-c', line.slice(4)], {
      cwd: image,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, CI: 'true' },
    });
    check(status === 0, line);
  }
  check(!existsSync(join(image, 'node_modules/vitest')), 'no development packages are left');
  neo4j = await startNeo4j({ password: 'only-for-this-check' });
  const list = (word) => JSON.parse(run.find((line) => line.startsWith(`${word} `)).slice(word.length + 1));
  const place = {
    '/data': join(folder, 'data'),
    '/documents': join(root, 'corpus'),
    4747: '0',
    '0.0.0.0': '127.0.0.1',
    'neo4j://neo4j:7687': neo4j.uri,
  };
  const command = [...list('ENTRYPOINT'), ...compose.services.attest.command].map((word) => place[word] ?? word);
  server = spawn(process.execPath, command.slice(1), {
    cwd: image,
    env: { ...process.env, INIT_CWD: image, NODE_ENV: 'production', NEO4J_PASSWORD: 'only-for-this-check' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    server.stdout.on('data', (chunk) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  check((await fetch(`${address}/healthz`)).status === 200, 'the service that the image would start is healthy');
  check(
    (await fetch(`${address}/`)).headers.get('content-type')?.includes('text/html') === true,
    'it serves the explorer',
  );
  const { items } = await (await fetch(`${address}/api/v1/documents`)).json();
  check(items.length === 5, 'it has read the documents');
} finally {
  server?.kill();
  await neo4j?.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(problems.length === 0 ? 'all well' : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
