import { CypherError, positionAt } from './error.ts';

export interface Lexeme {
  readonly kind: 'word' | 'string' | 'number' | 'symbol' | 'parameter' | 'end';
  readonly text: string;
  readonly offset: number;
  /** In backticks: never a keyword. */
  readonly quoted: boolean;
}

const pattern =
  /(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|`(?<tick>[^`]+)`|(?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\$(?<parameter>[\p{L}_][\p{L}\p{N}_]*)|(?<symbol><>|<=|>=|=~|\.\.|->|<-|[()[\]{}:;,.|<>=+\-*/%^!&])/uy;
const longestQuery = 100_000;
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const unescape = (text: string): string => text.slice(1, -1).replaceAll(/\\(.)/gsu, (_all, one: string) => escapes[one] ?? one);

/** Splits a query into lexemes; throws at the first character that fits none. */
export function lex(text: string): readonly Lexeme[] {
  if (text.length > longestQuery) throw new CypherError('limit', `the query has more than ${longestQuery} characters`, null, 'Pass data as parameters.');
  const lexemes: Lexeme[] = [];
  let offset = 0;
  while (offset < text.length) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (!match) throw new CypherError('syntax', `unexpected ${JSON.stringify(text[offset])}`, positionAt(text, offset), 'Check quotes and special characters.');
    const { number, word, tick, string, parameter, symbol } = match.groups ?? {};
    const start = offset;
    const add = (kind: Lexeme['kind'], value: string, quoted = false): void => void lexemes.push({ kind, text: value, offset: start, quoted });
    if (number !== undefined) add('number', number);
    else if (word !== undefined) add('word', word);
    else if (tick !== undefined) add('word', tick, true);
    else if (string !== undefined) add('string', unescape(string));
    else if (parameter !== undefined) add('parameter', parameter);
    else if (symbol !== undefined) add('symbol', symbol);
    offset += match[0].length;
  }
  lexemes.push({ kind: 'end', text: 'the end of the query', offset: text.length, quoted: false });
  return lexemes;
}
