import type { Layout } from '@attest/nlp';
import type { LawCitation } from '../citation.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { parseWork, type CitedWork, type ParsedWork, type Stretch } from './parse-work.ts';

/** One authority that a note cites. Offsets are those of the reading text. */
export interface WorkCitation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: 'source' | 'see-also' | 'id' | 'supra';
  /** Number of the note; 0 for one without. */
  readonly note: number;
  /** Where the mark of the note stands: the sentence there is what the work is cited for. */
  readonly mark: number | null;
  /** All of the clause, with what it says of the work behind it (address, quotation). */
  readonly clause: Stretch;
  /** Where the title stands; null in short forms. */
  readonly title: Stretch | null;
  /** Where each author and the publisher are named. */
  readonly authors: readonly Stretch[];
  readonly publisher: Stretch | null;
  /** What is cited: indices into `works`; short forms lead through others to the works at their end. */
  readonly works: readonly number[];
  /** Laws that a short form leads back to, in normal form. */
  readonly laws: readonly string[];
}

/** The works that a document cites, each once, and all places that cite them. */
export interface CitedWorks {
  readonly works: readonly CitedWork[];
  readonly citations: readonly WorkCitation[];
}

/** What a note or a clause leads to. */
interface Authority {
  readonly works: readonly number[];
  readonly laws: readonly string[];
}
const none: Authority = { works: [], laws: [] };

const signal =
  /^(?:(?<also>see also,?\s+(?:e\.g\.,?\s+)?)|(?:but see|see generally|see,? e\.g\.,|see|cf\.|accord|compare|citing|quoting)\s+)?/iu;
const idForm = /^(?:Id|Ibid|id|ibid)\.?(?=$|[\s.,;])(?:,?\s(?:at\s)?(?:pp?\.\s?)?\d[\d, -]*\d?)?\.?/u;
const supraForm =
  /^(?:[^;]{0,80},\s)?[Ss]upra,?\s(?:at\s)?(?:note|n\.|fn\.)\s?(?<note>\d{1,3})(?:,?\s(?:at\s)?(?:pp?\.?\s?)?\d{1,4}(?:[-–]\d{1,4})?)?\.?/u;

const wordsOf = (title: string): ReadonlySet<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
/** Titles that differ by a misread or lost word are one. */
function isSame(a: CitedWork, b: CitedWork): boolean {
  const [one, other] = [wordsOf(a.title), wordsOf(b.title)];
  const shared = [...one].filter((word) => other.has(word)).length;
  const alike = shared >= 0.85 * Math.max(one.size, other.size);
  return (
    alike &&
    (one.size > 3 || a.publisher === b.publisher) &&
    (a.authors === b.authors || a.authors === null || b.authors === null)
  );
}

/** Reads the notes of a document: the works that they cite, and what "Id." and "supra note 5" lead back to. */
class NoteReader {
  readonly #works: CitedWork[] = [];
  readonly #byWord = new Map<string, number[]>();
  readonly #citations: WorkCitation[] = [];
  /** What each note cites in full, and what all of it leads to. */
  readonly #first = new Map<number, Authority>();
  readonly #all = new Map<number, Authority>();
  readonly #layout: Layout;
  readonly #source: string;
  readonly #laws: readonly LawCitation[];
  readonly #marks: ReadonlyMap<number, number>;

  constructor(source: string, layout: Layout, laws: readonly LawCitation[]) {
    this.#source = source;
    this.#layout = layout;
    this.#laws = laws;
    // Of several marks of one number the first counts.
    this.#marks = new Map(layout.marks.toReversed().map(({ note, at }) => [note, at]));
  }

  read(): CitedWorks {
    const notes = this.#layout.segments
      .filter(({ note }) => note !== null)
      .toSorted((a, b) => (a.note ?? 0) - (b.note ?? 0) || a.start - b.start);
    for (const { start, end, note } of notes) this.#note(start, end, note ?? 0);
    return { works: this.#works, citations: this.#citations.toSorted((a, b) => a.start - b.start) };
  }

  #note(start: number, end: number, note: number): void {
    const mark = this.#marks.get(note) ?? null;
    let last: Authority | null = null;
    const [first, all]: [Authority[], Authority[]] = [[], []];
    for (const clause of clausesOf(this.#layout.reading.text.slice(start, end))) {
      const read = this.#clause(clause, start, note, mark, last);
      if (read === null) continue;
      last = read.authority;
      all.push(read.authority);
      if (read.isFull) first.push(read.authority);
    }
    this.#first.set(note, union(first));
    this.#all.set(note, union(all));
  }

  #clause(
    clause: Clause,
    base: number,
    note: number,
    mark: number | null,
    last: Authority | null,
  ): { authority: Authority; isFull: boolean } | null {
    const lead = signal.exec(clause.text);
    const skipped = lead?.[0].length ?? 0;
    const also = lead?.groups?.['also'] !== undefined;
    const rest = clause.text.slice(skipped);
    const put = (
      length: number,
      kind: WorkCitation['kind'],
      authority: Authority,
      parsed: ParsedWork | null = null,
    ): void => {
      const at = base + clause.start;
      this.#citations.push({
        start: at,
        end: at + skipped + length,
        text: clause.text.slice(0, skipped + length),
        kind,
        note,
        mark,
        clause: { start: at, end: base + clause.end },
        title: parsed && moved(parsed.title, at + skipped),
        authors: (parsed?.authors ?? []).map((one) => moved(one, at + skipped)),
        publisher: parsed?.publisher ? moved(parsed.publisher, at + skipped) : null,
        ...authority,
      });
    };
    const id = idForm.exec(rest);
    if (id) {
      const authority = last ?? this.#all.get(note - 1) ?? none;
      put(id[0].length, 'id', authority);
      return { authority, isFull: false };
    }
    const supra = supraForm.exec(rest);
    if (supra) {
      const number = Number(supra.groups?.['note']);
      const full = this.#first.get(number) ?? none;
      const authority = full.works.length + full.laws.length > 0 ? full : (this.#all.get(number) ?? none);
      put(supra[0].length, 'supra', authority);
      return { authority, isFull: false };
    }
    const from = base + clause.start;
    const parsed = parseWork(rest, skipped > 0, (at) => this.#isEmphatic(from + skipped + at));
    if (parsed) {
      const authority: Authority = { works: [this.#add(parsed.work)], laws: [] };
      put(parsed.end, also ? 'see-also' : 'source', authority, parsed);
      return { authority, isFull: true };
    }
    const laws = this.#lawsIn(from, base + clause.end);
    return laws.length === 0 ? null : { authority: { works: [], laws }, isFull: true };
  }

  /** Laws of a stretch, in normal form. */
  #lawsIn(start: number, end: number): readonly string[] {
    let [low, high] = [0, this.#laws.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#laws[middle]!.start < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let law = this.#laws[low]; law && law.end <= end; law = this.#laws[(low += 1)]) found.push(law.normal);
    return found;
  }

  /** Whether emphasis begins or ends at an offset of the reading text: notes set titles in italics. */
  #isEmphatic(at: number): boolean {
    const { start } = this.#layout.reading.sourceSpan(at, at + 1);
    const { end } = this.#layout.reading.sourceSpan(at - 1, at);
    return /[*_]/u.test(this.#source[start - 1] ?? '') || /[*_]/u.test(this.#source[end] ?? '');
  }

  #add(work: CitedWork): number {
    const key = [...wordsOf(work.title)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 4);
    for (const word of key)
      for (const index of this.#byWord.get(word) ?? []) if (isSame(this.#works[index]!, work)) return index;
    const index = this.#works.push(work) - 1;
    for (const word of key) {
      const same = this.#byWord.get(word);
      if (same) same.push(index);
      else this.#byWord.set(word, [index]);
    }
    return index;
  }
}

const moved = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

const union = (authorities: readonly Authority[]): Authority => ({
  works: [...new Set(authorities.flatMap(({ works }) => works))],
  laws: [...new Set(authorities.flatMap(({ laws }) => laws))],
});

/** The works that the notes of a document cite, each tied to the mark that leads to its note. */
export const citedWorks = (source: string, layout: Layout, laws: readonly LawCitation[]): CitedWorks =>
  new NoteReader(source, layout, laws).read();
