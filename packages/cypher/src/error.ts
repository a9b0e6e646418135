/** Where in the query: characters from the start, line and column from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a query, where, and what to do. */
export class CypherError extends Error {
  override readonly name = 'CypherError';
  readonly code: 'syntax' | 'unsupported' | 'semantic' | 'type' | 'limit' | 'cancelled';
  readonly position: Position | null;
  readonly hint: string;
  constructor(code: CypherError['code'], message: string, position: Position | null, hint: string) {
    super(position === null ? message : `${message} (line ${position.line}, column ${position.column})`);
    this.code = code;
    this.position = position;
    this.hint = hint;
  }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
