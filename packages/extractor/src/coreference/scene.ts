import type { Doc } from '@attest/nlp';
import type { Actor, Tie } from './actor.ts';

/** The ties made so far, by sentence and by the word at which their mentions hang. */
export class Scene {
  readonly doc: Doc;
  readonly ties: Tie[] = [];
  readonly #bySentence = new Map<number, Tie[]>();
  readonly #byHead = new Map<number, Actor>();
  constructor(doc: Doc) {
    this.doc = doc;
  }

  settle(tie: Tie): void {
    this.ties.push(tie);
    const sentence = this.doc.sentenceOf(tie.mention.head);
    const here = this.#bySentence.get(sentence);
    if (here) here.push(tie);
    else this.#bySentence.set(sentence, [tie]);
    if (tie.actor && tie.mention.form !== 'modifier') this.#byHead.set(tie.mention.head, tie.actor);
  }
  inSentence(sentence: number): readonly Tie[] {
    return this.#bySentence.get(sentence) ?? [];
  }
  /** Who stands at a word that is no mere modifier. */
  at(token: number): Actor | undefined {
    return this.#byHead.get(token);
  }
}
