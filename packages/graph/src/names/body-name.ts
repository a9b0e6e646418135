import {
  bodyStop,
  collectives,
  departments,
  genericBodies,
  kindWords,
  legalForms,
  translations,
} from '../fixed/words.ts';
import { seatsNamed } from '../fixed/territories.ts';
import { foldName } from './fold.ts';

/** Name of an agency, company, party or cartel taken apart. */
export interface BodyName {
  /** Words that tell it from others, in order, without seat, legal form and small words. */
  readonly core: string;
  readonly seats: readonly string[];
  readonly legal: string | null;
  /** The letters of a name that is one: "DEA". */
  readonly acronym: string | null;
  /** First letters of its words, with and without small words and seat. */
  readonly initials: readonly string[];
  readonly generic: boolean;
}

const canonical = (words: readonly string[]): string[] => {
  const plain = words.filter((word) => !bodyStop.has(word)).map((word) => translations.get(word) ?? word);
  // "State Department" as "Department of State", "Senate Foreign Relations Committee" as "Senate Committee on Foreign Relations".
  const at = plain.findIndex((word) => departments.has(word));
  const kind = plain[at];
  if (kind !== undefined && plain.length > 1)
    return [kind, ...[...plain.slice(0, at), ...plain.slice(at + 1)].filter((word) => word !== 'affairs')];
  // "Cartel de Sinaloa" as "Sinaloa Cartel".
  return plain.includes('cartel') && plain.length > 1
    ? [...plain.filter((word) => word !== 'cartel'), 'cartel']
    : plain;
};
const generic: ReadonlySet<string> = new Set([...genericBodies].map((name) => canonical(name.split(' ')).join(' ')));
/** Whether many bodies bear a core, each in its own country. */
export const isGeneric = (core: string): boolean => generic.has(core) || core === '';

/** Names from which a seat may be taken; "Washington University" is no university of Washington. */
const official = (words: readonly string[]): boolean =>
  (isGeneric(canonical(words).join(' ')) && !kindWords.has(words.join(' '))) ||
  words.some((word) => departments.has(word));

interface Stripped {
  readonly words: readonly string[];
  readonly seats: readonly string[];
}
/** Takes a seat from the front or the end: "U.S. Department of State", "Supreme Court of Mexico". */
function withoutSeat(words: readonly string[], isBody: (core: string, seats: readonly string[]) => boolean): Stripped {
  const fits = (rest: readonly string[], seats: readonly string[]): boolean =>
    rest.length > 0 && seats.length > 0 && (official(rest) || isBody(canonical(rest).join(' '), seats));
  for (let length = Math.min(3, words.length - 1); length > 0; length -= 1) {
    const seats = seatsNamed(words.slice(0, length).join(' '));
    if (fits(words.slice(length), seats)) return { words: words.slice(length), seats };
  }
  for (let length = Math.min(4, words.length - 2); length > 0; length -= 1) {
    const tail = words.slice(-length);
    const seats = seatsNamed(tail.join(' ').replace(/^the /u, ''));
    const before = words[words.length - length - 1];
    if (before !== 'of' && before !== 'in') continue;
    const rest = words.slice(0, words.length - length - 1);
    if (fits(rest, seats)) return { words: rest, seats };
  }
  return { words, seats: [] };
}

/** Takes legal forms off the end, and one that stands before: "PJSC Rosneft", "Huawei Technologies Co., Ltd.". */
function withoutLegalForm(folded: string): { readonly plain: string; readonly legal: string | null } {
  let plain = folded;
  let legal: string | null = null;
  for (let form: string | undefined; ; legal = form) {
    form = legalForms.find((one) => plain.endsWith(` ${one}`));
    if (form === undefined) break;
    plain = plain.slice(0, -form.length - 1);
  }
  const before =
    legal === null
      ? legalForms.find(
          (form) => form.length > 2 && plain.startsWith(`${form} `) && form !== 'company' && form !== 'limited',
        )
      : undefined;
  return before === undefined ? { plain, legal } : { plain: plain.slice(before.length + 1), legal: before };
}

/** Seat of the armed organisations of one country taken together: "Mexican drug cartels", "cartels in Mexico". */
export function collectiveSeat(name: string): string | null {
  const folded = foldName(name);
  const [, head, tail] = /^(.+) (?:in|of|from) (.+)$/u.exec(folded) ?? [];
  if (head !== undefined && tail !== undefined && collectives.has(head)) return seatsNamed(tail)[0] ?? null;
  const words = folded.split(' ');
  const at = [1, 2].find(
    (length) =>
      collectives.has(words.slice(length).join(' ')) && seatsNamed(words.slice(0, length).join(' ')).length > 0,
  );
  return at === undefined ? null : (seatsNamed(words.slice(0, at).join(' '))[0] ?? null);
}

const letterOf = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('');

/** Takes a body's name apart; `isBody` tells whether a core is a known body of one of the seats. */
export function parseBody(surface: string, isBody: (core: string, seats: readonly string[]) => boolean): BodyName {
  const collective = collectiveSeat(surface);
  if (collective !== null)
    return { core: `cartels of ${collective}`, seats: [], legal: null, acronym: null, initials: [], generic: false };
  const folded = foldName(surface.replace(/\([^)]*\)/gu, ' '));
  const { plain, legal } = withoutLegalForm(folded);
  const words = plain.split(' ');
  const { words: rest, seats } = withoutSeat(words, isBody);
  const core = canonical(rest).join(' ');
  const bare = surface.replace(/[.\s]/gu, '');
  const acronym =
    /^[\p{Lu}\d-]{2,8}$/u.test(bare) && !surface.trim().includes(' ') ? bare.replace(/-/gu, '').toLowerCase() : null;
  const small = rest.filter((word) => !bodyStop.has(word));
  return {
    core,
    seats,
    legal,
    acronym,
    initials:
      acronym === null
        ? [...new Set([letterOf(small), letterOf(rest), letterOf(words.filter((word) => !bodyStop.has(word)))])]
        : [],
    generic: isGeneric(core),
  };
}
