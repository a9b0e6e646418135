import { commonGiven, commonSurnames, particles, sameGivenName } from '../fixed/words.ts';
import { spelledAlike } from './fold.ts';

/** How two names of persons stand to each other. A conflict keeps them apart whatever else speaks for them. */
export interface NameRelation {
  /** How sure the names alone make it, 0 to 1. */
  readonly score: number;
  readonly reason: string;
  readonly conflict?: boolean;
}
const none: NameRelation = { score: 0, reason: 'different names' };
const conflict = (reason: string): NameRelation => ({ score: 0, reason, conflict: true });

const initial = (a: string, b: string): boolean => a !== b && (a.length === 1 || b.length === 1) && a[0] === b[0];

type Given = 'same' | 'short form' | 'initial' | 'spelling' | 'differ';
function givenRelation(a: string, b: string): Given {
  if (a === b) return 'same';
  if (sameGivenName(a, b)) return 'short form';
  if (initial(a, b)) return 'initial';
  return spelledAlike(a, b) ? 'spelling' : 'differ';
}
const base: Readonly<Record<Exclude<Given, 'differ'>, number>> = {
  same: 0.95,
  'short form': 0.92,
  initial: 0.8,
  spelling: 0.9,
};

/** Inner names that cannot be of one person: "George W." and "George H. W.". */
function innerConflict(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const fits = (x: string, y: string): boolean => x === y || initial(x, y) || sameGivenName(x, y) || spelledAlike(x, y);
  if (short.every((x) => long.some((y) => fits(x, y)))) {
    // Initials in another order or number: the first inner name decides.
    const [x, y] = [short[0] ?? '', long[0] ?? ''];
    return short.length !== long.length && x.length === 1 && y.length === 1 && !fits(x, y);
  }
  return true;
}

const withoutParticles = (tokens: readonly string[]): readonly string[] => tokens.filter((one) => !particles.has(one));
const isTail = (short: readonly string[], long: readonly string[]): boolean =>
  short.length < long.length && short.every((one, at) => one === long[long.length - short.length + at]);
const isHead = (short: readonly string[], long: readonly string[]): boolean =>
  short.length < long.length && short.every((one, at) => one === long[at]);

/** A frequent given name with a frequent surname: many people bear the two. */
export const isCommon = (tokens: readonly string[]): boolean => {
  const [first = ''] = tokens;
  const last = tokens.at(-1) ?? '';
  // Where the surname stands first, the two lists change places.
  const common = (given: string, surname: string): boolean => commonGiven.has(given) && commonSurnames.has(surname);
  return tokens.length < 4 && (common(first, last) || (tokens.length === 2 && common(last, first)));
};
export const isCommonSurname = (token: string): boolean => commonSurnames.has(token);

function single(word: string, tokens: readonly string[]): NameRelation {
  const last = tokens.at(-1) ?? '';
  if (tokens.length === 1)
    return word === last
      ? { score: isCommonSurname(word) ? 0.5 : 0.55, reason: 'same single name' }
      : spelledAlike(word, last)
        ? { score: 0.5, reason: 'spelling variants of a single name' }
        : none;
  if (word === last) return { score: isCommonSurname(word) ? 0.55 : 0.6, reason: 'surname of the full name' };
  const letters = withoutParticles(tokens)
    .map((token) => token[0] ?? '')
    .join('');
  if (word.length > 2 && (word === letters || word === tokens.map((token) => token[0] ?? '').join('')))
    return { score: word.length > 3 ? 0.9 : 0.75, reason: 'initials of the full name' };
  if (word === tokens[0] && !commonGiven.has(word)) return { score: 0.5, reason: 'first name of the full name' };
  if (tokens.length > 2 && word === tokens.at(-2) && word.length > 3)
    return { score: 0.5, reason: 'first surname of the full name' };
  return spelledAlike(word, last) ? { score: 0.5, reason: 'spelling variant of the surname' } : none;
}

function full(a: readonly string[], b: readonly string[]): NameRelation {
  if (a.join(' ') === b.join(' ') || a.join('') === b.join('')) return { score: 0.95, reason: 'same full name' };
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const given = givenRelation(a[0] ?? '', b[0] ?? '');
  const [lastA, lastB] = [a.at(-1) ?? '', b.at(-1) ?? ''];
  const sameLast = lastA === lastB;
  if (sameLast || spelledAlike(lastA, lastB)) {
    const [innerA, innerB] = [withoutParticles(a.slice(1, -1)), withoutParticles(b.slice(1, -1))];
    if (given === 'differ') {
      if (isTail(short, long))
        return {
          score: isCommonSurname(short.at(-2) ?? '') && short.length === 2 ? 0.88 : 0.91,
          reason: 'compound surname of the full name',
        };
      // A middle name that somebody goes by: "Addison Mitchell McConnell".
      const byMiddle = long
        .slice(1, -1)
        .some((one) => givenRelation(one, short[0] ?? '') !== 'differ' && one.length > 1);
      if (byMiddle && sameLast) return { score: 0.7, reason: 'goes by a middle name' };
      return conflict('different given names with one surname');
    }
    if (innerConflict(innerA, innerB)) return conflict('different middle names');
    const telling = Math.min(lastA.length, lastB.length) > 6 && !isCommonSurname(lastA) && !isCommonSurname(lastB);
    const variant = sameLast ? 0 : telling ? 0.05 : 0.07;
    const way =
      given === 'same'
        ? 'same given name'
        : given === 'spelling'
          ? 'spelling variant of the given name'
          : given === 'initial'
            ? 'initial of the given name'
            : 'short form of the given name';
    return {
      score: base[given] - variant,
      reason: `${way}, ${sameLast ? 'same surname' : 'spelling variant of the surname'}`,
    };
  }
  if (isHead(short, long)) return { score: 0.8, reason: 'the same name with a further surname' };
  if (given !== 'differ' && given !== 'initial') {
    if (long.slice(1).includes(short.at(-1) ?? ''))
      return { score: 0.75, reason: 'same given name, surname within the other name' };
    if (lastA.split('-').includes(lastB)) return { score: 0.7, reason: 'same given name, part of a double surname' };
  }
  if (a.toSorted().join(' ') === b.toSorted().join(' '))
    return {
      score: commonGiven.has(lastA) || commonGiven.has(lastB) ? 0.55 : 0.9,
      reason: 'same names in another order',
    };
  if (a.length === b.length && a.every((one, at) => one === b[at] || spelledAlike(one, b[at] ?? '')))
    return { score: 0.86, reason: 'spelling variants' };
  if (long.length - short.length < 2) {
    const plainA = withoutParticles(a);
    const plainB = withoutParticles(b);
    if (
      plainA.length > 1 &&
      plainA.length === plainB.length &&
      plainA.every((one, at) => one === plainB[at] || spelledAlike(one, plainB[at] ?? ''))
    )
      return { score: 0.88, reason: 'same name with or without a particle' };
  }
  return none;
}

/** Compares the tokens of two names without their titles. */
export function relateNames(a: readonly string[], b: readonly string[]): NameRelation {
  if (a.length === 0 || b.length === 0) return none;
  const [one = ''] = a;
  const [other = ''] = b;
  if (a.length === 1) return single(one, b);
  return b.length === 1 ? single(other, a) : full(a, b);
}
