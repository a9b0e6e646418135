import type { LabelExpression, NodePattern, PathPattern, RelationshipPattern } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';

/** `A|B&!C`, also `:A:B`. */
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
  return { kind: 'label', name: c.name('a label') };
}

function optionalName(c: Cursor): string | null {
  const { kind } = c.peek();
  if ((kind !== 'word' && kind !== 'quoted') || (c.isWord('WHERE') && !c.isSymbol(')', 1) && !c.isSymbol(':', 1)))
    return null;
  return c.next().text;
}

function parseNode(c: Cursor): NodePattern {
  const { at } = c.peek();
  c.expect('(');
  if (c.isSymbol('('))
    throw c.error(
      'SyntaxError',
      'Quantified path patterns are not supported.',
      at,
      'Use a variable-length relationship.',
    );
  const variable = optionalName(c);
  const labels = c.symbol(':') || c.word('IS') ? parseLabels(c) : null;
  const properties = c.isSymbol('{') || c.peek().kind === 'parameter' ? parseExpression(c) : null;
  const where = c.word('WHERE') ? parseExpression(c) : null;
  c.expect(')');
  if (c.isSymbol('{') || (c.isSymbol('+') && c.isSymbol('(', 1))) throw c.unexpected('a relationship');
  return { at, end: c.end, variable, labels, properties, where };
}

function integer(c: Cursor): number | null {
  return c.peek().kind === 'integer' ? Number(c.next().text) : null;
}

function parseQuantifier(c: Cursor): { min: number; max: number | null } | null {
  if (c.symbol('+')) return { min: 1, max: null };
  if (c.isSymbol('*')) return (c.next(), { min: 0, max: null });
  if (!c.symbol('{')) return null;
  const min = integer(c);
  if (!c.symbol(',')) {
    c.expect('}');
    if (min === null) throw c.unexpected('a number');
    return { min, max: min };
  }
  const max = integer(c);
  c.expect('}');
  return { min: min ?? 0, max };
}

function parseRelationship(c: Cursor): RelationshipPattern {
  const { at } = c.peek();
  const left = c.symbol('<');
  c.expect('-');
  let variable: string | null = null;
  let types: LabelExpression | null = null;
  let range: { min: number; max: number | null } | null = null;
  let properties = null;
  let where = null;
  if (c.symbol('[')) {
    variable = optionalName(c);
    if (c.symbol(':') || c.word('IS')) types = parseLabels(c);
    if (c.symbol('*')) {
      const min = integer(c);
      if (c.symbol('..')) range = { min: min ?? 1, max: integer(c) };
      else range = min === null ? { min: 1, max: null } : { min, max: min };
    }
    if (c.isSymbol('{') || c.peek().kind === 'parameter') properties = parseExpression(c);
    if (c.word('WHERE')) where = parseExpression(c);
    c.expect(']');
  }
  c.expect('-');
  const right = c.symbol('>');
  range ??= parseQuantifier(c);
  const direction = left === right ? 'both' : left ? 'in' : 'out';
  return { at, end: c.end, variable, types, range, properties, where, direction };
}

function parseChain(c: Cursor): { nodes: NodePattern[]; relationships: RelationshipPattern[] } {
  const nodes = [parseNode(c)];
  const relationships: RelationshipPattern[] = [];
  while ((c.isSymbol('-') || c.isSymbol('<')) && (c.isSymbol('-', 1) || c.isSymbol('[', 1))) {
    relationships.push(parseRelationship(c));
    nodes.push(parseNode(c));
  }
  return { nodes, relationships };
}

/** One path of a MATCH, with its variable and `shortestPath(...)`. */
export function parsePath(c: Cursor): PathPattern {
  const { at } = c.peek();
  let variable: string | null = null;
  if (c.isSymbol('=', 1)) {
    variable = c.name('a path variable');
    c.next();
  }
  const all = c.isWord('ALLSHORTESTPATHS');
  if ((all || c.isWord('SHORTESTPATH')) && c.isSymbol('(', 1)) {
    c.next();
    c.next();
    const chain = parseChain(c);
    c.expect(')');
    if (chain.relationships.length !== 1) {
      throw c.error(
        'SyntaxError',
        'shortestPath needs exactly one relationship.',
        at,
        'Write shortestPath((a)-[*]-(b)).',
      );
    }
    return { at, end: c.end, variable, shortest: all ? 'all' : 'one', ...chain };
  }
  if (c.isWord('SHORTEST') || c.isWord('ANY') || (c.isWord('ALL') && !c.isSymbol('(', 1))) {
    throw c.error('Unsupported', 'Path selectors are not supported.', at, 'Use shortestPath or allShortestPaths.');
  }
  return { at, end: c.end, variable, shortest: null, ...parseChain(c) };
}

/** A path of at least one relationship where an expression may stand. */
export function parsePatternExpression(c: Cursor): PathPattern | null {
  const { at } = c.peek();
  const chain = parseChain(c);
  if (chain.relationships.length === 0) return null;
  return { at, end: c.end, variable: null, shortest: null, ...chain };
}
