/** Half-open stretch of the reading text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const isOdd = (text: string): boolean => (text.match(/"/gu)?.length ?? 0) % 2 === 1;

/**
 * The sentence that carries a mark of a footnote. A quotation of several sentences whose first one says who speaks
 * ("As he said, "It rained. It snowed.""¹) is one with it. `sentences` are in order; null if none holds the mark.
 */
export function anchorOf(text: string, mark: number, sentences: readonly Stretch[]): Stretch | null {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start < mark) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low - 1];
  if (!found) return null;
  const own = text.slice(found.start, found.end);
  // Only where the quotation has begun before: its closing quote has no partner here.
  if (!isOdd(own) || !/^[^"]*"(?:\s*$|[^"]*$)/u.test(own)) return found;
  for (let index = low - 2; index >= Math.max(0, low - 12); index--) {
    const before = sentences[index]!;
    const said = text.slice(before.start, before.end);
    if (text.slice(before.end, sentences[index + 1]!.start).includes('\n')) return found;
    if (!isOdd(said)) {
      if (said.includes('"')) return found;
      continue;
    }
    return said.startsWith('"') ? found : { start: before.start, end: found.end };
  }
  return found;
}
