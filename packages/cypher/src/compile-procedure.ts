import type { ProcedureCall } from './ast.ts';
import { compileExpression, compilePredicate } from './compile-expression.ts';
import type { CompiledClause } from './compile-projection.ts';
import { filter } from './compile-projection.ts';
import { perRow } from './compile-query.ts';
import type { Evaluate } from './context.ts';
import type { Procedure, ProcedureField } from './procedure.ts';
import { PROCEDURES } from './procedures.ts';
import { Scope } from './scope.ts';
import { demand } from './static-type.ts';
import { isInteger, toFloat } from './values.ts';
import { aggregates } from './walk.ts';

function find(clause: ProcedureCall, scope: Scope): Procedure {
  const name = clause.name.toLowerCase();
  const found = scope.frame.procedures.get(name) ?? PROCEDURES.get(name);
  if (found !== undefined) return found;
  const known = name.startsWith('apoc.') || name.startsWith('gds.') ? 'APOC and GDS are not part of the engine.' : '';
  throw scope.frame.error(
    'Unsupported',
    `The procedure ${clause.name} is not known.`,
    clause.at,
    `${known} Use one that SHOW PROCEDURES lists.`.trim(),
  );
}

/** The arguments as functions of the row; parameters of their names where a call that stands alone has no brackets. */
function compileArguments(clause: ProcedureCall, wanted: readonly ProcedureField[], scope: Scope): Evaluate[] {
  const { frame } = scope;
  const { args } = clause;
  if (args === null) {
    if (!clause.alone && wanted.length > 0) {
      throw frame.error('SyntaxError', 'The call has no arguments.', clause.at, 'Write CALL name(...) YIELD ...');
    }
    return wanted.map(({ name }) => (_, { parameters }) => {
      if (Object.hasOwn(parameters, name)) return parameters[name] ?? null;
      throw frame.error('ParameterMissing', `The parameter $${name} is missing.`, clause.at, 'Pass it with the query.');
    });
  }
  const least = wanted.filter(({ optional }) => optional !== true).length;
  if (args.length < least || args.length > wanted.length) {
    throw frame.error('SyntaxError', `${clause.name} takes ${wanted.length} arguments.`, clause.at, 'Check the call.');
  }
  return args.map((arg, index) => {
    const { name, type } = wanted[index]!;
    if (aggregates(arg)) {
      throw frame.error('SemanticError', 'An aggregate cannot be an argument of a call.', arg.at, 'Aggregate in WITH.');
    }
    demand(arg, scope, type === 'float' ? ['float', 'integer', 'number'] : [type], `The argument ${name}`);
    const evaluate = compileExpression(arg, scope);
    if (type !== 'float') return evaluate;
    return (row, context) => {
      const value = evaluate(row, context);
      return isInteger(value) ? toFloat(Number(value)) : value;
    };
  });
}

/** CALL of a procedure, with YIELD and WHERE. */
export function compileProcedure(clause: ProcedureCall, scope: Scope): CompiledClause {
  const procedure = find(clause, scope);
  const { frame } = scope;
  const args = compileArguments(clause, procedure.arguments, scope);
  const all = procedure.results.map(({ name }) => ({ column: name, name, at: clause.at }));
  if (clause.yields === null && !clause.alone && all.length > 0) {
    throw frame.error('SyntaxError', 'The call gives columns that are not named.', clause.at, 'Add YIELD.');
  }
  if (
    clause.yields === '*' &&
    !clause.alone &&
    !procedure.name.startsWith('show.') &&
    !procedure.name.startsWith('db.')
  ) {
    throw frame.error('SyntaxError', 'YIELD * needs a call that stands alone.', clause.at, 'Name the columns.');
  }
  const yields = clause.yields === null || clause.yields === '*' ? all : clause.yields;
  const outputs = yields.map(({ column, name, at }) => {
    const index = procedure.results.findIndex((result) => result.name === column);
    if (index < 0) throw frame.error('SemanticError', `${clause.name} gives no ${column}.`, at, 'Check YIELD.');
    if (scope.names.has(name))
      throw frame.error('SemanticError', `${name} is already defined.`, at, 'Use another name.');
    const { type } = procedure.results[index]!;
    return { index, name, slot: scope.declare(name, type).slot };
  });
  const where = clause.where === null ? null : compilePredicate(clause.where, scope);
  const call = perRow(
    (context) => {
      context.plan.push({ operator: 'ProcedureCall', details: procedure.name, rows: null });
      const { row } = context;
      return (emit) => {
        const values = args.map((arg) => arg(row, context));
        if (procedure.results.length === 0) {
          for (const _ of procedure.call(values, context.graph)) context.tick();
          return emit();
        }
        for (const result of procedure.call(values, context.graph)) {
          context.tick();
          for (const { index, slot } of outputs) row[slot] = result[index] ?? null;
          if (!emit()) return false;
        }
        return true;
      };
    },
    clause.optional ? outputs.map(({ slot }) => slot) : null,
  );
  const stage: CompiledClause['stage'] = (source, context) => {
    const rows = call(source, context);
    return where === null ? rows : filter(where)(rows, context);
  };
  const after = new Scope(frame, scope.names);
  return { stage, scope: after, columns: outputs.map(({ name }) => name) };
}
