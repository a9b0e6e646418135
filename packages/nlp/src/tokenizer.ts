import { ABBREVIATIONS, CLITIC_SPLITS, KEPT_HYPHENS } from './generated/lexicon.ts';

/** Offsets of the tokens of a text, in order. */
export interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
  /** Stretches without a blank that were longer than `LONGEST` and so were cut. */
  cut: number;
}

const LEAD = /^[\p{Ps}\p{Pi}"'`«‹„“‘#*$€£¥§¶~@^_=+<>|\\/,;:!?.)\]}»’”\-–—•·…¡¿&%]/u;
const CLITIC = /^(.+?)(n['’]t|['’](?:s|m|d|re|ve|ll|S|RE|VE|LL|M|D))$/;
const URL_FORM =
  /^(?:https?:\/\/|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|co\.uk)(?:\/\S*)?$/i;
const SUPERSCRIPT = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2080-\u2089]/;
const INITIALS = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const PREFIX =
  /^(?:anti|co|counter|e|ex|extra|hyper|inter|intra|mega|meta|micro|mid|mini|multi|non|over|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|ultra|un|under|uni|vice|neo|infra|mis|dis|de|bi|uh|mm|electro|o|u|x|t)$/i;
const SEPARATOR = /\.\.+|--+|[-–—/…:;,!?()[\]"“”=+*|~&]/g;
const HAS_SEPARATOR = /[-–—/…:;,!?()[\]"“”&=+*|~]|\.\.+/;
const CLOSER = /[\p{Pe}\p{Pf}"'`»›“”’,;:%…$€£•|/\\<>]/u;
/** Abbreviations that are words too: they keep their period only when capitalised, or when listed in KEEPS. */
const DOUBTFUL =
  /^(?:no|art|fig|co|miss|ill|ind|wash|sun|sat|mar|id|al|la|pa|ed|mass|st|rev|app|res|rec|cal|del|kan|det|est|ext|ch|p|v|mo|ga|md|sec|inc)$/i;
const KEEPS = /^(?:v|vs|p|pp|al|etc|inc)$/;
/** Longest stretch without a blank that is looked into at once; what is longer is cut, so that time stays linear. */
const LONGEST = 400;

/** Splits text into tokens by the conventions of English Universal Dependencies (hyphens and clitics split). */
export function tokenize(text: string, from = 0, to: number = text.length): Tokens {
  const out: Tokens = { starts: [], ends: [], cut: 0 };
  const blank = /[^\s\u00a0]+/g;
  blank.lastIndex = from;
  for (let m = blank.exec(text); m !== null && m.index < to; m = blank.exec(text)) {
    const end = Math.min(to, m.index + m[0].length);
    if (end - m.index > LONGEST) out.cut++;
    for (let a = m.index; a < end;) {
      let b = Math.min(end, a + LONGEST);
      // A pair of surrogates is one character.
      if (b < end && /[\ud800-\udbff]/.test(text.charAt(b - 1))) b++;
      chunk(text, a, b, true, out);
      a = b;
    }
  }
  return out;
}

function push(out: Tokens, a: number, b: number): void {
  if (b <= a) return;
  out.starts.push(a);
  out.ends.push(b);
}

function keepsPeriod(w: string): boolean {
  if (INITIALS.test(w) && (w.length > 2 || /^\p{Lu}\.$/u.test(w))) return true;
  const base = w.slice(0, -1);
  if (ABBREVIATIONS.has(base.toLowerCase().replaceAll('’', "'"))) {
    if (!DOUBTFUL.test(base)) return true;
    if ((/^\p{Lu}/u.test(base) && !/^(?:Sun|Miss|Ill|No)$/.test(base)) || KEEPS.test(base)) return true;
  }
  return /^(?:[A-Z][a-z]?\.)+[A-Z][a-z]?\.$/.test(w);
}

/** Length of the leading punctuation token of `w`, 0 if the word starts here, -1 if all of `w` is one token. */
function leading(w: string, top: boolean): number {
  const ch = w.charAt(0);
  if (!LEAD.test(ch)) return 0;
  if (/^[:;=8][-o*']?[)\]([dDpP/\\|]+$|^<3$|^:\)+$/.test(w)) return -1;
  if (/^['’](?:s|m|d|re|ve|ll|tis|em|cause|n)$/i.test(w) || /^['’]\d\ds?$/.test(w)) return -1;
  if (ch === '.' && /^\.\d/.test(w)) return 0;
  if ((ch === '-' || ch === '–') && top && /^[-–]\d+(?:[.,]\d+)*%?[.,;:)]*$/.test(w)) return 0;
  if ((ch === '@' || ch === '#') && /^[@#]\w/.test(w)) return 0;
  const run = /^([.\-–—*_=~!?#+<>]|\u2026)\1*/u.exec(w);
  if (run === null) return 1;
  return /[!?]/.test(ch) ? /^[!?]+/.exec(w)![0].length : run[0].length;
}

/** Length of the trailing punctuation token of `w`, 0 if there is none. */
function trailing(w: string): number {
  const ch = w.charAt(w.length - 1);
  if (URL_FORM.test(w) && /[\w/]$/.test(w)) return 0;
  if (ch === '.') {
    const dots = /\.+$/.exec(w)![0].length;
    if (dots > 1) return dots;
    return keepsPeriod(w) ? 0 : 1;
  }
  if (/[!?]/.test(ch)) return /[!?]+$/.exec(w)![0].length;
  if (SUPERSCRIPT.test(ch)) {
    let r = 1;
    while (r < w.length && SUPERSCRIPT.test(w.charAt(w.length - 1 - r))) r++;
    return r;
  }
  if (/[-–—*_=~]/.test(ch) && w.length > 1) return /([-–—*_=~])\1*$/.exec(w)![0].length;
  if (!CLOSER.test(ch)) return 0;
  const quote = ch === "'" || ch === '’';
  if (quote && /^\p{L}+in['’]$/u.test(w)) return 0;
  return quote && w.slice(-2) === ch + ch ? 2 : 1;
}

function chunk(text: string, from: number, to: number, top: boolean, out: Tokens): void {
  let a = from;
  let b = to;
  while (a < b) {
    const length = leading(text.slice(a, b), top);
    if (length < 0) return push(out, a, b);
    if (length === 0) break;
    push(out, a, a + length);
    a += length;
  }
  const tail: [number, number][] = [];
  while (b > a) {
    const length = trailing(text.slice(a, b));
    if (length === 0) break;
    tail.push([b - length, b]);
    b -= length;
  }
  if (b > a) core(text, a, b, out);
  for (const [x, y] of tail.reverse()) push(out, x, y);
}

function core(text: string, a: number, b: number, out: Tokens): void {
  const w = text.slice(a, b);
  if (URL_FORM.test(w) || /^\d+(?:st|nd|rd|th)$/i.test(w)) return push(out, a, b);
  const irregular = CLITIC_SPLITS.get(w.toLowerCase());
  if (irregular !== undefined) {
    push(out, a, a + irregular);
    return push(out, a + irregular, b);
  }
  const clitic = CLITIC.exec(w);
  if (clitic !== null) {
    const cut = a + clitic[1]!.length;
    core(text, a, cut, out);
    return push(out, cut, b);
  }
  const currency = /^([A-Z]{0,3}[$€£¥])(.+)$/.exec(w);
  if (currency !== null) {
    const cut = a + currency[1]!.length;
    push(out, a, cut);
    return core(text, cut, b, out);
  }
  if (!HAS_SEPARATOR.test(w.slice(1, -1)) && !/^[^.]*\.\.+/.test(w)) return push(out, a, b);
  if (/^\d+(?:[.,:/]\d+)*$/.test(w) || KEPT_HYPHENS.has(w.toLowerCase()) || /^[A-Z]{1,4}&[A-Z]{1,3}$/.test(w))
    return push(out, a, b);
  // Party and state of a legislator ("R-S.C.") stay together, so that no sentence ends inside.
  if (/^[A-Z]-(?:[A-Z]\.)+$/.test(w)) return push(out, a, b);
  separate(text, a, b, out);
}

function separate(text: string, a: number, b: number, out: Tokens): void {
  const w = text.slice(a, b);
  const parts: [number, number, boolean][] = [];
  let p = 0;
  for (const k of w.matchAll(SEPARATOR)) {
    const i = k.index;
    if (i === 0) continue;
    const before = w.charAt(i - 1);
    const after = w.charAt(i + k[0].length);
    const digits = /\d/.test(before) && /\d/.test(after);
    if (digits && /^[,.:/]$/.test(k[0])) continue;
    const prefix = w.slice(p, i);
    if (k[0] === '-' && PREFIX.test(prefix) && !/^\p{Lu}{2}/u.test(prefix) && /\p{L}/u.test(after)) continue;
    parts.push([p, i, false], [i, i + k[0].length, true]);
    p = i + k[0].length;
  }
  if (parts.length === 0) return push(out, a, b);
  parts.push([p, w.length, false]);
  for (const [x, y, mark] of parts) {
    if (x >= y) continue;
    if (mark) push(out, a + x, a + y);
    else chunk(text, a + x, a + y, false, out);
  }
}
