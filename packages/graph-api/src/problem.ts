import type { ErrorRequestHandler, Response } from 'express';
import { AttestError, type AttestErrorCode } from '@attest/model';

const statusOf: Readonly<Record<AttestErrorCode, number>> = {
  'unreadable-document': 422,
  'unsupported-format': 415,
  'invalid-input': 400,
  'invalid-query': 400,
  forbidden: 403,
  'not-found': 404,
  'limit-exceeded': 413,
  'store-locked': 503,
  'store-damaged': 500,
  'store-unavailable': 503,
  // The server's own trouble with its store: no matter for who asks.
  'store-unauthorized': 503,
  'store-version': 503,
  'store-full': 507,
};

/** Answers with problem details (RFC 9457). */
export function sendProblem(
  response: Response,
  status: number,
  code: string,
  detail: string,
  hint: string,
  more: object = {},
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:attest:${code}`, title: code, status, detail, hint, ...more }));
}

/** The last handler: typed errors become problems; anything else is told without its inside. */
export const problemHandler: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof AttestError) {
    const position = (error.cause as { position?: unknown } | undefined)?.position;
    return sendProblem(
      response,
      statusOf[error.code],
      error.code,
      error.message,
      error.hint,
      position === undefined ? {} : { position },
    );
  }
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return sendProblem(
      response,
      status,
      'invalid-input',
      'the request cannot be read',
      'Send JSON with the content type application/json, within the size limit.',
    );
  }
  return sendProblem(
    response,
    500,
    'internal',
    'something went wrong inside the server',
    'Look at the log of the server.',
  );
};
