import {
  commentsHeading,
  commentsLabel,
  datelineLength,
  furnitureKind,
  isAddress,
  isByline,
  isClosing,
  isDate,
  isHeading,
  isLoud,
  isPlace,
  isReply,
  isSalutation,
  leadsToQuotation,
  looksLikeComment,
  mailHeader,
  withoutMarks,
} from './forms.ts';
import { noteStart } from './notes.ts';
import { notesAmong, startOf } from './notes-among.ts';
import { listMarker, type Paragraph } from './paragraphs.ts';
import { Speakers } from './speakers.ts';

/** What a stretch of a document is. */
export type ZoneKind =
  | 'headline'
  | 'dateline'
  | 'body'
  | 'quotation'
  | 'footnote'
  | 'list'
  | 'comment'
  | 'boilerplate'
  | 'signature';

/** A stretch of one kind. */
export interface Part {
  start: number;
  end: number;
  kind: ZoneKind;
  /** Length of the marker at its beginning (number of an item, mark of a note), which is not read. */
  marker: number;
  /** Number printed at the beginning of a note. */
  readonly note: number | null;
  /** A page ends before it. */
  readonly newPage: boolean;
  /** Index of the part that names who speaks, in a transcript. */
  readonly speaker: number | null;
}

type Section = 'head' | 'main' | 'closing' | 'comments';

/** Paragraphs to parts, in the order of the source. */
export class Classifier {
  readonly parts: Part[] = [];
  readonly #source: string;
  readonly #paragraphs: readonly Paragraph[];
  readonly #notes: ReadonlyMap<number, number | null>;
  readonly #speakers: Speakers;
  readonly #romans: boolean;
  /** Numbers of notes that only a bare number begins. */
  readonly #plain: ReadonlySet<number>;
  readonly #mail: boolean;
  /** Index of the salutation of a letter, -1 if there is none near its beginning. */
  readonly #salutation: number;
  #fenced = false;
  #section: Section = 'head';
  #headline = '';
  #furniture = false;
  #speaker: number | null = null;
  #bodies = 0;

  constructor(source: string, paragraphs: readonly Paragraph[]) {
    this.#source = source;
    this.#paragraphs = paragraphs;
    this.#notes = notesAmong(source, paragraphs);
    this.#plain = new Set(paragraphs.flatMap(({ plainNote }) => plainNote ?? []));
    const heads = paragraphs.map((one) => source.slice(one.start, Math.min(one.end, one.start + 80)));
    this.#speakers = new Speakers(paragraphs.map((one) => source.slice(one.start, one.end)));
    this.#romans = heads.some((text) => /^\s*I\.\s/u.test(text)) && heads.some((text) => /^\s*II\.\s/u.test(text));
    this.#mail = heads.slice(0, 12).filter((text) => mailHeader(text) !== null).length > 2;
    this.#salutation = heads.slice(0, 25).findIndex((text) => isSalutation(text));
    paragraphs.forEach((one, index) => this.#classify(one, index));
    this.#closeUp();
  }

  #text(index: number): string {
    const one = this.#paragraphs[index];
    const text = one ? withoutMarks(this.#source.slice(one.start, one.end)) : '';
    const mark =
      this.#plain.size > 0 ? /(?<=[.!?]["'”’]?)(?<number>\d{1,3})$/u.exec(text)?.groups?.['number'] : undefined;
    return mark !== undefined && this.#plain.has(Number(mark)) ? text.slice(0, -mark.length) : text;
  }

  #put(
    one: Paragraph,
    kind: ZoneKind,
    more: { start?: number; end?: number; marker?: number; note?: number | null; speaker?: number | null } = {},
  ): void {
    this.parts.push({
      start: more.start ?? one.start,
      end: more.end ?? one.end,
      kind,
      marker: more.marker ?? 0,
      note: more.note ?? null,
      newPage: one.newPage,
      speaker: more.speaker ?? null,
    });
  }

  #classify(one: Paragraph, index: number): void {
    const text = this.#text(index);
    if (one.furniture) return this.#put(one, 'boilerplate');
    const note = this.#notes.get(index);
    if (note !== undefined) return this.#note(one, note);
    if (this.#outside(one, index, text)) return;
    if (this.#section === 'head' && this.#heads(one, index, text)) return;
    if (isClosing(text)) {
      this.#section = 'closing';
      return this.#put(one, 'signature');
    }
    if (
      this.#section === 'closing' &&
      text.length < 160 &&
      !/[.!?]["”’]?\s*$/u.test(text.replace(/\b\p{L}\.\s*$/u, ''))
    )
      return this.#put(one, isDate(text) ? 'dateline' : 'signature');
    this.#reads(one, index, text);
  }

  /** A paragraph of notes; another one may begin inside of it ("https://example.org/a. ⁵² Id."). */
  #note(one: Paragraph, note: number | null): void {
    const text = this.#source.slice(one.start, one.end);
    let start = 0;
    let number = note;
    for (const next of text.matchAll(/(?<=[\s.,;])[⁰¹²³⁴-⁹]{1,3}(?=\s+[\p{Lu}*_"“])/gu)) {
      const found = noteStart(text.slice(next.index))?.note;
      if (number === null || next.index === 0 || found !== number + 1) continue;
      this.#put(one, 'footnote', this.#span(one, start, next.index, number));
      [start, number] = [next.index, found];
    }
    this.#put(one, 'footnote', this.#span(one, start, text.length, number));
  }

  #span(
    one: Paragraph,
    start: number,
    end: number,
    note: number | null,
  ): { start: number; end: number; note: number | null; marker: number } {
    const text = this.#source.slice(one.start + start, one.start + end);
    const mark = note === null ? null : start === 0 ? startOf(one, text) : noteStart(text);
    return { start: one.start + start, end: one.start + end, note, marker: mark?.length ?? 0 };
  }

  /** Furniture and readers' comments. */
  #outside(one: Paragraph, index: number, text: string): boolean {
    if (one.apart) this.#furniture = false;
    // Code between fences is no language.
    const fence = /^\s*(?:```|~~~)/u.test(text);
    if (fence || this.#fenced) {
      if (fence) this.#fenced = !this.#fenced;
      this.#put(one, 'boilerplate');
      return true;
    }
    const next = this.#text(index + 1);
    const comments = commentsHeading(text) || (commentsLabel(text) && looksLikeComment(next));
    const kind = furnitureKind(text);
    if (this.#furniture || comments || kind !== null || /^\s*\d{1,4}\s*$/u.test(text)) {
      if (comments) this.#section = 'comments';
      else if (this.#section === 'comments' && kind !== null) this.#section = 'main';
      if (isReply(text) || kind === 'block') this.#furniture = true;
      this.#put(one, 'boilerplate');
      return true;
    }
    if (this.#section !== 'comments') return false;
    this.#put(one, 'comment', { marker: listMarker(text).length });
    return true;
  }

  /** What stands above the text: headline, date, author, addresses. */
  #heads(one: Paragraph, index: number, text: string): boolean {
    const header = this.#mail ? mailHeader(text) : null;
    if (header) {
      const kind =
        header.name === 'subject' ? 'headline' : /^(?:date|sent)$/u.test(header.name) ? 'dateline' : 'signature';
      if (kind === 'headline') this.#headline ||= text.slice(header.length);
      this.#put(one, kind, { marker: header.length });
    } else if (isDate(text) || (this.#headline !== '' && isPlace(text))) this.#put(one, 'dateline');
    else if (isSalutation(text)) {
      this.#section = 'main';
      this.#put(one, 'signature');
    } else if (index > 0 && index < this.#salutation && text.trim() !== this.#headline && text.length < 220) {
      // Under the letterhead stand the writer and the reader with their addresses.
      this.#put(one, 'signature');
    } else if (isAddress(text) || (this.#headline !== '' && isByline(text))) this.#put(one, 'signature');
    else if (
      text.trim() === this.#headline ||
      (text.length < 220 && isHeading(text, this.#headline === '' && listMarker(text) === ''))
    ) {
      this.#headline ||= text.trim();
      this.#put(one, 'headline', { marker: /^\s*#{1,6}\s+/u.exec(text)?.[0].length ?? 0 });
    } else {
      this.#section = 'main';
      return false;
    }
    return true;
  }

  #reads(one: Paragraph, index: number, text: string): void {
    this.#section = 'main';
    if (isDate(text)) return this.#put(one, 'dateline');
    const label = this.#speakers.labelLength(text);
    if (label > 0) {
      this.#speaker = this.parts.length;
      this.#put(one, 'signature', { end: one.start + label });
      if (label < text.length) this.#put(one, 'quotation', { start: one.start + label, speaker: this.#speaker });
      return;
    }
    const marker = listMarker(text);
    const roman = /^\s*[IVXL]{1,5}\.\s+$/u.test(marker);
    const sibling = [this.#text(index - 1), this.#text(index + 1)].some((other) => listMarker(other) !== '');
    const enumerated = marker !== '' && (!/^\s*\p{Lu}\.\s+$/u.test(marker) || (roman && this.#romans));
    const headed = one.lines.length === 1 && isHeading(text, enumerated && !sibling);
    const quoted = /^\s*>+\s?/u.exec(text)?.[0];
    if (quoted !== undefined) this.#put(one, 'quotation', { marker: quoted.length });
    else if (text.startsWith('|')) this.#put(one, /^[\s|:-]+$/u.test(text) ? 'boilerplate' : 'list');
    else if (headed && !(enumerated && sibling && !roman)) {
      if (isLoud(text) || /^\s*#/u.test(text)) this.#speaker = null;
      this.#put(one, 'headline', {
        marker: /^\s*#{1,6}\s+/u.exec(text)?.[0].length ?? (enumerated ? marker.length : 0),
      });
    } else if (enumerated) this.#put(one, roman && this.#romans ? 'body' : 'list', { marker: marker.length });
    else if (this.#speaker !== null) this.#put(one, 'quotation', { speaker: this.#speaker });
    else this.#says(one, index, text);
  }

  #says(one: Paragraph, index: number, text: string): void {
    const before = this.parts.at(-1);
    const led =
      before?.kind === 'body' &&
      leadsToQuotation(this.#source.slice(before.start, before.end)) &&
      text.length > 80 &&
      !/^\s*["“]/u.test(text);
    const dateline = this.#bodies < 3 && this.#paragraphs[index]?.apart ? datelineLength(text) : 0;
    this.#bodies += 1;
    if (dateline > 0 && dateline < text.length) {
      this.#put(one, 'dateline', { end: one.start + dateline });
      this.#put(one, 'body', { start: one.start + dateline });
    } else this.#put(one, led ? 'quotation' : 'body');
  }

  /** Names and dates under a text without a closing ("JOSEPH R. BIDEN JR. / THE WHITE HOUSE, / May 12, 2022."). */
  #closeUp(): void {
    const tail: Part[] = [];
    for (const part of this.parts.toReversed()) {
      const text = this.#source.slice(part.start, part.end);
      if (part.kind === 'footnote' || part.kind === 'boilerplate' || part.kind === 'comment') continue;
      if (
        tail.length > 7 ||
        text.length > 80 ||
        !(isDate(text) || isLoud(text) || part.kind === 'headline' || part.kind === 'signature')
      )
        break;
      tail.push(part);
    }
    const named = tail.some(({ start, end }) =>
      /^\W*\p{Lu}{2,}(?:[ .]+\p{Lu}[\p{Lu}.'’-]*){1,4}\W*$/u.test(this.#source.slice(start, end).trim()),
    );
    if (!named || tail.length === this.parts.length) return;
    for (const part of tail) part.kind = isDate(this.#source.slice(part.start, part.end)) ? 'dateline' : 'signature';
  }
}
