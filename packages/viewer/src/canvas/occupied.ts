/** A stretch of the canvas, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const cell = 64;

/** Where something is drawn already; asks only the cells that a new area touches. */
export class Occupied {
  readonly #cells = new Map<number, Area[]>();

  add(area: Area): void {
    for (const key of this.#keys(area)) {
      const list = this.#cells.get(key);
      if (list) list.push(area);
      else this.#cells.set(key, [area]);
    }
  }

  hits(area: Area): boolean {
    for (const key of this.#keys(area))
      for (const other of this.#cells.get(key) ?? [])
        if (area.left < other.right && other.left < area.right && area.top < other.bottom && other.top < area.bottom)
          return true;
    return false;
  }

  *#keys({ left, top, right, bottom }: Area): Iterable<number> {
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++)
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) yield x * 100_003 + y;
  }
}
