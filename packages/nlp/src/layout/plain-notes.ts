import type { Line } from './lines.ts';

/** Marks that lost their height when a page was turned into text: "executions.3 The", "protests”4". */
const glued = /(?:\p{L}|\d{4})["”’)\]]?[.,;:!?]?["”’)\]]?(?<number>\d{1,3})(?=[\s.,;:]|$)/gu;
const numbered = /^\s*(?<number>\d{1,3})(?<dot>\.?)\s+(?=[\p{Lu}\d"“*_])/u;

/**
 * Lines that begin notes with a bare number ("3 Interview with a witness."), by index: only where the text has marks of the
 * same numbers glued to its words and the notes count on one by one.
 */
export function plainNotes(lines: readonly Line[], furniture: ReadonlySet<number>): ReadonlyMap<number, number> {
  const marks = new Set<number>();
  const starts: { readonly index: number; readonly number: number; readonly dotted: boolean }[] = [];
  lines.forEach(({ text }, index) => {
    if (furniture.has(index)) return;
    const { number, dot } = numbered.exec(text)?.groups ?? {};
    if (number !== undefined) starts.push({ index, number: Number(number), dotted: dot === '.' });
    for (const match of text.matchAll(glued)) marks.add(Number(match.groups?.['number']));
  });
  // Items of a list have a period too: they are notes only if each of them has its mark.
  const listed = starts.some(({ dotted, number }) => dotted && !marks.has(number));
  const notes = new Map<number, number>();
  let last = 0;
  for (const { index, number, dotted } of starts) {
    if ((dotted && listed) || !marks.has(number) || (last > 0 && number !== last + 1)) continue;
    notes.set(index, number);
    last = number;
  }
  return notes.size > 1 ? notes : new Map();
}
