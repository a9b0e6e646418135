import type {
  Expression,
  GroupPattern,
  NodePattern,
  PathPattern,
  Range,
  RelationshipPattern,
  Selector,
} from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseLabels, parseNodeLabels } from './parse-labels.ts';

function optionalName(c: Cursor): string | null {
  const { kind } = c.peek();
  if (kind === 'quoted') return c.next().text;
  if (kind !== 'word' || (isWhere(c) && !c.isSymbol(')', 1) && !c.isSymbol(':', 1))) return null;
  return c.next().text;
}

const isWhere = (c: Cursor): boolean => c.isWord('WHERE') || (c.isWord('IS') && !c.isSymbol(')', 1));

/** A map literal; a parameter could change which index answers, so it is refused as on Neo4j. */
function parseProperties(c: Cursor): Expression | null {
  if (c.peek().kind === 'parameter') {
    throw c.error(
      'SyntaxError',
      'A parameter cannot stand for all properties of a pattern.',
      c.peek().at,
      'Name them: {id: $id}.',
    );
  }
  return c.isSymbol('{') ? parseExpression(c) : null;
}

function parseNode(c: Cursor): NodePattern {
  const { at } = c.peek();
  c.expect('(');
  const variable = optionalName(c);
  const labels = c.symbol(':') || c.word('IS') ? parseNodeLabels(c) : null;
  const properties = parseProperties(c);
  const where = c.word('WHERE') ? parseExpression(c) : null;
  c.expect(')');
  return { at, end: c.end, variable, labels, properties, where };
}

function integer(c: Cursor): number | null {
  return c.peek().kind === 'integer' ? Number(c.next().text) : null;
}

/** `+`, `*`, `{2}`, `{1,3}`, `{,3}`. */
function parseQuantifier(c: Cursor): Range | null {
  const { at } = c.peek();
  if (c.symbol('+')) return { min: 1, max: null };
  if (c.symbol('*')) return { min: 0, max: null };
  if (!c.symbol('{')) return null;
  const min = integer(c);
  if (!c.symbol(',')) {
    c.expect('}');
    if (min === null) throw c.unexpected('a number');
    return checked(c, at, { min, max: min });
  }
  const max = integer(c);
  c.expect('}');
  return checked(c, at, { min: min ?? 0, max });
}

function checked(c: Cursor, at: number, range: Range): Range {
  if (range.max === null || (range.max >= range.min && range.max > 0)) return range;
  throw c.error('SyntaxError', 'The upper bound is below the lower one, or zero.', at, 'Write {1,3}.');
}

/** `*`, `*2`, `*1..3`, `*..3`. */
function parseLength(c: Cursor): Range | null {
  if (!c.symbol('*')) return null;
  const min = integer(c);
  if (c.symbol('..')) return { min: min ?? 1, max: integer(c) };
  return min === null ? { min: 1, max: null } : { min, max: min };
}

function parseRelationship(c: Cursor): RelationshipPattern {
  const { at } = c.peek();
  const left = c.symbol('<');
  c.expect('-');
  let variable: string | null = null;
  let types: RelationshipPattern['types'] = null;
  let range: Range | null = null;
  let properties: Expression | null = null;
  let where: Expression | null = null;
  if (c.symbol('[')) {
    variable = optionalName(c);
    if (c.symbol(':') || c.word('IS')) types = parseLabels(c);
    range = parseLength(c);
    properties = parseProperties(c);
    if (c.word('WHERE')) where = parseExpression(c);
    c.expect(']');
  }
  c.expect('-');
  const right = c.symbol('>');
  const quantifier = parseQuantifier(c);
  if (range !== null && (where !== null || quantifier !== null)) {
    throw c.error(
      'SyntaxError',
      'A relationship with * takes neither WHERE nor a quantifier.',
      at,
      'Write -[r:TYPE WHERE ...]->{1,3}.',
    );
  }
  const direction = left === right ? 'both' : left ? 'in' : 'out';
  return {
    kind: 'relationship',
    at,
    end: c.end,
    variable,
    types,
    range: range ?? quantifier,
    quantified: quantifier !== null,
    properties,
    where,
    direction,
  };
}

const startsRelationship = (c: Cursor): boolean =>
  (c.isSymbol('-') || c.isSymbol('<')) && (c.isSymbol('-', 1) || c.isSymbol('[', 1));

interface Chain {
  readonly nodes: NodePattern[];
  readonly relationships: (RelationshipPattern | GroupPattern)[];
}

/** More steps than anybody writes; planning them would take longer than any deadline that is looked at while running. */
const longestPattern = 200;

function checkLength(c: Cursor, steps: number): void {
  if (steps <= longestPattern) return;
  const { at } = c.peek();
  throw c.error(
    'SyntaxError',
    `A pattern has at most ${longestPattern} relationships.`,
    at,
    'Write a quantifier: (a)-[*1..5]-(b).',
  );
}

/** Nodes and relationships only. */
function parseSimple(c: Cursor): { nodes: NodePattern[]; relationships: RelationshipPattern[] } {
  const nodes = [parseNode(c)];
  const relationships: RelationshipPattern[] = [];
  while (startsRelationship(c)) {
    relationships.push(parseRelationship(c));
    nodes.push(parseNode(c));
    checkLength(c, relationships.length);
  }
  return { nodes, relationships };
}

function parseGroup(c: Cursor): GroupPattern {
  const { at } = c.peek();
  c.expect('(');
  const { nodes, relationships } = parseSimple(c);
  if (relationships.length === 0) throw c.unexpected('a relationship');
  if (relationships.some(({ range }) => range !== null)) {
    throw c.error('SyntaxError', 'Quantifiers cannot be nested.', at, 'Write out the inner repetition.');
  }
  const where = c.word('WHERE') ? parseExpression(c) : null;
  c.expect(')');
  const range = parseQuantifier(c);
  if (range === null) throw c.unexpected('a quantifier such as {1,3}');
  return { kind: 'group', at, end: c.end, nodes, relationships, where, range };
}

/** Also with quantified groups; a node that is not written between or beside them is any. */
function parseChain(c: Cursor): Chain {
  const nodes: NodePattern[] = [];
  const relationships: (RelationshipPattern | GroupPattern)[] = [];
  const anyNode = (): NodePattern => {
    const { at } = c.peek();
    return { at, end: at, variable: null, labels: null, properties: null, where: null };
  };
  let first = true;
  while (first || c.isSymbol('(') || startsRelationship(c)) {
    if (c.isSymbol('(') && c.isSymbol('(', 1)) {
      if (nodes.length === relationships.length) nodes.push(anyNode());
      relationships.push(parseGroup(c));
    } else if (startsRelationship(c)) {
      if (nodes.length === relationships.length) nodes.push(anyNode());
      relationships.push(parseRelationship(c));
      if (!c.isSymbol('(') || c.isSymbol('(', 1)) throw c.unexpected('a node');
    } else {
      if (nodes.length > relationships.length) throw c.unexpected('a relationship');
      nodes.push(parseNode(c));
    }
    checkLength(c, relationships.length);
    first = false;
  }
  if (nodes.length === relationships.length) nodes.push(anyNode());
  return { nodes, relationships };
}

function parseShortest(c: Cursor): { chain: Chain; selector: Selector } | null {
  const { at } = c.peek();
  const all = c.isWord('ALLSHORTESTPATHS');
  if ((!all && !c.isWord('SHORTESTPATH')) || !c.isSymbol('(', 1)) return null;
  c.next();
  c.next();
  const chain = parseSimple(c);
  c.expect(')');
  const [step, ...more] = chain.relationships;
  if (step === undefined || more.length > 0 || (step.range?.min ?? 1) > 1) {
    throw c.error(
      'SyntaxError',
      'shortestPath needs exactly one relationship, of length 0 or 1 and more.',
      at,
      'Write shortestPath((a)-[*]-(b)).',
    );
  }
  return { chain, selector: { kind: all ? 'allShortestPaths' : 'shortestPath', count: 1 } };
}

/** `ANY 2`, `SHORTEST 3 PATHS`, `ALL SHORTEST`, `SHORTEST 2 PATH GROUPS`. */
function parseSelector(c: Cursor): Selector | null {
  const { at } = c.peek();
  const noise = (): void => void (c.word('PATH') || c.word('PATHS'));
  if (c.word('ALL', 'SHORTEST')) return (noise(), { kind: 'allShortest', count: 1 });
  if (c.word('ANY', 'SHORTEST')) return (noise(), { kind: 'shortest', count: 1 });
  if (c.isWord('ALL') && !c.isSymbol('=', 1)) return (c.next(), noise(), null);
  const any = c.word('ANY');
  if (!any && !(c.isWord('SHORTEST') && c.peek(1).kind !== 'symbol') && !c.isWord('SHORTEST')) return null;
  if (!any) c.next();
  const count = integer(c);
  if (count === 0) throw c.error('SyntaxError', 'The number of paths must be positive.', at, 'Write SHORTEST 1.');
  noise();
  if (any) return { kind: 'any', count: count ?? 1 };
  if (c.word('GROUPS') || c.word('GROUP')) return { kind: 'groups', count: count ?? 1 };
  if (count === null) throw c.unexpected('a number');
  return { kind: 'shortest', count };
}

/** One path of a MATCH, with its variable and which of its matches are wanted. */
export function parsePath(c: Cursor): PathPattern {
  const { at } = c.peek();
  let variable: string | null = null;
  if (c.isSymbol('=', 1)) {
    variable = c.name('a path variable');
    c.next();
  }
  const shortest = parseShortest(c);
  if (shortest !== null) {
    return { at, end: c.end, variable, selector: shortest.selector, where: null, ...shortest.chain };
  }
  const selector = parseSelector(c);
  const bracketed = c.attempt('brackets', () => {
    if (!c.isSymbol('(') || !c.isSymbol('(', 1)) return null;
    c.next();
    const chain = parseChain(c);
    const where = c.word('WHERE') ? parseExpression(c) : null;
    c.expect(')');
    return c.isSymbol('{') || c.isSymbol('+') || c.isSymbol('*') ? null : { chain, where };
  });
  const chain = bracketed?.chain ?? parseChain(c);
  const where = bracketed?.where ?? null;
  return { at, end: c.end, variable, selector, where, ...chain };
}

/** A path of at least one relationship where an expression may stand. */
export function parsePatternExpression(c: Cursor): PathPattern | null {
  const { at } = c.peek();
  const chain = parseSimple(c);
  if (chain.relationships.length === 0) return null;
  return { at, end: c.end, variable: null, selector: null, where: null, ...chain };
}
