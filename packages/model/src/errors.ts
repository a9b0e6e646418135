/** What went wrong, for programs. People read the message and the hint. */
export type AttestErrorCode =
  | 'unreadable-document'
  | 'unsupported-format'
  | 'invalid-input'
  | 'invalid-query'
  | 'forbidden'
  | 'not-found'
  | 'limit-exceeded'
  | 'store-locked'
  | 'store-damaged'
  | 'store-unavailable'
  | 'store-unauthorized'
  | 'store-version'
  | 'store-full';

/** Every error that Attest throws on purpose: a code for programs, a message that says what is wrong, a hint that says what to do. */
export class AttestError extends Error {
  override readonly name = 'AttestError';
  readonly code: AttestErrorCode;
  readonly hint: string;
  constructor(code: AttestErrorCode, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.hint = hint;
  }
}
