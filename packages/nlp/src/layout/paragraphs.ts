import { isFull, wrapWidth, type Line } from './lines.ts';
import { noteStart } from './notes.ts';

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
}

const bullet =
  /^\s*(?:[-–*•·▪◦‣+]\s+|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)]\s+(?=\S)|\((?:\d{1,3}|[a-zA-Z]{1,4})\)\s*)/u;
const starts = /^\s*(?:#{1,6}\s|>|\||```|-{3,}\s*$|_{3,}\s*$|={3,}\s*$)/u;
/** "THE PRESIDENT: ...", "Q    ..." in transcripts. */
export const speakerLabel =
  /^\s*(?:Q(?:\s*:|\s+(?=[\p{Lu}"“]))|(?=[^:\n]{2,60}:)\p{Lu}[\p{Lu}\p{N} .,'’&()-]{1,59}:(?=\s|$))/u;
const pageWords = /^[\s*_|–-]*(?:page|p\.|pg\.)\s*[*_]*\d{1,4}[*_]*(?:\s*(?:of|\/)\s*[*_]*\d{1,4}[*_]*)?[\s*_|–-]*$/iu;
const pageAtEnd = /(?:^|\s)[*_]*page\s+[*_]*\d{1,4}[*_]*\s+of\s+[*_]*\d{1,4}[*_]*\s*$/iu;
const dashedNumber = /^\s*[-–—]\s?\d{1,4}\s?[-–—]\s*$/u;

/** The marker with which an item of a list or a numbered heading begins, with the blanks behind it. */
export const listMarker = (text: string): string => {
  const first = bullet.exec(text)?.[0] ?? '';
  // "- 1. Combating": a bullet and a number.
  return first === '' ? '' : first + (/^(?:\d{1,3}|[a-z])[.)]\s+/u.exec(text.slice(first.length))?.[0] ?? '');
};

const masked = (line: string): string => line.replaceAll(/\d+/gu, '#').replaceAll(/[*_]/gu, '').trim();
const headingWords =
  /^(?:section|sec\.|article|art\.|chapter|part|title|question|exhibit|figure|table|amendment|item|note|step|appendix|annex|count|day|rule|§|#)/iu;

/** Indices of lines that number pages or are repeated at their heads and feet. */
function furnitureOf(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  const series = new Map<string, { readonly index: number; readonly number: number }[]>();
  const heads = new Map<string, number[]>();
  lines.forEach(({ text, newPage }, index) => {
    const line = text.trim();
    if (line === '' || line.length > 120) return;
    if (pageWords.test(line) || pageAtEnd.test(line) || dashedNumber.test(line)) found.add(index);
    if (newPage) heads.set(masked(line), [...(heads.get(masked(line)) ?? []), index]);
    const numbers = line.match(/\d{1,4}/gu);
    const at = numbers?.at(-1);
    if (at === undefined || headingWords.test(line) || listMarker(line) !== '') return;
    const key = masked(line);
    series.set(key, [...(series.get(key) ?? []), { index, number: Number(at) }]);
  });
  // "Report of the Commission 12", "Report of the Commission 13", ...: the same words, the number one higher each time.
  for (const [key, all] of series) {
    if (all.length < 3 || (key === '#' && all.some(({ index }) => !alone(lines, index)))) continue;
    const climbing = all.every(
      ({ number, index }, i) => i === 0 || (number === all[i - 1]!.number + 1 && index > all[i - 1]!.index + 4),
    );
    if (climbing) for (const { index } of all) found.add(index);
  }
  for (const all of heads.values()) if (all.length > 1) for (const index of all) found.add(index);
  return found;
}

const alone = (lines: readonly Line[], index: number): boolean =>
  (lines[index - 1]?.text.trim() ?? '') === '' ||
  (lines[index + 1]?.text.trim() ?? '') === '' ||
  lines[index + 1]!.newPage;

const startsPart = (text: string): boolean =>
  starts.test(text) || listMarker(text) !== '' || noteStart(text) !== null || speakerLabel.test(text);

/** Whether a line goes on in the next one. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.newPage || startsPart(next.text) || /^\s*#{1,6}\s/u.test(line.text)) return false;
  if (isFull(line, next, width) || (/[\p{L}.][-\u00ad]\s*$/u.test(line.text) && /^\s*\p{L}/u.test(next.text)))
    return true;
  return /^\s*["'“‘(]?\p{Ll}/u.test(next.text) && !/[.!?:;]["'”’)\]]*\s*$/u.test(line.text);
}

/** The paragraphs of a text; lines that were only wrapped are in one. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const furniture = furnitureOf(lines);
  const width = wrapWidth(lines.filter((_, index) => !furniture.has(index)));
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  let [apart, newPage] = [true, false];
  const close = (isFurniture: boolean): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first && last)
      paragraphs.push({
        start: first.start,
        end: last.end,
        lines: open,
        apart,
        newPage: newPage || first.newPage,
        furniture: isFurniture,
      });
    if (first) [apart, newPage] = [false, false];
    open = [];
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
    if (last && !goesOn(last, line, width)) close(false);
    open.push(line);
  });
  close(false);
  return paragraphs;
}
