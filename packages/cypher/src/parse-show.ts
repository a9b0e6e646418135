import type { Query } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseYield } from './parse-call.ts';
import { parseExpression } from './parse-expression.ts';
import { parseClause } from './parse-query.ts';

/** What SHOW can list, and the procedure behind it. */
const SHOWN: readonly (readonly [readonly string[], string])[] = [
  [['INDEXES'], 'show.indexes'],
  [['INDEX'], 'show.indexes'],
  [['ALL', 'INDEXES'], 'show.indexes'],
  [['RANGE', 'INDEXES'], 'show.indexes.range'],
  [['FULLTEXT', 'INDEXES'], 'show.indexes.fulltext'],
  [['LABELS'], 'db.labels'],
  [['NODE', 'LABELS'], 'db.labels'],
  [['TYPES'], 'db.relationshipTypes'],
  [['RELATIONSHIP', 'TYPES'], 'db.relationshipTypes'],
  [['PROPERTY', 'KEYS'], 'db.propertyKeys'],
  [['FUNCTIONS'], 'show.functions'],
  [['PROCEDURES'], 'show.procedures'],
];

/** `SHOW INDEXES [YIELD ... [WHERE ...] [RETURN ...]]`: read as a call; null if the query is none. */
export function parseShow(c: Cursor): Query | null {
  if (!c.isWord('SHOW')) return null;
  const { at } = c.peek();
  c.next();
  const found = SHOWN.find(([words]) => c.word(...words));
  if (found === undefined) {
    throw c.error(
      'Unsupported',
      `SHOW ${c.peek().text} is not supported.`,
      c.peek().at,
      'Use SHOW INDEXES, LABELS, TYPES, PROPERTY KEYS, FUNCTIONS or PROCEDURES.',
    );
  }
  const call = parseYield(c, { at, name: found[1], args: [], optional: false, first: true });
  const filtered = call.yields === null && c.word('WHERE') ? parseExpression(c) : null;
  const where = filtered ?? call.where;
  const yields = filtered === null ? call.yields : '*';
  const rest = c.isWord('RETURN') ? [parseClause(c)!] : [];
  return { at, end: c.end, parts: [[{ ...call, yields, where, alone: rest.length === 0 }, ...rest]], all: [] };
}
