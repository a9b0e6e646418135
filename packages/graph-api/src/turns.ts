import { AttestError } from '@attest/model';

const mostWaiting = 100;
const cancelled = (): AttestError => new AttestError('limit-exceeded', 'the request was cancelled', 'Ask again.');

/** Lets so many at a time do something; others wait for their turn, in the order in which they came. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #free: number;
  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Rejects when too many wait, or when the signal aborts while waiting. */
  async take<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #wait(signal?: AbortSignal): Promise<void> {
    if (this.#waiting.length >= mostWaiting) {
      throw new AttestError('store-unavailable', 'too many requests wait for their turn', 'Try again in a moment.');
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        const at = this.#waiting.indexOf(mine);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(cancelled());
      };
      const mine = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      if (signal?.aborted === true) return reject(cancelled());
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(mine);
    });
  }
}
