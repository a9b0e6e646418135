/** Whole numbers of 32 bits in a list that grows: four bytes each. */
export class Numbers {
  #all = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }
  push(value: number): void {
    if (this.#length === this.#all.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.#length] = value;
    this.#length += 1;
  }
  /** The number at a place that is there. */
  at(place: number): number {
    return this.#all[place] ?? 0;
  }
  set(place: number, value: number): void {
    this.#all[place] = value;
  }
}

/** Which numbers belong together: a disjoint-set forest (Tarjan 1975). */
export class Groups {
  readonly #above: Int32Array;

  /** At first each of `size` numbers is alone. */
  constructor(size: number) {
    this.#above = new Int32Array(size).map((_, at) => at);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)];
    this.#above[Math.max(one, other)] = Math.min(one, other);
  }
  /** The number that stands for all of a number's group. */
  of(number: number): number {
    let root = number;
    for (let next = this.#above[root] ?? root; next !== root; next = this.#above[root] ?? root) root = next;
    for (let at = number; at !== root;) {
      const next = this.#above[at] ?? root;
      this.#above[at] = root;
      at = next;
    }
    return root;
  }
}
