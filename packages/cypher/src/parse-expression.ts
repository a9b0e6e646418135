import type { Expression, ExpressionNode } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseAtom } from './parse-atom.ts';
import { parseLabels } from './parse-labels.ts';
import { parseType } from './parse-type.ts';

const MAX_TERMS = 500;

type Parse = (c: Cursor) => Expression;

/** Gives a node of the tree its place in the text. */
export const node = (c: Cursor, at: number, body: ExpressionNode): Expression => ({ ...body, at, end: c.end });

export function parseExpression(c: Cursor): Expression {
  return c.nested(() => parseOr(c));
}

function leftAssociative(c: Cursor, next: Parse, operators: () => string | null): Expression {
  const { at } = c.peek();
  let left = next(c);
  let terms = 1;
  for (let operator = operators(); operator !== null; operator = operators()) {
    terms += 1;
    if (terms > MAX_TERMS)
      throw c.error('SyntaxError', 'An expression has too many terms.', c.peek().at, 'Use IN with a list, or reduce.');
    left = node(c, at, { kind: 'binary', operator, left, right: next(c) });
  }
  return left;
}

const wordOperator = (c: Cursor, word: string) => () => (c.word(word) ? word : null);
const symbolOperator = (c: Cursor, symbols: readonly string[]) => () =>
  symbols.find((symbol) => c.symbol(symbol)) ?? null;

const parseOr: Parse = (c) => leftAssociative(c, parseXor, wordOperator(c, 'OR'));
const parseXor: Parse = (c) => leftAssociative(c, parseAnd, wordOperator(c, 'XOR'));
const parseAnd: Parse = (c) => leftAssociative(c, parseNot, wordOperator(c, 'AND'));

function parseNot(c: Cursor): Expression {
  const { at } = c.peek();
  if (c.word('NOT')) return node(c, at, { kind: 'unary', operator: 'NOT', of: c.nested(() => parseNot(c)) });
  return parseComparison(c);
}

const COMPARISONS = ['<=', '>=', '<>', '=', '<', '>'];

function parseComparison(c: Cursor): Expression {
  const { at } = c.peek();
  let left = parsePredicate(c);
  let chain: Expression | null = null;
  for (
    let operator = symbolOperator(c, COMPARISONS)();
    operator !== null;
    operator = symbolOperator(c, COMPARISONS)()
  ) {
    const right = parsePredicate(c);
    const one = node(c, at, { kind: 'binary', operator, left, right });
    chain = chain === null ? one : node(c, at, { kind: 'binary', operator: 'AND', left: chain, right: one });
    left = right;
  }
  return chain ?? left;
}

function parsePredicate(c: Cursor): Expression {
  const { at } = c.peek();
  let left = parseSum(c);
  for (;;) {
    if (c.word('IS', 'NULL')) left = node(c, at, { kind: 'unary', operator: 'IS NULL', of: left });
    else if (c.word('IS', 'NOT', 'NULL')) left = node(c, at, { kind: 'unary', operator: 'IS NOT NULL', of: left });
    else if (c.isWord('IS')) {
      c.next();
      const negated = c.word('NOT');
      const form = ['NFC', 'NFD', 'NFKC', 'NFKD'].find((word) => c.isWord(word) && c.isWord('NORMALIZED', 1));
      if (form !== undefined) c.next();
      if (c.word('NORMALIZED')) {
        left = normalized(c, at, left, form ?? 'NFC', negated);
        continue;
      }
      if (!c.symbol('::') && !c.word('TYPED')) throw c.unexpected('NULL or a type');
      left = node(c, at, { kind: 'isType', of: left, type: parseType(c), negated });
    } else if (c.symbol('::')) left = node(c, at, { kind: 'isType', of: left, type: parseType(c), negated: false });
    else {
      const operator = stringOperator(c);
      if (operator === null) return left;
      left = node(c, at, { kind: 'binary', operator, left, right: parseSum(c) });
    }
  }
}

/** `x IS NFC NORMALIZED` is `x = normalize(x, 'NFC')`. */
function normalized(c: Cursor, at: number, of: Expression, form: string, negated: boolean): Expression {
  const args = [of, node(c, at, { kind: 'literal', value: form })];
  const right = node(c, at, { kind: 'call', name: 'normalize', distinct: false, star: false, args });
  return node(c, at, { kind: 'binary', operator: negated ? '<>' : '=', left: of, right });
}

function stringOperator(c: Cursor): string | null {
  if (c.word('STARTS', 'WITH')) return 'STARTS WITH';
  if (c.word('ENDS', 'WITH')) return 'ENDS WITH';
  if (c.word('CONTAINS')) return 'CONTAINS';
  if (c.word('IN')) return 'IN';
  return c.symbol('=~') ? '=~' : null;
}

const parseSum: Parse = (c) => leftAssociative(c, parseProduct, symbolOperator(c, ['+', '-', '||']));
const parseProduct: Parse = (c) => leftAssociative(c, parsePower, symbolOperator(c, ['*', '/', '%']));
const parsePower: Parse = (c) => leftAssociative(c, parseUnary, symbolOperator(c, ['^']));

function parseUnary(c: Cursor): Expression {
  const { at } = c.peek();
  if (c.symbol('-')) {
    const of = c.nested(() => parseUnary(c));
    if (of.kind === 'literal' && typeof of.value === 'bigint' && of.value > 0n)
      return node(c, at, { kind: 'literal', value: -of.value });
    return node(c, at, { kind: 'unary', operator: '-', of });
  }
  if (c.symbol('+')) return c.nested(() => parseUnary(c));
  return parsePostfix(c);
}

function parsePostfix(c: Cursor): Expression {
  const { at } = c.peek();
  let of = parseAtom(c);
  for (;;) {
    if (c.symbol('.')) of = node(c, at, { kind: 'property', of, name: c.name('a property name') });
    else if (c.isSymbol(':') && (of.kind === 'variable' || of.kind === 'hasLabels')) {
      c.next();
      of = node(c, at, { kind: 'hasLabels', of, labels: parseLabels(c) });
    } else if (c.symbol('[')) of = parseIndex(c, at, of);
    else return of;
  }
}

function parseIndex(c: Cursor, at: number, of: Expression): Expression {
  const from = c.isSymbol('..') ? null : parseExpression(c);
  if (c.symbol('..')) {
    const to = c.isSymbol(']') ? null : parseExpression(c);
    c.expect(']');
    return node(c, at, { kind: 'slice', of, from, to });
  }
  c.expect(']');
  if (from === null) throw c.unexpected('an index');
  return node(c, at, { kind: 'index', of, index: from });
}
