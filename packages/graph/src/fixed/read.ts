import { readFileSync } from 'node:fs';

const folder = new URL('../../data/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Lines of a data file without comments and blank ones. */
export const linesOf = (name: string): string[] =>
  text(name)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Rows of tab-separated cells. */
export const rowsOf = (name: string): string[][] => linesOf(name).map((line) => line.split('\t'));

/** A cell that lists several values. */
export const listOf = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((part) => part !== '');

/** All words of a file of words. */
export const wordsOf = (name: string): ReadonlySet<string> => new Set(linesOf(name).flatMap((line) => line.split(' ')));

/** A JSON file. */
export const jsonOf = (name: string): unknown => JSON.parse(text(name));
