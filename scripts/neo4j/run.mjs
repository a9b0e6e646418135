// pnpm neo4j [--port N] [--heap MB]: a real Neo4j Community on loopback, without Docker.
//   The default port is 17687. Jars and data stay in .neo4j/ (one data folder per port). Ctrl-C stops it.
//   User neo4j; the password is NEO4J_PASSWORD, else one that is made up at the first start: pages in a browser reach
//   loopback too. It stays in .neo4j/home-PORT/password. The address on standard output says that it takes queries.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { missingForNeo4j, neo4jFolder } from './install.mjs';
import { startNeo4j } from './start.mjs';

/** Ends the process and tells why. */
function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}

/** The password of a data folder; the first one that is used stays. */
function passwordOf(home) {
  const file = `${home}/password`;
  const given = process.env.NEO4J_PASSWORD;
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (given === undefined || given === kept) return kept;
    stop(`${home} was made with another password than NEO4J_PASSWORD; it is in ${file}. Use it, or remove the folder.`);
  }
  const password = given ?? randomBytes(12).toString('hex');
  if (password.length < 8) stop('NEO4J_PASSWORD needs at least eight characters.');
  mkdirSync(home, { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

const { values } = parseArgs({
  options: { port: { type: 'string', default: '17687' }, heap: { type: 'string', default: '512' } },
});
const port = Number(values.port);
const heapMb = Number(values.heap);
if (!Number.isInteger(port) || port < 1 || port > 65_535 || !Number.isInteger(heapMb) || heapMb < 128) {
  stop('usage: pnpm neo4j [--port 1..65535] [--heap MEGABYTES]', 2);
}
const missing = missingForNeo4j();
if (missing !== null) stop(missing);
const home = `${neo4jFolder}home-${port}`;
const password = passwordOf(home);
console.error('starting Neo4j (about fifteen seconds)');
let server = null;
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    ending = true;
    // Before it has started there is nobody to ask: the guard ends the server when we are gone.
    if (server === null) process.exit(0);
    server.stop();
  });
}
server = await startNeo4j({ port, home, heapMb, password }).catch((error) => stop(error.message));
console.error(`user neo4j, password in ${relative(process.cwd(), home)}/password (for NEO4J_PASSWORD)`);
console.log(server.uri);
const code = await server.exited;
if (!ending) console.error(`Neo4j ended by itself with ${code}; its log is in ${home}/logs`);
process.exit(ending ? 0 : (code ?? 1));
