import { KEPT_PREFIXES } from '../generated/layout-cues.ts';
import { editsOf, type Edit, type MarkState } from './clean.ts';
import { isClosing, isEnded, isSalutation, isUnfinished, withoutMarks } from './forms.ts';
import { linesOf } from './lines.ts';
import { numberNotes } from './notes.ts';
import { paragraphsOf } from './paragraphs.ts';
import { Classifier, type Part, type ZoneKind } from './parts.ts';
import { ReadingBuilder, type Reading, type Stretch } from './reading.ts';

/** A stretch of the source that is of one kind; all zones together hold all that is not blank. */
export interface LayoutZone extends Stretch {
  readonly kind: ZoneKind;
}

/** A stretch of the reading text that is read in one go; sentences do not run over its ends. */
export interface LayoutSegment extends Stretch {
  readonly kind: ZoneKind;
  /** Number of the footnote, 0 for one without. */
  readonly note: number | null;
  /** Where in the reading text the one who speaks is named, in a transcript. */
  readonly speaker: Stretch | null;
}

/** A mark that leads to a footnote. */
export interface NoteMark {
  readonly note: number;
  /** Offset in the reading text, behind the word that carries the mark. */
  readonly at: number;
  readonly source: Stretch;
}

/** A text taken apart. Zones and marks know their source; segments are parts of `reading.text`. */
export interface Layout {
  readonly reading: Reading;
  readonly zones: readonly LayoutZone[];
  /** In reading order: the text, then what interrupts or follows it (comments, notes, boilerplate). */
  readonly segments: readonly LayoutSegment[];
  readonly marks: readonly NoteMark[];
}

const flowing: ReadonlySet<ZoneKind> = new Set(['body', 'list', 'quotation']);
const aside: ReadonlySet<ZoneKind> = new Set(['footnote', 'boilerplate', 'comment']);
const kept = new Set(KEPT_PREFIXES);

/**
 * Takes a plain text (also with markdown, TeX and scanners' noise) apart: what is headline, body, note and so on, and
 * how it reads without marks, markup, page heads and broken lines. Time is linear in the length of the text.
 */
export function layOut(source: string): Layout {
  const { parts } = new Classifier(source, paragraphsOf(linesOf(source)));
  for (const part of parts) trim(source, part);
  const zones = parts.filter((part) => part.end > part.start);
  const chains = chainsOf(source, zones);
  return new Writer(source, zones).write(chains);
}

function trim(source: string, part: Part): void {
  const text = source.slice(part.start, part.end);
  const blank = text.length - text.trimStart().length;
  part.end -= text.length - text.trimEnd().length;
  part.start = Math.min(part.end, part.start + blank);
  part.marker = Math.max(0, part.marker - blank);
}

/** Parts that are read in one go: those that a page break or an advertisement cuts in mid-sentence are joined again. */
function chainsOf(source: string, zones: readonly Part[]): readonly (readonly number[])[] {
  const chains: number[][] = [];
  let open: number[] | null = null;
  let [broken, paged] = [false, false];
  zones.forEach((zone, index) => {
    paged ||= zone.newPage;
    if (aside.has(zone.kind)) {
      broken = true;
      // A dash of a page head proves nothing, but notes and page numbers stand only at the ends of pages.
      paged ||=
        zone.kind !== 'comment' && (zone.kind === 'footnote' || /\d\W*$/u.test(source.slice(zone.start, zone.end)));
      return;
    }
    const before = open === null ? undefined : zones[open.at(-1)!];
    if (before && open !== null && goesOn(source, before, zone, broken || zone.newPage, paged)) {
      open.push(index);
      zone.kind = before.kind;
    } else chains.push((open = [index]));
    [broken, paged] = [false, false];
  });
  return chains;
}

function goesOn(source: string, before: Part, zone: Part, broken: boolean, paged: boolean): boolean {
  if (zone.kind === 'signature' && before.kind === 'signature') return !broken && signsOn(source, before, zone);
  const small = /^["'“‘(]?\p{Ll}/u.test(source.slice(zone.start, zone.start + 8));
  if (zone.marker > 0 || zone.speaker !== before.speaker || !flowing.has(zone.kind)) return false;
  const cut = before.kind === 'headline' && small && broken ? 'body' : before.kind;
  if (!flowing.has(cut)) return false;
  const end = withoutMarks(source.slice(Math.max(before.start, before.end - 80), before.end));
  if (isEnded(end) || (!small && !(broken ? paged : isUnfinished(end)))) return false;
  if (!broken && before.end - before.start < 40) return false;
  before.kind = cut;
  return true;
}

/** The lines of one signature or address, under each other: "ANN LEE / Governor of Leth". */
function signsOn(source: string, before: Part, zone: Part): boolean {
  const line = source.slice(before.start, before.end);
  return (
    !/\n\s*\n/u.test(source.slice(before.end, zone.start)) &&
    !isClosing(line) &&
    !isSalutation(line) &&
    before.speaker === null &&
    before.marker === 0 &&
    !/[:@]/u.test(line)
  );
}

/** Writes the reading text. */
class Writer {
  readonly #source: string;
  readonly #zones: readonly Part[];
  readonly #out: ReadingBuilder;
  readonly #marks: NoteMark[] = [];
  readonly #body: MarkState;
  readonly #speakers = new Map<number, Stretch>();
  #hyphenated: ReadonlySet<string> | null = null;

  constructor(source: string, zones: readonly Part[]) {
    this.#source = source;
    this.#zones = zones;
    this.#out = new ReadingBuilder(source);
    this.#body = { notes: new Set(zones.flatMap((zone) => zone.note ?? [])), last: 0 };
  }

  write(chains: readonly (readonly number[])[]): Layout {
    const segments: LayoutSegment[] = [];
    for (const chain of chains) segments.push(this.#segment(chain, null));
    for (const [note, chain] of this.#noteChains()) segments.push(this.#segment(chain, note));
    this.#zones.forEach((zone, index) => {
      if (zone.kind === 'comment' || zone.kind === 'boilerplate') segments.push(this.#segment([index], null));
    });
    return {
      reading: this.#out.build(),
      zones: this.#zones.map(({ start, end, kind }) => ({ start, end, kind })),
      segments: segments.filter((segment) => segment.end > segment.start),
      marks: this.#marks.toSorted((a, b) => a.source.start - b.source.start),
    };
  }

  /** Notes by their number, each whole, in the order of the source. */
  #noteChains(): ReadonlyMap<number, number[]> {
    const indices = this.#zones.flatMap((zone, index) => (zone.kind === 'footnote' ? [index] : []));
    const numbers = numberNotes(
      indices.map((index) => ({ text: this.#slice(index), explicit: this.#zones[index]!.note })),
    );
    const chains = new Map<number, number[]>();
    indices.forEach((index, i) => {
      const number = numbers[i] ?? 0;
      const chain = chains.get(number);
      if (chain) chain.push(index);
      else chains.set(number, [index]);
    });
    return chains;
  }

  #slice(index: number): string {
    return this.#source.slice(this.#zones[index]!.start, this.#zones[index]!.end);
  }

  #segment(chain: readonly number[], note: number | null): LayoutSegment {
    if (this.#out.length > 0)
      this.#out.replace(this.#zones[chain[0]!]!.start, this.#zones[chain[0]!]!.start, '\n\n', -1);
    const start = this.#out.length;
    chain.forEach((index, i) => {
      const zone = this.#zones[index]!;
      const next = this.#zones[chain[i + 1] ?? -1];
      const tear = next ? this.#tear(zone.end, next.start + next.marker) : null;
      this.#zone(zone, index, note === null ? this.#body : { notes: new Set(), last: 0 }, tear?.start ?? zone.end);
      // Lines of a signature read like appositions: "Ann Lee, Governor of Leth".
      const comma = zone.kind === 'signature' && /[\p{L}\p{N}.)]$/u.test(this.#slice(index)) ? ',' : '';
      if (next && tear?.text !== '') this.#out.replace(zone.end, zone.end, `${comma} `, -1);
    });
    const first = this.#zones[chain[0]!]!;
    const segment = {
      start,
      end: this.#out.length,
      kind: first.kind,
      note,
      speaker: this.#speakers.get(first.speaker ?? -1) ?? null,
    };
    this.#speakers.set(chain[0]!, { start, end: segment.end });
    return segment;
  }

  #zone(zone: Part, index: number, state: MarkState, end: number): void {
    let at = Math.min(end, zone.start + zone.marker);
    for (const edit of this.#edits(at, end, state)) {
      if (edit.start < at) continue;
      this.#out.copy(at, edit.start, index);
      if (edit.note !== undefined && zone.kind !== 'footnote')
        this.#marks.push({ note: edit.note, at: this.#out.length, source: { start: edit.start, end: edit.end } });
      this.#out.replace(edit.start, edit.end, edit.text, index);
      at = edit.end;
    }
    this.#out.copy(at, end, index);
  }

  /** Noise and line ends of a stretch, in order. */
  #edits(start: number, end: number, state: MarkState): readonly Edit[] {
    const edits: Edit[] = [...editsOf(this.#source, start, end, state)];
    for (const match of this.#source
      .slice(start, end)
      .matchAll(/(?:\r\n|[\n\r\f\v\u0085\u2028\u2029])\s*(?:>+\s?)?/gu)) {
      const to = start + match.index + match[0].length;
      let from = start + match.index;
      while (from > start && /[^\S\n\r]/u.test(this.#source[from - 1]!)) from -= 1;
      edits.push(this.#tear(from, to));
    }
    return edits.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** What is read between the end of one line (or page) and the beginning of the next. */
  #tear(from: number, to: number): Edit {
    const before = /(?<word>[\p{L}\p{N}.]{1,40})(?<mark>[-‐\u00ad—–])$/u.exec(
      this.#source.slice(Math.max(0, from - 42), from),
    );
    const after = /^[\p{L}\p{N}]{1,40}/u.exec(this.#source.slice(to, to + 42))?.[0];
    // "Cartel- or gang-related": such a hyphen waits for its second half.
    if (before === null || after === undefined || /^(?:and|nor|or|to)$/u.test(after))
      return { start: from, end: to, text: ' ' };
    const { word = '', mark = '' } = before.groups ?? {};
    const stays = mark === '—' || mark === '–' || this.#keepsHyphen(word, after);
    return { start: stays && mark !== '\u00ad' ? from : from - 1, end: to, text: '' };
  }

  /** "Mid-\nsentence" keeps its hyphen: a known first half, no small letters, or written so elsewhere in the text. */
  #keepsHyphen(before: string, after: string): boolean {
    if (!/\p{Ll}$/u.test(before) || !/^\p{Ll}/u.test(after) || kept.has(before.toLowerCase())) return true;
    this.#hyphenated ??= new Set(
      [...this.#source.matchAll(/\p{L}{1,40}-\p{L}{1,40}/gu)].map((match) => match[0].toLowerCase()),
    );
    return this.#hyphenated.has(`${before}-${after}`.toLowerCase());
  }
}
