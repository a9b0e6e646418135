// pnpm neo4j [--port N] [--password WORD] [--heap MB]: a real Neo4j Community on loopback, without Docker.
//   The default port is 17687; without a password authentication is off. Jars and data stay in .neo4j/ (one data folder per port).
//   Ctrl-C stops it. The address on standard output says that it takes queries.
import { parseArgs } from 'node:util';
import { missingForNeo4j, neo4jFolder } from './install.mjs';
import { startNeo4j } from './start.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '17687' },
    password: { type: 'string' },
    heap: { type: 'string', default: '512' },
  },
});
const port = Number(values.port);
const heapMb = Number(values.heap);
if (!Number.isInteger(port) || port < 1 || port > 65_535 || !Number.isInteger(heapMb) || heapMb < 128) {
  console.error('usage: pnpm neo4j [--port 1..65535] [--password WORD] [--heap MEGABYTES]');
  process.exit(2);
}
const missing = missingForNeo4j();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
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
const home = `${neo4jFolder}home-${port}`;
try {
  server = await startNeo4j({
    port,
    home,
    heapMb,
    ...(values.password === undefined ? {} : { password: values.password }),
  });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log(server.uri);
const code = await server.exited;
if (!ending) console.error(`Neo4j ended by itself with ${code}; its log is in ${home}/logs`);
process.exit(ending ? 0 : (code ?? 1));
