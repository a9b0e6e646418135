import { Cursor } from './cursor.ts';
import { readExpression } from './expressions.ts';
import type { ClauseNode, EdgePattern, Expression, MatchClause, NodePattern, PathPattern, ProjectClause, Query } from './syntax.ts';

const writing = ['CREATE', 'MERGE', 'DELETE', 'DETACH', 'SET', 'REMOVE', 'FOREACH', 'DROP', 'LOAD'];
const longestPath = 15;

function properties(cursor: Cursor): (readonly [string, Expression])[] {
  const read: (readonly [string, Expression])[] = [];
  if (!cursor.trySymbol('{')) return read;
  if (!cursor.isSymbol('}')) {
    do {
      const key = cursor.name();
      cursor.expectSymbol(':');
      read.push([key, readExpression(cursor)]);
    } while (cursor.trySymbol(','));
  }
  cursor.expectSymbol('}');
  return read;
}

function nodePattern(cursor: Cursor): NodePattern {
  cursor.expectSymbol('(');
  const variable = cursor.next.kind === 'word' && !cursor.isKeyword('WHERE') ? cursor.name() : cursor.anonymous();
  const labels: string[] = [];
  while (cursor.trySymbol(':')) labels.push(cursor.name());
  if (cursor.isSymbol('|') || cursor.isSymbol('&') || cursor.isSymbol('!')) cursor.fail('unsupported', 'label expressions are not read', 'Use (n:A:B), or WHERE n:A OR n:B.');
  const node = { variable, labels, properties: properties(cursor) };
  if (cursor.isKeyword('WHERE')) cursor.fail('unsupported', 'WHERE inside a pattern is not read', 'Put WHERE behind the pattern.');
  cursor.expectSymbol(')');
  return node;
}

function length(cursor: Cursor): EdgePattern['length'] {
  if (!cursor.trySymbol('*')) return null;
  const number = (): number | null => (cursor.next.kind === 'number' ? Number(cursor.take().text) : null);
  const from = number();
  if (!cursor.trySymbol('..')) return { from: from ?? 1, to: from ?? longestPath };
  const to = number() ?? longestPath;
  if (to > longestPath) cursor.fail('limit', `paths longer than ${longestPath} are not searched`, `Write *..${longestPath} or less.`);
  return { from: from ?? 1, to };
}

function edgePattern(cursor: Cursor): EdgePattern {
  const left = cursor.trySymbol('<-');
  if (!left) cursor.expectSymbol('-');
  let variable = cursor.anonymous();
  const types: string[] = [];
  let hops: EdgePattern['length'] = null;
  let props: (readonly [string, Expression])[] = [];
  if (cursor.trySymbol('[')) {
    if (cursor.next.kind === 'word') variable = cursor.name();
    if (cursor.trySymbol(':')) {
      do {
        cursor.trySymbol(':');
        types.push(cursor.name());
      } while (cursor.trySymbol('|'));
    }
    hops = length(cursor);
    props = properties(cursor);
    cursor.expectSymbol(']');
  }
  const right = cursor.trySymbol('->');
  if (!right) cursor.expectSymbol('-');
  return { variable, types: [...new Set(types)], direction: left === right ? 'both' : left ? 'in' : 'out', properties: props, length: hops };
}

function pathPattern(cursor: Cursor): PathPattern {
  if (cursor.isSymbol('=', 1)) cursor.fail('unsupported', 'named paths are not read', 'Leave the name away and return the nodes.');
  for (const word of ['SHORTEST', 'SHORTESTPATH', 'ALLSHORTESTPATHS', 'ANY']) if (cursor.isKeyword(word)) cursor.fail('unsupported', `${word} is not read`, 'Match a path of bounded length and order by it.');
  const nodes = [nodePattern(cursor)];
  const edges: EdgePattern[] = [];
  while (cursor.isSymbol('-') || cursor.isSymbol('<-')) {
    edges.push(edgePattern(cursor));
    nodes.push(nodePattern(cursor));
  }
  return { nodes, edges };
}

function match(cursor: Cursor, optional: boolean): MatchClause {
  const paths: PathPattern[] = [];
  do paths.push(pathPattern(cursor)); while (cursor.trySymbol(','));
  return { kind: 'match', optional, paths, where: cursor.tryKeyword('WHERE') ? readExpression(cursor) : null };
}

function project(cursor: Cursor, kind: 'with' | 'return'): ProjectClause {
  const distinct = cursor.tryKeyword('DISTINCT');
  if (cursor.isSymbol('*')) cursor.fail('unsupported', `${kind.toUpperCase()} * is not read`, 'Name the variables.');
  const items: { of: Expression; name: string }[] = [];
  do {
    const from = cursor.next.offset;
    const of = readExpression(cursor);
    const written = cursor.textBetween(from, cursor.next.offset);
    const named = cursor.tryKeyword('AS');
    if (!named && kind === 'with' && of.kind !== 'variable') cursor.fail('semantic', 'an expression in WITH needs a name', 'Write ... AS name.');
    items.push({ of, name: named ? cursor.name() : of.kind === 'variable' ? of.name : written });
  } while (cursor.trySymbol(','));
  if (new Set(items.map((item) => item.name)).size < items.length) cursor.fail('semantic', 'two columns have one name', 'Rename one with AS.');
  const order: { by: Expression; descending: boolean }[] = [];
  if (cursor.tryKeyword('ORDER', 'BY')) {
    do {
      const read = readExpression(cursor);
      // What is a column already is ordered by that column, so that aggregates and DISTINCT rows can be ordered.
      const column = items.find((item) => JSON.stringify(item.of) === JSON.stringify(read));
      const by: Expression = column ? { kind: 'variable', name: column.name } : read;
      const descending = cursor.tryKeyword('DESC') || cursor.tryKeyword('DESCENDING');
      if (!descending && !cursor.tryKeyword('ASC')) cursor.tryKeyword('ASCENDING');
      order.push({ by, descending });
    } while (cursor.trySymbol(','));
  }
  const skip = cursor.tryKeyword('SKIP') ? readExpression(cursor) : null;
  const limit = cursor.tryKeyword('LIMIT') ? readExpression(cursor) : null;
  const where = kind === 'with' && cursor.tryKeyword('WHERE') ? readExpression(cursor) : null;
  return { kind, distinct, items, order, skip, limit, where };
}

function clause(cursor: Cursor): ClauseNode {
  if (cursor.tryKeyword('OPTIONAL')) {
    cursor.expectKeyword('MATCH');
    return match(cursor, true);
  }
  if (cursor.tryKeyword('MATCH')) return match(cursor, false);
  if (cursor.tryKeyword('WITH')) return project(cursor, 'with');
  if (cursor.tryKeyword('RETURN')) return project(cursor, 'return');
  if (cursor.tryKeyword('UNWIND')) {
    const of = readExpression(cursor);
    cursor.expectKeyword('AS');
    return { kind: 'unwind', of, name: cursor.name() };
  }
  const word = cursor.next.text.toUpperCase();
  if (writing.includes(word)) cursor.fail('unsupported', `${word} writes, and this graph is only read`, 'Change the documents or the decisions; the graph follows.');
  return cursor.fail('unsupported', `${JSON.stringify(cursor.next.text)} begins no clause that is read`, 'Read are MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, RETURN, ORDER BY, SKIP, LIMIT.');
}

/** Query text to its tree. What is not known is refused with its place; nothing is guessed. */
export function parse(text: string): Query {
  const cursor = new Cursor(text);
  const clauses: ClauseNode[] = [];
  while (cursor.next.kind !== 'end') {
    if (cursor.trySymbol(';')) continue;
    if (clauses.at(-1)?.kind === 'return') cursor.fail('syntax', 'nothing may follow RETURN', 'Send one query at a time.');
    clauses.push(clause(cursor));
  }
  if (clauses.at(-1)?.kind !== 'return') cursor.fail('syntax', 'the query does not end in RETURN', 'Add RETURN and what you want to see.');
  return { clauses };
}
