import type { Line } from './lines.ts';

/** Marks that lost their height when a page was turned into text: "executions.3 The", "protests”4". */
const glued = /(?:\p{L}|\d{4})["”’)\]]?[.,;:!?]?["”’)\]]?(?<number>\d{1,3})(?=[\s.,;:]|$)/gu;
const numbered = /^\s*(?<number>\d{1,3})\s+(?=[\p{Lu}"“])/u;

/**
 * Lines that begin notes with a bare number ("3 Interview with a witness."), by index: only where the text has marks of the
 * same numbers glued to its words and the notes count on one by one.
 */
export function plainNotes(lines: readonly Line[], furniture: ReadonlySet<number>): ReadonlyMap<number, number> {
  const marks = new Set<number>();
  const starts: { readonly index: number; readonly number: number }[] = [];
  lines.forEach(({ text }, index) => {
    if (furniture.has(index)) return;
    const number = Number(numbered.exec(text)?.groups?.['number'] ?? 0);
    if (number > 0) starts.push({ index, number });
    for (const match of text.matchAll(glued)) marks.add(Number(match.groups?.['number']));
  });
  const notes = new Map<number, number>();
  let last = 0;
  for (const { index, number } of starts) {
    if (!marks.has(number) || (last > 0 && number !== last + 1)) continue;
    notes.set(index, number);
    last = number;
  }
  return notes.size > 1 ? notes : new Map();
}
