import { noteStart, type NoteStart } from './notes.ts';
import type { Paragraph } from './paragraphs.ts';

/** How a paragraph begins as a note. */
export const startOf = (one: Paragraph, text: string): NoteStart | null =>
  one.plainNote === null
    ? noteStart(text)
    : { note: one.plainNote, length: /^\d{1,3}\.?\s+/u.exec(text)?.[0].length ?? 0, bare: false };

/** Marks behind a word, in text. */
const reference = /(?<=\S)(?:[⁰¹²³⁴-⁹]{1,3}|\^\{\d{1,3}\}|\[\^\d{1,3}\])|\$\s?\^\{\^?\{?\d{1,3}\}{1,2}(?:\\,)?\s?\$/gu;

/** Which paragraphs are notes: those with a mark, and what follows them to the end of their page. */
export function notesAmong(source: string, paragraphs: readonly Paragraph[]): ReadonlyMap<number, number | null> {
  const texts = paragraphs.map((one) => source.slice(one.start, Math.min(one.end, one.start + 120)));
  const marked = new Map<number, NoteStart>();
  paragraphs.forEach((one, index) => {
    const mark = one.furniture ? null : startOf(one, texts[index]!);
    if (mark) marked.set(index, mark);
  });
  const sure = new Set([...marked.values()].flatMap(({ note, bare }) => (bare ? [] : [note])));
  const referred = new Set([...source.matchAll(reference)].map((match) => noteStart(`${match[0]} `)?.note));
  const plain = new Set(paragraphs.flatMap(({ plainNote }) => plainNote ?? []));
  const isNote = ({ note, bare }: NoteStart): boolean =>
    (note === 1 && !bare) || plain.has(note) || sure.has(note - 1) || sure.has(note + 1) || referred.has(note);
  const first = paragraphs.findIndex((one) => !one.furniture);
  const paged = paragraphs.filter((one, index) => index > first && (one.furniture || one.newPage)).length > 1;
  const notes = new Map<number, number | null>();
  let inside = false;
  paragraphs.forEach((one, index) => {
    if (one.furniture || one.newPage) inside = false;
    if (one.furniture) return;
    const mark = marked.get(index);
    if (mark && (inside || isNote(mark))) {
      inside = true;
      notes.set(index, mark.note);
    } else if (paged && /^\s*https?:\S+\s*$/u.test(texts[index]!) && marked.has(index + 1)) notes.set(index, null);
    else if (
      inside &&
      (paged || /^\s*(?:https?:|www\.|\*{0,2}(?:Id|Ibid|Supra|See)\b|\$?\s?\^\s?\{)/u.test(texts[index]!))
    )
      notes.set(index, null);
    else inside = false;
  });
  return notes;
}
