import type { Clause, Expression, Item, PathPattern, Projection, Query } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseCall } from './parse-call.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePath } from './parse-pattern.ts';
import { parseShow } from './parse-show.ts';

const WRITES = new Set([
  'CREATE',
  'MERGE',
  'DELETE',
  'DETACH',
  'NODETACH',
  'SET',
  'REMOVE',
  'FOREACH',
  'LOAD',
  'DROP',
  'ALTER',
  'INSERT',
  'GRANT',
  'DENY',
  'REVOKE',
  'TERMINATE',
  'START',
  'STOP',
  'RENAME',
  'ENABLE',
  'DEALLOCATE',
  'REALLOCATE',
]);
const OTHERS: Readonly<Record<string, string>> = {
  PROFILE: 'Use EXPLAIN.',
  USE: 'There is one graph; remove USE.',
};

/** What is more than anybody writes; see `Cursor.clause`. */
const MAX_PATHS = 100;
const MAX_ITEMS = 1000;
const MAX_SORTS = 100;

export interface Statement {
  readonly query: Query;
  readonly explain: boolean;
}

/** Parses one whole query. */
export function parseQuery(text: string): Statement {
  const c = new Cursor(text);
  skipOptions(c);
  const explain = c.word('EXPLAIN');
  const query = parseShow(c) ?? parseUnion(c);
  c.symbol(';');
  if (c.peek().kind !== 'end') throw refused(c);
  for (const part of query.parts) {
    const last = part.at(-1)!;
    if (last.kind !== 'return' && last.kind !== 'finish' && !(last.kind === 'procedure' && last.alone)) {
      throw c.error('SyntaxError', 'The query does not end in RETURN.', last.at, 'Add a RETURN clause.');
    }
  }
  return { query, explain };
}

/** `CYPHER 5 runtime=slotted`: how to run a query; there is one way here. Another version is another language. */
function skipOptions(c: Cursor): void {
  const { at } = c.peek();
  if (!c.word('CYPHER')) return;
  if (c.peek().kind === 'integer' && c.next().text !== '5') {
    throw c.error('Unsupported', 'Only Cypher 5 is supported.', at, 'Remove the version.');
  }
  while (c.isSymbol('=', 1)) {
    c.name('an option');
    c.expect('=');
    c.name('a value');
  }
}

function refused(c: Cursor): Error {
  const token = c.peek();
  const word = token.kind === 'word' ? token.text.toUpperCase() : '';
  if (WRITES.has(word)) {
    return c.error(
      'WriteRefused',
      `${word} is not allowed: queries can only read.`,
      token.at,
      'Remove the clause; the graph changes only through documents and decisions.',
    );
  }
  const hint = Object.hasOwn(OTHERS, word) ? OTHERS[word] : undefined;
  if (hint !== undefined) return c.error('Unsupported', `${word} is not supported.`, token.at, hint);
  return c.unexpected('a clause');
}

/** Parts joined by UNION. */
export function parseUnion(c: Cursor): Query {
  const { at } = c.peek();
  const parts = [parseClauses(c)];
  const all: boolean[] = [];
  while (c.word('UNION')) {
    all.push(c.word('ALL') || (c.word('DISTINCT'), false));
    parts.push(parseClauses(c));
  }
  if (new Set(all).size > 1)
    throw c.error('SyntaxError', 'UNION and UNION ALL cannot be mixed.', at, 'Use one of them.');
  return { at, end: c.end, parts, all };
}

function parseClauses(c: Cursor): Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    const clause = parseClause(c, clauses.length === 0);
    if (clause === null) break;
    c.clause();
    clauses.push(clause);
    if (clause.kind === 'return' || clause.kind === 'finish') break;
  }
  if (clauses.length === 0) throw refused(c);
  return clauses;
}

/** One reading clause; null where a query ends. */
export function parseClause(c: Cursor, first = false): Clause | null {
  const { at } = c.peek();
  if (c.word('OPTIONAL', 'MATCH')) return parseMatch(c, at, true);
  if (c.word('MATCH')) return parseMatch(c, at, false);
  if (c.word('UNWIND')) {
    const list = parseExpression(c);
    c.expectWord('AS');
    return { kind: 'unwind', list, variable: c.name('a variable'), at, end: c.end };
  }
  if (c.word('WITH')) return parseProjection(c, at, 'with');
  if (c.word('RETURN')) return parseProjection(c, at, 'return');
  if (c.word('FINISH')) return { kind: 'finish', at, end: c.end };
  if (c.word('OPTIONAL', 'CALL')) return parseCall(c, at, true, first);
  if (c.word('CALL')) return parseCall(c, at, false, first);
  if (c.peek().kind === 'end' || c.isSymbol('}') || c.isSymbol(';') || c.isWord('UNION')) return null;
  throw refused(c);
}

function parseMatch(c: Cursor, at: number, optional: boolean): Clause {
  if (c.word('REPEATABLE') || c.word('DIFFERENT')) {
    throw c.error('Unsupported', 'Match modes are not supported.', at, 'Remove the words after MATCH.');
  }
  const paths: PathPattern[] = [parsePath(c)];
  while (c.symbol(',')) {
    if (paths.length >= MAX_PATHS) throw c.tooMany(MAX_PATHS, 'patterns in one MATCH', 'Split the query.');
    paths.push(parsePath(c));
  }
  while (c.isWord('USING')) skipHint(c);
  const where = c.word('WHERE') ? parseExpression(c) : null;
  return { kind: 'match', optional, paths, where, at, end: c.end };
}

/** `USING INDEX n:Label(property)`, `USING SCAN n:Label`, `USING JOIN ON n`: the planner decides itself. */
function skipHint(c: Cursor): void {
  c.expectWord('USING');
  if (c.word('JOIN')) {
    c.expectWord('ON');
    do c.name('a variable');
    while (c.symbol(','));
    return;
  }
  const scan = c.word('SCAN');
  if (!scan) {
    if (!c.word('RANGE')) c.word('TEXT');
    c.expectWord('INDEX');
    c.word('SEEK');
  }
  c.name('a variable');
  c.expect(':');
  c.name('a label');
  if (scan) return;
  c.expect('(');
  do c.name('a property');
  while (c.symbol(','));
  c.expect(')');
}

function parseProjection(c: Cursor, at: number, kind: 'with' | 'return'): Projection {
  const distinct = c.word('DISTINCT');
  const star = c.symbol('*');
  const items: Item[] = [];
  if (!star || c.symbol(',')) {
    do {
      if (items.length >= MAX_ITEMS) throw c.tooMany(MAX_ITEMS, 'columns', 'Return maps or lists.');
      items.push(parseItem(c, kind));
    } while (c.symbol(','));
  }
  const order: { expression: Expression; descending: boolean }[] = [];
  if (c.word('ORDER', 'BY')) {
    do {
      if (order.length >= MAX_SORTS) throw c.tooMany(MAX_SORTS, 'sort keys', 'Use fewer.');
      const expression = parseExpression(c);
      const descending = c.word('DESC') || c.word('DESCENDING');
      if (!descending && !c.word('ASC')) c.word('ASCENDING');
      order.push({ expression, descending });
    } while (c.symbol(','));
  }
  const skip = c.word('SKIP') || c.word('OFFSET') ? parseExpression(c) : null;
  const limit = c.word('LIMIT') ? parseExpression(c) : null;
  const where = kind === 'with' && c.word('WHERE') ? parseExpression(c) : null;
  return { kind, distinct, star, items, order, skip, limit, where, at, end: c.end };
}

function parseItem(c: Cursor, kind: 'with' | 'return'): Item {
  const { at } = c.peek();
  const expression = parseExpression(c);
  const { end } = c;
  if (c.word('AS')) return { expression, name: c.name('a name'), at, end };
  if (expression.kind === 'variable') return { expression, name: expression.name, at, end };
  if (kind === 'with') throw c.error('SyntaxError', 'An expression in WITH needs a name.', at, 'Add AS and a name.');
  return { expression, name: c.text.slice(at, end), at, end };
}

/** What stands between the braces of EXISTS, COUNT and COLLECT: a query, or only a pattern. */
export function parseSubquery(c: Cursor): Query {
  const { at } = c.peek();
  c.expect('{');
  const query = c.nested(() => {
    if (!c.isSymbol('(') && !c.isSymbol('=', 1) && !c.isWord('SHORTEST') && !c.isWord('ANY')) return parseUnion(c);
    return { at, end: c.end, parts: [[parseMatch(c, at, false)]], all: [] };
  });
  c.expect('}');
  return query;
}
