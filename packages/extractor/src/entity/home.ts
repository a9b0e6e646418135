import type { Doc } from '@attest/nlp';
import type { Actor, Cast, Tie } from '../coreference/actor.ts';
import { officials } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { territoryOf } from '../mention/gazetteer.ts';
import { isAround, isNational } from './role-words.ts';
import type { Borders } from './roles.ts';
import { seatOf } from './seat-of.ts';
import type { FactDraft } from './fact.ts';

/** Characters behind which a country that was named is no longer the one meant. */
const farthest = 400;
/** "BLANTYRE, Malawi, Sept 28 (": where a story was written, at the head of a line. */
const dateline = /^\p{Lu}[\p{Lu} .'’-]{2,30}, (?<land>\p{Lu}[\p{L} ]{2,30})(?:,| [-–—(])/mu;

/** "COMMONWEALTH OF AUSTRALIA", "BURKINA FASO 2023 COUNTRY REPORT": a country in the capitals of the first line. */
const firstLine = /^\s*(?<line>[^\n]{3,160})/u;

const isCountry = ({ actor, mention }: Tie): boolean =>
  actor?.type === 'Country' && mention.type === 'Country' && (mention.form === 'name' || mention.form === 'modifier');

/**
 * The country that a document is about, where there is only one that it can be: that of its heading or dateline, or one that is
 * spoken of at least twice, and three times as often as any other. The United States, which their own releases hardly name, are never it.
 * An actor, or the name of a country of whom the rest of the document need not speak.
 */
function homeOf(doc: Doc, ties: readonly Tie[]): Actor | string | null {
  const counts = new Map<Actor, number>();
  for (const tie of ties)
    if (isCountry(tie) && tie.actor && tie.actor.key !== 'US') counts.set(tie.actor, (counts.get(tie.actor) ?? 0) + 1);
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const land = dateline.exec(doc.text)?.groups?.['land'];
  const head = firstLine.exec(doc.text)?.groups?.['line'] ?? '';
  const heading =
    head === head.toUpperCase() ? ties.filter((tie) => isCountry(tie) && tie.mention.end <= head.length) : [];
  const [only, other] = new Set(heading.flatMap(({ actor }) => (actor && actor.key !== 'US' ? [actor] : [])));
  if (only && !other) return only;
  const written = land === undefined ? null : territoryOf(land);
  if (written?.type === 'Country' && written.identifiers?.['iso'] !== 'US') return written.name;
  return first !== undefined && first[1] >= Math.max(2, 3 * (second?.[1] ?? 0)) ? first[0] : null;
}

/** Somebody with a title that is held in a country which the text does not name beside it. */
export interface Unseated {
  readonly agent: Actor;
  readonly title: string;
  /** The stretch that states it. */
  readonly start: number;
  readonly end: number;
}

/** The country of a known office holder. */
const landOf = (name: string): string | null => officials.find((one) => one.name === name)?.country ?? null;

/** "Ex-president", not the dash of a dateline. */
const isHyphen = (doc: Doc, token: number): boolean =>
  doc.form(token) === '-' && /\S/u.test(doc.text[doc.end(token)] ?? ' ');

/** Whether something before a title tells what it is held in, though no actor was made of it: "Club President". */
function isHeldElsewhere(doc: Doc, from: number): boolean {
  const first = doc.sentenceStart(doc.sentenceOf(from));
  let at = from;
  while (at > first && (isAround(doc.lower(at - 1)) || isHyphen(doc, at - 1))) at--;
  return at > first && (/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(doc.upos(at - 1)) || /^['’]s?$/u.test(doc.form(at - 1)));
}

/** "Of Chad" behind a name or a title tells it: nothing is left open. */
const isFollowed = (doc: Doc, at: number, starting: Borders['starting']): boolean => {
  if (at >= doc.length || !/^(?:of|for|at|to)$/u.test(doc.lower(at))) return false;
  const next = at + 1 < doc.length && doc.lower(at + 1) === 'the' ? at + 2 : at + 1;
  // "Of the Liberal Party" tells the party.
  return !starting.get(next)?.some(({ actor }) => actor?.type === 'Organization' || actor?.type === 'Cartel');
};

/** "Queen Elizabeth Central | Hospital": the name goes on. */
const goesOn = (doc: Doc, at: number): boolean =>
  at < doc.length && doc.sentenceOf(at) === doc.sentenceOf(at - 1) && doc.upos(at) === 'PROPN';

/**
 * Offices of a country that a title tells without naming it, of known people or in a document that is about one country:
 * "President Chirwa".
 * `unseated`: those whom roles beside
 * their names tell so; `told`: the people of whom something else says what they hold or lead.
 */
export function nationalOffices(
  doc: Doc,
  ties: readonly Tie[],
  unseated: readonly Unseated[],
  told: ReadonlySet<Actor>,
  { starting }: Borders,
  cast: Cast,
): readonly FactDraft[] {
  const home = homeOf(doc, ties);
  const elsewhere = new Set(
    ties.flatMap(({ actor, mention: { title, from, to } }) =>
      actor && title !== undefined && (isHeldElsewhere(doc, from) || isFollowed(doc, to, starting) || goesOn(doc, to))
        ? [actor]
        : [],
    ),
  );
  const countries = ties.filter(isCountry).toSorted((a, b) => a.mention.start - b.mention.start);
  /** Whether the country named last before a place, if it is near, is the one that the document is about. */
  const isAtHome = (start: number): boolean => {
    let [low, high] = [0, countries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((countries[middle]?.mention.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    const last = countries[low - 1];
    return !last || last.actor === home || last.actor?.name === home || start - last.mention.end > farthest;
  };
  const tell = ({ agent, title, start, end }: Unseated, near: Found | undefined): readonly FactDraft[] => {
    if (!near || agent.root !== 'Person' || agent.plural || told.has(agent) || elsewhere.has(agent)) return [];
    const land = agent.known === null ? (isAtHome(start) ? home : null) : landOf(agent.known);
    const target = typeof land === 'string' ? seatOf(land, near, cast) : land;
    return target
      ? [{ act: 'HOLDS_OFFICE', agent, target, title, start, end, rule: 'standing/home', confidence: 0.65 }]
      : [];
  };
  const titled = ties.flatMap(({ actor, mention }) => {
    const { form, title, office = null, start, end } = mention;
    return actor && form === 'name' && title !== undefined && office === null && isNational(title.toLowerCase())
      ? tell({ agent: actor, title, start, end }, mention)
      : [];
  });
  return [...titled, ...unseated.flatMap((one) => tell(one, one.agent.mentions[0]))];
}
