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

/** Every refusal of the engine: what is wrong, where, and what to do about it. */
export class CypherError extends Error {
  readonly code: CypherErrorCode;
  readonly position: Position | null;
  readonly hint: string;

  constructor(code: CypherErrorCode, message: string, position: Position | null = null, hint = '') {
    super(message);
    this.name = 'CypherError';
    this.code = code;
    this.position = position;
    this.hint = hint;
  }
}

/** Turns an offset of the query text into line and column. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { offset, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
