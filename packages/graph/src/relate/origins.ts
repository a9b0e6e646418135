import type { DocumentRecord } from '@attest/model';
import { hash32 } from '../names/hash32.ts';
import { byText, ensured, sortedSet } from '../order.ts';
import type { Fact } from '../project/fact.ts';

/** The smallest hashes of a text's word groups: texts that share most of it share these. */
export type Sketch = readonly number[];
const size = 64;
const bands = 12;
const wordsPerGroup = 6;

const plain = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Bottom-k sketch of a document (Broder 1997). */
export function sketchOf({ document }: DocumentRecord): Sketch {
  const words = plain(document.text);
  const hashes = new Set<number>();
  for (let at = 0; at + wordsPerGroup <= words.length; at += 1)
    hashes.add(hash32(words.slice(at, at + wordsPerGroup).join(' ')));
  return [...hashes].toSorted((a, b) => a - b).slice(0, size);
}

/** Share of word groups that two texts have in common, estimated from their sketches. */
function overlap(a: Sketch, b: Sketch): number {
  const inB = new Set(b);
  const union = [...new Set([...a, ...b])].toSorted((x, y) => x - y).slice(0, size);
  const inA = new Set(a);
  return union.length === 0 ? 0 : union.filter((one) => inA.has(one) && inB.has(one)).length / union.length;
}

/** Leads every member of a group to its smallest. */
class Groups {
  readonly #leader = new Map<string, string>();
  of(id: string): string {
    let at = id;
    for (let next = this.#leader.get(at); next !== undefined && next !== at; next = this.#leader.get(at)) at = next;
    return at;
  }
  join(a: string, b: string): void {
    const [low = a, high = b] = [this.of(a), this.of(b)].toSorted(byText);
    if (low !== high) this.#leader.set(high, low);
  }
}

/** For each source the first of those whose text is nearly the same: reprints of one story are one origin. */
export function originsOf(sketches: ReadonlyMap<string, Sketch>): (sourceId: string) => string {
  const groups = new Groups();
  const first = new Map<number, string>();
  for (const sourceId of sortedSet(sketches.keys())) {
    const sketch = sketches.get(sourceId) ?? [];
    for (const value of sketch.slice(0, bands)) {
      const other = ensured(first, value, () => sourceId);
      if (groups.of(other) !== groups.of(sourceId) && overlap(sketch, sketches.get(other) ?? []) >= 0.5)
        groups.join(other, sourceId);
    }
  }
  return (sourceId) => groups.of(sourceId);
}

/** From this many words on, the same sentence in two documents comes from one of them. */
const sentence = 8;

/** Number of independent sources of some claims. */
export function countOrigins(facts: readonly Fact[], originOf: (sourceId: string) => string): number {
  const groups = new Groups();
  const byQuote = new Map<string, string>();
  for (const { quote, sourceId } of facts) {
    const words = plain(quote);
    const origin = originOf(sourceId);
    if (words.length >= sentence)
      groups.join(
        origin,
        ensured(byQuote, words.join(' '), () => origin),
      );
  }
  return new Set(facts.map(({ sourceId }) => groups.of(originOf(sourceId)))).size;
}
