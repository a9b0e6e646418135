import { mix, hashString } from './hash.ts';
import type { Word, Words } from './word.ts';

/** Longest entry of the gazetteer, in words. */
const LONGEST = 6;
const LINK = /^(?:of|the|and|for|on|de|del|la|las|los|y|e|al|&|-)$/;
/** Longest run of capitals looked into, so that a text of capitals does not make this quadratic. */
const RUN = 24;
/** Room for the features of one word. */
export const NAME_FEATURES = 128;

/** Bits of the gazetteer. Title, organisation and place words count in small letters too. */
export const GAZETTEER_BITS = {
  country: 1,
  state: 2,
  firstName: 4,
  title: 8,
  demonym: 16,
  bodyWord: 32,
  placeWord: 64,
  surname: 128,
  city: 256,
  body: 512,
  group: 1024,
  person: 2048,
} as const;
const HINTS = GAZETTEER_BITS.title | GAZETTEER_BITS.bodyWord | GAZETTEER_BITS.placeWord;
const KINDS = 12;
const INSIDE = 1 << KINDS;

/** What the name model sees of a sentence; one instance is used for one sentence after the other. */
export class NameFeatures {
  readonly #words: Words;
  readonly #gazetteer: ReadonlyMap<string, number>;
  /** Words of the longest entry by its first word, so that most words need one look. */
  readonly #reach = new Map<string, number>();
  #forms: readonly string[] = [];
  #sentence: readonly Word[] = [];
  #tags: Int32Array = new Int32Array(0);
  #bits: Int32Array = new Int32Array(0);
  #longest: Int32Array = new Int32Array(0);
  #initials: Int32Array = new Int32Array(0);
  #shout = 0;
  readonly #pad: Word;

  constructor(words: Words, gazetteer: ReadonlyMap<string, number>) {
    this.#words = words;
    this.#gazetteer = gazetteer;
    this.#pad = words.get('<p>');
    for (const key of gazetteer.keys()) {
      const space = key.indexOf(' ');
      const first = space < 0 ? key : key.slice(0, space);
      const length = space < 0 ? 1 : key.split(' ').length;
      if (length > (this.#reach.get(first) ?? 0)) this.#reach.set(first, Math.min(length, LONGEST));
    }
  }

  /** Looks at a sentence; `tags` are the tagger's joint tags. */
  read(forms: readonly string[], tags: readonly string[]): void {
    this.#forms = forms;
    this.#sentence = forms.map((f) => this.#words.get(f));
    this.#tags = Int32Array.from(tags, (t) => hashString(t));
    this.#lookUp();
    this.#initials = expansions(forms);
    let capitals = 0;
    let letters = 0;
    for (const f of forms) {
      if (!/^\p{L}{3}/u.test(f)) continue;
      letters++;
      if (/^\p{Lu}/u.test(f)) capitals++;
    }
    this.#shout = letters > 2 && capitals * 10 > letters * 7 ? 1 : 0;
  }

  /** Longest entries win: each word knows the bits of all entries over it and the one of the longest, with its place. */
  #lookUp(): void {
    const n = this.#forms.length;
    this.#bits = new Int32Array(n);
    this.#longest = new Int32Array(n);
    const length = new Int32Array(n);
    const lower = this.#forms.map((f) => f.toLowerCase());
    for (let i = 0; i < n; i++) {
      const reach = this.#reach.get(lower[i]!) ?? 0;
      if (reach === 0) continue;
      const capital = this.#sentence[i]!.cap === 1;
      let key = '';
      for (let l = 0; l < reach && i + l < n; l++) {
        key += (l > 0 ? ' ' : '') + lower[i + l]!;
        const bits = this.#gazetteer.get(key);
        if (bits === undefined || !(capital || (bits & HINTS) !== 0)) continue;
        for (let j = i; j <= i + l; j++) {
          this.#bits[j] = this.#bits[j]! | bits | (l > 0 ? INSIDE : 0);
          if (length[j]! > l) continue;
          length[j] = l + 1;
          this.#longest[j] = bits * 4 + (l === 0 ? 0 : j === i ? 1 : j === i + l ? 2 : 3);
        }
      }
    }
  }

  /** Writes all features of word `i`; returns their number. */
  fill(i: number, F: Int32Array): number {
    let k = this.fillContext(i, F);
    for (const [place, offset] of NAME_AROUND.entries())
      k += fillNameWord(F.subarray(k), this.#sentence[i + offset] ?? this.#pad, place);
    return k;
  }

  /** Writes the features of word `i` that depend on more than one word; returns their number. */
  fillContext(i: number, F: Int32Array): number {
    let k = 0;
    const f: Put = (t, a, b = 0) => {
      F[k++] = mix(mix(Math.imul(t, 0x9e3779b1), a), b);
    };
    const at = (j: number): Word => this.#sentence[j] ?? this.#pad;
    pairFeatures(f, at, i);
    this.#tagFeatures(f, i);
    this.#listFeatures(f, i);
    f(60, this.#shout, at(i).lo);
    f(61, this.#shout, at(i).cap);
    f(62, this.#initials[i]!, at(i).sh);
    f(63, this.#forms[i - 1] === '(' ? (this.#forms[i + 1] === ')' ? 2 : 1) : 0, at(i).sh);
    if (at(i).cap === 1) this.#runFeatures(f, i);
    return k;
  }

  #tagFeatures(f: Put, i: number): void {
    const pos = (j: number): number => this.#tags[j] ?? 0;
    const cap = (this.#sentence[i] ?? this.#pad).cap;
    f(30, pos(i));
    f(31, pos(i - 1), pos(i));
    f(32, pos(i + 1), pos(i));
    f(33, pos(i - 1), cap);
    f(34, pos(i + 1), cap);
  }

  #listFeatures(f: Put, i: number): void {
    const g = (j: number): number => this.#bits[j] ?? -1;
    const cap = (this.#sentence[i] ?? this.#pad).cap;
    f(40, g(i));
    f(41, g(i), cap);
    f(42, g(i - 1), cap);
    f(43, g(i + 1), cap);
    f(44, g(i - 1), g(i));
    f(45, g(i + 1), g(i));
    for (let b = 0; b < KINDS; b++) if (((g(i) >> b) & 1) === 1) f(46, b, cap);
    f(54, this.#longest[i]!, cap);
  }

  #runFeatures(f: Put, i: number): void {
    const at = (j: number): Word => this.#sentence[j] ?? this.#pad;
    const g = (j: number): number => this.#bits[j] ?? -1;
    const forms = this.#forms;
    const n = forms.length;
    let e = i;
    for (let more = true; more && e - i < RUN;) {
      const linked = e + 2 < n && LINK.test(forms[e + 1]!);
      if (e + 1 < n && at(e + 1).cap === 1) e++;
      else if (linked && at(e + 2).cap === 1) e += 2;
      else if (linked && e + 3 < n && LINK.test(forms[e + 2]!) && at(e + 3).cap === 1) e += 3;
      else more = false;
    }
    let b = i;
    while (b > 0 && i - b < RUN && at(b - 1).cap === 1) b--;
    let s = i;
    while (s + 1 < n && s - i < RUN && at(s + 1).cap === 1) s++;
    f(47, g(e) & HINTS, e === i ? 1 : 0);
    f(48, at(e).lo);
    f(49, at(b).lo);
    f(50, Math.min(5, e - i), Math.min(4, i - b));
    if (b > 0) f(51, at(b - 1).lo);
    if (e + 1 < n) f(52, at(e + 1).lo);
    if (b > 0) f(53, g(b - 1));
    f(55, at(s).lo, at(b).lo);
    f(56, g(s), g(b));
    let all = 0;
    for (let j = b; j <= s; j++) all |= g(j);
    f(57, all, i === b ? 1 : 0);
    f(58, at(e + 1).lo, b > 0 ? at(b - 1).lo : 0);
  }
}

/** For a word of capitals: 1 if the initials of the words before a bracket spell it, 2 if it stands for words after it. */
function expansions(forms: readonly string[]): Int32Array {
  const out = new Int32Array(forms.length);
  for (const [i, form] of forms.entries()) {
    if (!/^\p{Lu}[\p{Lu}\p{Ll}]{1,8}$/u.test(form) || !/\p{Lu}.*\p{Lu}/u.test(form)) continue;
    const letters = form.replace(/[^\p{Lu}]/gu, '');
    if (forms[i - 1] === '(' && spells(letters, initials(forms, i - 2))) out[i] = 1;
  }
  return out;
}

/** Initials of the capitalised words that end before `to`, last first. */
function initials(forms: readonly string[], to: number): string {
  let out = '';
  for (let j = to; j >= 0 && to - j < 14; j--) {
    const c = forms[j]!.charAt(0);
    if (/\p{Lu}/u.test(c)) out += c;
    else if (/[,;:.()]/.test(c)) break;
  }
  return out;
}

function spells(letters: string, reversed: string): boolean {
  if (letters.length < 2 || letters.length > reversed.length) return false;
  for (let i = 0; i < letters.length; i++)
    if (letters.charAt(letters.length - 1 - i) !== reversed.charAt(i)) return false;
  return true;
}

type Put = (template: number, a: number, b?: number) => void;

/** Places of the words whose features stand alone: the word itself, the two before and the two after it. */
export const NAME_AROUND = [0, -1, -2, 1, 2] as const;

/** Writes the features of a word that depend on the word and its place in `NAME_AROUND` alone; returns their number. */
export function fillNameWord(F: Int32Array, w: Word, place: number): number {
  let k = 0;
  const f = (t: number, a: number): void => {
    F[k++] = mix(mix(Math.imul(t, 0x9e3779b1), a), 0);
  };
  if (place === 0) {
    f(1, 0);
    f(2, w.form);
    f(3, w.lo);
    f(4, w.s2);
    f(5, w.s3);
    f(6, w.s4);
    f(7, w.p2);
    f(8, w.p3);
    f(9, w.p4);
    f(10, w.sh);
  } else if (place === 1) {
    f(14, w.lo);
    f(21, w.s3);
  } else if (place === 2) f(16, w.lo);
  else if (place === 3) {
    f(15, w.lo);
    f(22, w.s3);
  } else f(17, w.lo);
  return k;
}

function pairFeatures(f: Put, at: (j: number) => Word, i: number): void {
  const [pp, p, w, x, xx] = [at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)];
  f(11, w.cap, i === 0 ? 1 : 0);
  f(12, w.sh, p.sh);
  f(13, w.sh, x.sh);
  f(18, p.lo, w.lo);
  f(19, w.lo, x.lo);
  f(20, p.lo, x.lo);
  f(23, p.sh, x.sh);
  f(24, p.cap * 4 + w.cap * 2 + x.cap, pp.cap * 2 + xx.cap);
  f(25, pp.lo, p.lo);
  f(26, x.lo, xx.lo);
  f(27, w.sh, p.lo);
  f(28, w.sh, x.lo);
}
