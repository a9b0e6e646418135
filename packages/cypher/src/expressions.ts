import type { Cursor } from './cursor.ts';
import type { Expression } from './syntax.ts';
import { functionNames } from './functions.ts';
import { aggregateNames } from './aggregates.ts';

const comparisons = ['=', '<>', '<=', '>=', '<', '>'];

function literalOrName(cursor: Cursor): Expression {
  const { next } = cursor;
  if (next.kind === 'number') return { kind: 'literal', value: Number(cursor.take().text) };
  if (next.kind === 'string') return { kind: 'literal', value: cursor.take().text };
  if (next.kind === 'parameter') return { kind: 'parameter', name: cursor.take().text };
  if (cursor.trySymbol('(')) {
    const inner = cursor.nested(() => readExpression(cursor));
    if (!cursor.isSymbol(')') && (cursor.isSymbol('-') || cursor.isSymbol('<-'))) cursor.fail('unsupported', 'patterns as values are not read', 'Use MATCH or OPTIONAL MATCH for the pattern.');
    cursor.expectSymbol(')');
    if (cursor.isSymbol('-') && cursor.isSymbol('[', 1)) cursor.fail('unsupported', 'patterns as values are not read', 'Use MATCH or OPTIONAL MATCH for the pattern.');
    return inner;
  }
  if (cursor.trySymbol('[')) {
    const items: Expression[] = [];
    if (!cursor.isSymbol(']')) do items.push(cursor.nested(() => readExpression(cursor))); while (cursor.trySymbol(','));
    if (!cursor.isSymbol(']')) cursor.fail('unsupported', 'list comprehensions are not read', 'Use UNWIND and collect().');
    cursor.expectSymbol(']');
    return { kind: 'list', items };
  }
  if (next.kind !== 'word') cursor.fail('syntax', `unexpected ${JSON.stringify(next.text)}`, 'Expected a value, a variable or a function.');
  if (cursor.tryKeyword('TRUE')) return { kind: 'literal', value: true };
  if (cursor.tryKeyword('FALSE')) return { kind: 'literal', value: false };
  if (cursor.tryKeyword('NULL')) return { kind: 'literal', value: null };
  for (const word of ['CASE', 'EXISTS', 'COUNT', 'COLLECT', 'ALL', 'ANY', 'NONE', 'SINGLE', 'REDUCE']) {
    if (cursor.isKeyword(word) && (word === 'CASE' || cursor.isSymbol('{', 1) || (!['COUNT', 'COLLECT'].includes(word) && cursor.isSymbol('(', 1)))) cursor.fail('unsupported', `${word} is not read`, 'See the README for what is.');
  }
  return cursor.isSymbol('(', 1) ? call(cursor) : { kind: 'variable', name: cursor.take().text };
}

function call(cursor: Cursor): Expression {
  const name = cursor.next.text.toLowerCase();
  if (!functionNames.has(name) && !aggregateNames.has(name)) cursor.fail('unsupported', `unknown function ${cursor.next.text}`, `Known: ${[...functionNames, ...aggregateNames].toSorted().join(', ')}.`);
  cursor.take();
  cursor.expectSymbol('(');
  if (name === 'count' && cursor.trySymbol('*')) {
    cursor.expectSymbol(')');
    return { kind: 'call', name, distinct: false, star: true, of: [] };
  }
  const distinct = cursor.tryKeyword('DISTINCT');
  const of: Expression[] = [];
  if (!cursor.isSymbol(')')) do of.push(cursor.nested(() => readExpression(cursor))); while (cursor.trySymbol(','));
  cursor.expectSymbol(')');
  return { kind: 'call', name, distinct, star: false, of };
}

function postfix(cursor: Cursor): Expression {
  let of = literalOrName(cursor);
  for (;;) {
    if (cursor.trySymbol('.')) of = { kind: 'property', of, key: cursor.name() };
    else if (cursor.isSymbol(':')) {
      const labels: string[] = [];
      while (cursor.trySymbol(':')) labels.push(cursor.name());
      of = { kind: 'hasLabel', of, labels };
    } else if (cursor.isSymbol('[') || cursor.isSymbol('{')) cursor.fail('unsupported', `"${cursor.next.text}" after a value is not read`, 'See the README for what is.');
    else return of;
  }
}

function unary(cursor: Cursor): Expression {
  return cursor.trySymbol('-') ? { kind: 'unary', operator: '-', of: cursor.nested(() => unary(cursor)) } : postfix(cursor);
}

/** Binary operators of one strength, left to right. */
function leftToRight(cursor: Cursor, symbols: readonly string[], operand: (cursor: Cursor) => Expression): Expression {
  let left = operand(cursor);
  for (let symbol = symbols.find((one) => cursor.isSymbol(one)); symbol !== undefined; symbol = symbols.find((one) => cursor.isSymbol(one))) {
    cursor.take();
    left = { kind: 'binary', operator: symbol, left, right: operand(cursor) };
  }
  return left;
}
const product = (cursor: Cursor): Expression => leftToRight(cursor, ['*', '/', '%'], unary);
const sum = (cursor: Cursor): Expression => leftToRight(cursor, ['+', '-'], product);

function predicate(cursor: Cursor): Expression {
  const left = sum(cursor);
  if (cursor.tryKeyword('IS', 'NOT', 'NULL')) return { kind: 'unary', operator: 'IS NOT NULL', of: left };
  if (cursor.tryKeyword('IS', 'NULL')) return { kind: 'unary', operator: 'IS NULL', of: left };
  if (cursor.tryKeyword('STARTS', 'WITH')) return { kind: 'binary', operator: 'STARTS WITH', left, right: sum(cursor) };
  if (cursor.tryKeyword('ENDS', 'WITH')) return { kind: 'binary', operator: 'ENDS WITH', left, right: sum(cursor) };
  if (cursor.tryKeyword('CONTAINS')) return { kind: 'binary', operator: 'CONTAINS', left, right: sum(cursor) };
  if (cursor.tryKeyword('IN')) return { kind: 'binary', operator: 'IN', left, right: sum(cursor) };
  if (cursor.isSymbol('=~')) cursor.fail('unsupported', '=~ is not read', 'Use CONTAINS, STARTS WITH or ENDS WITH.');
  return left;
}

function comparison(cursor: Cursor): Expression {
  const first = predicate(cursor);
  const operator = comparisons.find((one) => cursor.isSymbol(one));
  if (operator === undefined) return first;
  cursor.take();
  const second = predicate(cursor);
  if (comparisons.some((one) => cursor.isSymbol(one))) cursor.fail('unsupported', 'chained comparisons are not read', 'Write a < b AND b < c.');
  return { kind: 'binary', operator, left: first, right: second };
}

function negation(cursor: Cursor): Expression {
  return cursor.tryKeyword('NOT') ? { kind: 'unary', operator: 'NOT', of: cursor.nested(() => negation(cursor)) } : comparison(cursor);
}
function byKeyword(cursor: Cursor, word: string, operand: (cursor: Cursor) => Expression): Expression {
  let left = operand(cursor);
  while (cursor.tryKeyword(word)) left = { kind: 'binary', operator: word, left, right: operand(cursor) };
  return left;
}
const conjunction = (cursor: Cursor): Expression => byKeyword(cursor, 'AND', negation);
const exclusive = (cursor: Cursor): Expression => byKeyword(cursor, 'XOR', conjunction);

/** Reads one expression, by the precedence of openCypher. */
export function readExpression(cursor: Cursor): Expression {
  return byKeyword(cursor, 'OR', exclusive);
}
