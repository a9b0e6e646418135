import type { Clause, Expression, ProcedureCall, Yield } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';
import { parseUnion } from './parse-query.ts';

/** What follows CALL: a subquery in braces, or a procedure. */
export function parseCall(c: Cursor, at: number, optional: boolean, first: boolean): Clause {
  if (c.isSymbol('{') || c.isSymbol('(')) return parseSubqueryCall(c, at, optional);
  let name = c.name('a procedure');
  while (c.symbol('.')) name += `.${c.name('a procedure')}`;
  const args = c.isSymbol('(') ? parseArguments(c) : null;
  return parseYield(c, { at, name, args, optional, first });
}

interface Called {
  readonly at: number;
  readonly name: string;
  readonly args: Expression[] | null;
  readonly optional: boolean;
  /** Nothing stands before it. */
  readonly first: boolean;
}

/** `YIELD ... WHERE ...` after a procedure. */
export function parseYield(c: Cursor, { at, name, args, optional, first }: Called): ProcedureCall {
  let yields: Yield[] | '*' | null = null;
  if (c.word('YIELD')) yields = c.symbol('*') ? '*' : c.symbol('-') ? [] : parseYields(c);
  const where = yields !== null && c.word('WHERE') ? parseExpression(c) : null;
  const alone = first && (c.peek().kind === 'end' || c.isSymbol(';'));
  return { kind: 'procedure', name, optional, args, yields, where, alone, at, end: c.end };
}

function parseArguments(c: Cursor): Expression[] {
  const args: Expression[] = [];
  c.expect('(');
  while (!c.isSymbol(')')) {
    args.push(parseExpression(c));
    if (!c.symbol(',')) break;
  }
  c.expect(')');
  return args;
}

function parseYields(c: Cursor): Yield[] {
  const yields: Yield[] = [];
  do {
    const { at } = c.peek();
    const column = c.name('a column');
    yields.push({ column, name: c.word('AS') ? c.name('a name') : column, at, end: c.end });
  } while (c.symbol(','));
  return yields;
}

function parseSubqueryCall(c: Cursor, at: number, optional: boolean): Clause {
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
  if (c.isWord('IN')) throw c.error('WriteRefused', 'CALL IN TRANSACTIONS is not allowed.', c.peek().at, 'Remove it.');
  return { kind: 'subquery', imports, optional, query, at, end: c.end };
}
