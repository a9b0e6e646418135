import { CypherError } from './error.ts';
import { callFunction } from './functions.ts';
import type { Expression } from './syntax.ts';
import { compare, CypherDate, equals, isNode, isRelationship, type Value } from './values.ts';

export type Row = Readonly<Record<string, Value>>;
export type Parameters = Readonly<Record<string, unknown>>;

const fail = (message: string): never => {
  throw new CypherError('type', message, null, 'Check the types of the values.');
};

function property(of: Value, key: string): Value {
  if (of === null) return null;
  if (isNode(of) || isRelationship(of)) return Object.hasOwn(of.properties, key) ? (of.properties[key] ?? null) : null;
  if (of instanceof CypherDate && (key === 'year' || key === 'month' || key === 'day')) return of[key];
  return fail(`.${key} is asked of a value that has no properties`);
}

function logical(operator: string, left: Value, right: Value): boolean | null {
  for (const side of [left, right]) if (side !== null && typeof side !== 'boolean') fail(`${operator} needs true or false`);
  const [a, b] = [left as boolean | null, right as boolean | null];
  if (operator === 'AND') return a === false || b === false ? false : a === null || b === null ? null : true;
  if (operator === 'OR') return a === true || b === true ? true : a === null || b === null ? null : false;
  return a === null || b === null ? null : a !== b;
}

function arithmetic(operator: string, left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  if (operator === '+' && Array.isArray(left) && Array.isArray(right)) return [...(left as readonly Value[]), ...(right as readonly Value[])];
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right;
  if (typeof left !== 'number' || typeof right !== 'number') return fail(`${operator} needs two numbers`);
  const whole = Number.isInteger(left) && Number.isInteger(right);
  if (whole && right === 0 && (operator === '/' || operator === '%')) return fail('division by zero');
  // A float that is whole looks like an integer here, and the two divide differently: what would differ is refused.
  if (whole && operator === '/' && left % right !== 0) return fail('whole numbers that do not divide evenly are not divided');
  const result = { '+': left + right, '-': left - right, '*': left * right, '/': left / right, '%': left % right }[operator] ?? Number.NaN;
  if (whole && !Number.isSafeInteger(result)) return fail('the result is too large a whole number');
  return result === 0 ? 0 : result;
}

function textTest(operator: string, left: Value, right: Value): boolean | null {
  if (typeof left !== 'string' || typeof right !== 'string') return null;
  if (operator === 'STARTS WITH') return left.startsWith(right);
  return operator === 'ENDS WITH' ? left.endsWith(right) : left.includes(right);
}

function membership(left: Value, right: Value): boolean | null {
  if (right === null) return null;
  if (!Array.isArray(right)) return fail('IN needs a list');
  const tests = (right as readonly Value[]).map((item) => equals(left, item));
  return tests.includes(true) ? true : tests.includes(null) ? null : false;
}

function binary(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case 'AND':
    case 'OR':
    case 'XOR':
      return logical(operator, left, right);
    case '=':
      return equals(left, right);
    case '<>': {
      const same = equals(left, right);
      return same === null ? null : !same;
    }
    case '<':
    case '>':
    case '<=':
    case '>=': {
      const order = left === null || right === null ? null : compare(left, right);
      if (order === null) return null;
      return operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
    }
    case 'IN':
      return membership(left, right);
    case 'STARTS WITH':
    case 'ENDS WITH':
    case 'CONTAINS':
      return textTest(operator, left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

/** A parameter as a value of the language. */
function parameter(value: unknown, name: string): Value {
  if (value === null || value instanceof CypherDate) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((one) => parameter(one, name));
  return fail(`the parameter ${name} has a value that is not read`);
}

/** The value of an expression on one row. Aggregates are folded elsewhere. */
export function evaluate(of: Expression, row: Row, parameters: Parameters): Value {
  switch (of.kind) {
    case 'literal':
      return of.value;
    case 'parameter':
      if (!Object.hasOwn(parameters, of.name)) throw new CypherError('semantic', `the parameter ${of.name} is missing`, null, 'Send it in parameters.');
      return parameter(parameters[of.name], of.name);
    case 'variable':
      return row[of.name] ?? null;
    case 'property':
      return property(evaluate(of.of, row, parameters), of.key);
    case 'hasLabel': {
      const node = evaluate(of.of, row, parameters);
      if (node === null) return null;
      return isNode(node) ? of.labels.every((label) => node.labels.includes(label)) : fail('a label is asked of what is no node');
    }
    case 'list':
      return of.items.map((item) => evaluate(item, row, parameters));
    case 'unary': {
      const value = evaluate(of.of, row, parameters);
      if (of.operator === 'IS NULL') return value === null;
      if (of.operator === 'IS NOT NULL') return value !== null;
      if (value === null) return null;
      if (of.operator === '-') return typeof value === 'number' ? -value : fail('- needs a number');
      return typeof value === 'boolean' ? !value : fail('NOT needs true or false');
    }
    case 'binary':
      return binary(of.operator, evaluate(of.left, row, parameters), evaluate(of.right, row, parameters));
    case 'call':
      return callFunction(of.name, of.of.map((one) => evaluate(one, row, parameters)));
  }
}
