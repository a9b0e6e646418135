// What a real Neo4j needs on this machine: Java, and once its jars from Maven Central (213 files, 123 MB, kept in .neo4j/lib).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Everything that Neo4j leaves on disk stands in this folder at the top of the repository. */
export const neo4jFolder = fileURLToPath(new URL('../../.neo4j/', import.meta.url));
const lib = `${neo4jFolder}lib`;
const pom = fileURLToPath(new URL('pom.xml', import.meta.url));

const present = (tool) => spawnSync(tool, ['-version'], { stdio: 'ignore' }).error === undefined;
const fetched = () => existsSync(lib) && readdirSync(lib).some((file) => /^neo4j-5\..*\.jar$/u.test(file));

/** What is missing and how to get it, as one line; null if Neo4j can be started. */
export function missingForNeo4j() {
  const missing = [...(present('java') ? [] : ['java']), ...(fetched() || present('mvn') ? [] : ['mvn'])];
  if (missing.length === 0) return null;
  return `${missing.join(' and ')} not found; on Debian: apt-get install --no-install-recommends openjdk-17-jre-headless maven`;
}

/** For tests: false, with a line that says what to install, where a real Neo4j cannot be started; in CI that is an error. */
export function canStartNeo4j() {
  const missing = missingForNeo4j();
  if (missing === null) return true;
  if (process.env.CI === 'true') throw new Error(`The tests against a real Neo4j must run in CI: ${missing}`);
  console.warn(`skipped: tests against a real Neo4j (${missing})`);
  return false;
}

/** The folder with the jars; fetches them the first time. Two processes may do so at once: the first one that is done wins. */
export function fetchJars() {
  if (fetched()) return lib;
  console.error('fetching Neo4j from Maven Central (213 files, 123 MB; about twenty seconds, once)');
  mkdirSync(neo4jFolder, { recursive: true });
  const target = mkdtempSync(`${neo4jFolder}lib-`);
  try {
    const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
    const options = ['-B', '-ntp', '-q', '-f', pom, plugin, '-DincludeScope=runtime', `-DoutputDirectory=${target}`];
    const { status } = spawnSync('mvn', options, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (status !== 0) {
      throw new Error('Maven did not deliver Neo4j; its lines above say why. Check the connection to Maven Central.');
    }
    if (!fetched()) {
      // What an interrupted fetch has left is of no use.
      rmSync(lib, { recursive: true, force: true });
      renameSync(target, lib);
    }
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
  return lib;
}
