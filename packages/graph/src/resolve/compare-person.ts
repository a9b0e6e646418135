import { isCommon, isCommonSurname, relateNames, type NameRelation } from '../names/person-relation.ts';
import type { Office } from '../names/person-name.ts';
import { seatsMayBeOne } from '../fixed/territories.ts';
import { mayName, seatFits } from './anchor.ts';
import type { Profile } from './profile.ts';
import { alike, apart, unlike, type Verdict } from './verdict.ts';

const gendered = (offices: readonly Office[]): string | null =>
  offices.find(({ office }) => office === 'mr' || office === 'mrs')?.office ?? null;
/** Fields between which one person moves often enough that they say nothing. */
const publicFields: ReadonlySet<string> = new Set(['politics', 'law', 'military', 'police']);
/** What somebody does: an office of public life as such, else the calling itself. */
const callingsOf = (offices: readonly Office[]): readonly string[] =>
  offices.flatMap(({ field, office }) =>
    field === 'address' ? [] : [publicFields.has(field) ? 'public office' : office],
  );

/** What two sets of titles say: that it is one person, that it is not, or how much they speak for it (0 to 1). */
function relateOffices(
  a: readonly Office[],
  b: readonly Office[],
): { readonly gain: number; readonly reason: string; readonly contradicts: boolean } {
  let best = { gain: 0, reason: '', contradicts: false };
  for (const one of a)
    for (const other of b) {
      if (one.field === 'address' || other.field === 'address') continue;
      const same = one.office === other.office;
      if (!same && !mayName(one, other.office) && !mayName(other, one.office)) continue;
      const legislative = one.office === 'senator' || one.office === 'representative';
      const seats = legislative
        ? one.seats.length === 0 ||
          other.seats.some((seat) => seatFits(one.office, one.seats, seat)) ||
          other.seats.length === 0
        : seatsMayBeOne(one.seats, other.seats);
      if (!seats) {
        if (same && one.holders !== 'loose' && one.office !== 'ambassador')
          return { gain: 0, reason: `one title, different seats: ${one.office}`, contradicts: true };
        continue;
      }
      const known =
        one.seats.some((seat) => other.seats.includes(seat)) &&
        (!legislative || one.seats.some((seat) => seat.includes('-')));
      const gain = !same ? 0.4 : known ? 0.85 : one.holders === 'one' ? 0.72 : one.holders === 'many' ? 0.4 : 0.2;
      if (gain > best.gain)
        best = {
          gain,
          reason: known ? `same office and seat: ${one.office}` : `same title: ${one.office}`,
          contradicts: false,
        };
    }
  return best;
}

/** What two persons' names say. Two full names that have nothing in common outweigh a name that a document also uses. */
const relation = (a: Profile, b: Profile): NameRelation => {
  const [mainA, mainB] = [a.people[0]?.tokens ?? [], b.people[0]?.tokens ?? []];
  const main = relateNames(mainA, mainB);
  if (main.conflict === true) return main;
  let best = main;
  for (const one of a.people)
    for (const other of b.people) {
      const found = relateNames(one.tokens, other.tokens);
      if (found.score > best.score) best = found;
    }
  const full = main.score === 0 && mainA.length > 1 && mainB.length > 1;
  return full && best.score > 0
    ? { score: Math.min(best.score, 0.6), reason: `${best.reason}, but other full names` }
    : best;
};

/** Compares two persons by their names, offices, seats, parties and suffixes. */
export function comparePeople(a: Profile, b: Profile): Verdict {
  const [mainA] = a.people;
  const [mainB] = b.people;
  if (!mainA || !mainB) return unlike;
  if (mainA.tokens.length === 0 || mainB.tokens.length === 0) return unlike;
  const names = relation(a, b);
  if (names.conflict === true) return apart(names.reason);
  if (names.score === 0) return unlike;
  if (mainA.suffix !== null && mainB.suffix !== null && mainA.suffix !== mainB.suffix)
    return apart('different suffixes of the name');
  if (!seatsMayBeOne(a.seats, b.seats) || !seatsMayBeOne(a.parties, b.parties))
    return apart('different state or party');
  const [genderA, genderB] = [gendered(a.offices), gendered(b.offices)];
  if (genderA !== null && genderB !== null && genderA !== genderB) return apart('Mr. and Mrs.');
  const offices = relateOffices(a.offices, b.offices);
  if (offices.contradicts) return apart(offices.reason);
  const seat = a.seats.some((one) => b.seats.includes(one)) ? 0.6 : 0;
  let gain = names.reason.endsWith('other full names') ? 0 : Math.max(offices.gain, seat);
  const reasons = [
    names.reason,
    ...(offices.reason === '' ? [] : [offices.reason]),
    ...(seat > offices.gain ? ['same state'] : []),
  ];
  const single = mainA.tokens.length === 1 || mainB.tokens.length === 1;
  const surname = (mainA.tokens.length < mainB.tokens.length ? mainA : mainB).tokens.at(-1) ?? '';
  let score = names.score;
  if (single && gain > 0 && gain < 0.8 && !isCommonSurname(surname)) gain += 0.05;
  if (isCommon(mainA.tokens) && isCommon(mainB.tokens)) {
    score -= 0.15;
    reasons.push('many people bear this name');
  }
  if ((mainA.suffix === null) !== (mainB.suffix === null) && gain < 0.8) {
    score -= 0.15;
    reasons.push('a suffix on one side only');
  }
  const [callingsA, callingsB] = [callingsOf(a.offices), callingsOf(b.offices)];
  if (callingsA.length > 0 && callingsB.length > 0 && !callingsA.some((one) => callingsB.includes(one))) {
    score -= 0.2;
    reasons.push('different callings');
  }
  return alike(score + (1 - score) * gain, reasons.join('; '));
}
