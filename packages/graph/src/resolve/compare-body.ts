import { kindWords } from '../fixed/words.ts';
import { seatsMayBeOne } from '../fixed/territories.ts';
import type { BodyName } from '../names/body-name.ts';
import { spelledAlike } from '../names/fold.ts';
import type { Profile } from './profile.ts';
import { alike, apart, unlike, type Verdict } from './verdict.ts';

const initialsScore = (letters: number): number =>
  letters > 4 ? 0.92 : letters === 4 ? 0.9 : letters === 3 ? 0.75 : 0.5;

function acronyms(a: BodyName, b: BodyName): Verdict {
  if (a.acronym !== null && b.acronym !== null)
    return a.acronym === b.acronym ? alike(a.acronym.length > 2 ? 0.92 : 0.6, 'same acronym') : unlike;
  const [short, long] = a.acronym === null ? [b, a] : [a, b];
  const letters = short.acronym ?? '';
  const fits = long.core.includes(' ') && long.initials.includes(letters);
  return fits ? alike(initialsScore(letters.length), 'acronym of the full name') : unlike;
}

function sameCore(a: BodyName, b: BodyName): Verdict {
  if (a.generic) {
    const told = a.seats.some((seat) => b.seats.includes(seat));
    return told ? alike(0.95, 'same name and country') : alike(0.7, 'name that bodies of several countries bear');
  }
  if (a.legal !== null && b.legal !== null && a.legal !== b.legal)
    return alike(0.75, 'same name, different legal form');
  if (a.legal !== b.legal) return alike(0.93, 'same name without the legal form');
  return alike(0.95, 'same name');
}

/** A name with a word of its kind and without: "Sinaloa", "Sinaloa Cartel". */
function kindApart(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const head = long.slice(0, short.length).join(' ') === short.join(' ');
  const tail = long.slice(-short.length).join(' ') === short.join(' ');
  const rest = head ? long.slice(short.length) : long.slice(0, -short.length);
  return (head || tail) && rest.length > 0 && kindWords.has(rest.join(' '));
}

function compareForms(a: BodyName, b: BodyName): Verdict {
  if (a.core !== '' && a.core === b.core && (a.acronym === null) === (b.acronym === null)) {
    if (a.acronym !== null) return acronyms(a, b);
    return seatsMayBeOne(a.seats, b.seats) ? sameCore(a, b) : apart('one name, different countries');
  }
  if (a.acronym !== null || b.acronym !== null) {
    const found = acronyms(a, b);
    if (found.score > 0) return found;
  }
  const [wordsA, wordsB] = [a.core.split(' '), b.core.split(' ')];
  if (a.core === '' || b.core === '' || a.generic || b.generic) return unlike;
  if (a.core.replaceAll(' ', '') === b.core.replaceAll(' ', '')) return alike(0.92, 'same name, other spaces');
  if (kindApart(wordsA, wordsB)) return alike(0.8, 'same name with and without a word of its kind');
  if (wordsA.length !== wordsB.length) return unlike;
  if (wordsA.at(-1) === 'cartel' && wordsA.toSorted().join(' ') === wordsB.toSorted().join(' '))
    return alike(0.85, 'same words in another order');
  const variants = wordsA.filter((word, at) => word !== wordsB[at]);
  if (!wordsA.every((word, at) => word === wordsB[at] || (spelledAlike(word, wordsB[at] ?? '') && !/\d/u.test(word))))
    return unlike;
  return alike(wordsA.length > 1 && variants.length === 1 ? 0.88 : 0.85, 'spelling variants');
}

/** Compares two bodies by all their names, countries and legal forms. */
export function compareBodies(a: Profile, b: Profile): Verdict {
  const [mainA] = a.bodies;
  const [mainB] = b.bodies;
  if (!mainA || !mainB) return unlike;
  const main = compareForms(mainA, mainB);
  if (main.contradicts) return main;
  const homes = a.home !== null && b.home !== null && a.home !== b.home;
  let best = main;
  for (const one of a.bodies)
    for (const other of b.bodies) {
      const found = compareForms(one, other);
      // Names that both documents use beside others are enough to ask, not to join.
      const score = one === mainA || other === mainB ? found.score : Math.min(found.score, 0.85);
      if (!found.contradicts && score > best.score) best = { ...found, score };
    }
  if (best.score === 0) return best;
  // What the documents speak of most tells whose "Supreme Court" it is.
  const oneHome =
    a.home !== null && a.home === b.home && mainA.core === mainB.core && mainA.seats.length + mainB.seats.length === 0;
  if (oneHome && mainA.generic && mainB.generic && mainA.core !== '')
    return alike(0.9, 'same name in documents about one country');
  if (homes && best.score < 0.9 && mainA.generic && mainB.generic) return unlike;
  // Two full names beside one acronym: the acronym is of several.
  const full = [a, b].map(({ bodies }) => bodies.find(({ acronym }) => acronym === null)?.core);
  if (best.reason.includes('acronym') && full[0] !== undefined && full[1] !== undefined && full[0] !== full[1])
    return compareForms(
      a.bodies.find(({ acronym }) => acronym === null) ?? mainA,
      b.bodies.find(({ acronym }) => acronym === null) ?? mainB,
    ).score > 0
      ? alike(0.8, best.reason)
      : apart('one acronym, different names');
  const types = new Set([a.type, b.type]);
  if (types.size > 1 && types.has('Cartel'))
    return alike(Math.min(best.score, 0.75), `${best.reason}; ${[...types].toSorted().join(' or ')}`);
  return best;
}
