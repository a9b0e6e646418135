import type { Table } from './types.ts';

/** A node of a result, as the API writes it. */
export interface NodeCell {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
export const isNode = (value: unknown): value is NodeCell =>
  isObject(value) && Array.isArray(value['labels']) && isObject(value['properties']);

/** A value of a result in one line, for tables and CSV. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  if (isNode(value))
    return cellText(value.properties['name'] ?? value.properties['caption'] ?? value.properties['title'] ?? value.id);
  if (isObject(value) && Array.isArray(value['nodes'])) return value['nodes'].map(cellText).join(' – ');
  return JSON.stringify(value);
}

/**
 * CSV (RFC 4180) with a BOM, for spreadsheets. Cells that a spreadsheet would run as a formula get an apostrophe before them:
 * they hold words of documents that anybody may have written.
 */
export function csvOf({ columns, rows }: Table): string {
  const field = (text: string): string => {
    const safe = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(?:\.\d+)?$/u.test(text) ? `'${text}` : text;
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns, ...rows].map((row) => row.map((cell) => field(cellText(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/**
 * Every text in a result, from any depth: ids of nodes and relationships, names, sentences. Whoever asks keeps those that it
 * knows.
 */
export function textsIn(rows: Table['rows']): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      ids.add(value);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) Object.values(value).forEach(visit);
  };
  rows.forEach(visit);
  return ids;
}
