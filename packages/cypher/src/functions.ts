import { CypherError } from './errors.ts';
import { CypherDate } from './temporal.ts';
import {
  asNumber,
  CypherNode,
  CypherPath,
  CypherRelationship,
  fromBigint,
  isInteger,
  isMap,
  isNumber,
  toFloat,
  WholeFloat,
} from './values.ts';
import type { PropertyGraph } from './graph.ts';

type Fn = (args: readonly unknown[], graph: PropertyGraph) => unknown;
interface Definition {
  readonly min: number;
  readonly max: number;
  readonly call: Fn;
}

export function typeError(wanted: string, got: unknown): CypherError {
  return new CypherError(
    'TypeError',
    `Expected ${wanted}, but got ${describe(got)}.`,
    null,
    'Convert the value or filter it out before.',
  );
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (isNumber(value)) return 'a number';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'a truth value';
  return Array.isArray(value)
    ? 'a list'
    : isMap(value)
      ? 'a map'
      : `a ${(value as object).constructor.name.replace('Cypher', '').toLowerCase()}`;
}

const strict = (min: number, max: number, call: Fn): Definition => ({
  min,
  max,
  call: (args, graph) => (args.includes(null) ? null : call(args, graph)),
});
const text = (value: unknown): string => {
  if (typeof value !== 'string') throw typeError('a text', value);
  return value;
};
const whole = (value: unknown): number => {
  if (!isInteger(value)) throw typeError('an integer', value);
  return Number(value);
};
const numeric = (value: unknown): number => {
  if (!isNumber(value)) throw typeError('a number', value);
  return asNumber(value);
};
const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw typeError('a list', value);
  return value;
};
const path = (value: unknown): CypherPath => {
  if (!(value instanceof CypherPath)) throw typeError('a path', value);
  return value;
};
const relationship = (value: unknown): CypherRelationship => {
  if (!(value instanceof CypherRelationship)) throw typeError('a relationship', value);
  return value;
};
const onText = (call: (value: string) => unknown): Definition => strict(1, 1, ([value]) => call(text(value)));
const onFloat = (call: (value: number) => number): Definition =>
  strict(1, 1, ([value]) => toFloat(call(numeric(value))));

function size(value: unknown): number {
  if (typeof value === 'string') return Array.from(value).length;
  return list(value).length;
}

function toInteger(value: unknown): unknown {
  if (isInteger(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  if (isNumber(value)) return Number.isFinite(asNumber(value)) ? fromBigint(BigInt(Math.trunc(asNumber(value)))) : null;
  const trimmed = text(value).trim();
  if (/^[+-]?\d+$/.test(trimmed)) return fromBigint(BigInt(trimmed.replace('+', '')));
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed) ? Math.trunc(Number(trimmed)) : null;
}

/** The text of a value; null for what has none. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof WholeFloat) return `${Object.is(value.value, -0) ? '-0' : value.value}.0`;
  if (isInteger(value) || typeof value === 'boolean' || value instanceof CypherDate) return String(value);
  if (typeof value === 'number')
    return String(value)
      .replace(/^(-?\d+)e\+?/, '$1.0E')
      .replace(/e\+?/, 'E');
  throw typeError('a text, number, truth value or date', value);
}

function range([from, to, step = 1]: readonly unknown[]): unknown {
  const [first, last, by] = [whole(from), whole(to), whole(step)];
  if (by === 0) throw new CypherError('ArgumentError', 'range() needs a step other than 0.', null, 'Use 1.');
  const count = Math.max(0, Math.floor((last - first) / by) + 1);
  if (count > 1_000_000)
    throw new CypherError('MemoryExceeded', 'range() makes more than a million values.', null, 'Use a smaller range.');
  return Array.from({ length: count }, (_, index) => first + index * by);
}

function substring([value, from, count]: readonly unknown[]): unknown {
  const points = Array.from(text(value));
  const start = whole(from);
  const length = count === undefined ? points.length : whole(count);
  if (start < 0 || length < 0)
    throw new CypherError('ArgumentError', 'substring() needs numbers that are not negative.', null, 'Count from 0.');
  return points.slice(start, start + length).join('');
}

function properties(value: unknown): unknown {
  if (value instanceof CypherNode || value instanceof CypherRelationship) {
    return Object.fromEntries(Object.entries(value.properties).filter(([, item]) => item !== null));
  }
  if (isMap(value)) return value;
  throw typeError('a node, relationship or map', value);
}

function date([value]: readonly unknown[]): unknown {
  try {
    if (value instanceof CypherDate) return value;
    if (isMap(value)) {
      const known = Object.keys(value).every((key) => key === 'year' || key === 'month' || key === 'day');
      if (!known || value['year'] === undefined) throw new RangeError('date() reads year, month and day.');
      return new CypherDate(whole(value['year']), whole(value['month'] ?? 1), whole(value['day'] ?? 1));
    }
    return CypherDate.parse(text(value));
  } catch (error) {
    if (error instanceof RangeError)
      throw new CypherError('ArgumentError', error.message, null, "Write date('2025-02-01').");
    throw error;
  }
}

function absolute([value]: readonly unknown[]): unknown {
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  return isInteger(value) ? Math.abs(Number(value)) : toFloat(Math.abs(numeric(value)));
}

/** Half away from zero, to some decimals. */
function round([value, decimals = 0]: readonly unknown[]): unknown {
  const number = numeric(value);
  const places = whole(decimals);
  if (places === 0) return toFloat(Math.floor(number + 0.5));
  const scaled = Number(`${Math.abs(number)}e${places}`);
  return toFloat(Math.sign(number) * Number(`${Math.round(scaled)}e${-places}`));
}

export const FUNCTIONS: Readonly<Record<string, Definition>> = {
  id: strict(1, 1, ([value]) => elementId(value)),
  elementid: strict(1, 1, ([value]) => elementId(value)),
  labels: strict(1, 1, ([value]) => {
    if (!(value instanceof CypherNode)) throw typeError('a node', value);
    return value.labels;
  }),
  type: strict(1, 1, ([value]) => relationship(value).type),
  startnode: strict(1, 1, ([value], graph) => graph.node(relationship(value).from)),
  endnode: strict(1, 1, ([value], graph) => graph.node(relationship(value).to)),
  properties: strict(1, 1, ([value]) => properties(value)),
  keys: strict(1, 1, ([value]) => Object.keys(properties(value) as object)),
  nodes: strict(1, 1, ([value]) => path(value).nodes),
  relationships: strict(1, 1, ([value]) => path(value).relationships),
  length: strict(1, 1, ([value]) => path(value).relationships.length),
  size: strict(1, 1, ([value]) => size(value)),
  head: strict(1, 1, ([value]) => list(value)[0] ?? null),
  last: strict(1, 1, ([value]) => list(value).at(-1) ?? null),
  tail: strict(1, 1, ([value]) => list(value).slice(1)),
  reverse: strict(1, 1, ([value]) =>
    typeof value === 'string' ? Array.from(value).reverse().join('') : [...list(value)].reverse(),
  ),
  range: strict(2, 3, range),
  coalesce: { min: 1, max: 99, call: (args) => args.find((value) => value !== null) ?? null },
  tolower: onText((value) => value.toLowerCase()),
  lower: onText((value) => value.toLowerCase()),
  toupper: onText((value) => value.toUpperCase()),
  upper: onText((value) => value.toUpperCase()),
  trim: onText((value) => value.trim()),
  ltrim: onText((value) => value.trimStart()),
  rtrim: onText((value) => value.trimEnd()),
  split: strict(2, 2, ([value, by]) => text(value).split(text(by))),
  replace: strict(3, 3, ([value, from, to]) =>
    from === '' ? text(value) : text(value).replaceAll(text(from), () => text(to)),
  ),
  substring: strict(2, 3, substring),
  left: strict(2, 2, ([value, count]) => substring([value, 0, count])),
  right: strict(2, 2, ([value, count]) =>
    Array.from(text(value))
      .slice(Math.max(0, size(value) - whole(count)))
      .join(''),
  ),
  tostring: strict(1, 1, ([value]) => toText(value)),
  tointeger: strict(1, 1, ([value]) => toInteger(value)),
  tofloat: strict(1, 1, ([value]) => {
    if (isNumber(value)) return toFloat(asNumber(value));
    const trimmed = text(value).trim();
    return trimmed === '' || Number.isNaN(Number(trimmed)) ? null : toFloat(Number(trimmed));
  }),
  toboolean: strict(1, 1, ([value]) => {
    if (typeof value === 'boolean') return value;
    const lower = text(value).trim().toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : null;
  }),
  date: strict(1, 1, date),
  abs: strict(1, 1, absolute),
  sign: strict(1, 1, ([value]) => Math.sign(numeric(value)) + 0),
  floor: onFloat(Math.floor),
  ceil: onFloat(Math.ceil),
  sqrt: onFloat(Math.sqrt),
  round: strict(1, 2, round),
  isempty: strict(1, 1, ([value]) => (isMap(value) ? Object.keys(value).length === 0 : size(value) === 0)),
};

function elementId(value: unknown): string {
  if (value instanceof CypherNode || value instanceof CypherRelationship) return value.id;
  throw typeError('a node or relationship', value);
}
