import type { GraphValue } from '@attest/model';

/** Properties without those that nothing is known about. */
export const present = (
  properties: Readonly<Record<string, GraphValue | null | undefined>>,
): Record<string, GraphValue> =>
  Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, GraphValue] => entry[1] !== null && entry[1] !== undefined,
    ),
  );

/** A day as the graph keeps it. */
export const day = (date: string | null | undefined): GraphValue | null => (date ? { date } : null);
