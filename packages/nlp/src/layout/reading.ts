/** Half-open stretch, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The reading text and where each of its units comes from. A piece either copies the source unit for unit
 * or replaces a stretch of it as a whole ("ﬁ" by "fi", ". . ." by "..."); what is in no piece is not read.
 * Pieces follow the reading text, which may put a footnote behind the page that it interrupts.
 */
export class Reading {
  readonly text: string;
  readonly #readingStarts: readonly number[];
  readonly #sourceStarts: readonly number[];
  readonly #sourceEnds: readonly number[];
  readonly #zones: readonly number[];
  /** Pieces in the order of the source, made when it is first asked for. */
  #bySource: readonly number[] | null = null;

  constructor(
    text: string,
    pieces: {
      readonly readingStarts: readonly number[];
      readonly sourceStarts: readonly number[];
      readonly sourceEnds: readonly number[];
      readonly zones: readonly number[];
    },
  ) {
    this.text = text;
    this.#readingStarts = pieces.readingStarts;
    this.#sourceStarts = pieces.sourceStarts;
    this.#sourceEnds = pieces.sourceEnds;
    this.#zones = pieces.zones;
  }

  /**
   * Stretches of the source that a stretch of the reading text stands for, in reading order: one, unless a page break
   * or the like comes in between. Markup inside a zone ("*i.e.*") parts nothing.
   */
  sourceSpans(start: number, end: number): readonly Stretch[] {
    const spans: { start: number; end: number }[] = [];
    let zone = -1;
    for (let piece = this.#pieceAt(start); piece < this.#readingStarts.length; piece++) {
      const from = this.#readingStarts[piece]!;
      if (from >= end && start < end) break;
      const to = this.#readingStarts[piece + 1] ?? this.text.length;
      const [sourceStart, sourceEnd] = [this.#sourceStarts[piece]!, this.#sourceEnds[piece]!];
      if (sourceStart === sourceEnd && start < end) continue;
      const copied = sourceEnd - sourceStart === to - from;
      const a = copied ? sourceStart + Math.max(0, start - from) : sourceStart;
      const b = copied ? sourceEnd - Math.max(0, to - end) : sourceEnd;
      const last = spans.at(-1);
      if (last && zone === this.#zones[piece] && a >= last.start) last.end = Math.max(last.end, b);
      else if (last && a === last.end) last.end = b;
      else spans.push({ start: a, end: Math.max(a, b) });
      zone = this.#zones[piece]!;
      if (start >= end) break;
    }
    return spans;
  }

  /** The one stretch of the source from the beginning of the first to the end of the last word of a stretch of the reading text. */
  sourceSpan(start: number, end: number): Stretch {
    const spans = this.sourceSpans(start, end);
    if (spans.length === 0) return { start: 0, end: 0 };
    let [from, to] = [Infinity, 0];
    for (const span of spans) [from, to] = [Math.min(from, span.start), Math.max(to, span.end)];
    return { start: from, end: to };
  }

  /** Where a unit of the source is read; what is left out gives the place where it would stand. */
  readingOffset(source: number): number {
    this.#bySource ??= this.#sourceStarts
      .map((_, piece) => piece)
      .filter((piece) => this.#sourceEnds[piece]! > this.#sourceStarts[piece]!)
      .toSorted((a, b) => this.#sourceStarts[a]! - this.#sourceStarts[b]!);
    let [low, high] = [0, this.#bySource.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sourceStarts[this.#bySource[middle]!]! <= source) low = middle + 1;
      else high = middle;
    }
    const piece = this.#bySource[low - 1];
    if (piece === undefined) return 0;
    const length = (this.#readingStarts[piece + 1] ?? this.text.length) - this.#readingStarts[piece]!;
    return this.#readingStarts[piece]! + Math.min(length, source - this.#sourceStarts[piece]!);
  }

  /**
   * The same reading over another source: this one's source is the text that `before` reads. "Reading of a plain text" after
   * "plain text of an HTML page" is a reading of the page.
   */
  over(before: Reading): Reading {
    const pieces = {
      readingStarts: [] as number[],
      sourceStarts: [] as number[],
      sourceEnds: [] as number[],
      zones: [] as number[],
    };
    const add = (reading: number, start: number, end: number, zone: number): void => {
      pieces.readingStarts.push(reading);
      pieces.sourceStarts.push(start);
      pieces.sourceEnds.push(end);
      pieces.zones.push(zone);
    };
    this.#readingStarts.forEach((from, piece) => {
      const to = this.#readingStarts[piece + 1] ?? this.text.length;
      const [start, end, zone] = [this.#sourceStarts[piece]!, this.#sourceEnds[piece]!, this.#zones[piece]!];
      if (end - start !== to - from || end === start) {
        const span = before.sourceSpan(start, end);
        add(from, span.start, span.end, zone);
        return;
      }
      let at = start;
      for (let other = before.#pieceAt(start); at < end; other++) {
        const [otherFrom, otherTo] = [
          before.#readingStarts[other]!,
          before.#readingStarts[other + 1] ?? before.text.length,
        ];
        const [a, b] = [before.#sourceStarts[other]!, before.#sourceEnds[other]!];
        const until = Math.min(end, otherTo);
        const copied = b - a === otherTo - otherFrom;
        add(from + at - start, copied ? a + at - otherFrom : a, copied ? a + until - otherFrom : b, zone);
        at = until;
      }
    });
    return new Reading(this.text, pieces);
  }

  #pieceAt(reading: number): number {
    let [low, high] = [0, this.#readingStarts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#readingStarts[middle]! <= reading) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** Puts a reading text together. */
export class ReadingBuilder {
  readonly #source: string;
  readonly #parts: string[] = [];
  readonly #readingStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #zones: number[] = [];
  #length = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Length of the reading text so far. */
  get length(): number {
    return this.#length;
  }

  /** Takes a stretch of the source as it is. */
  copy(start: number, end: number, zone: number): void {
    if (end > start) this.#add(this.#source.slice(start, end), start, end, zone);
  }

  /** Reads `text` for a stretch of the source; an empty stretch makes a separator that comes from nowhere. */
  replace(start: number, end: number, text: string, zone: number): void {
    if (text !== '') this.#add(text, start, end, zone);
  }

  build(): Reading {
    return new Reading(this.#parts.join(''), {
      readingStarts: this.#readingStarts,
      sourceStarts: this.#sourceStarts,
      sourceEnds: this.#sourceEnds,
      zones: this.#zones,
    });
  }

  #add(text: string, start: number, end: number, zone: number): void {
    this.#readingStarts.push(this.#length);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#zones.push(zone);
    this.#parts.push(text);
    this.#length += text.length;
  }
}
