/** One piece of work that may have been overtaken. */
export interface Turn {
  readonly signal: AbortSignal;
  /** True until newer work has begun. */
  isCurrent(): boolean;
}

/** Lets only the newest of overlapping pieces of work have an effect, so that a late answer never overwrites a newer one. */
export class Latest {
  #controller: AbortController | null = null;

  begin(): Turn {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    return { signal: controller.signal, isCurrent: () => this.#controller === controller };
  }
}
