import { wordsOf } from '../../cypher-text.ts';

/**
 * What SHOW can list here and Neo4j has a procedure for, with the column that it gives. Between the first words of a checked
 * query stand only blanks, so `[^A-Z]` takes all that any parser takes as such.
 */
const listed: readonly (readonly [words: RegExp, procedure: string, column: string])[] = [
  [/^[^A-Z]*SHOW[^A-Z]+(?:NODE[^A-Z]+)?LABELS\b/iu, 'db.labels', 'label'],
  [/^[^A-Z]*SHOW[^A-Z]+(?:RELATIONSHIP[^A-Z]+)?TYPES\b/iu, 'db.relationshipTypes', 'relationshipType'],
  [/^[^A-Z]*SHOW[^A-Z]+PROPERTY[^A-Z]+KEYS\b/iu, 'db.propertyKeys', 'propertyKey'],
];
const indexes = /^[^A-Z]*SHOW[^A-Z]+(?:(?:ALL|RANGE|FULLTEXT)[^A-Z]+)?INDEX(?:ES)?\b/iu;
/** The columns that both stores have. */
const indexColumns = 'id, name, state, type, entityType, labelsOrTypes, properties';

/** `YIELD *` and no YIELD at all name what there is. */
function withYield(rest: string, columns: string): string {
  const all = /^[^A-Z`]*YIELD[^A-Z`*]*\*/iu.exec(rest);
  if (all) return ` YIELD ${columns}${rest.slice(all[0].length)}`;
  return /^[^A-Z`]*YIELD\b/iu.test(rest) ? rest : ` YIELD ${columns}${rest}`;
}

/**
 * A checked query as Neo4j reads it: it lists labels, types and property keys by procedures only, and SHOW INDEXES has
 * columns that the embedded store has not. Everything else goes on as it is.
 */
export function forNeo4j(text: string): string {
  const blank = (start: string): string => start.replace(/[^A-Z]/giu, ' ');
  // Between its first words Neo4j knows fewer blanks than elsewhere. No place may move.
  if (/^[^A-Z]*EXPLAIN\b/iu.test(text)) return text.replace(/^[^A-Z]*EXPLAIN[^A-Z]*/iu, blank);
  const shown = indexes.exec(text)?.[0];
  if (shown !== undefined) return blank(shown) + withYield(text.slice(shown.length), indexColumns);
  for (const [words, procedure, column] of listed) {
    const found = words.exec(text)?.[0];
    if (found === undefined) continue;
    const rest = text.slice(found.length).replace(/[\s;]+$/u, '');
    const call = `CALL ${procedure}()${withYield(rest, column)}`;
    if (rest === '') return `${call} RETURN ${column} ORDER BY ${column}`;
    return wordsOf(rest).some((word) => word.toUpperCase() === 'RETURN') ? call : `${call} RETURN *`;
  }
  return text;
}
