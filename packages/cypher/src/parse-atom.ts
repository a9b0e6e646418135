import type { CaseBranch, Expression, MapItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { node, parseExpression } from './parse-expression.ts';
import { parsePatternExpression } from './parse-pattern.ts';
import { parseSubquery } from './parse-query.ts';

const QUANTIFIERS = new Set(['ALL', 'ANY', 'NONE', 'SINGLE']);
const NUMBERS = new Set(['NAN', 'INF', 'INFINITY']);
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
    const trim = upper === 'TRIM' ? parseTrim(c) : null;
    if (trim !== null) return trim;
  } else {
    if (upper === 'TRUE' || upper === 'FALSE')
      return (c.next(), node(c, at, { kind: 'literal', value: upper === 'TRUE' }));
    if (upper === 'NULL') return (c.next(), node(c, at, { kind: 'literal', value: null }));
    if (NUMBERS.has(upper)) {
      c.next();
      return node(c, at, { kind: 'literal', value: upper === 'NAN' ? Number.NaN : Number.POSITIVE_INFINITY });
    }
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
    args.push(parseNormalForm(c, name, args.length) ?? parseExpression(c));
    if (!c.symbol(',')) break;
  }
  c.expect(')');
  return node(c, at, { kind: 'call', name, distinct, star: false, args });
}

/** `normalize(text, NFD)`: the form is a word. */
function parseNormalForm(c: Cursor, name: string, place: number): Expression | null {
  const { at, text } = c.peek();
  if (place !== 1 || name.toLowerCase() !== 'normalize' || !c.isSymbol(')', 1) || !/^NFK?[CD]$/i.test(text))
    return null;
  c.next();
  return node(c, at, { kind: 'literal', value: text.toUpperCase() });
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
    const found = c.attempt('comprehension', () => {
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
  if (c.isSymbol('(') || c.isSymbol('=', 1)) {
    const found = c.attempt('pattern comprehension', () => {
      const variable = c.isSymbol('=', 1) ? c.name('a path variable') : null;
      if (variable !== null) c.next();
      const pattern = parsePatternExpression(c);
      if (pattern === null) return null;
      const path = { ...pattern, variable };
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
  const path = c.attempt('pattern', () => parsePatternExpression(c));
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
  const branches: CaseBranch[] = [];
  while (c.word('WHEN')) {
    const tests = [parseTest(c, subject !== null)];
    if (subject !== null) while (c.symbol(',')) tests.push(parseTest(c, true));
    c.expectWord('THEN');
    branches.push({ tests, result: parseExpression(c) });
  }
  if (branches.length === 0) throw c.unexpected('WHEN');
  const otherwise = c.word('ELSE') ? parseExpression(c) : null;
  c.expectWord('END');
  return node(c, at, { kind: 'case', subject, branches, otherwise });
}

const TESTS = ['<>', '<=', '>=', '=', '<', '>', '=~'];

/** A value, or `> 3`, `STARTS WITH 'a'`, `IS NULL` about the subject. */
function parseTest(c: Cursor, withSubject: boolean): CaseBranch['tests'][number] {
  const { at } = c.peek();
  if (withSubject) {
    const nothing = (operator: string): CaseBranch['tests'][number] => ({
      operator,
      value: node(c, at, { kind: 'literal', value: null }),
    });
    if (c.word('IS', 'NULL')) return nothing('IS NULL');
    if (c.word('IS', 'NOT', 'NULL')) return nothing('IS NOT NULL');
    const operator = TESTS.find((symbol) => c.symbol(symbol)) ?? wordTest(c);
    if (operator !== null) return { operator, value: parseExpression(c) };
  }
  return { operator: null, value: parseExpression(c) };
}

function wordTest(c: Cursor): string | null {
  if (c.word('STARTS', 'WITH')) return 'STARTS WITH';
  if (c.word('ENDS', 'WITH')) return 'ENDS WITH';
  if (c.word('CONTAINS')) return 'CONTAINS';
  return c.isWord('IN') && c.isSymbol('[', 1) && c.word('IN') ? 'IN' : null;
}

/** `trim(BOTH 'x' FROM text)` becomes the call with two arguments. */
function parseTrim(c: Cursor): Expression | null {
  const { at } = c.peek();
  return c.attempt('trim', () => {
    c.next();
    c.expect('(');
    const mode = ['BOTH', 'LEADING', 'TRAILING'].find((word) => c.word(word));
    const what = c.isWord('FROM') ? null : parseExpression(c);
    if (!c.word('FROM')) return null;
    const args = [parseExpression(c)];
    if (what !== null) args.push(what);
    c.expect(')');
    const name = mode === 'LEADING' ? 'ltrim' : mode === 'TRAILING' ? 'rtrim' : 'btrim';
    return node(c, at, { kind: 'call', name, distinct: false, star: false, args });
  });
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
