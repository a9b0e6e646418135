import type { DocumentText } from './types.ts';

/** A stretch of text over which zone and claims stay the same. */
export interface Piece {
  readonly text: string;
  readonly zone: string;
  readonly claims: readonly string[];
}

/**
 * Cuts a text at every border of a zone or a claim, so that overlapping claims can be marked without nesting. Offsets are UTF-16
 * units; what lies outside the text is ignored.
 */
export function pieces(text: string, zones: DocumentText['zones'], marks: DocumentText['marks']): readonly Piece[] {
  const inside = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const borders = [
    ...new Set([0, text.length, ...[...zones, ...marks].flatMap(({ start, end }) => [inside(start), inside(end)])]),
  ].toSorted((a, b) => a - b);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const covers = (span: { start: number; end: number }): boolean => span.start <= start && span.end >= end;
    return {
      text: text.slice(start, end),
      zone: zones.findLast(covers)?.kind ?? 'body',
      claims: marks.filter(covers).map(({ claim }) => claim),
    };
  });
}
