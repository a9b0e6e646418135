/** What an edge needs to be told apart from its parallels. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const step = 0.17;
/** The outermost edges of a large bundle bend no further than this to either side. */
const widest = 0.42;

/**
 * How far each edge bends (share of its length) so that no edge hides another: one edge alone is straight, several between
 * the same two actors fan out on both sides, in either direction.
 */
export function bendsOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const bundles = new Map<string, Line[]>();
  for (const line of lines) {
    const key = line.from < line.to ? `${line.from}\n${line.to}` : `${line.to}\n${line.from}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(line);
    else bundles.set(key, [line]);
  }
  const bends = new Map<string, number>();
  for (const bundle of bundles.values()) {
    const sorted = bundle.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    sorted.forEach((line, index) => {
      const apart = Math.min(step, (2 * widest) / Math.max(1, sorted.length - 1));
      const place = (index - (sorted.length - 1) / 2) * apart;
      // "Left" depends on the direction: seen from one fixed end all of a bundle must differ.
      bends.set(line.id, line.from < line.to ? place : -place);
    });
  }
  return bends;
}
