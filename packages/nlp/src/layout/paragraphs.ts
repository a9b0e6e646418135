import { furnitureOf } from './furniture.ts';
import { isFull, wrapWidth, type Line } from './lines.ts';
import { noteStart } from './notes.ts';
import { plainNotes } from './plain-notes.ts';
import { speakerLabel } from './speakers.ts';

/** Lines that are read in one go. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  /** Blank lines (or the beginning, or a page break) stand before it. */
  readonly apart: boolean;
  /** A page begins with it. */
  readonly newPage: boolean;
  /** It is the number or the running head of a page. */
  readonly furniture: boolean;
  /** Number of the note that it begins, where nothing but the number tells. */
  readonly plainNote: number | null;
}

const bullet =
  /^\s*(?:[-–*•·▪◦‣+]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)]\s+(?=\S)|\((?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5})\)\s+(?=\S))/u;
const starts = /^\s*(?:#{1,6}\s|>|\||```|-{3,}\s*$|_{3,}\s*$|={3,}\s*$)/u;
/** The marker with which an item of a list or a numbered heading begins, with the blanks behind it. */
export const listMarker = (text: string): string => {
  const first = bullet.exec(text)?.[0] ?? '';
  // "- 1. Combating": a bullet and a number.
  return first === '' ? '' : first + (/^(?:\d{1,3}|[a-z])[.)]\s+/u.exec(text.slice(first.length))?.[0] ?? '');
};

const startsPart = (text: string): boolean =>
  starts.test(text) || listMarker(text) !== '' || noteStart(text) !== null || speakerLabel.test(text);

/** What begins a part only where a sentence has ended before. */
const weakStart = /^\s*(?:–\s|\p{Lu}\.\s|\p{Lu}\p{L}+\.? \p{Lu}\p{L}+\.)/u;

/** Whether a line goes on in the next one. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.newPage || /^\s*#{1,6}\s/u.test(line.text)) return false;
  const full = isFull(line, next, width);
  const ended = /[.!?:;]["'”’)\]]*\s*$/u.test(line.text);
  // In the middle of a sentence a dash, an initial or a title at the head of a line begins nothing.
  if (startsPart(next.text)) return full && !ended && listMarker(line.text) === '' && weakStart.test(next.text);
  if (full || (/[\p{L}.][-\u00ad]\s*$/u.test(line.text) && /^\s*\p{L}/u.test(next.text))) return true;
  return /^\s*["'“‘(]?\p{Ll}/u.test(next.text) && !ended;
}

/** The paragraphs of a text; lines that were only wrapped are in one. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const furniture = furnitureOf(lines);
  const notes = plainNotes(lines, furniture);
  const width = wrapWidth(lines.filter((_, index) => !furniture.has(index)));
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let [apart, newPage] = [true, false];
  let plainNote: number | null = null;
  const close = (isFurniture: boolean): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last)
      paragraphs.push({
        start: first.start + first.text.length - first.text.trimStart().length,
        end: last.start + last.text.trimEnd().length,
        lines: open,
        apart,
        newPage: newPage || first.newPage,
        furniture: isFurniture,
        plainNote,
      });
    if (first) [apart, newPage] = [false, false];
    [open, plainNote] = [[], null];
  };
  lines.forEach((line, index) => {
    if (line.text.trim() === '') {
      close(false);
      apart = true;
      newPage ||= line.newPage;
      return;
    }
    if (furniture.has(index)) {
      close(false);
      open = [line];
      close(true);
      return;
    }
    const last = open.at(-1);
    const note = notes.get(index) ?? null;
    if (last && (note !== null || !goesOn(last, line, width))) close(false);
    plainNote = note ?? plainNote;
    open.push(line);
  });
  close(false);
  return paragraphs;
}
