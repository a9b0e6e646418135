/** Writes a map with its keys sorted. */
export const mapText = (entries: readonly (readonly [string, string])[]): string =>
  `{${entries
    .map(([key, value]) => `${key}:${value}`)
    .sort()
    .join(',')}}`;

/** A FLOAT, told apart from an INTEGER, to fifteen digits. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return `f${value}`;
  return `f${Number((value + 0).toPrecision(15))}`;
}

/** Reads one value of a result table into the text that `canonical` gives for an equal value. */
export class ExpectedValue {
  readonly text: string;
  readonly anyOrder: boolean;
  at = 0;

  constructor(text: string, anyOrder: boolean) {
    this.text = text;
    this.anyOrder = anyOrder;
  }

  space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  is(symbol: string): boolean {
    return this.text.startsWith(symbol, this.at);
  }

  take(symbol: string): boolean {
    this.space();
    if (!this.is(symbol)) return false;
    this.at += symbol.length;
    return true;
  }

  match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new Error(`Cannot read the value ${this.text} at ${this.at}.`);
    this.at += found.length;
    return found;
  }

  read(): string {
    this.space();
    if (this.is("'")) return JSON.stringify(this.string());
    if (this.is('[:')) return this.relationship();
    if (this.is('[')) return this.list();
    if (this.is('{')) return this.map();
    if (this.is('(')) return this.node();
    if (this.is('<')) return this.path();
    const word = this.match(/[^,\]}\s)|]+/y);
    if (word === 'null' || word === 'true' || word === 'false') return word;
    if (/^-?\d+$/.test(word)) return String(BigInt(word));
    const infinite = /^([+-]?)Inf/.exec(word);
    return floatText(infinite ? (infinite[1] === '-' ? -Infinity : Infinity) : Number(word));
  }

  string(): string {
    const escapes: Readonly<Record<string, string>> = { n: '\n', "'": "'", '\\': '\\' };
    return this.match(/'(?:[^'\\]|\\[^])*'/y)
      .slice(1, -1)
      .replaceAll(/\\([^])/g, (raw, one: string) => escapes[one] ?? raw);
  }

  list(): string {
    const items: string[] = [];
    this.take('[');
    while (!this.take(']')) {
      items.push(this.read());
      this.take(',');
    }
    return `[${(this.anyOrder ? items.sort() : items).join(',')}]`;
  }

  map(): string {
    const entries: (readonly [string, string])[] = [];
    this.take('{');
    while (!this.take('}')) {
      this.space();
      const key = this.match(/`[^`]*`|[^:\s]+/y).replaceAll('`', '');
      this.take(':');
      entries.push([key, this.read()]);
      this.take(',');
    }
    return mapText(entries);
  }

  node(): string {
    const labels: string[] = [];
    let properties = '{}';
    this.take('(');
    while (!this.take(')')) {
      if (this.take(':')) labels.push(this.match(/[^:\s{)]+/y));
      else properties = this.map();
    }
    return `(${labels.sort().join(':')}${properties})`;
  }

  relationship(): string {
    this.take('[');
    this.take(':');
    const type = this.match(/[^\s{\]]+/y);
    this.space();
    const properties = this.is('{') ? this.map() : '{}';
    this.take(']');
    return `[${type}${properties}]`;
  }

  path(): string {
    let text = '';
    this.take('<');
    while (!this.take('>')) {
      if (this.take('<-')) text += '<';
      else if (this.take('->')) text += '>';
      else if (!this.take('-')) text += this.is('(') ? this.node() : this.relationship();
    }
    return `<${text}>`;
  }
}
