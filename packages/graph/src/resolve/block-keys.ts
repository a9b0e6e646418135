import { kindWords, particles } from '../fixed/words.ts';
import type { BodyName } from '../names/body-name.ts';
import { skeletonOf } from '../names/fold.ts';
import { byText, sortedSet } from '../order.ts';
import { bareNorm, normLetters, plainNorm } from './norm-name.ts';
import type { Profile } from './profile.ts';

function keysOfPerson(tokens: readonly string[]): string[] {
  const last = tokens.at(-1) ?? '';
  if (last === '') return [];
  const keys = [`n|${skeletonOf(last)}`];
  if (tokens.length > 2) keys.push(`n|${skeletonOf(tokens.at(-2) ?? '')}`);
  // Names in another order share their sorted words.
  if (tokens.length > 1) keys.push(`s|${tokens.map(skeletonOf).toSorted(byText).join(' ')}`);
  const letters = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');
  if (tokens.length > 2)
    keys.push(`i|${letters(tokens)}<`, `i|${letters(tokens.filter((token) => !particles.has(token)))}<`);
  if (tokens.length === 1 && last.length > 2 && last.length < 6) keys.push(`i|${last}>`);
  return keys;
}

function keysOfBody({ core, acronym, initials }: BodyName): string[] {
  const letters = acronym === null ? initials : [acronym];
  const words = core.split(' ');
  const kind = [1, 2, 3].flatMap((length) => [
    ...(words.length > length && kindWords.has(words.slice(-length).join(' ')) ? [words.slice(0, -length)] : []),
    ...(words.length > length && kindWords.has(words.slice(0, length).join(' ')) ? [words.slice(length)] : []),
  ]);
  return [
    ...[words, ...kind].map((rest) => `b|${rest.map(skeletonOf).join('')}`),
    ...(words.at(-1) === 'cartel' ? [`b|${words.map(skeletonOf).toSorted(byText).join('')}`] : []),
    ...letters.filter((one) => one.length > 1).map((one) => `a|${one}${acronym === null ? '<' : '>'}`),
  ];
}

/**
 * The keys under which others are looked for: an acronym (`>`) among acronyms and full names (`<`), a full name's
 * letters among acronyms only, all else among its like.
 */
export const lookedUp = (key: string): readonly string[] => {
  const bare = key.slice(0, -1);
  return key.endsWith('>') ? [key, `${bare}<`] : key.endsWith('<') ? [`${bare}>`] : [key];
};

/** Entities without a common key are never compared. */
export function blockKeys(profile: Profile): readonly string[] {
  const { root, key, externals, anchor, people, bodies, group } = profile;
  const own =
    root === 'Person'
      ? people.flatMap(({ tokens }) => keysOfPerson(tokens))
      : root === 'Body'
        ? bodies.flatMap(keysOfBody)
        : [
            `k|${key}`,
            ...(root === 'Norm' ? normKeys(key) : []),
            ...(group ? [`c|${group.name.count} ${group.name.head}`] : []),
          ];
  return sortedSet([
    ...own.map((one) => `${root}|${one}`),
    ...externals.map((one) => `${root}|x|${one}`),
    ...(anchor ? [`${root}|g|${anchor.key}`] : []),
  ]);
}

function normKeys(key: string): string[] {
  const bare = bareNorm(key);
  return [
    `k|${plainNorm(key)}`,
    ...(bare.includes(' ') ? normLetters(key).map((letters) => `a|${letters}<`) : [`a|${bare}>`]),
  ];
}
