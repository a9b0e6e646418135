import { CypherError, positionAt } from './error.ts';
import { lex, type Lexeme } from './lexer.ts';

const deepest = 200;

/** Reads lexemes one by one; every failure names its place. */
export class Cursor {
  readonly #text: string;
  readonly #lexemes: readonly Lexeme[];
  #at = 0;
  #depth = 0;
  #anonymous = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lexemes = lex(text);
  }

  get next(): Lexeme {
    return this.ahead(0);
  }
  ahead(by: number): Lexeme {
    return this.#lexemes[Math.min(this.#at + by, this.#lexemes.length - 1)] as Lexeme;
  }
  take(): Lexeme {
    const lexeme = this.next;
    this.#at += 1;
    return lexeme;
  }
  isKeyword(word: string, by = 0): boolean {
    const lexeme = this.ahead(by);
    return lexeme.kind === 'word' && !lexeme.quoted && lexeme.text.toUpperCase() === word;
  }
  isSymbol(symbol: string, by = 0): boolean {
    const lexeme = this.ahead(by);
    return lexeme.kind === 'symbol' && lexeme.text === symbol;
  }
  tryKeyword(...words: readonly string[]): boolean {
    if (!words.every((word, index) => this.isKeyword(word, index))) return false;
    this.#at += words.length;
    return true;
  }
  trySymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.#at += 1;
    return true;
  }
  expectSymbol(symbol: string): void {
    if (!this.trySymbol(symbol)) this.fail('syntax', `expected "${symbol}" before ${JSON.stringify(this.next.text)}`, 'Check the brackets and commas before this place.');
  }
  expectKeyword(word: string): void {
    if (!this.tryKeyword(word)) this.fail('syntax', `expected ${word} before ${JSON.stringify(this.next.text)}`, `Write ${word} here.`);
  }
  name(): string {
    if (this.next.kind !== 'word') this.fail('syntax', `expected a name before ${JSON.stringify(this.next.text)}`, 'Names with special characters stand in backticks.');
    return this.take().text;
  }
  /** A name for what the query leaves unnamed; no query can write it. */
  anonymous(): string {
    this.#anonymous += 1;
    return ` ${this.#anonymous}`;
  }
  textBetween(from: number, to: number): string {
    return this.#text.slice(from, to).trim();
  }
  /** Runs a nested reading; too deep ones are refused before the stack is full. */
  nested<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > deepest) this.fail('limit', `more than ${deepest} levels of nesting`, 'Make the expression flatter.');
    const result = read();
    this.#depth -= 1;
    return result;
  }
  fail(code: CypherError['code'], message: string, hint: string): never {
    throw new CypherError(code, message, positionAt(this.#text, this.next.offset), hint);
  }
}
