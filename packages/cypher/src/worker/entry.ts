// The thread's side: loads its graph, then answers one query after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { PropertyGraph } from '../graph.ts';
import { run } from '../run.ts';
import { decode, encode, encodeError } from './codec.ts';
import type { Encoded } from './codec.ts';
import type { NumberedJob, Reply, ThreadData } from './protocol.ts';

const { snapshot, cancelled } = workerData as ThreadData;
const graph = PropertyGraph.fromSnapshot(snapshot);

function answer(job: NumberedJob): Reply {
  try {
    const signal = {
      get aborted(): boolean {
        return Atomics.load(cancelled, 0) === job.id;
      },
    };
    const parameters = decode(job.parameters) as Record<string, unknown>;
    const { rows, ...rest } = run(graph, job.query, { ...job.limits, parameters, signal });
    const values: Encoded[] = [];
    for (const row of rows) for (const value of row) values.push(encode(value));
    return { kind: 'result', values, rowCount: rows.length, rest: encode(rest) };
  } catch (error) {
    return { kind: 'error', error: encodeError(error) };
  }
}

const send = (reply: Reply): void => parentPort?.postMessage(reply);
parentPort?.on('message', (job: NumberedJob) => send(answer(job)));
send({ kind: 'ready' });
