/** Values of a result as JSON: integers beyond ±2^53 and temporals as strings, nodes and relationships as objects. */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map(toJson);
  const prototype = Object.getPrototypeOf(value) as object | null;
  const ownText = prototype !== null && prototype !== Object.prototype && Object.hasOwn(prototype, 'toString');
  if (ownText && !('properties' in value)) return (value as { toString(): string }).toString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJson(inner)]));
}
