import type { RequestHandler } from 'express';
import { AttestError } from '@attest/model';

/** Name or address of a Host header, without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/u, '').toLowerCase();

/**
 * Answers only who asks for this machine by one of its names, and takes changes only from its own pages: otherwise any web
 * site that a person visits could read a local instance (by a name that resolves to 127.0.0.1) or add documents to it.
 */
export function sameSite(names: readonly string[]): RequestHandler {
  const known = new Set(['127.0.0.1', 'localhost', '[::1]', ...names.map((name) => name.toLowerCase())]);
  return (request, _response, next) => {
    const { host = '', origin } = request.headers;
    if (!known.has(nameOf(host))) {
      throw new AttestError('forbidden', 'the request is for another host', 'Use the address that the server printed.');
    }
    const own = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
    if (request.method !== 'GET' && request.method !== 'HEAD' && !own) {
      throw new AttestError(
        'forbidden',
        'the request comes from a page of another site',
        'Send it from the explorer, or from a program.',
      );
    }
    next();
  };
}
