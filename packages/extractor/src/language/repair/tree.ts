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
  /** Tokens of dates: nobody who acts. */
  readonly dated = new Set<number>();
  readonly #deprels: Int32Array;
  readonly #strings: string[];
  readonly #ids = new Map<string, number>();
  /** Tokens by what they hang on, in the order of the text. */
  readonly #below: number[][];

  constructor(doc: Doc) {
    const { data } = doc.toTransferable();
    this.doc = doc;
    this.heads = data.heads.slice();
    this.#deprels = data.deprels.slice();
    this.#strings = [...data.strings];
    this.#below = Array.from({ length: doc.length }, () => []);
    for (let token = 0; token < doc.length; token += 1) this.#below[this.heads[token] ?? -1]?.push(token);
  }

  /** Relation of a token as it stands now. */
  relation(token: number): string {
    return this.#strings[this.#deprels[token] ?? 0] ?? '';
  }

  /** Tokens that hang on a token as the tree stands now, in the order of the text. */
  children(token: number): readonly number[] {
    return this.#below[token] ?? [];
  }

  /** Hangs a token elsewhere; where that would close a circle, nothing changes. */
  hang(token: number, head: number, relation: string): void {
    for (let at = head; at >= 0; at = this.heads[at] ?? -1) if (at === token) return;
    const old = this.heads[token] ?? -1;
    if (old !== head) {
      // New lists: who walks over the children of a token may hang them elsewhere.
      if (old >= 0) this.#below[old] = this.children(old).filter((child) => child !== token);
      if (head >= 0) this.#below[head] = [...this.children(head), token].toSorted((a, b) => a - b);
      this.heads[token] = head;
    }
    this.#deprels[token] = this.#idOf(relation);
  }

  #idOf(relation: string): number {
    const known = this.#ids.get(relation) ?? this.#strings.indexOf(relation);
    const id = known < 0 ? this.#strings.push(relation) - 1 : known;
    this.#ids.set(relation, id);
    return id;
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

/** Whether a verb is an infinitive with its "to". */
export const isBehindTo = (tree: Tree, verb: number): boolean =>
  tree.children(verb).some((child) => child < verb && tree.doc.lower(child) === 'to');
