import type { Expression } from './ast.ts';
import { compileExpression, compilePredicate } from './compile-expression.ts';
import type { Context, Evaluate } from './context.ts';
import { FUNCTIONS, functionHint } from './functions/all.ts';
import { spendOver } from './limits.ts';
import type { Scope } from './scope.ts';
import { demand } from './static-type.ts';
import type { Row } from './values.ts';
import { AGGREGATES, aggregates } from './walk.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** A function or an aggregate. */
export function compileCall(e: Call, scope: Scope): Evaluate {
  const name = e.name.toLowerCase();
  if (AGGREGATES.has(name)) return compileAggregate(e, name, scope);
  const [first] = e.args;
  if (name === 'exists' && e.args.length === 1 && first !== undefined) {
    if (first.kind === 'pattern') return compilePredicate(first, scope);
    throw scope.frame.error('Unsupported', 'exists() takes only a pattern.', e.at, 'Write n.property IS NOT NULL.');
  }
  const definition = FUNCTIONS.get(name);
  if (definition === undefined) {
    throw scope.frame.error('Unsupported', `The function ${e.name}() is not known.`, e.at, functionHint(name));
  }
  if (e.distinct || e.star) {
    throw scope.frame.error('SyntaxError', `${e.name}() is no aggregate.`, e.at, 'Remove DISTINCT or *.');
  }
  if (e.args.length < definition.min || e.args.length > definition.max) {
    const { min, max } = definition;
    throw scope.frame.error(
      'SyntaxError',
      `${e.name}() takes ${min === max ? min : `${min} to ${max}`} arguments.`,
      e.at,
      'Check the call.',
    );
  }
  for (const [index, arg] of e.args.entries()) {
    const types = definition.types[index] ?? definition.types.at(-1);
    if (types !== undefined) demand(arg, scope, types, `The argument of ${e.name}()`);
  }
  if (name === 'id') {
    scope.frame.notify('Deprecated', 'id() is deprecated.', e.at);
  }
  const args = e.args.map((arg) => compileExpression(arg, scope));
  const { call } = definition;
  // Functions go over texts and lists; those that do more than that say so themselves.
  const valueOf = (arg: Evaluate, row: Row, context: Context): unknown => {
    const value = arg(row, context);
    if (typeof value === 'string' || Array.isArray(value)) spendOver(value);
    return value;
  };
  const [one] = args;
  if (args.length === 1 && one !== undefined) return (row, context) => call([valueOf(one, row, context)], context);
  return (row, context) =>
    call(
      args.map((arg) => valueOf(arg, row, context)),
      context,
    );
}

function compileAggregate(e: Call, name: string, scope: Scope): Evaluate {
  const { aggregates: collected, grouped, computed } = scope;
  if (collected === null) {
    throw scope.frame.error('SemanticError', `${e.name}() cannot stand here.`, e.at, 'Aggregate in WITH or RETURN.');
  }
  const count = name.startsWith('percentile') ? 2 : 1;
  if (e.args.length !== (e.star ? 0 : count) || (e.star && name !== 'count')) {
    throw scope.frame.error('SyntaxError', `${e.name}() takes ${count} arguments.`, e.at, 'Check the call.');
  }
  const nested = e.args.find(aggregates);
  if (nested !== undefined) {
    throw scope.frame.error('SemanticError', 'Aggregates cannot be nested.', nested.at, 'Aggregate in a WITH first.');
  }
  const random = e.args.some((arg) => arg.kind === 'call' && arg.name.toLowerCase() === 'rand');
  if (random)
    throw scope.frame.error('SemanticError', 'rand() cannot be aggregated.', e.at, 'Compute it in a WITH first.');
  if (name === 'sum' || name === 'avg') {
    demand(e.args[0]!, scope, ['number', 'duration'], `The argument of ${e.name}()`);
  }
  // Its argument is read from the rows before grouping, where nothing is computed yet.
  scope.aggregates = null;
  scope.grouped = null;
  scope.computed = new Map();
  const args = e.args.map((arg) => compileExpression(arg, scope));
  Object.assign(scope, { aggregates: collected, grouped, computed });
  const slot = scope.frame.slot();
  collected.push({ slot, name, distinct: e.distinct, args });
  return (row) => row[slot];
}
