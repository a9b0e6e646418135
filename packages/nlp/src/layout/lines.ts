/** A line of the source without its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

/** Longest line that can be one of a wrapped paragraph. */
const widest = 140;
const narrowest = 40;

/** The lines of a text; every kind of line end counts, and a form feed begins a page. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu;
  let start = 0;
  let newPage = false;
  for (;;) {
    const match = ends.exec(text);
    const end = match?.index ?? text.length;
    lines.push({ start, end, text: text.slice(start, end), newPage });
    if (match === null) return lines;
    // A blank line at the head of a page leaves the page break to the next one.
    newPage = match[0] === '\f' || (newPage && text.slice(start, end).trim() === '');
    start = ends.lastIndex;
  }
}

/** How wide a text is wrapped; Infinity where lines are paragraphs. */
export function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++)
    if (lines[i]!.text.trim() !== '' && lines[i + 1]!.text.trim() !== '') lengths.push(lines[i]!.text.length);
  if (lengths.length < 3) return Infinity;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? Infinity;
  if (width > widest || width < narrowest) return Infinity;
  const wide = lengths.filter((length) => length >= 0.8 * width).length;
  return wide * 5 >= lengths.length * 2 ? width : Infinity;
}

/** Whether the first word of the next line would not have fitted on this one. */
export function isFull(line: Line, next: Line, width: number): boolean {
  const word = /^\s*\S{1,60}/u.exec(next.text)?.[0].trim().length ?? 0;
  return line.text.trimEnd().length + 1 + word >= 0.9 * width;
}
