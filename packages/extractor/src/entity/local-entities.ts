import {
  keyNameOf,
  localEntityId,
  rootOf,
  type Claim,
  type LocalEntity,
  type Mention,
  type Ontology,
  type Voice,
} from '@attest/model';
import type { Doc } from '@attest/nlp';
import type { Zone } from '../coreference/interview.ts';
import { resolve } from '../coreference/resolve.ts';
import type { Said } from '../coreference/speakers.ts';
import { nouns } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { Cast, type Actor, type Tie } from '../coreference/actor.ts';
import { tieNames } from './name-actors.ts';
import { type StandingFact } from './fact.ts';
import { standingFacts } from './standing.ts';

/** A mention with the entity that it names; null where only the claims stage can tell (first person in a quotation). */
export interface TiedMention extends Found {
  readonly entity: string | null;
}
export interface LocalEntities {
  readonly entities: readonly LocalEntity[];
  readonly mentions: readonly TiedMention[];
  readonly standing: readonly StandingFact[];
  /** The zones, with where the interviewee is named as the speaker of his answers. */
  readonly zones: readonly Zone[];
}

const isNamed = (one: Found): boolean => one.form === 'name' || one.form === 'modifier' || one.linkable;

/** The fullest name: the gazetteer's, else the longest that a name mention gives. */
function nameOf({ mentions, known: usual }: Actor): string {
  if (usual !== null) return usual;
  const named = mentions.filter((one) => one.form !== 'pronoun' && (one.form !== 'modifier' || one.linkable));
  const proper = named.filter((one) => one.form !== 'nominal' && one.nominal === undefined);
  const known = proper.find((one) => one.reason.startsWith('gazetteer'));
  if (known) return known.name;
  const linkable = named.filter((one) => one.linkable);
  const pool = [proper.filter((one) => one.linkable), proper, linkable, named].find((list) => list.length > 0) ?? [];
  const [fullest] = pool.toSorted((a, b) => b.name.length - a.name.length || a.start - b.start);
  return fullest?.name ?? mentions[0]?.name ?? '';
}

/** "law enforcement agencies" of "state and federal law enforcement agencies": a noun of several words without what describes it. */
const bareNoun = (one: Found): readonly string[] => {
  const words = (one.noun ?? '').split(/[ -]/u);
  if (one.nominal === undefined || one.nominal.count !== null || words.length < 2) return [];
  const last = one.text.split(/\s+/u).slice(-words.length);
  // "The Central Bank of Peru" does not end in its noun.
  const isNoun = last[0]?.toLowerCase() === words[0];
  return isNoun && /^(?:Agency|Group)$/u.test(one.type) ? [last.join(' ')] : [];
};

/** "Defense Ministry" of "Taiwan's Defense Ministry". */
const withoutOwner = (one: Found): readonly string[] => {
  const rest = one.form === 'nominal' ? null : /^\p{Lu}[\p{L} .]*['’]s (\p{Lu}\S* .+)$/u.exec(one.name);
  return rest?.[1] === undefined ? [] : [rest[1]];
};

/** "vehicles" of "three vehicles", "curfew" of "the country's curfew": what is counted or owned, by itself. */
const barely = (one: Found): readonly string[] => {
  if (one.form !== 'nominal' || !/^(?:Law|Work|Substance|Place)$/u.test(one.type)) return [];
  const rest = one.name.replace(/^.*['’]s /u, '').replace(/^[\d.,]+ /u, '');
  const [first = '', ...more] = rest.split(' ');
  const bare = nouns.numbers.has(first.toLowerCase()) && more.length > 0 ? more.join(' ') : rest;
  return bare === one.name ? [] : [bare];
};

const people = new Set(nouns.person);
/** "Boeing's main rival", "an engineer", "the country": what somebody is to others or does, and no name or title of his. */
const isDescription = ({ form, noun, nominal, type, name }: Found): boolean =>
  form === 'nominal' &&
  (people.has(noun ?? '') ||
    (nominal !== undefined && nominal.possessor !== null) ||
    (/^(?:Country|Place|Agency|Organization)$/u.test(type) && /^\p{Ll}/u.test(name)));

function entityOf(actor: Actor, sourceId: string): LocalEntity {
  const spoken = actor.mentions.filter((one) => one.form !== 'pronoun');
  const named = spoken.filter((one) => !isDescription(one));
  const isNamedToo = named.some((one) => one.form !== 'nominal');
  const official =
    !actor.isPrivate &&
    (actor.known !== null || actor.type === 'Official' || spoken.some((one) => one.type === 'Official'));
  const name = nameOf(actor);
  const known = spoken.find((one) => one.identifiers !== undefined);
  const articleless = (text: string): string => text.replace(/^(?:the|a|an) /iu, '').replaceAll(/\s+/gu, ' ');
  return {
    id: localEntityId(sourceId, actor.root, actor.key, 0),
    type: official && actor.root === 'Person' ? 'Official' : actor.isPrivate ? 'Person' : actor.type,
    name,
    aliases: [
      ...new Set(
        (isNamedToo ? named : spoken).flatMap((one) => [
          articleless(one.text),
          ...withoutOwner(one),
          one.name,
          ...(one.long === undefined ? [] : [one.long]),
          ...bareNoun(one),
          ...barely(one),
        ]),
      ),
    ].toSorted(),
    keyName: keyNameOf(name),
    identifiers: known?.identifiers ?? {},
    linkable: actor.known !== null || spoken.some((one) => isNamed(one) && one.linkable),
    titles: [...new Set(spoken.flatMap((one) => one.title ?? []))].toSorted(),
    ...(spoken.some((one) => one.reports) ? { reports: true } : {}),
  };
}

/** What the actors stage must know of the document beside its words. */
export interface Setting {
  readonly sourceId: string;
  /** What stands between quotation marks. */
  readonly said: readonly Said[];
  /** What is read in one go, with who speaks there where a transcript tells. */
  readonly zones: readonly Zone[];
  /** Who writes a document that pleads; null where nobody is known or the document reports. */
  readonly author: string | null;
}

/** The person whom a salutation names: "Dear Secretary Blinken:". */
function addresseeOf(view: string, names: readonly Tie[]): Actor | null {
  const line = /^[ \t]*Dear\b[^\n]*/mu.exec(view);
  if (!line) return null;
  const hit = names.find(
    ({ mention, actor }) =>
      actor?.root === 'Person' && mention.start > line.index && mention.end <= line.index + line[0].length,
  );
  return hit?.actor ?? null;
}

function authorOf(author: string | null, names: readonly Tie[]): Actor | null {
  if (author === null) return null;
  const key = keyNameOf(author);
  return names.find(({ actor }) => actor?.root === 'Person' && actor.key === key)?.actor ?? null;
}

/** Joins the mentions of one document into actors: names first, then what nouns and pronouns mean. */
export function tieMentions(doc: Doc, found: readonly Found[], setting: Setting, ontology: Ontology): LocalEntities {
  const cast = new Cast((type) => rootOf(ontology, type));
  const isName = (one: Found): boolean =>
    one.form === 'name' || one.form === 'modifier' ? one.nominal === undefined || one.linkable : one.linkable;
  const names = tieNames(doc, found.filter(isName), cast);
  const rest = found.filter((one) => !isName(one));
  const correspondents = { author: authorOf(setting.author, names), addressee: addresseeOf(doc.text, names) };
  const { said, zones: given } = setting;
  const { ties, zones } = resolve(doc, rest, names, cast, { said, zones: given, correspondents });
  const facts = standingFacts(doc, ties, cast);
  const entities = cast.actors.map((actor) => entityOf(actor, setting.sourceId));
  const idOf = new Map(cast.actors.map((actor, index) => [actor, entities[index]?.id ?? null]));
  const id = (actor: Actor): string => idOf.get(actor) ?? '';
  return {
    zones,
    standing: facts.map((fact) => ({ ...fact, agent: id(fact.agent), target: id(fact.target) })),
    entities: entities.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    mentions: ties
      .map(({ mention, actor, reason }): TiedMention => ({
        ...mention,
        reason,
        entity: actor ? (idOf.get(actor) ?? null) : null,
      }))
      .toSorted((a, b) => a.start - b.start || b.end - a.end),
  };
}

/** Entities that a record keeps: those with a name, and those that take part in a claim. */
export function keptEntities(entities: Iterable<LocalEntity>, claims: readonly Claim[], voice: Voice): LocalEntity[] {
  const used = new Set(
    claims.flatMap((one) => [one.agent, one.target, one.object, one.place, one.as, one.under, ...one.speakers]),
  );
  return [...entities]
    .filter((one) => one.linkable || used.has(one.id) || voice.by === one.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Mentions as the record keeps them. */
export const recordedMentions = (mentions: readonly TiedMention[]): Mention[] =>
  mentions.flatMap(({ start, end, entity, form, reason }) =>
    entity === null ? [] : [{ start, end, entity, form: form === 'modifier' ? 'name' : form, reason }],
  );
