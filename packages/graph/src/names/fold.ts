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
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  if (x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)) return true;
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
}

/** Spelling variants of one word: transliterations of one original, or one letter apart in a longer word. */
export const spelledAlike = (a: string, b: string): boolean =>
  a !== b &&
  ((a.length > 3 && b.length > 3 && skeletonOf(a).length > 1 && skeletonOf(a) === skeletonOf(b)) ||
    (Math.min(a.length, b.length) > 5 && oneLetterApart(a, b)));
