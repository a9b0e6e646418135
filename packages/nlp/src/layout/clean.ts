import { ENTITIES } from '../generated/layout-cues.ts';
import { raisedNumber, superscripts } from './notes.ts';

/** A stretch of the source that is read otherwise than it is written. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Number of the footnote if the stretch is its mark. */
  readonly note?: number;
}

/** What is known about the footnotes of a text while its body is read; `last` is the mark met before. */
export interface MarkState {
  readonly notes: ReadonlySet<number>;
  last: number;
}

/** "Km²", "10³" are no marks of footnotes. */
const measured = /(?:\d|\b(?:k|c|m)?m|\bft|\bmi|\byd|\bkg|\bin)$/u;
const ligatures = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
]);

/** One alternative for each kind of noise; bounded repetitions keep time linear. */
const noise = new RegExp(
  [
    String.raw`(?<url>https?:\/\/\S+)`,
    String.raw`(?<mark>\$\s{0,2}(?:\^\s{0,2}\{\s{0,2}){1,2}(?<tex>\d{1,3})\s{0,2}\}{1,2}(?:\\,)?\s{0,2}\$|\^\{(?<caret>\d{1,3})\}|\[\^(?<md>\d{1,3})\]|<sup>(?<sup>\d{1,3})<\/sup>|(?<super>[${superscripts}]{1,3}))`,
    String.raw`(?<=[.!?,;]["”'’)\]]?["”'’)\]]?)(?<plain>\s?(?<number>\d{1,3}))(?=\s+["“]?\p{Lu}|\s*$)`,
    String.raw`(?<dots>[ \u00a0]?\.(?:[ \u00a0]\.){2,3}(?![.\p{L}\p{N}]))`,
    String.raw`(?<double>[“”„‟«»])`,
    String.raw`(?<single>[‘’‚‛])`,
    String.raw`(?<blanks>[ \t\u00a0]{2,})`,
    String.raw`(?<blank>[\u00a0\u2000-\u200a\u202f\u205f\u3000\t])`,
    String.raw`(?<nothing>[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e])`,
    String.raw`(?<ligature>[ﬀ-ﬆ])`,
    String.raw`(?<combined>\p{L}\p{M}{1,3})`,
    String.raw`(?<escaped>\\(?:[$%&#_*~{}[\]().!+,;-]|S(?=\s*\d)))`,
    String.raw`(?<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});)`,
    String.raw`(?<link>!?\[(?<label>[^\][\n]{0,200})\]\([^()\s]{1,400}(?:\s"[^"\n]{0,200}")?\))`,
    String.raw`(?<tag><\/?(?:a|b|i|u|em|strong|span|sub|sup|br|p|small|font|cite)(?:\s[^<>\n]{0,300})?\/?>)`,
    String.raw`(?<stars>\*{1,3})`,
    String.raw`(?<![\p{L}\p{N}_])(?<under>_{1,2})(?=[^_\s])(?=[^_\n]{1,200}\k<under>(?![\p{L}\p{N}_]))`,
    String.raw`(?<=[^_\s])(?<close>_{1,2})(?![\p{L}\p{N}_])`,
  ].join('|'),
  'gu',
);

const wordLike = /[\p{L}\p{N}]/u;
const around = (source: string, start: number, end: number): [string, string] => [
  source[start - 1] ?? ' ',
  source[end] ?? ' ',
];

/** What a character reference of HTML ("&amp;", "&#39;") stands for; null if it is none. */
export function entityText(reference: string): string | null {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? null;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code < 0x11_0000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null;
}

function markNumber(groups: Readonly<Record<string, string | undefined>>): number {
  const digits = groups['tex'] ?? groups['caret'] ?? groups['md'] ?? groups['sup'];
  if (digits !== undefined) return Number(digits);
  return raisedNumber(groups['super'] ?? '');
}

/** What of a stretch of the source is read otherwise, in order. `state` learns the marks that are met. */
export function editsOf(source: string, start: number, end: number, state: MarkState): readonly Edit[] {
  const edits: Edit[] = [];
  const text = source.slice(start, end);
  let underscores = 0;
  for (const match of text.matchAll(noise)) {
    const groups = match.groups ?? {};
    const from = start + match.index;
    const to = from + match[0].length;
    const put = (replacement: string, note?: number): void => {
      edits.push(
        note === undefined ? { start: from, end: to, text: replacement } : { start: from, end: to, text: '', note },
      );
    };
    if (groups['mark'] !== undefined) {
      const note = markNumber(groups);
      if (
        groups['super'] !== undefined &&
        note !== state.last + 1 &&
        measured.test(text.slice(Math.max(0, match.index - 4), match.index))
      )
        continue;
      put('', note);
      state.last = note;
    } else if (groups['plain'] !== undefined) {
      const note = Number(groups['number']);
      if (note !== state.last + 1 || !state.notes.has(note)) continue;
      put('', note);
      state.last = note;
    } else if (groups['dots'] !== undefined)
      // Three spaced dots leave words out inside a sentence, four at its end.
      put((match[0].match(/\./gu)?.length ?? 0) > 3 ? '.' : '');
    else if (groups['double'] !== undefined) put('"');
    else if (groups['single'] !== undefined) put("'");
    else if (groups['blank'] !== undefined || groups['blanks'] !== undefined) put(' ');
    else if (groups['nothing'] !== undefined) put('');
    else if (groups['ligature'] !== undefined) put(ligatures.get(match[0]) ?? match[0]);
    else if (groups['combined'] !== undefined) {
      if (match[0].normalize('NFC') !== match[0]) put(match[0].normalize('NFC'));
    } else if (groups['escaped'] !== undefined) {
      const sign = match[0][1] ?? '';
      put(sign === 'S' ? '§' : sign === ',' || sign === ';' ? '' : sign);
    } else if (groups['entity'] !== undefined) {
      const decoded = entityText(match[0]);
      if (decoded !== null) put(decoded);
    } else if (groups['link'] !== undefined) {
      const label = groups['label'] ?? '';
      const at = from + match[0].indexOf('[') + 1;
      edits.push({ start: from, end: at, text: '' }, { start: at + label.length, end: to, text: '' });
    } else if (groups['tag'] !== undefined) put(/^<\/?(?:br|p)\b/u.test(match[0]) ? ' ' : '');
    else if (groups['stars'] !== undefined) {
      const [before, after] = around(source, from, to);
      if ((/\s/u.test(before) && /\s/u.test(after)) || (wordLike.test(before) && wordLike.test(after))) continue;
      put('');
    } else if (groups['under'] !== undefined) {
      underscores += 1;
      put('');
    } else if (groups['close'] !== undefined && underscores > 0) {
      underscores -= 1;
      put('');
    }
  }
  return edits;
}
