const key = 'attest.queries';
const most = 20;

/** Queries that were run in this browser, newest first. */
export function readHistory(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string').slice(0, most) : [];
  } catch {
    // Storage may be forbidden or hold what somebody else wrote: then there is no history.
    return [];
  }
}

export function remember(query: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([query, ...readHistory().filter((one) => one !== query)].slice(0, most)));
  } catch {
    // A browser that keeps nothing keeps no history either.
  }
}
