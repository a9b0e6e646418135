import { keyNameOf } from '@attest/model';

const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Key name in which letters outside the alphabet and marks inside words no longer matter: "Qa'ida" is "qaida", "Łódź" is "lodz". */
export const foldName = (name: string): string =>
  keyNameOf(
    name
      .toLowerCase()
      .replace(/[łøđßæœıþð]/gu, (letter) => letters[letter] ?? letter)
      .replace(/(?<=\p{L})['’‘ʼʻ`ʿʾ](?=\p{L}{2})/gu, ''),
  );

const rewrites: readonly (readonly [RegExp, string])[] = [
  [/^(?:gh|kh|q|g)/u, 'k'],
  [/^[yj](?=[aeou])/u, ''],
  [/x/gu, 'ks'],
  [/ph/gu, 'f'],
  [/tch|tsch|tj|cz|ch/gu, '1'],
  [/sch|sh|zh|sz|ts|tz/gu, 's'],
  [/dh/gu, 'd'],
  [/th/gu, 't'],
  [/kh|gh/gu, ''],
  [/ck|q/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/w/gu, 'v'],
];

/**
 * What stays of one word over its transliterations: consonants without doubles, "Gaddafi", "Qadhafi" and "Kadafi" alike.
 * A code in the manner of Soundex and its kin, made for names from Arabic, Persian and Cyrillic script.
 */
export function skeletonOf(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  const made = makeSkeleton(word);
  // Names repeat without end; what is kept stays bounded.
  if (skeletons.size > 200_000) skeletons.clear();
  skeletons.set(word, made);
  return made;
}

const skeletons = new Map<string, string>();
function makeSkeleton(word: string): string {
  let form = word;
  for (const [pattern, by] of rewrites) form = form.replace(pattern, by);
  const vowelFirst = /^[aeiouy]/u.test(form) ? 'a' : '';
  return (
    vowelFirst +
    form
      .replace(/(?<=.)h/gu, '')
      .replace(/[aeiouyj]/gu, '')
      .replace(/(.)\1+/gu, '$1')
  );
}

/** Whether two words differ by one letter added, dropped, changed or swapped with its neighbour. */
function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
}

/** Letters to add, drop or change to make one word of another (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let at = 1; at <= a.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= b.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (a[at - 1] === b[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const vowels: readonly (readonly [RegExp, string])[] = [
  [/ou|oo/gu, 'u'],
  [/ee|ie/gu, 'i'],
  [/aa/gu, 'a'],
  [/ai|ay|ey|ei/gu, 'e'],
  [/ij|iy|yy|y/gu, 'i'],
];
/** A word with one letter for each way to write a vowel: "Nouri" and "Nuri". */
const plainVowels = (word: string): string => vowels.reduce((form, [pattern, by]) => form.replace(pattern, by), word);

const vowelFirst = /^[aeiou]/u;
/** Transliterations of one original: one skeleton, and no more letters differ than scripts make differ. */
function transliterated(a: string, b: string): boolean {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  // Short words are alike too soon; "Omar" and "Umar" are still one.
  if (shorter > 3 && plainVowels(a) === plainVowels(b)) return true;
  if (shorter < 4 || (shorter < 5 && !(vowelFirst.test(a) && vowelFirst.test(b)))) return false;
  const skeleton = skeletonOf(a);
  return skeleton.length > 1 && skeleton === skeletonOf(b) && editDistance(a, b) <= Math.ceil(longer / 3);
}

/** Spelling variants of one word: transliterations of one original, or one letter apart in a longer word. */
export const spelledAlike = (a: string, b: string): boolean =>
  a !== b && (transliterated(a, b) || (Math.min(a.length, b.length) > 5 && oneLetterApart(a, b)));
