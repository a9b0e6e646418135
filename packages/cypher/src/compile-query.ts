import type { Clause, Projection, Query } from './ast.ts';
import { rowKey } from './aggregate.ts';
import { compileProcedure } from './compile-procedure.ts';
import { compileExpression } from './compile-expression.ts';
import { compileProjection } from './compile-projection.ts';
import type { CompiledClause } from './compile-projection.ts';
import type { Emit, Source, Stage } from './context.ts';
import { compileMatch } from './match/compile-match.ts';
import { Scope } from './scope.ts';
import { staticType } from './static-type.ts';

export interface CompiledPart {
  readonly stage: Stage;
  readonly columns: readonly string[];
  readonly slots: readonly number[];
}

/** Compiles a query whose parts see the names of the scope. */
export function compileQuery(query: Query, scope: Scope): CompiledPart {
  return unite(
    query,
    query.parts.map((clauses) => compileClauses(clauses, scope.child())),
    scope,
  );
}

function unite(query: Query, parts: readonly CompiledPart[], scope: Scope): CompiledPart {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const columns = first!.columns;
  for (const part of parts) {
    // Columns are matched by name; their order is that of the first part.
    if (part.columns.length !== columns.length || !part.columns.every((name) => columns.includes(name))) {
      throw scope.frame.error(
        'SemanticError',
        'The parts of UNION return different columns.',
        query.at,
        'Give them the same names.',
      );
    }
  }
  const distinct = query.all[0] === false;
  const slots = columns.map(() => scope.frame.slot());
  const stage: Stage = (source, context) => {
    const { row } = context;
    const sources = parts.map((part) => part.stage(source, context));
    const from = parts.map((part) => columns.map((name) => part.slots[part.columns.indexOf(name)]!));
    return (emit) => {
      const seen = new Set<unknown>();
      return sources.every((rows, part) =>
        rows(() => {
          for (const [index, slot] of slots.entries()) row[slot] = row[from[part]![index]!];
          if (distinct) {
            const key = rowKey(slots.map((slot) => row[slot]));
            if (seen.has(key)) return true;
            context.keep(slots.length);
            seen.add(key);
          }
          return emit();
        }),
      );
    };
  };
  return { stage, columns, slots };
}

function compileClauses(clauses: readonly Clause[], start: Scope): CompiledPart {
  let scope = start;
  const stages: Stage[] = [];
  let columns: readonly string[] = [];
  for (const clause of clauses) {
    const compiled = compileClause(clause, scope);
    stages.push(compiled.stage);
    scope = compiled.scope;
    columns = clause.kind === 'return' || (clause.kind === 'procedure' && clause.alone) ? compiled.columns : [];
  }
  const stage: Stage = (source, context) => stages.reduce((rows, next) => next(rows, context), source);
  return { stage, columns, slots: columns.map((name) => scope.names.get(name)!.slot) };
}

/** Compiles one clause; its scope is what the next clause sees. */
export function compileClause(clause: Clause, scope: Scope): CompiledClause {
  if ('items' in clause) return compileProjection(clause, scope);
  if (clause.kind === 'finish') return { stage: (source) => () => source(() => true), scope, columns: [] };
  if (clause.kind === 'procedure') return compileProcedure(clause, scope);
  return { stage: compileReading(clause, scope), scope, columns: [] };
}

type Reading = Exclude<Clause, Projection | { kind: 'procedure' | 'finish' }>;

function compileReading(clause: Reading, scope: Scope): Stage {
  if (clause.kind === 'unwind') return compileUnwind(clause, scope);
  if (clause.kind === 'subquery') return compileCallSubquery(clause, scope);
  const before = new Set(scope.names.keys());
  const match = compileMatch(clause.paths, clause.where, scope);
  const fresh = [...scope.names].filter(([name]) => !before.has(name)).map(([, { slot }]) => slot);
  return perRow((context) => match(context), clause.optional ? fresh : null);
}

function compileUnwind(clause: Extract<Clause, { kind: 'unwind' }>, scope: Scope): Stage {
  const list = compileExpression(clause.list, scope);
  const type = staticType(clause.list, scope);
  const element = type === 'nodes' ? 'node' : type === 'relationships' ? 'relationship' : 'any';
  refuseKnown(scope, clause.variable, clause.at);
  const { slot } = scope.declare(clause.variable, element);
  return (source, context) => {
    context.plan.push({ operator: 'Unwind', details: clause.variable, rows: null });
    const { row } = context;
    return (emit) =>
      source(() => {
        const value = list(row, context);
        const items: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
        for (const item of items) {
          context.tick();
          row[slot] = item;
          if (!emit()) return false;
        }
        return true;
      });
  };
}

function compileCallSubquery(clause: Extract<Clause, { kind: 'subquery' }>, scope: Scope): Stage {
  const part = clause.imports === null ? importing(clause.query, scope) : imported(clause, clause.imports, scope);
  const outer = part.columns.map((name) => {
    refuseKnown(scope, name, clause.at);
    return scope.declare(name, 'any').slot;
  });
  return perRow(
    (context) => {
      const { row } = context;
      const rows = part.stage((emit) => emit(), context);
      // Without RETURN it only decides nothing: a unit subquery keeps each row once.
      return (emit) =>
        rows(() => {
          for (const [index, slot] of outer.entries()) row[slot] = row[part.slots[index]!];
          return emit();
        });
    },
    clause.optional ? outer : null,
  );
}

function imported(
  clause: Extract<Clause, { kind: 'subquery' }>,
  imports: readonly string[] | 'all',
  scope: Scope,
): CompiledPart {
  const inner = new Scope(scope.frame);
  for (const name of imports === 'all' ? scope.names.keys() : imports) {
    scope.find(name, clause.at);
    inner.names.set(name, scope.names.get(name)!);
  }
  mustReturn(clause.query, scope);
  return compileQuery(clause.query, inner);
}

function mustReturn(query: Query, scope: Scope): void {
  for (const part of query.parts) {
    if (part.at(-1)!.kind !== 'return') {
      throw scope.frame.error('SyntaxError', 'The subquery does not end in RETURN.', query.at, 'Add a RETURN clause.');
    }
  }
}

/** The older form: each part that needs outer names starts with a WITH that only lists them. */
function importing(query: Query, scope: Scope): CompiledPart {
  mustReturn(query, scope);
  const parts = query.parts.map((clauses) => {
    const [first] = clauses;
    if (first?.kind !== 'with') return compileClauses(clauses, new Scope(scope.frame));
    const plain = first.items.every(
      ({ expression, name }) => expression.kind === 'variable' && expression.name === name,
    );
    if (!plain || first.distinct || first.order.length > 0 || first.skip || first.limit || first.where) {
      // A WITH that computes stands for itself and sees no outer names.
      return compileClauses(clauses, new Scope(scope.frame));
    }
    return compileClauses(clauses, scope.child());
  });
  return unite(query, parts, scope);
}

function refuseKnown(scope: Scope, name: string, at: number): void {
  if (scope.names.has(name))
    throw scope.frame.error('SemanticError', `${name} is already defined.`, at, 'Use another name.');
}

/** Runs once per row; with `optional` slots, a row without results goes on with nulls in them. */
export function perRow(make: (context: Parameters<Stage>[1]) => Source, optional: readonly number[] | null): Stage {
  return (source, context) => {
    const run = make(context);
    const { row } = context;
    if (optional === null) return (emit: Emit) => source(() => run(emit));
    return (emit) =>
      source(() => {
        let found = false;
        const more = run(() => {
          found = true;
          return emit();
        });
        if (found) return more;
        for (const slot of optional) row[slot] = null;
        return emit();
      });
  };
}
