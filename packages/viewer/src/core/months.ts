import type { GraphEdge } from './types.ts';

const most = 600;

/** How many edges were first said in each month from the first to the last, months without any included. */
export function months(
  edges: readonly Pick<GraphEdge, 'firstSaid'>[],
): readonly { readonly month: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { firstSaid } of edges)
    if (firstSaid !== undefined) {
      const month = firstSaid.slice(0, 7);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
  const known = [...counts.keys()].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: { month: string; count: number }[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let name = first; name <= last && all.length < most;) {
    all.push({ month: name, count: counts.get(name) ?? 0 });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return all;
}
