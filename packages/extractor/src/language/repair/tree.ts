import { Doc } from '@attest/nlp';

/** A stretch of text, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A parse that may be changed: heads and relations by token. */
export class Tree {
  readonly doc: Doc;
  readonly heads: Int32Array;
  readonly #deprels: Int32Array;
  readonly #strings: string[];

  constructor(doc: Doc) {
    const { data } = doc.toTransferable();
    this.doc = doc;
    this.heads = data.heads.slice();
    this.#deprels = data.deprels.slice();
    this.#strings = [...data.strings];
  }

  /** Relation of a token as it stands now. */
  relation(token: number): string {
    return this.#strings[this.#deprels[token] ?? 0] ?? '';
  }

  /** Tokens that hang on a token as the tree stands now. */
  children(token: number): readonly number[] {
    const sentence = this.doc.sentenceOf(token);
    const [from, to] = [this.doc.sentenceStart(sentence), this.doc.sentenceEnd(sentence)];
    return Array.from({ length: to - from }, (_, offset) => from + offset).filter((at) => this.heads[at] === token);
  }

  /** Hangs a token elsewhere; where that would close a circle, nothing changes. */
  hang(token: number, head: number, relation: string): void {
    for (let at = head; at >= 0; at = this.heads[at] ?? -1) if (at === token) return;
    let id = this.#strings.indexOf(relation);
    if (id < 0) id = this.#strings.push(relation) - 1;
    this.heads[token] = head;
    this.#deprels[token] = id;
  }

  /** The parse as it stands now. */
  done(): Doc {
    const { data } = this.doc.toTransferable();
    return Doc.fromTransferable({ ...data, strings: this.#strings, heads: this.heads, deprels: this.#deprels });
  }
}

export function tokensIn(doc: Doc, { start, end }: Stretch, from: number): readonly number[] {
  const inside: number[] = [];
  for (let at = from; at < doc.length && doc.start(at) < end; at += 1) if (doc.end(at) > start) inside.push(at);
  return inside;
}
