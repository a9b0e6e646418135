/** Where in the query text something stands: offset in UTF-16 units, line and column from one. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export type CypherErrorCode =
  | 'SyntaxError'
  | 'WriteRefused'
  | 'Unsupported'
  | 'SemanticError'
  | 'TypeError'
  | 'ArgumentError'
  | 'ParameterMissing'
  | 'DeadlineExceeded'
  | 'MemoryExceeded'
  | 'Aborted'
  | 'WorkerFailed';

/** Messages quote what is wrong, which may be long. */
const LONGEST_MESSAGE = 500;

/** Every refusal of the engine: what is wrong, where, and what to do about it. */
export class CypherError extends Error {
  readonly code: CypherErrorCode;
  readonly position: Position | null;
  readonly hint: string;

  constructor(code: CypherErrorCode, message: string, position: Position | null = null, hint = '') {
    super(message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);
    this.name = 'CypherError';
    this.code = code;
    this.position = position;
    this.hint = hint;
  }
}

/** Turns an offset of the query text into line and column. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return { offset, line, column: offset - start + 1 };
}
