import type { ErrorRequestHandler, Response } from 'express';
import { AttestError, type AttestErrorCode } from '@attest/model';

/** Problem details (RFC 9457), with a hint that says what to do. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly hint: string;
  /** Where in a query it is. */
  readonly position?: unknown;
}

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

const problem = (code: string, status: number, detail: string, hint: string): Problem => ({
  type: `urn:attest:${code}`,
  title: code,
  status,
  detail,
  hint,
});

/** A typed error as problem details. */
export function problemOf(error: AttestError): Problem {
  const position = (error.cause as { position?: unknown } | undefined)?.position ?? undefined;
  const told = problem(error.code, statusOf[error.code], error.message, error.hint);
  return position === undefined ? told : { ...told, position };
}

export function sendProblem(response: Response, told: Problem): void {
  response.status(told.status).type('application/problem+json').send(JSON.stringify(told));
}

/** The last handler: typed errors become problems; anything else is told without its inside. */
export const problemHandler: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (error instanceof AttestError) return sendProblem(response, problemOf(error));
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return sendProblem(
      response,
      problem(
        'invalid-input',
        status,
        'the request cannot be read',
        'Send JSON with the content type application/json, within the size limit.',
      ),
    );
  }
  return sendProblem(
    response,
    problem('internal', 500, 'something went wrong inside the server', 'Look at the log of the server.'),
  );
};
