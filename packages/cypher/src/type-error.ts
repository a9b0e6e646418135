import { CypherError } from './errors.ts';
import { EdgeRef, isMap, isNumber, NodeRef, PathRef } from './values.ts';

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (isNumber(value)) return 'a number';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'a truth value';
  if (Array.isArray(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (value instanceof NodeRef) return 'a node';
  if (value instanceof EdgeRef) return 'a relationship';
  return value instanceof PathRef ? 'a path' : 'a temporal value';
}

/** The error for a value of the wrong kind. */
export function typeError(wanted: string, got: unknown): CypherError {
  return new CypherError(
    'TypeError',
    `Expected ${wanted}, but got ${describe(got)}.`,
    null,
    'Convert the value or filter it out before.',
  );
}
