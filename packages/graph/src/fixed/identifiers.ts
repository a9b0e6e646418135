import { rowsOf } from './read.ts';

const items: ReadonlyMap<string, string> = new Map(
  rowsOf('gazetteer/wikidata.tsv').map(([key = '', item = '']) => [key, item]),
);

/** Wikidata item of an ISO 3166 code or of a body's key in the gazetteer, where a source names it. */
export const wikidataOf = (key: string): string | undefined => items.get(key);
