/** FNV-1a over the UTF-16 units of a text (Fowler, Noll, Vo 1991), 32 bits. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * Which entities may ever be compared, directly or through others: a disjoint-set forest (Tarjan 1975) over a table of
 * fixed size in which keys are hashed. Keys that fall into one slot count as one: components may come out too large,
 * never too small.
 */
export class Components {
  readonly #above: Int32Array;
  readonly #mask: number;

  /** `slots` is a power of two; a slot takes four bytes. */
  constructor(slots: number) {
    this.#above = new Int32Array(slots).map((_, at) => at);
    this.#mask = slots - 1;
  }

  /** Joins the components of some keys and gives a slot of the whole; there is at least one key. */
  join(keys: readonly string[]): number {
    const [first = 0, ...more] = keys.map((key) => hash32(key) & this.#mask);
    for (const slot of more) {
      const [one, other] = [this.rootOf(first), this.rootOf(slot)];
      this.#above[Math.max(one, other)] = Math.min(one, other);
    }
    return first;
  }

  /** The slot that stands for a slot's component. */
  rootOf(slot: number): number {
    let root = slot;
    while (this.#above[root] !== root) root = this.#above[root] ?? root;
    for (let at = slot; at !== root;) {
      const next = this.#above[at] ?? root;
      this.#above[at] = root;
      at = next;
    }
    return root;
  }
}
