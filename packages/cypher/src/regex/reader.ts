import { propertySet } from './properties.ts';
import { one, shorthand } from './characters.ts';
import { regexError, type CharacterSet, type Flags } from './syntax.ts';

interface Character {
  readonly text: string;
  readonly at: number;
  /** Inside `\Q ... \E`: it means itself. */
  readonly quoted: boolean;
}

function charactersOf(pattern: string): Character[] {
  const result: Character[] = [];
  const points = Array.from(pattern);
  let quoted = false;
  for (let at = 0; at < points.length; at += 1) {
    const [text = '', next] = points.slice(at, at + 2);
    if (text === '\\' && next === (quoted ? 'E' : 'Q')) {
      quoted = !quoted;
      at += 1;
      continue;
    }
    result.push({ text, at, quoted });
    // What a backslash stands before begins nothing.
    if (text === '\\' && !quoted && next !== undefined) {
      result.push({ text: next, at: at + 1, quoted });
      at += 1;
    }
  }
  return result;
}

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
const HIGHEST = 0x10ffff;

function number(digits: string, base: number, at: number): number {
  const value = /^[\da-f]+$/iu.test(digits) ? Number.parseInt(digits, base) : Number.NaN;
  if (value <= HIGHEST) return value;
  throw regexError('The number of a character is not complete', at, 'Write \\x41, \\u0041 or \\x{1F600}.');
}

/** An expression, character by character, with what its escapes stand for. */
export class Reader {
  readonly #characters: readonly Character[];
  readonly #end: number;
  #index = 0;

  constructor(pattern: string) {
    this.#characters = charactersOf(pattern);
    this.#end = Array.from(pattern).length;
  }

  get at(): number {
    return this.#characters[this.#index]?.at ?? this.#end;
  }
  get done(): boolean {
    return this.#index >= this.#characters.length;
  }

  /** Whether `signs` stand here and mean something. */
  is(signs: string): boolean {
    return Array.from(signs).every((sign, ahead) => {
      const one = this.#characters[this.#index + ahead];
      return one?.text === sign && !one.quoted;
    });
  }
  take(signs: string): boolean {
    const found = this.is(signs);
    if (found) this.#index += signs.length;
    return found;
  }
  /** Whether the next characters, as they are written, fit an expression. */
  ahead(expression: RegExp): boolean {
    const next = this.#characters.slice(this.#index, this.#index + 16);
    return expression.test(next.map(({ text, quoted }) => (quoted ? ' ' : text)).join(''));
  }
  /** The next character, whatever it means; an error at the end. */
  next(): string {
    const one = this.#characters[this.#index];
    if (one === undefined) throw regexError('Something is missing', this.#end, 'Close every bracket.');
    this.#index += 1;
    return one.text;
  }
  /** The text up to `sign`, which is taken too. */
  until(sign: string): string {
    const { at } = this;
    let text = '';
    while (!this.take(sign)) {
      if (this.done) throw regexError(`No ${sign} follows what begins`, at, `Add ${sign}.`);
      text += this.next();
    }
    return text;
  }
  /** As many of `allowed` as stand here, at most `most`. */
  some(allowed: RegExp, most: number): string {
    let text = '';
    while (text.length < most && allowed.test(this.#characters[this.#index]?.text ?? '')) text += this.next();
    return text;
  }

  /** What follows a backslash inside and outside of classes: a code point or a set. */
  escape(flags: Flags): number | CharacterSet {
    const at = this.at - 1;
    const letter = this.next();
    const set = shorthand(letter, flags);
    if (set !== null) return set;
    if (letter === 'p' || letter === 'P') return this.#property(letter === 'P', flags, at);
    const control = CONTROLS[letter];
    if (control !== undefined) return control;
    if (letter === '0')
      return number(this.some(/^[0-7]$/u, '0123'.split('').some((low) => this.is(low)) ? 3 : 2), 8, at);
    if (letter === 'x' && this.take('{')) return number(this.until('}'), 16, at);
    if (letter === 'x' || letter === 'u') {
      const length = letter === 'x' ? 2 : 4;
      return number(this.some(/^[\da-f]$/iu, length).padStart(length, '?'), 16, at);
    }
    if (letter === 'c') return this.next().codePointAt(0)! ^ 64;
    if (/^[1-9k]$/u.test(letter)) {
      throw regexError(
        'A back-reference stands',
        at,
        'Back-references cannot be matched in bounded time: compare the parts in WHERE.',
      );
    }
    if (/^[A-Za-z]$/u.test(letter)) {
      throw regexError(`\\${letter} is not known`, at, 'Write a backslash only before signs and known letters.');
    }
    return letter.codePointAt(0)!;
  }

  #property(negated: boolean, flags: Flags, at: number): CharacterSet {
    const name = this.take('{') ? this.until('}') : this.next();
    const set = propertySet(name, flags);
    if (set === null) {
      throw regexError(
        `The property ${name.slice(0, 40)} is not known`,
        at,
        'Use a category (\\p{Lu}), a script (\\p{IsGreek}) or a POSIX name (\\p{Alpha}).',
      );
    }
    return negated ? (point) => !set(point) : set;
  }
}

/** A set for what an escape gave. */
export const setOf = (escaped: number | CharacterSet, flags: Flags): CharacterSet =>
  typeof escaped === 'number' ? one(escaped, flags) : escaped;
