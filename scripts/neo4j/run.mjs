// pnpm neo4j: a real Neo4j Community on loopback, without Docker. Needs Java 17 or 21 and Maven; jars and data stay in .neo4j/.
//   pnpm neo4j [--port N]      the default port is 17687; authentication is off, since only this machine reaches it
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const args = process.argv.slice(2);
const port = Number(args[args.indexOf('--port') + 1] ?? 17687) || 17687;
const lib = `${root}.neo4j/lib`;
const home = `${root}.neo4j/home-${port}`;

for (const tool of ['java', 'mvn']) {
  if (spawnSync(tool, ['-version'], { stdio: 'ignore' }).error) {
    console.error(
      `${tool} is missing. On Debian: apt-get install --no-install-recommends openjdk-17-jre-headless maven`,
    );
    process.exit(1);
  }
}
if (!existsSync(lib) || !readdirSync(lib).some((file) => /^neo4j-5\..*\.jar$/u.test(file))) {
  console.error('fetching Neo4j from Maven Central (213 files, 123 MB; about twenty seconds, once)');
  const fetched = spawnSync(
    'mvn',
    [
      '-B',
      '-ntp',
      '-q',
      '-f',
      fileURLToPath(new URL('pom.xml', import.meta.url)),
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${lib}`,
    ],
    { stdio: ['ignore', 2, 2] },
  );
  if (fetched.status !== 0) process.exit(fetched.status ?? 1);
}
for (const name of ['conf', 'data', 'logs', 'import', 'plugins']) mkdirSync(`${home}/${name}`, { recursive: true });
writeFileSync(
  `${home}/conf/neo4j.conf`,
  [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=64m',
    '# Without these three, LOAD CSV reads any file of the machine and any address, in READ sessions too.',
    'server.directories.import=import',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0',
    'db.transaction.timeout=60s',
    'db.transaction.monitor.check.interval=200ms',
    'internal.dbms.bolt.netty_server_shutdown_quiet_period=0',
    'internal.dbms.bolt.netty_server_shutdown_timeout=1s',
    '',
  ].join('\n'),
);
console.error(`Neo4j will answer at neo4j://127.0.0.1:${port} in about fifteen seconds`);
const server = spawn(
  'java',
  [
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    `${lib}/*`,
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${home}/conf`,
    '--console-mode',
  ],
  { stdio: ['ignore', 2, 2] },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
