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

/** A stretch of a text that does not keep the whole text in memory, as a slice does. */
export const copied = (text: string, start: number, end: number): string =>
  Buffer.from(text.slice(start, end), 'utf16le').toString('utf16le');
