import { makeList, spend } from '../limits.ts';
import { argumentError, NUMBER, numeric, strict, text, whole } from './definition.ts';
import type { Definition } from './definition.ts';
import { asNumber, isInteger, isNumber, toFloat } from '../values.ts';

const onFloat = (call: (value: number) => number): Definition =>
  strict(1, 1, NUMBER, ([value]) => toFloat(call(numeric(value))));

function absolute([value]: readonly unknown[]): unknown {
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  return isInteger(value) ? Math.abs(Number(value)) : toFloat(Math.abs(numeric(value)));
}

const MODES: Readonly<Record<string, (value: number) => number>> = {
  UP: (value) => Math.sign(value) * Math.ceil(Math.abs(value)),
  DOWN: Math.trunc,
  CEILING: Math.ceil,
  FLOOR: Math.floor,
  HALF_UP: (value) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5),
  HALF_DOWN: (value) => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5),
  HALF_EVEN: (value) => {
    const low = Math.floor(value);
    const rest = value - low;
    return rest > 0.5 || (rest === 0.5 && low % 2 !== 0) ? low + 1 : low;
  },
};

/** Without decimals half is rounded up; with some, by the mode, which is HALF_UP (away from zero) by default. */
function round([value, decimals, mode]: readonly unknown[]): unknown {
  const number = numeric(value);
  const places = decimals === undefined ? 0 : whole(decimals);
  if (places < 0 || places > 15) throw argumentError('round() takes 0 to 15 decimals.', 'Write round(x, 2).');
  if (!Number.isFinite(number)) return toFloat(number);
  if (places === 0 && mode === undefined) return toFloat(Math.floor(number + 0.5));
  const name = mode === undefined ? 'HALF_UP' : text(mode).toUpperCase();
  const call = Object.hasOwn(MODES, name) ? MODES[name] : undefined;
  if (call === undefined)
    throw argumentError(`${name} is no mode of rounding.`, 'Use UP, DOWN, HALF_UP, HALF_EVEN ...');
  // By its decimal digits: 1.005 is meant, not the binary number just below it.
  const scaled = call(Number(`${shortest(number)}e${places}`));
  return toFloat(Number(`${scaled}e${-places}`));
}

const shortest = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
};

/** So many values are made between two looks at the clock. */
const CHUNK = 4096;

function range([from, to, step = 1]: readonly unknown[]): number[] {
  const [first, last, by] = [whole(from), whole(to), whole(step)];
  if (by === 0) throw argumentError('range() needs a step other than 0.', 'Use 1.');
  const count = Math.max(0, Math.floor((last - first) / by) + 1);
  makeList(count);
  const values: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % CHUNK === 0) spend(CHUNK >> 2);
    values.push(first + index * by);
  }
  return values;
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, Definition>> = {
  abs: strict(1, 1, NUMBER, absolute),
  sign: strict(1, 1, NUMBER, ([value]) => Math.sign(numeric(value)) + 0),
  floor: onFloat(Math.floor),
  ceil: onFloat(Math.ceil),
  sqrt: onFloat(Math.sqrt),
  round: strict(1, 3, [['number'], ['integer'], ['string']], round),
  isnan: strict(1, 1, NUMBER, ([value]) => isNumber(value) && Number.isNaN(asNumber(value))),
  pi: strict(0, 0, [], () => Math.PI),
  e: strict(0, 0, [], () => Math.E),
  rand: strict(0, 0, [], (_, context) => toFloat(context.random())),
  range: strict(2, 3, [['integer']], range),
};
