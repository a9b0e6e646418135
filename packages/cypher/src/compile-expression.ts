import type { Expression, LabelExpression } from './ast.ts';
import type { Evaluate } from './context.ts';
import { CypherError } from './errors.ts';
import { FUNCTIONS, typeError } from './functions.ts';
import { BINARY, element, negate, property, truth } from './operators.ts';
import { compilePattern, compilePatternComprehension, compileSubquery } from './compile-subquery.ts';
import type { Scope } from './scope.ts';
import { CypherNode, CypherRelationship, equals, fromBigint, isInteger, isMap, toFloat } from './values.ts';

export const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max', 'collect']);

export function labelTest(labels: LabelExpression): (names: readonly string[]) => boolean {
  if (labels.kind === 'label') return (names) => names.includes(labels.name);
  if (labels.kind === 'any') return (names) => names.length > 0;
  if (labels.kind === 'not') {
    const of = labelTest(labels.of);
    return (names) => !of(names);
  }
  const [left, right] = [labelTest(labels.left), labelTest(labels.right)];
  return labels.kind === 'and' ? (names) => left(names) && right(names) : (names) => left(names) || right(names);
}

/** Compiles an expression to a function of the row. */
export function compileExpression(e: Expression, scope: Scope): Evaluate {
  const known = e.kind === 'literal' ? undefined : scope.computed.get(scope.source(e));
  if (known !== undefined) return (row) => row[known];
  switch (e.kind) {
    case 'literal': {
      const value =
        typeof e.value === 'bigint' ? fromBigint(e.value) : typeof e.value === 'number' ? toFloat(e.value) : e.value;
      if (typeof value === 'bigint' && (value >= 2n ** 63n || value < -(2n ** 63n))) {
        throw scope.frame.error('SyntaxError', 'The integer does not fit into 64 bits.', e.at, 'Write it as a float.');
      }
      return () => value;
    }
    case 'variable': {
      const { slot } = scope.find(e.name, e.at);
      return (row) => row[slot] ?? null;
    }
    case 'parameter':
      return (_, { parameters }) => {
        if (!Object.hasOwn(parameters, e.name))
          throw scope.frame.error(
            'ParameterMissing',
            `The parameter $${e.name} is missing.`,
            e.at,
            'Pass it with the query.',
          );
        return parameters[e.name] ?? null;
      };
    case 'property': {
      const of = compileExpression(e.of, scope);
      return (row, context) => property(of(row, context), e.name);
    }
    case 'index': {
      const [of, index] = [compileExpression(e.of, scope), compileExpression(e.index, scope)];
      return (row, context) => element(of(row, context), index(row, context));
    }
    case 'slice':
      return compileSlice(e, scope);
    case 'list': {
      const items = e.items.map((item) => compileExpression(item, scope));
      return (row, context) => items.map((item) => item(row, context));
    }
    case 'map': {
      const entries = e.entries.map(([name, value]) => [name, compileExpression(value, scope)] as const);
      return (row, context) => Object.fromEntries(entries.map(([name, value]) => [name, value(row, context)]));
    }
    case 'unary':
      return compileUnary(e.operator, compileExpression(e.of, scope));
    case 'binary':
      return compileBinary(e, scope);
    case 'hasLabels': {
      const [of, test] = [compileExpression(e.of, scope), labelTest(e.labels)];
      return (row, context) => {
        const value = of(row, context);
        if (value === null) return null;
        if (value instanceof CypherNode) return test(value.labels);
        if (value instanceof CypherRelationship) return test([value.type]);
        throw typeError('a node or relationship', value);
      };
    }
    case 'call':
      return compileCall(e, scope);
    case 'case':
      return compileCase(e, scope);
    case 'comprehension':
    case 'quantifier':
    case 'reduce':
      return compileLoop(e, scope);
    case 'projection':
      return compileProjection(e, scope);
    case 'pattern':
      return compilePattern(e.path, scope);
    case 'patternComprehension':
      return compilePatternComprehension(e, scope);
    case 'subquery':
      return compileSubquery(e.mode, e.query, scope);
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function compileSlice(e: Of<'slice'>, scope: Scope): Evaluate {
  const of = compileExpression(e.of, scope);
  const [from, to] = [e.from, e.to].map((bound) => (bound === null ? null : compileExpression(bound, scope)));
  return (row, context) => {
    const [value, start, end] = [of(row, context), from ? from(row, context) : 0, to ? to(row, context) : undefined];
    if (value === null || start === null || end === null) return null;
    if (!Array.isArray(value)) throw typeError('a list', value);
    if (!isInteger(start)) throw typeError('an integer', start);
    if (end !== undefined && !isInteger(end)) throw typeError('an integer', end);
    return value.slice(Number(start), end === undefined ? undefined : Number(end));
  };
}

function compileUnary(operator: string, of: Evaluate): Evaluate {
  if (operator === 'IS NULL') return (row, context) => of(row, context) === null;
  if (operator === 'IS NOT NULL') return (row, context) => of(row, context) !== null;
  if (operator === '-') return (row, context) => negate(of(row, context));
  return (row, context) => {
    const value = truth(of(row, context));
    return value === null ? null : !value;
  };
}

function compileBinary(e: Of<'binary'>, scope: Scope): Evaluate {
  const [left, right] = [compileExpression(e.left, scope), compileExpression(e.right, scope)];
  if (e.operator === 'AND' || e.operator === 'OR') {
    const decided = e.operator === 'OR';
    return (row, context) => {
      const a = truth(left(row, context));
      if (a === decided) return decided;
      const b = truth(right(row, context));
      return b === decided ? decided : a === null || b === null ? null : !decided;
    };
  }
  const apply = BINARY[e.operator];
  if (apply === undefined)
    throw scope.frame.error('Unsupported', `The operator ${e.operator} is not supported.`, e.at, 'Use * instead.');
  return (row, context) => apply(left(row, context), right(row, context));
}

function compileCall(e: Of<'call'>, scope: Scope): Evaluate {
  const name = e.name.toLowerCase();
  if (AGGREGATES.has(name)) {
    const { aggregates, grouped } = scope;
    if (aggregates === null)
      throw scope.frame.error('SemanticError', `${e.name}() cannot stand here.`, e.at, 'Aggregate in WITH or RETURN.');
    if (e.args.length !== (e.star ? 0 : 1) || (e.star && name !== 'count'))
      throw scope.frame.error('SyntaxError', `${e.name}() takes one argument.`, e.at, 'Check the call.');
    scope.aggregates = null;
    scope.grouped = null;
    const { computed } = scope;
    scope.computed = new Map();
    const args = e.args.map((arg) => compileExpression(arg, scope));
    Object.assign(scope, { aggregates, grouped, computed });
    const slot = scope.frame.slot();
    aggregates.push({ slot, name, distinct: e.distinct, args });
    return (row) => row[slot];
  }
  const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (definition === undefined || e.distinct || e.star) {
    throw scope.frame.error(
      'Unsupported',
      `The function ${e.name}() is not known.`,
      e.at,
      'Check its spelling in the list of functions.',
    );
  }
  if (e.args.length < definition.min || e.args.length > definition.max) {
    throw scope.frame.error(
      'SyntaxError',
      `${e.name}() takes ${definition.min} to ${definition.max} arguments.`,
      e.at,
      'Check the call.',
    );
  }
  const args = e.args.map((arg) => compileExpression(arg, scope));
  return (row, context) =>
    definition.call(
      args.map((arg) => arg(row, context)),
      context.graph,
    );
}

function compileCase(e: Of<'case'>, scope: Scope): Evaluate {
  const subject = e.subject === null ? null : compileExpression(e.subject, scope);
  const branches = e.branches.map(
    ([tests, result]) =>
      [tests.map((test) => compileExpression(test, scope)), compileExpression(result, scope)] as const,
  );
  const otherwise = e.otherwise === null ? null : compileExpression(e.otherwise, scope);
  return (row, context) => {
    const value = subject === null ? true : subject(row, context);
    for (const [tests, result] of branches) {
      if (tests.some((test) => equals(value, test(row, context)) === true)) return result(row, context);
    }
    return otherwise === null ? null : otherwise(row, context);
  };
}

function compileLoop(e: Of<'comprehension' | 'quantifier' | 'reduce'>, scope: Scope): Evaluate {
  const list = compileExpression(e.list, scope);
  const inner = scope.child();
  const start = e.kind === 'reduce' ? compileExpression(e.start, scope) : null;
  const sum = e.kind === 'reduce' ? inner.local(e.accumulator, 'value').slot : 0;
  const { slot } = inner.local(e.variable, 'value');
  const compile = (of: Expression | null): Evaluate | null => (of === null ? null : compileExpression(of, inner));
  const where = e.kind === 'reduce' ? null : compile(e.where);
  const map = e.kind === 'comprehension' ? compile(e.map) : e.kind === 'reduce' ? compile(e.step) : null;
  return (row, context) => {
    const items = list(row, context);
    if (items === null) return null;
    if (!Array.isArray(items)) throw typeError('a list', items);
    const results: unknown[] = [];
    if (start !== null) row[sum] = start(row, context);
    for (const item of items) {
      context.tick();
      row[slot] = item;
      if (e.kind === 'reduce') row[sum] = map!(row, context);
      else if (e.kind === 'quantifier') results.push(truth(where!(row, context)));
      else if (where === null || truth(where(row, context)) === true)
        results.push(map === null ? item : map(row, context));
    }
    return e.kind === 'reduce' ? row[sum] : e.kind === 'quantifier' ? quantify(e.mode, results) : results;
  };
}

function quantify(mode: string, results: readonly unknown[]): boolean | null {
  const unknown = results.includes(null);
  const yes = results.filter((result) => result === true).length;
  if (mode === 'ALL') return results.includes(false) ? false : unknown ? null : true;
  if (mode === 'SINGLE') return yes > 1 ? false : unknown ? null : yes === 1;
  const any = yes > 0 ? true : unknown ? null : false;
  return mode === 'ANY' ? any : any === null ? null : !any;
}

function compileProjection(e: Of<'projection'>, scope: Scope): Evaluate {
  const of = compileExpression(e.of, scope);
  const items = e.items.map((item) => ({
    item,
    value: item.kind === 'entry' ? compileExpression(item.value, scope) : null,
  }));
  return (row, context) => {
    const value = of(row, context);
    if (value === null) return null;
    const result: Record<string, unknown> = {};
    for (const { item, value: entry } of items) {
      if (item.kind === 'all') Object.assign(result, isMap(value) ? value : (value as CypherNode).properties);
      else result[item.name] = entry === null ? property(value, item.name) : entry(row, context);
    }
    return result;
  };
}

/** SKIP and LIMIT: a whole number that no row decides. */
export function compileCount(e: Expression, scope: Scope): Evaluate {
  const evaluate = compileExpression(e, scope);
  return (row, context) => {
    const value = evaluate(row, context);
    if (isInteger(value) && value >= 0) return Number(value);
    throw new CypherError(
      'ArgumentError',
      'SKIP and LIMIT need an integer that is not negative.',
      null,
      'Write LIMIT 10.',
    );
  };
}
