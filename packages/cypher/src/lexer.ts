import { CypherError, positionAt } from './errors.ts';
import { spend } from './limits.ts';

type TokenKind = 'word' | 'quoted' | 'string' | 'integer' | 'float' | 'parameter' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const MAX_QUERY = 1_000_000;
const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const FLOAT = /(?:\d[\d_]*)?\.\d[\d_]*(?:[eE][+-]?\d+)?|\d[\d_]*[eE][+-]?\d+/y;
const INTEGER = /0x[\da-fA-F]+|0o[0-7]+|\d[\d_]*/y;
const SYMBOL = /\.\.|<>|<=|>=|=~|\+=|::|\|\||[()[\]{},.:;|&!%<>=+\-*/^$?]/y;
const QUOTED = /`(?:[^`]|``)*`/y;
const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Splits a query into tokens; refuses what is no Cypher text. */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_QUERY) {
    throw new CypherError(
      'SyntaxError',
      `The query has more than ${MAX_QUERY} characters.`,
      null,
      'Pass large values as parameters.',
    );
  }
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (kind: TokenKind, raw: string, value = raw): void => {
    spend(1);
    tokens.push({ kind, text: value, at, end: at + raw.length });
    at += raw.length;
  };
  for (;;) {
    at += match(SPACE)?.length ?? 0;
    if (at >= text.length) break;
    const raw = match(WORD);
    if (raw !== null) push('word', raw);
    else if (!next(match, push, text, at)) {
      throw new CypherError(
        'SyntaxError',
        `Unexpected character "${text[at]}".`,
        positionAt(text, at),
        'Remove it or quote the text.',
      );
    }
  }
  tokens.push({ kind: 'end', text: '', at, end: at });
  return tokens;
}

function next(
  match: (pattern: RegExp) => string | null,
  push: (kind: TokenKind, raw: string, value?: string) => void,
  text: string,
  at: number,
): boolean {
  const float = text.startsWith('..', at) ? null : match(FLOAT);
  if (float !== null) return (push('float', float, float.replaceAll('_', '')), true);
  const integer = match(INTEGER);
  if (integer !== null) return (push('integer', integer, integer.replaceAll('_', '')), true);
  const quoted = match(QUOTED);
  if (quoted !== null) return (push('quoted', quoted, quoted.slice(1, -1).replaceAll('``', '`')), true);
  const string = match(STRING);
  if (string !== null) return (push('string', string, unescape(string.slice(1, -1), text, at)), true);
  if (text[at] === '$') {
    const name = /\$(?:[\p{L}\p{N}_]+|`[^`]+`)/uy;
    const found = match(name);
    if (found !== null) return (push('parameter', found, found.slice(1).replaceAll('`', '')), true);
  }
  const symbol = match(SYMBOL);
  if (symbol !== null) return (push('symbol', symbol), true);
  return false;
}

function unescape(body: string, text: string, at: number): string {
  return body.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g,
    (_, short?: string, long?: string, one?: string) => {
      if (one === 'u' || one === 'U') {
        throw new CypherError('SyntaxError', 'Invalid Unicode escape.', positionAt(text, at), 'Write \\uXXXX.');
      }
      const code = short ?? long;
      return code === undefined ? (ESCAPES[one ?? ''] ?? one ?? '') : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}
