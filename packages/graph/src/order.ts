/** Code-unit order, the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorted by code units, every value once. */
export const sortedSet = (values: Iterable<string>): string[] => [...new Set(values)].toSorted(byText);

/** Three decimals, as every confidence is kept. */
export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The value under a key, made and kept when there is none yet. */
export function ensured<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
