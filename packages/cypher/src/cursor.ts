import { CypherError, positionAt } from './errors.ts';
import type { CypherErrorCode } from './errors.ts';
import { spend } from './limits.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';

const MAX_DEPTH = 200;
const MAX_CLAUSES = 300;

/** Walks over the tokens of one query. */
export class Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  index = 0;
  depth = 0;
  /** Attempts that failed: what they hold is tried again in another way, so a nested one would be tried twice per level. */
  readonly #failed = new Set<string>();
  #clauses = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  peek(ahead = 0): Token {
    const last = this.tokens.length - 1;
    return this.tokens[Math.min(this.index + ahead, last)]!;
  }

  /** End of the token read last. */
  get end(): number {
    return this.index === 0 ? 0 : this.tokens[this.index - 1]!.end;
  }

  next(): Token {
    const token = this.peek();
    this.index += 1;
    spend(1);
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  word(...words: string[]): boolean {
    if (!words.every((word, index) => this.isWord(word, index))) return false;
    this.index += words.length;
    return true;
  }

  symbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.index += 1;
    return true;
  }

  expectWord(word: string): void {
    if (!this.word(word)) throw this.unexpected(word);
  }

  expect(symbol: string): void {
    if (!this.symbol(symbol)) throw this.unexpected(`"${symbol}"`);
  }

  name(what: string): string {
    const token = this.peek();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected(what);
    this.index += 1;
    return token.text;
  }

  unexpected(wanted: string): CypherError {
    const token = this.peek();
    const got = token.kind === 'end' ? 'the end of the query' : `"${token.text}"`;
    return this.error(
      'SyntaxError',
      `Expected ${wanted}, but found ${got}.`,
      token.at,
      'Check the query at this place.',
    );
  }

  error(code: CypherErrorCode, message: string, at: number, hint: string): CypherError {
    return new CypherError(code, message, positionAt(this.text, at), hint);
  }

  /** Guards the parser's own stack against deep nesting. */
  nested<T>(parse: () => T): T {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw this.error(
        'SyntaxError',
        'The query is nested too deeply.',
        this.peek().at,
        'Use parameters or split the query.',
      );
    }
    const result = parse();
    this.depth -= 1;
    return result;
  }

  /** Tries a parse of some kind; goes back and answers null if it does not fit. */
  attempt<T>(kind: string, parse: () => T | null): T | null {
    const { index, depth } = this;
    const place = `${kind} ${index}`;
    if (this.#failed.has(place)) return null;
    try {
      const result = parse();
      if (result !== null) return result;
    } catch (error) {
      if (!(error instanceof CypherError) || error.code !== 'SyntaxError' || depth > MAX_DEPTH / 2) throw error;
    }
    this.index = index;
    this.depth = depth;
    this.#failed.add(place);
    return null;
  }

  /** Queries longer than anybody writes are refused: no deadline watches them while they are checked and planned. */
  clause(): void {
    this.#clauses += 1;
    if (this.#clauses > MAX_CLAUSES) throw this.tooMany(MAX_CLAUSES, 'clauses', 'Split the query.');
  }

  tooMany(most: number, what: string, hint: string): CypherError {
    return this.error('SyntaxError', `There are more than ${most} ${what}.`, this.peek().at, hint);
  }
}
