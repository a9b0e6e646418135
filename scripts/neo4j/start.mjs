// Starts a real Neo4j Community that only this machine reaches, for `pnpm neo4j` and for tests.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchJars } from './install.mjs';

export { canStartNeo4j } from './install.mjs';

const START_MS = 120_000;
const STOP_MS = 20_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function configuration(port, password) {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    `dbms.security.auth_enabled=${password !== undefined}`,
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=64m',
    '# Without these three, LOAD CSV reads any file of the machine and any address, in READ sessions too.',
    'server.directories.import=import',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0',
    '# A runaway query ends; the monitor looks five times a second instead of every two seconds.',
    'db.transaction.timeout=60s',
    'db.transaction.monitor.check.interval=200ms',
    '# Stops in one second instead of ten.',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'internal.dbms.bolt.netty_server_shutdown_timeout=1s',
    '',
  ].join('\n');
}

/** Settles when the server has said that it started; its last lines are in the error if it ends before. */
function started(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`Neo4j did not start within ${START_MS / 1000} s:\n${said}`)),
      START_MS,
    );
    const listen = (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
      if (!/ Started\.\s/u.test(said)) return;
      clearTimeout(timer);
      resolve();
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ended with ${code} before it started:\n${said}`));
    });
    server.once('error', reject);
  });
}

/** Starts a server and answers when it takes queries; see start.d.mts for the options and what comes back. */
export async function startNeo4j({ port, home, password, heapMb = 512, jvm = [] } = {}) {
  const lib = fetchJars();
  const bolt = port ?? (await freePort());
  const folder = home ?? mkdtempSync(join(tmpdir(), 'attest-neo4j-'));
  for (const name of ['conf', 'data', 'logs', 'import', 'plugins']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), configuration(bolt, password));
  if (password !== undefined && !existsSync(join(folder, 'data', 'databases', 'system'))) {
    const set = ['-cp', `${lib}/*`, 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password];
    const env = { ...process.env, NEO4J_HOME: folder, NEO4J_CONF: join(folder, 'conf') };
    const { status, stderr } = spawnSync('java', set, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`Neo4j did not take the password: ${stderr}`);
  }
  const flags = jvm.length > 0 ? jvm : ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const main = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`];
  const server = spawn('java', [`-Xmx${heapMb}m`, ...flags, '-cp', `${lib}/*`, ...main, '--console-mode'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise((resolve) => {
    server.once('exit', resolve);
    server.once('error', resolve);
  });
  // Ends the server also when this process is killed: its standard input closes with us.
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL('guard.mjs', import.meta.url)), String(server.pid), ...(home === undefined ? [folder] : [])],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );
  guard.unref();
  guard.stdin.unref();
  const stop = async () => {
    server.kill('SIGTERM');
    const timer = setTimeout(() => server.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
    if (home === undefined) rmSync(folder, { recursive: true, force: true });
    guard.stdin.end();
  };
  try {
    await started(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri: `bolt://127.0.0.1:${bolt}`, port: bolt, pid: server.pid, home: folder, exited, stop };
}
