import type { Expression, Span } from './ast.ts';
import { equals } from './compare.ts';
import { compileCall } from './compile-call.ts';
import { compileComprehension, compileQuantifier, compileReduce } from './compile-loop.ts';
import { compilePattern, compilePatternComprehension, compileSubquery } from './compile-subquery.ts';
import { compileRegex } from './compile-regex.ts';
import type { Evaluate } from './context.ts';
import { labelTest } from './labels.ts';
import { makeList, spend } from './limits.ts';
import { BINARY, element, negate, property, truth } from './operators.ts';
import type { Scope } from './scope.ts';
import { demand, staticType } from './static-type.ts';
import type { StaticType } from './static-type.ts';
import { CypherDate } from './temporal.ts';
import { typeError } from './type-error.ts';
import { EdgeRef, fromBigint, isInteger, isMap, NodeRef, toFloat } from './values.ts';
import { isOfType } from './value-type.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/** Compiles a condition, where also a pattern may stand. */
export function compilePredicate(e: Expression, scope: Scope): Evaluate {
  if (e.kind === 'pattern') return compilePattern(e.path, scope);
  demand(e, scope, ['boolean'], 'A condition');
  return compileExpression(e, scope);
}

/** Compiles an expression to a function of the row. */
export function compileExpression(e: Expression, scope: Scope): Evaluate {
  spend(1);
  const known = scope.known(e);
  if (known !== null) return (row) => row[known];
  switch (e.kind) {
    case 'literal':
      return compileLiteral(e, scope);
    case 'variable': {
      const { slot } = scope.find(e.name, e.at);
      return (row) => row[slot];
    }
    case 'parameter':
      return compileParameter(e, scope);
    case 'property':
      return compileProperty(e, scope);
    case 'index':
      return compileIndex(e, scope);
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
      return compileUnary(e, scope);
    case 'binary':
      return compileBinary(e, scope);
    case 'isType': {
      const of = compileExpression(e.of, scope);
      return (row, context) => isOfType(of(row, context), e.type) !== e.negated;
    }
    case 'hasLabels':
      return compileLabels(e, scope);
    case 'call':
      return compileCall(e, scope);
    case 'case':
      return compileCase(e, scope);
    case 'comprehension':
      return compileComprehension(e, scope);
    case 'quantifier':
      return compileQuantifier(e, scope);
    case 'reduce':
      return compileReduce(e, scope);
    case 'projection':
      return compileMapProjection(e, scope);
    case 'pattern':
      throw scope.frame.error(
        'SemanticError',
        'A pattern can only stand where a condition is asked for.',
        e.at,
        'Use EXISTS { ... }, COUNT { ... } or a pattern comprehension.',
      );
    case 'patternComprehension':
      return compilePatternComprehension(e, scope);
    case 'subquery':
      return compileSubquery(e.mode, e.query, scope);
  }
}

function compileLiteral(e: Of<'literal'>, scope: Scope): Evaluate {
  if (typeof e.value === 'bigint' && (e.value >= 2n ** 63n || e.value < -(2n ** 63n))) {
    throw scope.frame.error('SyntaxError', 'The integer does not fit into 64 bits.', e.at, 'Write it as a float.');
  }
  if (typeof e.value === 'number' && !Number.isFinite(e.value) && /\d/.test(scope.frame.text.slice(e.at, e.end))) {
    throw scope.frame.error('SyntaxError', 'The float is too large.', e.at, 'Write Infinity if you mean it.');
  }
  const value =
    typeof e.value === 'bigint' ? fromBigint(e.value) : typeof e.value === 'number' ? toFloat(e.value) : e.value;
  return () => value;
}

function compileParameter(e: Span & { readonly name: string }, scope: Scope): Evaluate {
  return (_, { parameters }) => {
    if (Object.hasOwn(parameters, e.name)) return parameters[e.name] ?? null;
    throw scope.frame.error(
      'ParameterMissing',
      `The parameter $${e.name} is missing.`,
      e.at,
      'Pass it with the query.',
    );
  };
}

const WITH_PROPERTIES: readonly StaticType[] = ['node', 'relationship', 'map', 'temporal', 'duration'];

function compileProperty(e: Of<'property'>, scope: Scope): Evaluate {
  demand(e.of, scope, WITH_PROPERTIES, `What has a property ${e.name}`);
  const { name } = e;
  const known = e.of.kind === 'variable' ? scope.known(e.of) : null;
  if (e.of.kind === 'variable' && known === null) {
    const { slot } = scope.find(e.of.name, e.of.at);
    return (row) => {
      const of = row[slot];
      return of instanceof NodeRef || of instanceof EdgeRef ? of.get(name) : property(of, name);
    };
  }
  const of = compileExpression(e.of, scope);
  if (name === 'year' || name === 'month' || name === 'day') {
    return (row, context) => {
      const value = of(row, context);
      return value instanceof CypherDate ? value[name] : property(value, name);
    };
  }
  return (row, context) => property(of(row, context), name);
}

function compileIndex(e: Of<'index'>, scope: Scope): Evaluate {
  const type = staticType(e.of, scope);
  demand(e.of, scope, ['list', 'map', 'node', 'relationship', 'temporal', 'duration'], 'What has an index');
  if (type === 'list' || type === 'nodes' || type === 'relationships') demand(e.index, scope, ['integer'], 'An index');
  if (type === 'map' || type === 'node' || type === 'relationship') demand(e.index, scope, ['string'], 'A key');
  const [of, index] = [compileExpression(e.of, scope), compileExpression(e.index, scope)];
  return (row, context) => element(of(row, context), index(row, context));
}

function compileSlice(e: Of<'slice'>, scope: Scope): Evaluate {
  demand(e.of, scope, ['list'], 'What has a range');
  const of = compileExpression(e.of, scope);
  const [from, to] = [e.from, e.to].map((bound) => (bound === null ? null : compileExpression(bound, scope)));
  return (row, context) => {
    const [value, start, end] = [of(row, context), from ? from(row, context) : 0, to ? to(row, context) : undefined];
    if (value === null || start === null || end === null) return null;
    if (!Array.isArray(value)) throw typeError('a list', value);
    if (!isInteger(start)) throw typeError('an integer', start);
    if (end !== undefined && !isInteger(end)) throw typeError('an integer', end);
    makeList(value.length);
    return value.slice(Number(start), end === undefined ? undefined : Number(end));
  };
}

function compileUnary(e: Of<'unary'>, scope: Scope): Evaluate {
  if (e.operator === 'NOT') {
    const of = compilePredicate(e.of, scope);
    return (row, context) => {
      const value = truth(of(row, context));
      return value === null ? null : !value;
    };
  }
  if (e.operator === '-') demand(e.of, scope, ['number'], 'What is negated');
  const of = compileExpression(e.of, scope);
  if (e.operator === 'IS NULL') return (row, context) => of(row, context) === null;
  if (e.operator === 'IS NOT NULL') return (row, context) => of(row, context) !== null;
  return (row, context) => negate(of(row, context));
}

const CALCULATED: readonly StaticType[] = ['number', 'temporal', 'duration'];

function compileBinary(e: Of<'binary'>, scope: Scope): Evaluate {
  const { operator } = e;
  if (operator === 'AND' || operator === 'OR' || operator === 'XOR') return compileLogic(e, scope);
  if (['-', '*', '/', '%', '^'].includes(operator)) {
    demand(e.left, scope, CALCULATED, `The left side of ${operator}`);
    demand(e.right, scope, CALCULATED, `The right side of ${operator}`);
  }
  if (operator === '+') checkSum(e, scope);
  if (operator === 'IN') demand(e.right, scope, ['list'], 'The right side of IN');
  const [left, right] = [compileExpression(e.left, scope), compileExpression(e.right, scope)];
  if (operator === '=') return (row, context) => equals(left(row, context), right(row, context));
  if (operator === '=~') {
    const fits = compileRegex(e.right, scope);
    return (row, context) => fits(left(row, context), right(row, context), context);
  }
  const apply = Object.hasOwn(BINARY, operator) ? BINARY[operator] : undefined;
  if (apply === undefined)
    throw scope.frame.error('Unsupported', `The operator ${operator} is not supported.`, e.at, 'Use another one.');
  return (row, context) => apply(left(row, context), right(row, context));
}

/** What can be added to a list is anything; else texts, numbers and temporal values. */
function checkSum({ left, right }: Of<'binary'>, scope: Scope): void {
  const isOpen = (side: Expression): boolean =>
    ['any', 'list', 'nodes', 'relationships'].includes(staticType(side, scope));
  if (isOpen(left) || isOpen(right)) return;
  const text = staticType(left, scope) === 'string' || staticType(right, scope) === 'string';
  const wanted: readonly StaticType[] = text ? ['string', 'number'] : CALCULATED;
  for (const side of [left, right]) demand(side, scope, wanted, 'What is added');
}

function compileLogic(e: Of<'binary'>, scope: Scope): Evaluate {
  const [left, right] = [compilePredicate(e.left, scope), compilePredicate(e.right, scope)];
  if (e.operator === 'XOR') return (row, context) => BINARY['XOR']!(left(row, context), right(row, context));
  const decided = e.operator === 'OR';
  return (row, context) => {
    const a = truth(left(row, context));
    if (a === decided) return decided;
    const b = truth(right(row, context));
    return b === decided ? decided : a === null || b === null ? null : !decided;
  };
}

function compileLabels(e: Of<'hasLabels'>, scope: Scope): Evaluate {
  demand(e.of, scope, ['node', 'relationship'], 'What has labels');
  const [of, test] = [compileExpression(e.of, scope), labelTest(e.labels)];
  return (row, context) => {
    const value = of(row, context);
    if (value === null) return null;
    if (value instanceof NodeRef) return test(value.labels);
    if (value instanceof EdgeRef) return test([value.type]);
    throw typeError('a node or relationship', value);
  };
}

function compileCase(e: Of<'case'>, scope: Scope): Evaluate {
  const subject = e.subject === null ? null : compileExpression(e.subject, scope);
  const branches = e.branches.map(({ tests, result }) => ({
    tests: tests.map(({ operator, value }) => ({
      operator,
      apply: operator === '=~' ? compileRegex(value, scope) : operator === null ? equals : (BINARY[operator] ?? null),
      value: subject === null ? compilePredicate(value, scope) : compileExpression(value, scope),
    })),
    result: compileExpression(result, scope),
  }));
  const otherwise = e.otherwise === null ? null : compileExpression(e.otherwise, scope);
  return (row, context) => {
    const value = subject === null ? true : subject(row, context);
    for (const { tests, result } of branches) {
      const fits = tests.some(({ operator, apply, value: other }) => {
        if (apply !== null) return apply(value, other(row, context), context) === true;
        return (value === null) === (operator === 'IS NULL');
      });
      if (fits) return result(row, context);
    }
    return otherwise === null ? null : otherwise(row, context);
  };
}

function compileMapProjection(e: Of<'projection'>, scope: Scope): Evaluate {
  demand(e.of, scope, ['node', 'relationship', 'map'], 'A map projection');
  const of = compileExpression(e.of, scope);
  const items = e.items.map((item) => ({
    item,
    value: item.kind === 'entry' ? compileExpression(item.value, scope) : null,
  }));
  return (row, context) => {
    const value = of(row, context);
    if (value === null) return null;
    if (!(value instanceof NodeRef) && !(value instanceof EdgeRef) && !isMap(value)) {
      throw typeError('a node, relationship or map', value);
    }
    const result = new Map<string, unknown>();
    for (const { item, value: entry } of items) {
      if (item.kind !== 'all') result.set(item.name, entry === null ? property(value, item.name) : entry(row, context));
      else for (const [key, one] of Object.entries(isMap(value) ? value : value.properties)) result.set(key, one);
    }
    return Object.fromEntries(result);
  };
}
