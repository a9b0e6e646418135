/** A name found in the text; token indices, half-open. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly type: 'PER' | 'ORG' | 'LOC';
  readonly confidence: number;
}

/** Everything a document consists of: plain data that may cross a thread boundary. */
export interface DocData {
  readonly text: string;
  readonly strings: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly sentences: Int32Array;
  readonly lemmas: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly confidence: Float32Array;
  readonly names: readonly Name[];
  /** Sentences that were cut because they reached the cap. */
  readonly cut: number;
  /** Words that were cut because they were longer than 400 characters. */
  readonly cutWords: number;
}

/** An annotated document: typed arrays over an interned vocabulary, with an API for reading trees. */
export class Doc {
  readonly #d: DocData;
  readonly #sentence: Int32Array;
  readonly #children: number[][];

  constructor(data: DocData) {
    this.#d = data;
    this.#sentence = new Int32Array(data.starts.length);
    this.#children = Array.from(data.starts, () => []);
    for (let s = 0; s < this.sentenceCount; s++) this.#sentence.fill(s, this.sentenceStart(s), this.sentenceEnd(s));
    for (const [i, h] of data.heads.entries()) if (h >= 0) this.#children[h]!.push(i);
  }

  /** Rebuilds a document from what `toTransferable` gave. */
  static fromTransferable(data: DocData): Doc {
    return new Doc(data);
  }

  /** The data to post to another thread and the buffers that may be moved rather than copied. */
  toTransferable(): { data: DocData; transfer: ArrayBufferLike[] } {
    const d = this.#d;
    const arrays = [d.starts, d.ends, d.sentences, d.lemmas, d.upos, d.xpos, d.heads, d.deprels, d.confidence];
    return { data: d, transfer: arrays.map((a) => a.buffer) };
  }

  get text(): string {
    return this.#d.text;
  }
  /** Number of tokens. */
  get length(): number {
    return this.#d.starts.length;
  }
  get names(): readonly Name[] {
    return this.#d.names;
  }
  /** Number of sentences cut because they were longer than the cap. */
  get cutSentences(): number {
    return this.#d.cut;
  }
  /** Number of stretches without a blank that were cut because they were longer than the tokenizer's cap. */
  get cutWords(): number {
    return this.#d.cutWords;
  }
  get sentenceCount(): number {
    return this.#d.sentences.length;
  }
  /** First token of a sentence. */
  sentenceStart(s: number): number {
    return s === 0 ? 0 : this.#d.sentences[s - 1]!;
  }
  /** Token after the last one of a sentence. */
  sentenceEnd(s: number): number {
    return this.#d.sentences[s]!;
  }
  /** Sentence of a token. */
  sentenceOf(i: number): number {
    return this.#sentence[i]!;
  }
  /** Offset of the token's first character in the text. */
  start(i: number): number {
    return this.#d.starts[i]!;
  }
  /** Offset after the token's last character. */
  end(i: number): number {
    return this.#d.ends[i]!;
  }
  form(i: number): string {
    return this.#d.text.slice(this.start(i), this.end(i));
  }
  lower(i: number): string {
    return this.form(i).toLowerCase();
  }
  lemma(i: number): string {
    return this.#d.strings[this.#d.lemmas[i]!]!;
  }
  upos(i: number): string {
    return this.#d.strings[this.#d.upos[i]!]!;
  }
  xpos(i: number): string {
    return this.#d.strings[this.#d.xpos[i]!]!;
  }
  /** Head of a token, -1 for the root of its sentence. */
  head(i: number): number {
    return this.#d.heads[i]!;
  }
  /** Universal Dependencies relation with its subtype. */
  deprel(i: number): string {
    return this.#d.strings[this.#d.deprels[i]!]!;
  }
  /** How sure the parser is of this token's head, from 0 to 1. */
  arcConfidence(i: number): number {
    return Math.round(1000 * this.#d.confidence[i]!) / 1000;
  }
  children(i: number): readonly number[] {
    return this.#children[i]!;
  }
  /** First child with one of the relations (exact, or base relation), -1 if none. */
  child(i: number, ...deprels: string[]): number {
    return this.#children[i]!.find((c) => this.#is(c, deprels)) ?? -1;
  }
  /** All children with one of the relations (exact, or base relation). */
  childrenBy(i: number, ...deprels: string[]): number[] {
    return this.#children[i]!.filter((c) => this.#is(c, deprels));
  }
  /** The token and everything below it, in text order. */
  descendants(i: number): number[] {
    const out = [i];
    for (let k = 0; k < out.length; k++) out.push(...this.#children[out[k]!]!);
    return out.sort((a, b) => a - b);
  }
  /** Tokens from the first to the last of the subtree, half-open. */
  subtree(i: number): { start: number; end: number } {
    const all = this.descendants(i);
    return { start: all[0]!, end: all[all.length - 1]! + 1 };
  }
  /** Tokens on the way from a to b through the tree, both included; empty if they are in different sentences. */
  path(a: number, b: number): number[] {
    if (this.sentenceOf(a) !== this.sentenceOf(b)) return [];
    const up: number[] = [];
    for (let i = a; i >= 0; i = this.head(i)) up.push(i);
    const down: number[] = [];
    let i = b;
    while (!up.includes(i)) {
      down.push(i);
      i = this.head(i);
    }
    return [...up.slice(0, up.indexOf(i) + 1), ...down.reverse()];
  }
  /** Root token of a sentence. */
  root(s: number): number {
    for (let i = this.sentenceStart(s); i < this.sentenceEnd(s); i++) if (this.head(i) < 0) return i;
    return -1;
  }
  /** Source text of the tokens from `from` up to but without `to`. */
  textOf(from: number, to: number): string {
    return to <= from ? '' : this.#d.text.slice(this.start(from), this.end(to - 1));
  }

  #is(i: number, deprels: readonly string[]): boolean {
    const r = this.deprel(i);
    const colon = r.indexOf(':');
    return deprels.includes(r) || (colon > 0 && deprels.includes(r.slice(0, colon)));
  }
}
