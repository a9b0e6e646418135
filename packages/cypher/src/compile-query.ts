import type { Clause, Query } from './ast.ts';
import { compileExpression } from './compile-expression.ts';
import { compileProjection } from './compile-projection.ts';
import type { CompiledProjection } from './compile-projection.ts';
import type { Emit, Source, Stage } from './context.ts';
import { compileMatch } from './match.ts';
import { Scope } from './scope.ts';
import { keyOf } from './values.ts';

export interface CompiledPart {
  readonly stage: Stage;
  readonly columns: readonly string[];
  readonly slots: readonly number[];
}

/** Compiles a query whose parts see the names of the scope. */
export function compileQuery(query: Query, scope: Scope): CompiledPart {
  const parts = query.parts.map((clauses) => compileClauses(clauses, scope.child()));
  const [first] = parts;
  for (const part of parts) {
    if (part.columns.join('\0') !== first!.columns.join('\0')) {
      throw scope.frame.error(
        'SemanticError',
        'The parts of UNION return different columns.',
        query.at,
        'Give them the same names in the same order.',
      );
    }
  }
  if (parts.length === 1) return first!;
  const distinct = query.all[0] === false;
  const slots = first!.columns.map(() => scope.frame.slot());
  const stage: Stage = (source, context) => (emit) => {
    const seen = new Set<string>();
    return parts.every((part) =>
      part.stage(
        source,
        context,
      )((row) => {
        for (const [index, slot] of slots.entries()) row[slot] = row[part.slots[index]!];
        if (distinct) {
          const key = keyOf(slots.map((slot) => row[slot] ?? null));
          if (seen.has(key)) return true;
          context.keep(key.length);
          seen.add(key);
        }
        return emit(row);
      }),
    );
  };
  return { stage, columns: first!.columns, slots };
}

function compileClauses(clauses: readonly Clause[], start: Scope): CompiledPart {
  let scope = start;
  const stages: Stage[] = [];
  let columns: readonly string[] = [];
  for (const clause of clauses) {
    const compiled = compileClause(clause, scope);
    stages.push(compiled.stage);
    scope = compiled.scope;
    columns = clause.kind === 'return' ? compiled.columns : [];
  }
  const stage: Stage = (source, context) => stages.reduce((rows, next) => next(rows, context), source);
  return { stage, columns, slots: columns.map((name) => scope.names.get(name)!.slot) };
}

/** Compiles one clause; its scope is what the next clause sees. */
export function compileClause(clause: Clause, scope: Scope): CompiledProjection {
  if ('items' in clause) return compileProjection(clause, scope);
  return { stage: compileReading(clause, scope), scope, columns: [] };
}

function compileReading(clause: Exclude<Clause, { kind: 'with' | 'return' }>, scope: Scope): Stage {
  if (clause.kind === 'unwind') {
    const list = compileExpression(clause.list, scope);
    const { slot } = declareNew(scope, clause.variable, clause.at);
    return (source, context) => (emit) =>
      source((row) => {
        const value = list(row, context);
        const items: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
        return items.every((item) => {
          context.tick();
          const next = row.slice();
          next[slot] = item;
          return emit(next);
        });
      });
  }
  if (clause.kind === 'match') {
    const before = new Set(scope.names.keys());
    const match = compileMatch(clause.paths, clause.where, scope);
    const fresh = [...scope.names].filter(([name]) => !before.has(name)).map(([, { slot }]) => slot);
    return perRow((row, context, emit) => match(row, context, emit), clause.optional ? fresh : null);
  }
  const inner = new Scope(scope.frame);
  if (clause.imports === null)
    throw scope.frame.error(
      'Unsupported',
      'CALL without a list of variables is not supported.',
      clause.at,
      'Write CALL (x, y) { ... }, or CALL () { ... }.',
    );
  for (const name of clause.imports === 'all' ? scope.names.keys() : clause.imports)
    inner.names.set(name, scope.find(name, clause.at));
  const part = compileQuery(clause.query, inner);
  const outer = part.columns.map((name) => declareNew(scope, name, clause.at).slot);
  return perRow(
    (row, context, emit) =>
      part.stage(
        (start) => start(row.slice()),
        context,
      )((found) => {
        const next = row.slice();
        for (const [index, slot] of outer.entries()) next[slot] = found[part.slots[index]!] ?? null;
        return emit(next);
      }),
    clause.optional ? outer : null,
  );
}

function declareNew(scope: Scope, name: string, at: number): { slot: number } {
  if (scope.names.has(name))
    throw scope.frame.error('SemanticError', `${name} is already defined.`, at, 'Use another name.');
  return scope.declare(name, 'value');
}

/** Runs once per row; with `optional` slots, a row without results goes on with nulls in them. */
function perRow(
  run: (row: unknown[], context: Parameters<Stage>[1], emit: Emit) => boolean,
  optional: readonly number[] | null,
): Stage {
  return (source, context): Source =>
    (emit) =>
      source((row) => {
        let found = false;
        const more = run(row, context, (next) => {
          found = true;
          return emit(next);
        });
        if (found || optional === null) return more;
        const next = row.slice();
        for (const slot of optional) next[slot] = null;
        return emit(next);
      });
}
