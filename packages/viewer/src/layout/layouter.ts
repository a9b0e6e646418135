import { arrange } from './arrange.ts';
import type { LayoutInput, Places } from './types.ts';

/** Up to so many actors the layout takes no longer than starting a worker does. */
const few = 60;

interface Answer {
  readonly turn: number;
  readonly places: Places;
}

/** Computes layouts, large ones in a worker; a newer request makes an older one's answer void (null). */
export class Layouter {
  readonly #makeWorker: (() => Worker) | null;
  #worker: Worker | null = null;
  #turn = 0;

  /** `makeWorker` is null where no worker can be had (a page that forbids it); the layout then runs in the page. */
  constructor(makeWorker: (() => Worker) | null) {
    this.#makeWorker = makeWorker;
  }

  async arrange(input: LayoutInput): Promise<Places | null> {
    const turn = ++this.#turn;
    const worker = input.nodes.length > few ? this.#start() : null;
    if (!worker) {
      // A turn of the event loop, so that of several requests at once only the last is computed.
      await Promise.resolve();
      return turn === this.#turn ? arrange(input) : null;
    }
    const places = await new Promise<Places>((resolve) => {
      const hear = ({ data }: MessageEvent<Answer>): void => {
        if (data.turn !== turn) return;
        worker.removeEventListener('message', hear);
        resolve(data.places);
      };
      worker.addEventListener('message', hear);
      worker.addEventListener('error', () => resolve(arrange(input)), { once: true });
      worker.postMessage({ turn, input });
    });
    return turn === this.#turn ? places : null;
  }

  #start(): Worker | null {
    try {
      this.#worker ??= this.#makeWorker?.() ?? null;
    } catch {
      // A page's policy may forbid workers; the layout is the same without one.
      this.#worker = null;
    }
    return this.#worker;
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
