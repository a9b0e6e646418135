import type { Doc } from './annotate.ts';

/** A stretch that quotation marks do not cross. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Tokens between quotation marks, half-open, without the marks. */
export interface Quoted {
  readonly from: number;
  readonly to: number;
}

/**
 * Pairs of quotation marks inside each zone; one that is left open ends with its zone. `printedAt` gives a mark as the
 * source prints it: a curly one tells which side it is.
 */
export function quotedIn(
  doc: Doc,
  printedAt: (offset: number) => string,
  zones: readonly Stretch[],
): readonly Quoted[] {
  const spans: Quoted[] = [];
  let token = 0;
  for (const zone of zones) {
    let open = -1;
    while (token < doc.length && doc.start(token) < zone.end) {
      if (doc.form(token) === '"') {
        const printed = printedAt(doc.start(token));
        const isClosing = printed === '”' || (printed !== '“' && open >= 0);
        if (isClosing && open >= 0) {
          spans.push({ from: open + 1, to: token });
          open = -1;
        } else if (!isClosing && open < 0) open = token;
      }
      token += 1;
    }
    if (open >= 0 && token > open + 1) spans.push({ from: open + 1, to: token });
  }
  return spans;
}
