import type { LabelExpression } from './ast.ts';
import type { Cursor } from './cursor.ts';

/** What follows the colon of a node: `A|B&!C`, or `A:B`, but not both ways at once. */
export function parseNodeLabels(c: Cursor): LabelExpression {
  const start = c.index;
  const labels = parseLabels(c);
  const symbols = c.tokens.slice(start, c.index).filter(({ kind }) => kind === 'symbol');
  if (symbols.some(({ text }) => text === ':') && symbols.some(({ text }) => text !== ':')) {
    throw c.error('SyntaxError', 'Colons and label expressions cannot be mixed.', symbols[0]!.at, 'Write A&B for A:B.');
  }
  return labels;
}

/** `A|B&!C`, also `:A:B` and, of types, `:A|:B`. */
export function parseLabels(c: Cursor): LabelExpression {
  let left = parseConjunction(c);
  while (c.symbol('|')) {
    c.symbol(':');
    left = { kind: 'or', left, right: parseConjunction(c) };
  }
  return left;
}

function parseConjunction(c: Cursor): LabelExpression {
  let left = parseLabel(c);
  while (c.symbol('&') || c.symbol(':')) left = { kind: 'and', left, right: parseLabel(c) };
  return left;
}

function parseLabel(c: Cursor): LabelExpression {
  if (c.symbol('!')) return { kind: 'not', of: c.nested(() => parseLabel(c)) };
  if (c.symbol('%')) return { kind: 'any' };
  if (c.symbol('(')) {
    const inner = c.nested(() => parseLabels(c));
    c.expect(')');
    return inner;
  }
  if (c.isSymbol('$'))
    throw c.error('Unsupported', 'Dynamic labels are not supported.', c.peek().at, 'Name the label.');
  const { at } = c.peek();
  return { kind: 'label', name: c.name('a label'), at };
}
