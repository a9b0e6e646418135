import type { Doc } from '@attest/nlp';
import { nouns, territories, titles } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { territoryOf } from '../mention/gazetteer.ts';
import type { Actor, Cast, Tie } from '../coreference/actor.ts';
import { basedIn, rosters } from './based.ts';
import { isDoubted, relatedActors } from './related.ts';

/** A relation that holds while a document speaks: who holds which office, belongs to what, leads what, is also called what. */
export interface StandingFact {
  readonly act: 'HOLDS_OFFICE' | 'MEMBER_OF' | 'PART_OF' | 'LEADS' | 'BASED_IN' | 'RIVAL_OF' | 'ALIAS_OF';
  readonly agent: string;
  readonly target: string;
  readonly title?: string;
  /** The stretch that states it. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** From 0 to 1, three decimals. */
  readonly confidence: number;
}

/** A standing fact while its actors have no ids yet. */
export interface FactDraft extends Omit<StandingFact, 'agent' | 'target'> {
  readonly agent: Actor;
  readonly target: Actor;
}

const seat = /^(?:Agency|Country|Place)$/u;
const heads =
  /^(?:leader|head|chief|boss|founder|kingpin|commander|director|chairman|chairwoman|ceo|president|supreme leader|ringleader)$/u;

/** The actor that an office's name names; made if the document does not speak of it ("President Biden" holds it in the United States). */
function seatOf(name: string, near: Found, cast: Cast): Actor {
  const territory = territoryOf(name);
  const key = territory?.identifiers?.['iso'];
  const known = cast.actors.find(
    (actor) => actor.name === (territory?.name ?? name) || (key !== undefined && actor.key === key),
  );
  if (known) return known;
  const named = {
    start: near.start,
    end: near.start,
    text: name,
    from: near.from,
    to: near.from,
    head: near.head,
    form: 'name' as const,
  };
  return cast.imply(key ?? name.toLowerCase(), {
    ...named,
    type: territory?.type ?? 'Agency',
    name: territory?.name ?? name,
    linkable: true,
    reason: 'office that a title tells',
    ...(territory?.identifiers ? { identifiers: territory.identifiers } : {}),
  });
}

/** Titles before names. */
function byTitle(tie: Tie, cast: Cast): readonly FactDraft[] {
  const { mention, actor } = tie;
  if (!actor || mention.title === undefined || mention.office === undefined || mention.office === null) return [];
  const target = seatOf(mention.office, mention, cast);
  if (target === actor || !seat.test(target.type)) return [];
  const { start, end } = mention;
  return [
    {
      act: 'HOLDS_OFFICE',
      agent: actor,
      target,
      title: mention.title,
      start,
      end,
      rule: 'standing/title',
      confidence: 0.85,
    },
  ];
}

/** What stands behind a noun: "of Mexico", "at the State Department", "for the Taliban". */
function behind(doc: Doc, mention: Found, ties: ReadonlyMap<number, Tie>): Tie | undefined {
  let at = mention.to;
  if (at >= doc.length || !/^(?:of|for|at|to|in|with|from)$/u.test(doc.lower(at))) return undefined;
  at += 1;
  while (at < doc.length && /^(?:DET|PRON)$/u.test(doc.upos(at)) && !ties.has(at)) at++;
  return ties.get(at);
}

/** "Marco Rubio, the secretary of state": where the bearer of such a title is known to hold it. */
function ownSeat(actor: Actor, noun: string, mention: Found, cast: Cast): Actor | undefined {
  const title = titles[noun];
  const surname = (actor.known ?? actor.name).split(' ').at(-1) ?? '';
  return title?.office !== undefined && title.holders?.includes(surname) === true
    ? seatOf(title.office, mention, cast)
    : undefined;
}

/** Nouns beside names: "Anna Kelly, a White House spokeswoman", "the head of the Drug Enforcement Administration". */
function byNoun(
  doc: Doc,
  tie: Tie,
  inside: readonly Tie[],
  starting: ReadonlyMap<number, Tie>,
  cast: Cast,
): readonly FactDraft[] {
  const { mention, actor } = tie;
  const { nominal, noun } = mention;
  if (!actor || actor.root !== 'Person' || actor.plural || !nominal || noun === undefined || mention.form !== 'nominal')
    return [];
  if (isDoubted(doc, Math.max(0, mention.from - 1), nominal.noun)) return [];
  const isJoined =
    actor.mentions.some((one) => one.form === 'name') &&
    /apposition|said to be|title behind|noun before|beside the noun/u.test(tie.reason);
  if (actor.mentions.some((one) => one.form === 'name') && !isJoined) return [];
  const after = behind(doc, mention, starting);
  // "A Mexican diplomat" is not told to hold an office; "the head of the agency" is.
  const place =
    (isJoined ? inside.findLast((one) => one.mention.to <= nominal.noun && one.actor !== actor) : undefined) ?? after;
  const target = place?.actor ?? (isJoined ? ownSeat(actor, noun, mention, cast) : undefined);
  if (!target || target === actor) return [];
  const start = Math.min(
    mention.start,
    ...(isJoined
      ? actor.mentions
          .filter((one) => one.form === 'name' && Math.abs(one.start - mention.start) < 80)
          .map((one) => one.start)
      : []),
  );
  const end = Math.max(mention.end, place?.mention.end ?? 0);
  const common = { agent: actor, target, start, end, rule: 'standing/noun' };
  const title = doc.text.slice(doc.start(nominal.noun), mention.end).replaceAll(/\s+/gu, ' ');
  const isOfficial = mention.type === 'Official' || nouns.offices.has(noun);
  // "Norway, a member of NATO": the noun is not one more member.
  const isOthers =
    !isJoined && (doc.child(mention.head, 'cop') >= 0 || (mention.from > 0 && doc.form(mention.from - 1) === ','));
  if (noun === 'member' && isOthers) return [];
  if (noun === 'member') return [{ ...common, act: 'MEMBER_OF', confidence: 0.8 }];
  if (isOfficial && seat.test(target.type) && target.type !== 'Place') actor.type = 'Official';
  if (isOfficial && seat.test(target.type))
    return [{ ...common, act: 'HOLDS_OFFICE', title, confidence: isJoined ? 0.8 : 0.7 }];
  if (heads.test(noun) && /^(?:Agency|Organization|Cartel)$/u.test(target.type))
    return [{ ...common, act: 'LEADS', confidence: 0.8 }];
  return [];
}

const partyMark = /^[\s,(]*(?<party>[DRI])\s?-\s?(?<seat>[A-Z]{2}|\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)/u;

/** "(D-CT)", ", R-South Carolina,": party and seat behind a name. */
function byParty(doc: Doc, { mention, actor }: Tie, cast: Cast): readonly FactDraft[] {
  if (!actor || actor.root !== 'Person' || mention.form === 'pronoun') return [];
  const mark = partyMark.exec(doc.text.slice(mention.end, mention.end + 40));
  const party = territories.parties[mark?.groups?.['party'] ?? ''];
  const place = mark?.groups?.['seat'] ?? '';
  const state =
    territories.postal[place] ?? (territoryOf(place)?.type === 'Place' ? territoryOf(place)?.name : undefined);
  if (!mark || party === undefined || state === undefined) return [];
  const common = {
    agent: actor,
    start: mention.start,
    end: mention.end + mark[0].length,
    rule: 'standing/party',
    confidence: 0.9,
  };
  const { title: told, office: _office, noun: _noun, nominal: _nominal, ...plain } = mention;
  const organization = cast.imply(party.toLowerCase(), {
    ...plain,
    ...nameless(mention),
    type: 'Organization',
    name: party,
    text: party,
    reason: 'party behind a name',
  });
  const seatActor = seatOf(state, mention, cast);
  const title = told !== undefined && /senator|representative|congress/iu.test(told) ? told : 'member of Congress';
  const chamber = /senator/iu.test(title)
    ? 'U.S. Senate'
    : /representative|congress(?:man|woman)/iu.test(title)
      ? 'U.S. House of Representatives'
      : undefined;
  return [
    { ...common, act: 'MEMBER_OF', target: organization },
    { ...common, act: 'HOLDS_OFFICE', target: seatActor, title },
    ...(chamber === undefined
      ? []
      : [{ ...common, act: 'HOLDS_OFFICE' as const, target: seatOf(chamber, mention, cast), title }]),
  ];
}

const nameless = ({ start, from }: Found): Pick<Found, 'end' | 'to' | 'form' | 'linkable'> => ({
  end: start,
  to: from,
  form: 'name',
  linkable: true,
});

/** The standing relations that titles, appositions and party marks state: each once, where it is first told. */
export function standingFacts(doc: Doc, ties: readonly Tie[], cast: Cast): readonly FactDraft[] {
  const starting = new Map<number, Tie>();
  const ending = new Map<number, Tie>();
  const bySentence = new Map<number, Tie[]>();
  for (const tie of ties) {
    if (tie.actor && !starting.has(tie.mention.from)) starting.set(tie.mention.from, tie);
    if (tie.actor && tie.mention.form !== 'pronoun') ending.set(tie.mention.to, tie);
    const sentence = doc.sentenceOf(tie.mention.head);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), tie]);
  }
  const beside = ties.flatMap((tie) => {
    const here = bySentence.get(doc.sentenceOf(tie.mention.head)) ?? [];
    const inside = here.filter(
      ({ mention: one }) =>
        one !== tie.mention && one.form === 'modifier' && one.from >= tie.mention.from && one.to <= tie.mention.to,
    );
    return [
      ...byTitle(tie, cast),
      ...byNoun(doc, tie, inside, starting, cast),
      ...byParty(doc, tie, cast),
      ...basedIn(doc, tie, starting, ending),
      ...rosters(doc, tie, here),
    ];
  });
  const seen = new Set<string>();
  return [...beside, ...relatedActors(doc, ties)]
    .toSorted((a, b) => a.start - b.start)
    .filter((fact) => {
      const key = [
        fact.act,
        fact.agent.root,
        fact.agent.key,
        fact.target.root,
        fact.target.key,
        fact.rule === 'standing/noun' ? fact.title : '',
      ].join('|');
      return !seen.has(key) && seen.add(key);
    });
}
