/** Lets many readers in at a time, or one writer alone. Who comes after a waiting writer waits for it. */
export class Gate {
  #writes: Promise<unknown> = Promise.resolve();
  readonly #readers = new Set<Promise<unknown>>();

  async read<Result>(work: () => Promise<Result>): Promise<Result> {
    // A writer that comes while we wait goes before us.
    for (let seen: Promise<unknown> | null = null; seen !== this.#writes;) {
      seen = this.#writes;
      await seen;
    }
    const running = work();
    const settled = running.catch(() => undefined);
    this.#readers.add(settled);
    try {
      return await running;
    } finally {
      this.#readers.delete(settled);
    }
  }

  write<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#writes.then(async () => {
      await Promise.all(this.#readers);
      return work();
    });
    this.#writes = done.catch(() => undefined);
    return done;
  }
}
