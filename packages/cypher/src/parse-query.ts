import type { Clause, Expression, Item, PathPattern, Projection, Query } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePath } from './parse-pattern.ts';

const WRITES = new Set([
  'CREATE',
  'MERGE',
  'DELETE',
  'DETACH',
  'SET',
  'REMOVE',
  'FOREACH',
  'LOAD',
  'DROP',
  'ALTER',
  'INSERT',
  'GRANT',
  'REVOKE',
  'TERMINATE',
  'START',
  'STOP',
  'RENAME',
]);
const OTHERS = new Set(['EXPLAIN', 'PROFILE', 'SHOW', 'USE', 'FINISH', 'CYPHER']);

/** Parses one whole query. */
export function parseQuery(text: string): Query {
  const c = new Cursor(text);
  const query = parseUnion(c);
  c.symbol(';');
  if (c.peek().kind !== 'end') throw refused(c);
  for (const part of query.parts) {
    const last = part.at(-1)!;
    if (last.kind !== 'return') {
      throw c.error('SyntaxError', 'The query does not end in RETURN.', last.at, 'Add a RETURN clause.');
    }
  }
  return query;
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
  if (OTHERS.has(word))
    return c.error('Unsupported', `${word} is not supported.`, token.at, 'Use MATCH, WITH, UNWIND, CALL and RETURN.');
  return c.unexpected('a clause');
}

function parseUnion(c: Cursor): Query {
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
    const clause = parseClause(c);
    if (clause === null) break;
    clauses.push(clause);
    if (clause.kind === 'return') break;
  }
  if (clauses.length === 0) throw refused(c);
  return clauses;
}

/** One reading clause; null where a query ends. */
export function parseClause(c: Cursor): Clause | null {
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
  if (c.word('OPTIONAL', 'CALL')) return parseCall(c, at, true);
  if (c.word('CALL')) return parseCall(c, at, false);
  if (c.peek().kind === 'end' || c.isSymbol('}') || c.isSymbol(';') || c.isWord('UNION')) return null;
  throw refused(c);
}

function parseMatch(c: Cursor, at: number, optional: boolean): Clause {
  const paths: PathPattern[] = [parsePath(c)];
  while (c.symbol(',')) paths.push(parsePath(c));
  const where = c.word('WHERE') ? parseExpression(c) : null;
  return { kind: 'match', optional, paths, where, at, end: c.end };
}

function parseProjection(c: Cursor, at: number, kind: 'with' | 'return'): Projection {
  const distinct = c.word('DISTINCT');
  const star = c.symbol('*');
  const items: Item[] = [];
  if (!star || c.symbol(',')) {
    do items.push(parseItem(c, kind));
    while (c.symbol(','));
  }
  const order: { expression: Expression; descending: boolean }[] = [];
  if (c.word('ORDER', 'BY')) {
    do {
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

function parseCall(c: Cursor, at: number, optional: boolean): Clause {
  if (c.isSymbol('{') || c.isSymbol('(')) {
    let imports: string[] | 'all' | null = null;
    if (c.symbol('(')) {
      imports = [];
      if (c.symbol('*')) imports = 'all';
      else
        while (!c.isSymbol(')')) {
          imports.push(c.name('a variable'));
          if (!c.symbol(',')) break;
        }
      c.expect(')');
    }
    c.expect('{');
    const query = c.nested(() => parseUnion(c));
    c.expect('}');
    if (c.isWord('IN'))
      throw c.error('WriteRefused', 'CALL IN TRANSACTIONS is not allowed.', c.peek().at, 'Remove it.');
    return { kind: 'subquery', imports, optional, query, at, end: c.end };
  }
  let name = c.name('a procedure');
  while (c.symbol('.')) name += `.${c.name('a procedure')}`;
  const args: Expression[] = [];
  if (c.symbol('(')) {
    while (!c.isSymbol(')')) {
      args.push(parseExpression(c));
      if (!c.symbol(',')) break;
    }
    c.expect(')');
  }
  throw c.error('Unsupported', `The procedure ${name} is not known.`, at, 'Use MATCH instead.');
}

/** What stands between the braces of EXISTS, COUNT and COLLECT: a query, or only a pattern. */
export function parseSubquery(c: Cursor): Query {
  const { at } = c.peek();
  c.expect('{');
  const query = c.nested(() => {
    if (!c.isSymbol('(') && !c.isSymbol('=', 1)) return parseUnion(c);
    return { at, end: c.end, parts: [[parseMatch(c, at, false)]], all: [] };
  });
  c.expect('}');
  return query;
}
