import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canStartNeo4j, startNeo4j } from '../../../../scripts/neo4j/start.mjs';
import { Neo4jDatabase } from './neo4j-database.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe.runIf(canStartNeo4j())('a Neo4j of our own', () => {
  it('answers on its port, reads no files, and leaves neither process nor folder when it is stopped, also twice', async () => {
    const server = await startNeo4j({ heapMb: 256 });
    const database = new Neo4jDatabase(server.uri);
    expect(String((await database.rows('RETURN 1'))[0])).toBe('1');
    // The default settings of Neo4j read any file of the machine, also in a session that only reads.
    const lines = database.rows("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line");
    await expect(lines).rejects.toMatchObject({ code: 'Neo.ClientError.Statement.ExternalResourceFailed' });
    await database.close();
    expect(existsSync(server.home)).toBe(true);
    await Promise.all([server.stop(), server.stop()]);
    expect([isAlive(server.pid), existsSync(server.home)]).toEqual([false, false]);
  });

  it('ends with the process that started it, even if that is killed', async () => {
    const script = new URL('../../../../scripts/neo4j/start.mjs', import.meta.url).href;
    const code = `const { startNeo4j } = await import(${JSON.stringify(script)});
      const { pid, home } = await startNeo4j({ heapMb: 256 });
      console.log(JSON.stringify({ pid, home }));`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(starter.stdout, 'data')) as [Buffer];
    const { pid, home } = JSON.parse(line.toString()) as { pid: number; home: string };
    expect(isAlive(pid)).toBe(true);
    starter.kill('SIGKILL');
    await expect.poll(() => [isAlive(pid), existsSync(home)], { timeout: 30_000 }).toEqual([false, false]);
  });
});
