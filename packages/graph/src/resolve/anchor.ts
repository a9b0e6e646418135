import {
  bodiesAbbreviated,
  bodiesNamed,
  holderOf,
  peopleNamed,
  personOfKey,
  personWith,
  type KnownPerson,
  type Term,
} from '../fixed/gazetteer.ts';
import { titles } from '../fixed/words.ts';
import type { BodyName } from '../names/body-name.ts';
import { isCommonSurname, relateNames } from '../names/person-relation.ts';
import type { Office, PersonName } from '../names/person-name.ts';
import type { Context } from './profile.ts';

/** An entry of the gazetteer that an entity is, and why. */
export interface Anchor {
  readonly key: string;
  readonly external: string | null;
  readonly name: string;
  readonly reason: string;
  /** Only the office is named: who it is depends on the day. */
  readonly byOffice: { readonly office: string; readonly seat: string } | null;
}
interface PersonFeatures {
  readonly people: readonly PersonName[];
  readonly offices: readonly Office[];
  readonly seats: readonly string[];
}

/** The lists of members tell the present term only, so a surname alone counts from this Congress on. */
const listedSince = '2023-01-03';
/** Offices that many hold at a time in one seat. */
export const legislators: ReadonlySet<string> = new Set(['senator', 'representative']);

/** Whether a title as written may name an office of the gazetteer: "Secretary" any secretary, "lawmaker" any legislator. */
export const mayName = (title: Pick<Office, 'office' | 'holders'>, office: string): boolean =>
  title.office === office ||
  (title.holders === 'loose' &&
    (office.startsWith(`${title.office} of`) || (title.office === 'minister' && office.endsWith(' minister')))) ||
  (title.office === 'leader' && ['president', 'supreme leader', 'prime minister'].includes(office)) ||
  (title.office === 'lawmaker' && legislators.has(office)) ||
  (title.office === 'general' && office === 'attorney general');

/** Whether the seats of a title admit a seat: a U.S. senator may sit for a state. */
export const seatFits = (office: string, seats: readonly string[], seat: string): boolean =>
  seats.length === 0 ||
  seats.some(
    (one) => one === seat || (legislators.has(office) && (seat.startsWith(`${one}-`) || one.startsWith(`${seat}-`))),
  );

const began = (term: Term, day: string | null): boolean => day === null || term.from === null || term.from <= day;
const holdsOn = (term: Term, from: string | null, to: string | null): boolean =>
  from !== null &&
  to !== null &&
  (term.from === null ? from >= listedSince : term.from <= to) &&
  (term.to === null || from < term.to);

interface Candidate {
  readonly person: KnownPerson;
  readonly reason: string;
  readonly holds: boolean;
}

function candidate(
  person: KnownPerson,
  { people, offices, seats }: PersonFeatures,
  context: Context,
): Candidate | null {
  const [main] = people;
  if (!main || (main.suffix !== null && main.suffix !== person.suffix)) return null;
  const relations = person.forms.map((form) => relateNames(main.tokens, form));
  const best = relations.toSorted((a, b) => b.score - a.score)[0];
  if (!best || best.score === 0) return null;
  const fitting = person.terms.filter((term) =>
    offices.some(
      (office) =>
        mayName(office, term.office) && seatFits(term.office, office.seats, term.seat) && began(term, context.to),
    ),
  );
  const otherwise = offices.some(
    (office) =>
      office.field === 'sport' ||
      office.field === 'arts' ||
      (office.holders === 'one' && person.terms.some((term) => term.office === office.office) && fitting.length === 0),
  );
  const elsewhere = seats.length > 0 && !person.terms.some((term) => seatFits(term.office, seats, term.seat));
  if (otherwise || elsewhere) return null;
  const holds = fitting.some((term) => holdsOn(term, context.from, context.to));
  if (main.tokens.length > 1) {
    const exact = person.forms.some((form) => form.join('') === main.tokens.join(''));
    if (exact && person.known) return { person, reason: 'full name of a known person', holds };
    const spelled = best.reason.includes('spelling') && best.score > 0.8 && !isCommonSurname(main.tokens.at(-1) ?? '');
    if (spelled && person.known) return { person, reason: 'spelling variant of a known name', holds };
    if (best.score >= 0.85 && fitting.length > 0) return { person, reason: `${best.reason}, held the office`, holds };
    return null;
  }
  const alias = person.forms.some((form) => form.length === 1 && form[0] === main.tokens[0]);
  if (alias && person.known) return { person, reason: 'name by which a known person goes', holds };
  if (best.reason !== 'surname of the full name') return null;
  if (person.alone) return { person, reason: 'surname that tells a known person', holds };
  const sure = fitting.some(
    (term) => term.from !== null || (context.from !== null && context.from >= listedSince) || seats.length > 0,
  );
  return sure ? { person, reason: 'surname and office', holds } : null;
}

/** The known person whom names, offices, seat and day tell; null when none or more than one. */
export function anchorPerson(features: PersonFeatures, externals: readonly string[], context: Context): Anchor | null {
  const named = externals.map(personWith).find((person) => person !== undefined);
  const anchored = (person: KnownPerson, reason: string, byOffice: Anchor['byOffice'] = null): Anchor => ({
    key: person.key,
    external: person.external,
    name: person.name,
    reason,
    byOffice,
  });
  if (named) return anchored(named, 'external identifier');
  const [main] = features.people;
  if (!main || main.tokens.length === 0) return anchorOffice(features, context, anchored);
  const found = peopleNamed(main.tokens.at(-1) ?? '').flatMap((person) => candidate(person, features, context) ?? []);
  const holding = found.filter(({ holds }) => holds);
  const [only, ...more] = found.length > 1 ? holding : found;
  return only && more.length === 0 ? anchored(only.person, only.reason) : null;
}

function anchorOffice(
  { offices }: PersonFeatures,
  context: Context,
  anchored: (person: KnownPerson, reason: string, byOffice: Anchor['byOffice']) => Anchor,
): Anchor | null {
  const [title] = offices;
  if (
    !title ||
    offices.length > 1 ||
    title.holders !== 'one' ||
    title.former ||
    context.from === null ||
    context.to === null
  )
    return null;
  const seat = title.seats.length === 1 ? title.seats[0] : title.seats.length === 0 ? context.home : null;
  if (seat == null) return null;
  const holder = holderOf(title.office, seat, context.from, context.to);
  return (
    holder &&
    anchored(holder, `held the office of ${title.office} (${seat}) when it was written`, { office: title.office, seat })
  );
}

/** The known body that a name tells: alone, or with its seat where others bear it too. */
export function anchorBody(forms: readonly BodyName[], home: string | null): Anchor | null {
  const full = forms.some(({ acronym }) => acronym === null);
  for (const form of forms) {
    // Beside a full name that is not known an acronym is another body's.
    if (form.acronym !== null && full) continue;
    const seats = form.seats.length > 0 ? form.seats : home === null ? [] : [home];
    const entries = form.acronym === null ? bodiesNamed(form.core) : bodiesAbbreviated(form.acronym);
    const fitting = entries.filter(({ body, shared }) =>
      body.seat === '' || form.seats.length === 0
        ? !shared || seats.includes(body.seat)
        : form.seats.includes(body.seat),
    );
    const [first] = fitting;
    if (first && fitting.every(({ body }) => body === first.body))
      return {
        key: `body/${first.body.key}`,
        external: null,
        name: first.body.name,
        reason: form.acronym === null ? 'name of a known body' : 'acronym of a known body',
        byOffice: null,
      };
  }
  return null;
}

/** The offices of a known person, as titles tell them. */
export function officesHeld(key: string): readonly Office[] {
  const held = (personOfKey(key)?.terms ?? []).map(({ office, seat }): Office => {
    const title = titles.get(office);
    return {
      office,
      field: title?.field ?? 'politics',
      holders: title?.holders ?? 'one',
      seats: [seat],
      former: false,
    };
  });
  return [...new Map(held.map((one) => [`${one.office} ${one.seats.join(' ')}`, one])).values()];
}
