import type { Expression, MapItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { node, parseExpression } from './parse-expression.ts';
import { parsePatternExpression } from './parse-pattern.ts';
import { parseSubquery } from './parse-query.ts';

const QUANTIFIERS = new Set(['ALL', 'ANY', 'NONE', 'SINGLE']);
const SUBQUERIES: Readonly<Record<string, 'exists' | 'count' | 'collect'>> = {
  EXISTS: 'exists',
  COUNT: 'count',
  COLLECT: 'collect',
};

/** A literal, variable, call, list, map, CASE, comprehension, subquery or pattern. */
export function parseAtom(c: Cursor): Expression {
  const token = c.peek();
  const { at } = token;
  if (token.kind === 'integer') return (c.next(), node(c, at, { kind: 'literal', value: BigInt(token.text) }));
  if (token.kind === 'float') return (c.next(), node(c, at, { kind: 'literal', value: Number(token.text) }));
  if (token.kind === 'string') return (c.next(), node(c, at, { kind: 'literal', value: token.text }));
  if (token.kind === 'parameter') return (c.next(), node(c, at, { kind: 'parameter', name: token.text }));
  if (c.isSymbol('[')) return parseList(c);
  if (c.isSymbol('{')) return node(c, at, { kind: 'map', entries: parseEntries(c) });
  if (c.isSymbol('(')) return parseParenthesis(c);
  if (token.kind === 'word') return parseWord(c, token.text.toUpperCase());
  if (token.kind === 'quoted') return parseName(c);
  throw c.unexpected('an expression');
}

function parseWord(c: Cursor, upper: string): Expression {
  const { at } = c.peek();
  const mode = SUBQUERIES[upper];
  if (mode !== undefined && c.isSymbol('{', 1)) {
    c.next();
    return node(c, at, { kind: 'subquery', mode, query: parseSubquery(c) });
  }
  if (upper === 'CASE' && !c.isSymbol('(', 1)) return parseCase(c);
  if (c.isSymbol('(', 1)) {
    if (QUANTIFIERS.has(upper)) return parseQuantifier(c, upper);
    if (upper === 'REDUCE') return parseReduce(c);
  } else {
    if (upper === 'TRUE' || upper === 'FALSE')
      return (c.next(), node(c, at, { kind: 'literal', value: upper === 'TRUE' }));
    if (upper === 'NULL') return (c.next(), node(c, at, { kind: 'literal', value: null }));
  }
  return parseName(c);
}

function parseName(c: Cursor): Expression {
  const { at } = c.peek();
  const start = c.index;
  let name = c.name('a name');
  while (c.isSymbol('.') && (c.peek(1).kind === 'word' || c.peek(1).kind === 'quoted')) {
    c.next();
    name += `.${c.next().text}`;
  }
  if (c.isSymbol('(')) return parseCall(c, at, name);
  c.index = start + 1;
  const variable = c.tokens[start]!.text;
  const of = node(c, at, { kind: 'variable', name: variable });
  return c.isSymbol('{') ? parseProjection(c, at, of) : of;
}

function parseCall(c: Cursor, at: number, name: string): Expression {
  c.expect('(');
  if (c.symbol('*')) {
    c.expect(')');
    return node(c, at, { kind: 'call', name, distinct: false, star: true, args: [] });
  }
  const distinct = c.word('DISTINCT');
  const args: Expression[] = [];
  while (!c.isSymbol(')')) {
    args.push(parseExpression(c));
    if (!c.symbol(',')) break;
  }
  c.expect(')');
  return node(c, at, { kind: 'call', name, distinct, star: false, args });
}

function parseEntries(c: Cursor): (readonly [string, Expression])[] {
  const entries: (readonly [string, Expression])[] = [];
  c.expect('{');
  while (!c.isSymbol('}')) {
    const name = c.name('a key');
    c.expect(':');
    entries.push([name, parseExpression(c)]);
    if (!c.symbol(',')) break;
  }
  c.expect('}');
  return entries;
}

function parseProjection(c: Cursor, at: number, of: Expression): Expression {
  const items: MapItem[] = [];
  c.expect('{');
  while (!c.isSymbol('}')) {
    if (c.symbol('.'))
      items.push(c.symbol('*') ? { kind: 'all' } : { kind: 'property', name: c.name('a property name') });
    else {
      const start = c.peek();
      const name = c.name('a key');
      const value = c.symbol(':') ? parseExpression(c) : node(c, start.at, { kind: 'variable', name });
      items.push({ kind: 'entry', name, value });
    }
    if (!c.symbol(',')) break;
  }
  c.expect('}');
  return node(c, at, { kind: 'projection', of, items });
}

function parseList(c: Cursor): Expression {
  const { at } = c.peek();
  c.expect('[');
  if (c.isWord('IN', 1) && c.peek().kind !== 'symbol') {
    const found = c.attempt(() => {
      const variable = c.name('a variable');
      c.expectWord('IN');
      const list = parseExpression(c);
      if (!c.isWord('WHERE') && !c.isSymbol('|') && !c.isSymbol(']')) return null;
      const where = c.word('WHERE') ? parseExpression(c) : null;
      const map = c.symbol('|') ? parseExpression(c) : null;
      c.expect(']');
      return node(c, at, { kind: 'comprehension', variable, list, where, map });
    });
    if (found !== null) return found;
  }
  if (c.isSymbol('(')) {
    const found = c.attempt(() => {
      const path = parsePatternExpression(c);
      if (path === null) return null;
      const where = c.word('WHERE') ? parseExpression(c) : null;
      if (!c.symbol('|')) return null;
      const map = parseExpression(c);
      c.expect(']');
      return node(c, at, { kind: 'patternComprehension', path, where, map });
    });
    if (found !== null) return found;
  }
  const items: Expression[] = [];
  while (!c.isSymbol(']')) {
    items.push(parseExpression(c));
    if (!c.symbol(',')) break;
  }
  c.expect(']');
  return node(c, at, { kind: 'list', items });
}

function parseParenthesis(c: Cursor): Expression {
  const { at } = c.peek();
  const path = c.attempt(() => parsePatternExpression(c));
  if (path !== null) return node(c, at, { kind: 'pattern', path });
  c.expect('(');
  const inner = parseExpression(c);
  c.expect(')');
  return inner;
}

function parseCase(c: Cursor): Expression {
  const { at } = c.peek();
  c.next();
  const subject = c.isWord('WHEN') ? null : parseExpression(c);
  const branches: (readonly [Expression[], Expression])[] = [];
  while (c.word('WHEN')) {
    const tests = [parseExpression(c)];
    if (subject !== null) while (c.symbol(',')) tests.push(parseExpression(c));
    c.expectWord('THEN');
    branches.push([tests, parseExpression(c)]);
  }
  if (branches.length === 0) throw c.unexpected('WHEN');
  const otherwise = c.word('ELSE') ? parseExpression(c) : null;
  c.expectWord('END');
  return node(c, at, { kind: 'case', subject, branches, otherwise });
}

function parseQuantifier(c: Cursor, mode: string): Expression {
  const { at } = c.peek();
  c.next();
  c.expect('(');
  const variable = c.name('a variable');
  c.expectWord('IN');
  const list = parseExpression(c);
  c.expectWord('WHERE');
  const where = parseExpression(c);
  c.expect(')');
  return node(c, at, { kind: 'quantifier', mode, variable, list, where });
}

function parseReduce(c: Cursor): Expression {
  const { at } = c.peek();
  c.next();
  c.expect('(');
  const accumulator = c.name('a variable');
  c.expect('=');
  const start = parseExpression(c);
  c.expect(',');
  const variable = c.name('a variable');
  c.expectWord('IN');
  const list = parseExpression(c);
  c.expect('|');
  const step = parseExpression(c);
  c.expect(')');
  return node(c, at, { kind: 'reduce', accumulator, start, variable, list, step });
}
