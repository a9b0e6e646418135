import type { Request } from 'express';
import { AttestError } from '@attest/model';

const hint = 'Search for it: GET /api/v1/search?q=...';

/** The value, or the typed error that there is none. */
export function found<Value>(value: Value | null | undefined, what: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new AttestError('not-found', `there is no ${what.slice(0, 200)}`, hint);
}

/** A text of the query string, empty when it is missing. */
export const textIn = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === 'string' ? value.slice(0, 1_000) : '';
};

/** A whole number of the query string between 0 and `most`. Throws `invalid-input` for anything else. */
export function numberIn(request: Request, name: string, otherwise: number, most: number): number {
  const text = textIn(request, name);
  if (text === '') return otherwise;
  const value = Number(text);
  if (/^\d+$/u.test(text) && value <= most) return value;
  throw new AttestError('invalid-input', `${name} is no number from 0 to ${most}`, `Leave it out for ${otherwise}.`);
}
