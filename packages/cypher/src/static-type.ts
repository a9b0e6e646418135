import type { Expression } from './ast.ts';
import type { Scope } from './scope.ts';

/** What is known of a value before the query runs; `any` is nothing, `null` fits everywhere. */
export type StaticType =
  | 'any'
  | 'null'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'number'
  | 'string'
  | 'list'
  | 'map'
  | 'node'
  | 'relationship'
  | 'nodes'
  | 'relationships'
  | 'path'
  | 'temporal'
  | 'duration';

const RESULTS: Readonly<Record<string, StaticType>> = {
  labels: 'list',
  keys: 'list',
  nodes: 'nodes',
  relationships: 'relationships',
  range: 'list',
  split: 'list',
  collect: 'list',
  tail: 'list',
  tointegerlist: 'list',
  tofloatlist: 'list',
  tostringlist: 'list',
  tobooleanlist: 'list',
  type: 'string',
  elementid: 'string',
  tostring: 'string',
  tolower: 'string',
  lower: 'string',
  toupper: 'string',
  upper: 'string',
  trim: 'string',
  ltrim: 'string',
  rtrim: 'string',
  btrim: 'string',
  replace: 'string',
  substring: 'string',
  left: 'string',
  right: 'string',
  valuetype: 'string',
  size: 'integer',
  length: 'integer',
  count: 'integer',
  tointeger: 'integer',
  char_length: 'integer',
  character_length: 'integer',
  timestamp: 'integer',
  sign: 'integer',
  tofloat: 'float',
  sqrt: 'float',
  floor: 'float',
  ceil: 'float',
  round: 'float',
  pi: 'float',
  e: 'float',
  rand: 'float',
  sin: 'float',
  cos: 'float',
  tan: 'float',
  log: 'float',
  exp: 'float',
  exists: 'boolean',
  isempty: 'boolean',
  isnan: 'boolean',
  toboolean: 'boolean',
  startnode: 'node',
  endnode: 'node',
  date: 'temporal',
  time: 'temporal',
  localtime: 'temporal',
  datetime: 'temporal',
  localdatetime: 'temporal',
  duration: 'duration',
};

const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>=', 'IN', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', '=~']);
const LOGIC = new Set(['AND', 'OR', 'XOR']);
const NUMBERS = new Set<StaticType>(['integer', 'float', 'number']);

function literalType(value: unknown): StaticType {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  return typeof value === 'number' ? 'float' : typeof value === 'string' ? 'string' : 'boolean';
}

function arithmetic(operator: string, left: StaticType, right: StaticType): StaticType {
  if (operator === '+') {
    if (isList(left) || isList(right)) return 'list';
    if (left === 'string' || right === 'string') return left === 'any' || right === 'any' ? 'any' : 'string';
  }
  if (!NUMBERS.has(left) || !NUMBERS.has(right)) return 'any';
  if (operator === '^' || left === 'float' || right === 'float') return 'float';
  return left === 'integer' && right === 'integer' ? 'integer' : 'number';
}

const isList = (type: StaticType): boolean => type === 'list' || type === 'nodes' || type === 'relationships';

/** What is known of an expression's value. */
export function staticType(e: Expression, scope: Scope): StaticType {
  switch (e.kind) {
    case 'literal':
      return literalType(e.value);
    case 'variable':
      return scope.names.get(e.name)?.type ?? 'any';
    case 'list':
    case 'comprehension':
    case 'patternComprehension':
      return 'list';
    case 'map':
    case 'projection':
      return 'map';
    case 'pattern':
    case 'quantifier':
    case 'isType':
    case 'hasLabels':
      return 'boolean';
    case 'subquery':
      return e.mode === 'exists' ? 'boolean' : e.mode === 'count' ? 'integer' : 'list';
    case 'unary':
      return e.operator === '-' ? staticType(e.of, scope) : 'boolean';
    case 'binary':
      if (COMPARISONS.has(e.operator) || LOGIC.has(e.operator)) return 'boolean';
      return arithmetic(e.operator, staticType(e.left, scope), staticType(e.right, scope));
    case 'call': {
      const name = e.name.toLowerCase();
      return Object.hasOwn(RESULTS, name) ? RESULTS[name]! : 'any';
    }
    default:
      return 'any';
  }
}

const WORDS: Readonly<Record<StaticType, string>> = {
  any: 'any value',
  null: 'null',
  boolean: 'a truth value',
  integer: 'an integer',
  float: 'a float',
  number: 'a number',
  string: 'a text',
  list: 'a list',
  map: 'a map',
  node: 'a node',
  relationship: 'a relationship',
  nodes: 'a list of nodes',
  relationships: 'a list of relationships',
  path: 'a path',
  temporal: 'a temporal value',
  duration: 'a duration',
};

/** Refuses an expression whose value can never be of one of the types. */
export function demand(e: Expression, scope: Scope, wanted: readonly StaticType[], what: string): void {
  const type = staticType(e, scope);
  if (type === 'any' || type === 'null' || wanted.includes(type)) return;
  if (wanted.includes('list') && isList(type)) return;
  if (wanted.includes('number') && NUMBERS.has(type)) return;
  if (type === 'number' && (wanted.includes('integer') || wanted.includes('float'))) return;
  throw scope.frame.error(
    'TypeError',
    `${what} cannot be ${WORDS[type]}.`,
    e.at,
    `Use ${wanted.map((one) => WORDS[one]).join(' or ')}.`,
  );
}
