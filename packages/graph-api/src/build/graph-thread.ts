import { Worker } from 'node:worker_threads';
import { AttestError, type Graph } from '@attest/model';
import type { Wanted } from '../export/formats.ts';
import type { Answered, Asked, BuildSetting, Brought, Chunk, Task } from './messages.ts';

/** Node starts threads from JavaScript only: from source (in tests) the entry is the one that `npm run build` has made. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/build/build-thread.js' : './build-thread.js',
  import.meta.url,
);

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

const stopped = (): AttestError =>
  new AttestError('store-unavailable', 'the server is being stopped', 'Start it and ask again.');
const failure = (error: Error & { code?: string }): Error =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new AttestError(
        'limit-exceeded',
        'the graph of all documents needs more memory than there is',
        'Give more with NODE_OPTIONS=--max-old-space-size=MEGABYTES, or start with a smaller --entities-in-memory. The records are whole.',
        { cause: error },
      )
    : error;

/**
 * Builds and holds the graph in a thread of its own, so that whoever asks the process is answered meanwhile. A thread that
 * dies is replaced at the next task, and starts from the records.
 */
export class GraphThread {
  readonly #setting: BuildSetting;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #numbers = 0;
  #closed = false;

  constructor(setting: BuildSetting) {
    this.#setting = setting;
  }

  /**
   * Brings the graph up to the records of some sources, which nobody may write until it is done; those of `changed` and new
   * ones are read. `snapshot`: the graph is also wanted as bytes for the engine.
   */
  bring(sources: readonly string[], changed: readonly string[] | null, snapshot: boolean): Promise<Brought> {
    return this.#ask({ kind: 'bring', sources, changed, snapshot });
  }

  /** An export of the graph as it is now, in stretches; one that is left in the middle is let go. */
  async *export(wanted: Wanted | 'lines'): AsyncGenerator<string> {
    const number = (this.#numbers += 1);
    await this.#ask({ kind: 'export', number, wanted });
    let done = false;
    try {
      for (;;) {
        const chunk = await this.#ask<Chunk>({ kind: 'chunk', number });
        done = chunk === null;
        if (chunk === null) return;
        yield chunk;
      }
    } finally {
      if (!done && this.#worker) await this.#ask({ kind: 'drop', number });
    }
  }

  /** The graph itself, for stores that take nodes and edges; others are answered between its stretches. */
  async graph(): Promise<Graph> {
    const items: unknown[] = [];
    let rest = '';
    for await (const chunk of this.export('lines')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) items.push(JSON.parse(line));
    }
    const [head, ...all] = items as [{ readonly digest: string; readonly nodes: number }, ...never[]];
    return { nodes: all.slice(0, head.nodes), edges: all.slice(head.nodes), digest: head.digest };
  }

  /** Keeps the graph for the next start, if it is another than the one that was found. */
  keep(): Promise<void> {
    return this.#ask({ kind: 'keep' });
  }

  /** Ends the thread, whatever it does; who waits for it is told. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #ask<Value>(task: Task): Promise<Value> {
    if (this.#closed) return Promise.reject(stopped());
    const worker = (this.#worker ??= this.#start());
    const id = (this.#numbers += 1);
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, task } satisfies Asked);
    });
  }

  #start(): Worker {
    const worker = new Worker(entry, { workerData: this.#setting, env: {}, execArgv: [] });
    worker.on('message', (answer: Answered) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      // A thread that nobody waits for holds up no exit.
      if (this.#waiting.size === 0) worker.unref();
      if ('error' in answer) {
        waiting?.reject(new AttestError(answer.error.code, answer.error.message, answer.error.hint));
      } else waiting?.resolve(answer.value as never);
    });
    const died = (error: Error): void => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(this.#closed ? stopped() : failure(error));
      this.#waiting.clear();
    };
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the thread that builds the graph ended with ${code}`)));
    return worker;
  }
}
