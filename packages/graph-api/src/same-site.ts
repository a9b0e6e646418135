import type { RequestHandler } from 'express';
import { AttestError } from '@attest/model';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u;

/**
 * Answers only who asks for this machine by name, and takes changes only from its own pages: otherwise any web site that a
 * person visits could read a local instance (by a name that resolves to 127.0.0.1) or add documents to it.
 */
export const sameSite: RequestHandler = (request, _response, next) => {
  const { host = '', origin } = request.headers;
  if (!loopback.test(host))
    throw new AttestError('forbidden', 'the request is for another host', 'Use the address that the server printed.');
  if (request.method !== 'GET' && request.method !== 'HEAD' && origin !== undefined && origin !== `http://${host}`) {
    throw new AttestError(
      'forbidden',
      'the request comes from a page of another site',
      'Send it from the explorer, or from a program.',
    );
  }
  next();
};
