import { ambiguousPlaces } from '../fixed/words.ts';
import { seatsMayBeOne, seatsNamed } from '../fixed/territories.ts';
import { rounded } from '../order.ts';
import { compareBodies } from './compare-body.ts';
import { compareCounted } from './compare-group.ts';
import { comparePeople } from './compare-person.ts';
import { bareNorm, normLetters, plainNorm, year } from './norm-name.ts';
import type { Profile } from './profile.ts';
import { alike, apart, unlike, type Verdict } from './verdict.ts';

const kindOf = (external: string): string => external.slice(0, external.indexOf(':'));

/** Identifiers of one kind decide; of different kinds they say nothing. */
function compareExternals(a: readonly string[], b: readonly string[]): Verdict {
  const shared = a.find((one) => b.includes(one));
  if (shared !== undefined) return alike(1, `same identifier ${shared}`);
  const differ = a.find((one) => b.some((other) => kindOf(one) === kindOf(other)));
  return differ === undefined ? unlike : apart('different identifiers');
}

function comparePlaces(a: Profile, b: Profile): Verdict {
  if (a.key !== b.key) return unlike;
  if (!seatsMayBeOne(a.seats, b.seats)) return apart('one name, in different places');
  const told = a.seats.some((seat) => b.seats.includes(seat));
  if (a.type !== b.type) return alike(0.6, 'same name, of a country and of a place');
  if (ambiguousPlaces.has(a.key) && !told) return alike(0.7, 'name that several places bear');
  return alike(told ? 0.96 : 0.93, told ? 'same name in the same place' : 'same name');
}

function compareNorms(a: Profile, b: Profile): Verdict {
  if (a.key === b.key) return alike(0.95, 'same name');
  const [short, long] = a.key.length <= b.key.length ? [a.key, b.key] : [b.key, a.key];
  if (!year.test(short) && year.test(long) && plainNorm(long) === short)
    return alike(0.75, 'same name, year on one side only');
  const bare = bareNorm(short);
  return !bare.includes(' ') && bare.length > 2 && normLetters(long).includes(bare)
    ? alike(bare.length > 3 ? 0.9 : 0.75, 'acronym of the full name')
    : unlike;
}

const counted =
  /^(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|several|some|many|few|both)\b)/u;
/** People taken together are one across documents only when a proper word tells which: "Mexican officials", never "officials". */
function compareGroups(a: Profile, b: Profile): Verdict {
  if (a.group && b.group) return compareCounted(a.group, b.group);
  if (a.key !== b.key || counted.test(a.key)) return unlike;
  const words = a.key.split(' ');
  const isSeat = (phrase: string): boolean =>
    seatsNamed(phrase).length > 0 || seatsNamed(phrase.replace(/s$/u, '')).length > 0;
  const proper = words.some((word, at) => isSeat(word) || isSeat(words.slice(at, at + 2).join(' ')));
  return proper ? alike(0.92, 'same group with a proper name in it') : unlike;
}

function compareByRoot(a: Profile, b: Profile): Verdict {
  switch (a.root) {
    case 'Person':
      return comparePeople(a, b);
    case 'Body':
      return compareBodies(a, b);
    case 'Territory':
      return comparePlaces(a, b);
    case 'Norm':
      return compareNorms(a, b);
    case 'Group':
      return compareGroups(a, b);
    case 'Work':
      return a.key === b.key ? alike(a.key.split(' ').length > 2 ? 0.92 : 0.6, 'same title') : unlike;
    default:
      return a.key === b.key ? alike(0.95, 'same name') : unlike;
  }
}

/** Compares two entities by features of the two alone; symmetric. Entities of different roots are never one. */
export function compare(a: Profile, b: Profile): Verdict {
  if (a.root !== b.root) return apart('different kinds');
  const externals = compareExternals(a.externals, b.externals);
  if (externals.score === 1 || externals.contradicts) return externals;
  if (a.twinOf !== null && a.twinOf === b.twinOf && a.key === b.key && a.pinned !== b.pinned)
    return apart('told apart in one document');
  if (a.anchor && b.anchor) {
    if (a.anchor.key !== b.anchor.key) return apart(`${a.anchor.name} and ${b.anchor.name}`);
    return alike(
      0.97,
      `both ${a.anchor.name}: ${[...new Set([a.anchor.reason, b.anchor.reason])].toSorted().join(' / ')}`,
    );
  }
  const found = compareByRoot(a, b);
  if (found.contradicts) return found;
  const score = a.twinOf !== null || b.twinOf !== null ? Math.min(found.score, 0.8) : found.score;
  return { ...found, score: rounded(score) };
}
