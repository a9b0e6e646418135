import type { Actor, Tie } from './actor.ts';
import { interviews } from '../mention/data.ts';
import { anyOf, type Found } from '../mention/found.ts';

/** A stretch that is read in one go; `speaker` is where the one who speaks is named, in a transcript. */
export interface Zone {
  readonly start: number;
  readonly end: number;
  readonly kind?: string;
  readonly speaker?: { readonly start: number; readonly end: number } | null;
}

/** Who is interviewed in a document of questions and answers, and the zones of either kind. */
export interface Interview {
  readonly actor: Actor;
  /** Where he is named. */
  readonly mention: Found;
  readonly questions: ReadonlySet<Zone>;
  readonly answers: ReadonlySet<Zone>;
}

/** What leads to the name of who is asked, and what follows it. */
interface Phrases {
  readonly leads: RegExp;
  readonly follows: RegExp;
}
const phrases = ({ before, behind }: typeof interviews.talk): Phrases => ({
  leads: new RegExp(String.raw`${anyOf(before, 'u').source}[^.?!\n]{0,110}$`, 'iu'),
  follows: new RegExp(String.raw`^[^.?!\n]{0,80}?(?:${behind.join('|')})\b`, 'iu'),
});
const ways = [phrases(interviews.interview), phrases(interviews.talk)];
/** "X, founder of Y, and Z" */
const joined = /^[^.?!\n]{0,60}\band (?:the )?$/u;
const spoken = /^(?:headline|body|list|quotation)$/u;
const asks = /\?["')\]]*\s*$/u;
const hearer = /\b(?:you|your|yourself)\b/iu;
const teller = /\b(?:I|my|me|[Mm]yself)\b/u;
const fewest = 2;
/** Longer questions, in characters, say "you". */
const longestPlain = 200;
/** Who is interviewed is named early; a list of names is no interview. */
const mostPeople = 200;
const reach = 200;

/** The one of several people whom all ties name; null if they name none or two. */
function only(ties: readonly Tie[]): Tie | null {
  const [first] = ties;
  return first && ties.every(({ actor }) => actor === first.actor) ? first : null;
}

/** The people of whom phrases around their names say that they are asked. */
function toldBy({ leads, follows }: Phrases, view: string, zones: readonly Zone[], people: readonly Tie[]): Tie[] {
  const told: Tie[] = [];
  for (const [index, tie] of people.entries()) {
    const { start, end } = tie.mention;
    const zone = zones.find((one) => start >= one.start && end <= one.end);
    if (!zone) continue;
    const from = Math.max(zone.start, start - reach);
    const at = leads.exec(view.slice(from, start));
    // The first one named behind the verb is who is asked, with those who are joined to him by "and".
    const before = people[index - 1];
    const isFirst = at !== null && (!before || before.mention.start < from + at.index);
    const isJoined =
      before !== undefined && told.at(-1) === before && joined.test(view.slice(before.mention.end, start));
    if (isFirst || isJoined || follows.test(view.slice(end, Math.min(zone.end, end + reach)))) told.push(tie);
  }
  return told;
}

/** The person of whom the words around a name say that he is interviewed, or who alone is named before the questions. */
function askedOf(view: string, zones: readonly Zone[], until: number, names: readonly Tie[]): Tie | null {
  const people = names
    .filter(({ mention, actor }) => actor?.root === 'Person' && mention.form === 'name' && mention.start < until)
    .slice(0, mostPeople);
  for (const way of ways) {
    const told = toldBy(way, view, zones, people);
    if (told.length > 0) return only(told);
  }
  if (!/\binterview/iu.test(view)) return null;
  const [head] = zones;
  const heading = people.filter(({ mention }) => head && mention.start < head.end);
  return heading.length > 0 ? only(heading) : only(people);
}

/**
 * The interview that a document is: questions that address somebody as "you", and answers in the first person, in
 * paragraphs of their own, and one person of whom the text says that he is asked. Null for everything else.
 */
export function interviewOf(view: string, zones: readonly Zone[], names: readonly Tie[]): Interview | null {
  const inOrder = zones.filter((one) => spoken.test(one.kind ?? '') && !one.speaker);
  const textOf = (zone: Zone): string => view.slice(zone.start, zone.end);
  const isQuestion = (zone: Zone): boolean =>
    asks.test(textOf(zone)) && (hearer.test(textOf(zone)) || zone.end - zone.start < longestPlain);
  const first = inOrder.findIndex(isQuestion);
  if (first < 0) return null;
  const rest = inOrder.slice(first);
  const questions = rest.filter(isQuestion);
  const answers = rest.filter((zone) => zone.kind !== 'headline' && !asks.test(textOf(zone)));
  const inFirstPerson = answers.filter((zone) => teller.test(textOf(zone).replaceAll(/"[^"]*"/gu, ' ')));
  if (questions.length < fewest || inFirstPerson.length === 0 || !questions.some((one) => hearer.test(textOf(one))))
    return null;
  const asked = askedOf(view, inOrder, inOrder[first]?.start ?? 0, names);
  return asked?.actor
    ? { actor: asked.actor, mention: asked.mention, questions: new Set(questions), answers: new Set(answers) }
    : null;
}
