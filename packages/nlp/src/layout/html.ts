import { HTML_ASIDE, HTML_ASIDE_WORDS, HTML_BLOCKS, HTML_RAW, HTML_VOID } from '../generated/layout-cues.ts';
import { entityText } from './clean.ts';
import { layOut, type Layout, type LayoutZone } from './lay-out.ts';
import { ReadingBuilder, type Stretch } from './reading.ts';
import { attribute, endOfTag, tagAt, type Tag } from './tags.ts';

/** What the head of a page says of it; empty where it says nothing. */
export interface PageFacts {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** As written, usually an ISO date with a time. */
  readonly published: string | null;
}

const blocks = new Set(HTML_BLOCKS);
const raw = new Set(HTML_RAW);
const aside = new Set(HTML_ASIDE);
const empty = new Set(HTML_VOID);
const asideWords = new Set(HTML_ASIDE_WORDS);
const deepest = 400;

/** A stretch of a paragraph, with what is read for it where that is not what is written. */
interface Run extends Stretch {
  readonly read: string | null;
  readonly isLink: boolean;
}
/** Longest paragraph of links that only leads elsewhere. */
const longestWay = 200;

interface Open {
  readonly name: string;
  /** It and all in it is no text of the document. */
  readonly aside: boolean;
}

/** Whether a file holds an HTML page: by its beginning. */
export const isHtml = (source: string): boolean =>
  /^\ufeff?\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b/iu.test(source.slice(0, 4000));

const plainText = (text: string): string =>
  text
    .replaceAll(/&#?[a-zA-Z0-9]{1,8};/gu, (reference) => entityText(reference) ?? reference)
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** Reads a page: its text without markup as a plain text with a map, its furniture, and what its head says. */
class PageReader {
  readonly #source: string;
  readonly #out: ReadingBuilder;
  readonly #stack: Open[] = [];
  readonly #furniture: Stretch[] = [];
  readonly #facts: Record<'title' | 'author' | 'publisher' | 'published', string | null> = {
    title: null,
    author: null,
    publisher: null,
    published: null,
  };
  /** The page marks its main part. */
  readonly #marked: boolean;
  /** What the open paragraph holds so far. */
  #runs: Run[] = [];
  #lead = '';

  constructor(source: string) {
    this.#source = source;
    this.#out = new ReadingBuilder(source);
    this.#marked = /<(?:article|main)[\s>]/iu.test(source);
  }

  read(): { readonly layout: Layout; readonly facts: PageFacts } {
    const source = this.#source;
    let at = 0;
    for (let tag = tagAt(source, 0); tag; tag = tagAt(source, at)) {
      this.#text(at, tag.start);
      at = this.#tag(tag);
    }
    this.#text(at, source.length);
    this.#flush();
    const page = this.#out.build();
    const layout = layOut(page.text);
    const zones = layout.zones.map(({ start, end, kind }): LayoutZone => ({ ...page.sourceSpan(start, end), kind }));
    return {
      facts: this.#facts,
      layout: {
        ...layout,
        reading: layout.reading.over(page),
        zones: withFurniture(zones, this.#furniture),
        marks: layout.marks.map((mark) => ({ ...mark, source: page.sourceSpan(mark.source.start, mark.source.end) })),
      },
    };
  }

  /** Takes notice of a tag; gives the place where the page goes on. */
  #tag(tag: Tag): number {
    const { name, isEnd, attributes, end } = tag;
    if (name === '!' || name === '?') return end;
    if (name === 'meta' || name === 'time') this.#meta(name, attributes);
    if (!isEnd && (raw.has(name) || name === 'title')) return this.#skip(name, end);
    if (blocks.has(name)) this.#break(name, isEnd);
    if (isEnd) this.#close(name);
    else if (!empty.has(name) && !/\/\s*$/u.test(attributes) && this.#stack.length < deepest)
      this.#open(name, attributes);
    if (name === 'sup' && !isEnd) {
      // A raised number is the mark of a note.
      const mark = /^(?:\s|<[^<>]{0,300}>){0,6}\[?(?<number>\d{1,3})\]?(?:\s|<[^<>]{0,300}>){0,6}<\/sup>/iu.exec(
        this.#source.slice(end, end + 1500),
      );
      if (mark && this.#isText()) {
        this.#runs.push({
          start: tag.start,
          end: end + mark[0].length,
          read: `[^${mark.groups?.['number']}]`,
          isLink: false,
        });
        this.#close('sup');
        return end + mark[0].length;
      }
    }
    return end;
  }

  #open(name: string, attributes: string): void {
    if (name === 'p' || name === 'li' || name === 'dd' || name === 'dt') this.#closeOpen(name);
    const words = `${attribute(attributes, 'class') ?? ''} ${attribute(attributes, 'id') ?? ''}`
      .toLowerCase()
      .split(/[\s_]+/u);
    const inMain = this.#stack.some((one) => one.name === 'article' || one.name === 'main');
    const isAside =
      aside.has(name) ||
      (name === 'header' && !inMain) ||
      attribute(attributes, 'hidden') !== null ||
      /display:\s*none/iu.test(attribute(attributes, 'style') ?? '') ||
      (name !== 'body' &&
        name !== 'html' &&
        name !== 'article' &&
        name !== 'main' &&
        words.some((word) => asideWords.has(word)));
    this.#stack.push({ name, aside: isAside });
  }

  /** A paragraph or item that was left open ends where the next one begins. */
  #closeOpen(name: string): void {
    const index = this.#stack.findLastIndex((one) => blocks.has(one.name));
    if (this.#stack[index]?.name === name) this.#stack.length = index;
  }

  #close(name: string): void {
    const index = this.#stack.findLastIndex((one) => one.name === name);
    if (index >= 0) this.#stack.length = index;
  }

  #isText(): boolean {
    return (
      !this.#stack.some((one) => one.aside) &&
      (!this.#marked || this.#stack.some((one) => one.name === 'article' || one.name === 'main' || one.name === 'h1'))
    );
  }

  #break(name: string, isEnd: boolean): void {
    this.#flush();
    this.#lead = isEnd
      ? ''
      : name === 'blockquote'
        ? '> '
        : name === 'li'
          ? '- '
          : /^h[1-6]$/u.test(name)
            ? '# '
            : this.#lead;
  }

  #skip(name: string, from: number): number {
    const close = new RegExp(`</${name}[\\s>]`, 'giu');
    close.lastIndex = from;
    const found = close.exec(this.#source);
    const end = found?.index ?? this.#source.length;
    if (name === 'title') this.#facts.title ??= plainText(this.#source.slice(from, end)) || null;
    return found ? endOfTag(this.#source, found.index + name.length + 2) : this.#source.length;
  }

  #meta(name: string, attributes: string): void {
    const key = (
      attribute(attributes, 'property') ??
      attribute(attributes, 'name') ??
      attribute(attributes, 'itemprop') ??
      ''
    ).toLowerCase();
    const value = plainText(attribute(attributes, 'content') ?? '') || null;
    if (key === 'og:title') this.#facts.title = value ?? this.#facts.title;
    else if (key === 'author' || key === 'article:author')
      this.#facts.author ??= value?.startsWith('http') ? null : value;
    else if (key === 'og:site_name') this.#facts.publisher ??= value;
    else if (/^(?:article:published_time|date|dc\.date(?:\.issued)?|datepublished|publish-?date|pubdate)$/u.test(key))
      this.#facts.published ??= value;
    else if (name === 'time' && this.#isText()) this.#facts.published ??= attribute(attributes, 'datetime');
  }

  #text(from: number, to: number): void {
    const text = this.#source.slice(from, to);
    const isBlank = text.trim() === '';
    if (isBlank && (text === '' || this.#runs.length === 0)) return;
    if (!this.#isText()) {
      if (!isBlank)
        this.#furniture.push({
          start: from + text.length - text.trimStart().length,
          end: from + text.trimEnd().length,
        });
      return;
    }
    const isLink = this.#stack.some((one) => one.name === 'a');
    const put = (start: number, end: number, read: string | null): void => {
      if (end > start) this.#runs.push({ start, end, read, isLink });
    };
    let at = this.#runs.length === 0 ? from + text.length - text.trimStart().length : from;
    // Line ends of the source are blanks of the page.
    const base = at;
    for (const match of this.#source.slice(base, to).matchAll(/[\n\r\t\f]\s*|&#?[a-zA-Z0-9]{1,8};/gu)) {
      const read = match[0].startsWith('&') ? entityText(match[0]) : ' ';
      if (read === null) continue;
      const start = base + match.index;
      put(at, start, null);
      at = start + match[0].length;
      put(start, at, read);
    }
    put(at, to, null);
  }

  /** Ends the open paragraph: what is nothing but links leads elsewhere, the rest is text. */
  #flush(): void {
    const [first, last] = [this.#runs[0], this.#runs.at(-1)];
    if (!first || !last) return;
    let [all, linked] = [0, 0];
    for (const { start, end, read, isLink } of this.#runs) {
      const length = (read ?? this.#source.slice(start, end)).trim().length;
      all += length;
      if (isLink) linked += length;
    }
    const isWay =
      linked > 0.8 * all &&
      all < longestWay &&
      this.#lead !== '# ' &&
      !/[.!?]["'”’]?\s*$/u.test(this.#source.slice(last.start, last.end));
    if (isWay) this.#furniture.push({ start: first.start, end: last.end });
    else {
      this.#out.replace(first.start, first.start, (this.#out.length === 0 ? '' : '\n\n') + this.#lead, 0);
      for (const { start, end, read } of this.#runs)
        if (read === null) this.#out.copy(start, end, 0);
        else this.#out.replace(start, end, read, 0);
    }
    [this.#runs, this.#lead] = [[], ''];
  }
}

/** Zones with the furniture that lies between them, in order. */
function withFurniture(zones: readonly LayoutZone[], furniture: readonly Stretch[]): readonly LayoutZone[] {
  const sorted = zones.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const all: LayoutZone[] = [];
  let at = 0;
  for (const zone of [...sorted, { start: Infinity, end: Infinity, kind: 'body' as const }]) {
    const end = all.at(-1)?.end ?? 0;
    for (; (furniture[at]?.start ?? Infinity) < zone.start; at++)
      if (furniture[at]!.start >= end && furniture[at]!.end <= zone.start)
        all.push({ ...furniture[at]!, kind: 'boilerplate' });
    if (zone.start < Infinity) all.push(zone.start >= end ? zone : { ...zone, start: Math.min(end, zone.end) });
  }
  return all.filter(({ start, end }) => end > start);
}

/** Takes an HTML page apart as `layOut` does a plain text; every offset leads to the source of the page. */
export const layOutHtml = (source: string): { readonly layout: Layout; readonly facts: PageFacts } =>
  new PageReader(source).read();
