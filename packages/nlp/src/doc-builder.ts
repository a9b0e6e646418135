import { Doc, type Name } from './doc.ts';

/** One annotated sentence; heads and names count from its first token. */
export interface Sentence {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly tags: readonly (readonly [string, string])[];
  readonly lemmas: readonly string[];
  readonly heads: Int32Array;
  readonly rels: readonly string[];
  readonly confidence: Float32Array;
  readonly names: readonly Name[];
}

/** Collects sentences and packs them into a document. */
export class DocBuilder {
  readonly text: string;
  cut = 0;
  cutWords = 0;
  readonly #ids = new Map<string, number>();
  readonly #sentences: Sentence[] = [];

  constructor(text: string) {
    this.text = text;
  }

  add(sentence: Sentence): void {
    this.#sentences.push(sentence);
  }

  /** The finished document. */
  build(): Doc {
    const all = this.#sentences;
    const length = all.reduce((sum, s) => sum + s.starts.length, 0);
    const array = (): Int32Array => new Int32Array(length);
    const [starts, ends, lemmas, upos, xpos, heads, deprels] = [
      array(),
      array(),
      array(),
      array(),
      array(),
      array(),
      array(),
    ];
    const confidence = new Float32Array(length);
    const names: Name[] = [];
    const sentences = new Int32Array(all.length);
    let at = 0;
    for (const [k, s] of all.entries()) {
      starts.set(s.starts, at);
      ends.set(s.ends, at);
      confidence.set(s.confidence, at);
      for (let i = 0; i < s.starts.length; i++) {
        lemmas[at + i] = this.#id(s.lemmas[i]!);
        upos[at + i] = this.#id(s.tags[i]![0]);
        xpos[at + i] = this.#id(s.tags[i]![1]);
        deprels[at + i] = this.#id(s.rels[i]!);
        heads[at + i] = s.heads[i]! < 0 ? -1 : at + s.heads[i]!;
      }
      for (const n of s.names) names.push({ ...n, start: at + n.start, end: at + n.end });
      at += s.starts.length;
      sentences[k] = at;
    }
    const strings = [...this.#ids.keys()];
    const { text, cut, cutWords } = this;
    return new Doc({
      text,
      strings,
      starts,
      ends,
      sentences,
      lemmas,
      upos,
      xpos,
      heads,
      deprels,
      confidence,
      names,
      cut,
      cutWords,
    });
  }

  #id(s: string): number {
    let id = this.#ids.get(s);
    if (id === undefined) this.#ids.set(s, (id = this.#ids.size));
    return id;
  }
}
