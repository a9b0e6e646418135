import { setTimeout as pause } from 'node:timers/promises';
import { AttestError, type Graph, type GraphStore, type QueryOptions, type QueryRows } from '@attest/model';
import { Gate } from '../gate.ts';
import { connect, placeOf, type Neo4jAddress } from './connect.ts';
import { fromNeo4jError } from './errors.ts';
import { Loader } from './load.ts';
import { inReadSession, readStamp, runBetweenStamps } from './query.ts';

const attempts = 4;
const betweenAttemptsMs = 250;

/**
 * The projection in a Neo4j server, version 5 or later. Queries run in read sessions. `replace` writes only what differs, in
 * managed transactions. No query answers from a half-written graph: within this process queries and `replace` take turns;
 * a graph that another process writes is noticed by the stamps before and after each query, which is then asked again.
 */
export async function openNeo4jGraph(address: Neo4jAddress): Promise<GraphStore> {
  const driver = await connect(address);
  const { database } = address;
  const where = placeOf(address.uri);
  const loader = new Loader(driver, database);
  const gate = new Gate();
  /** What this process wrote last: spares reading it back. */
  let mine: { readonly graph: Graph; readonly generation: string } | null = null;
  const typed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (cause) {
      throw fromNeo4jError(cause, where);
    }
  };
  const stamp = () => inReadSession(driver, database, {}, readStamp);

  async function once(text: string, options: QueryOptions): Promise<QueryRows | null> {
    const { before, after, result } = await inReadSession(driver, database, options, (run) =>
      runBetweenStamps(run, text, options),
    );
    if (before === null) {
      throw new AttestError(
        'store-unavailable',
        `no graph is in Neo4j at ${where}, or one is being written`,
        'Load documents first, or ask again in a moment.',
      );
    }
    return before.generation === after?.generation ? result : null;
  }

  return {
    replace: (graph) =>
      gate.write(() =>
        typed(async () => {
          const now = await stamp();
          await loader.prepare(graph);
          if (now?.digest !== graph.digest) {
            const old = mine && now?.generation === mine.generation ? mine.graph : await loader.read();
            mine = null;
            await loader.write(old, graph);
          }
          const written = await stamp();
          mine = written ? { graph, generation: written.generation } : null;
        }),
      ),
    digest: () => gate.read(() => typed(async () => (await stamp())?.digest ?? null)),
    query: (text, options = {}) =>
      gate.read(() =>
        typed(async () => {
          for (let attempt = 1; attempt <= attempts; attempt += 1) {
            const result = await once(text, options);
            if (result) return result;
            await pause(betweenAttemptsMs);
          }
          throw new AttestError(
            'store-unavailable',
            'the graph changed while the query ran, several times',
            'Ask again in a moment.',
          );
        }),
      ),
    close: () => driver.close(),
  };
}
