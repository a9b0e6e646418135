import type { Doc } from '@attest/nlp';
import { nouns, territories, titles } from '../mention/data.ts';
import type { Found } from '../mention/found.ts';
import { territoryOf } from '../mention/gazetteer.ts';
import type { Actor, Cast, Tie } from '../coreference/actor.ts';
import type { FactDraft } from './fact.ts';
import { basedIn, rosters } from './based.ts';
import { belongings } from './belongings.ts';
import { counterparts } from './counterparts.ts';
import { holdings } from './holdings.ts';
import { nationalOffices } from './home.ts';
import { officesByLines } from './lines.ts';
import { settlePublicLife } from './public-life.ts';
import { heldRoles } from './offices.ts';
import { isDoubted, relatedActors } from './related.ts';
import { roleBorders } from './roles.ts';
import { seatOf } from './seat-of.ts';
import { seatsBeside } from './seats-beside.ts';

const seat = /^(?:Agency|Country|Place)$/u;
const heads =
  /^(?:leader|head|chief|boss|founder|kingpin|commander|director|chairman|chairwoman|ceo|president|supreme leader|ringleader)$/u;

/** "Senator" without a state: the senate, if the document speaks of only one. */
function chamberOf(title: string, cast: Cast): Actor | undefined {
  if (title !== 'Senator') return undefined;
  const [senate, other] = cast.actors.filter(({ type, name }) => type === 'Agency' && /\bSenate$/iu.test(name));
  return other ? undefined : senate;
}

/** Titles before names. */
function byTitle(tie: Tie, cast: Cast): readonly FactDraft[] {
  const { mention, actor } = tie;
  if (!actor || mention.title === undefined) return [];
  const office = mention.office ?? null;
  const target = office === null ? chamberOf(mention.title, cast) : seatOf(office, mention, cast);
  if (!target || target === actor || !seat.test(target.type)) return [];
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
  // A court's people hold office in and for a district.
  const isOf =
    /^(?:of|from)$/u.test(doc.lower(at)) || /^(?:judge|magistrate|prosecutor|attorney)$/u.test(mention.noun ?? '');
  at += 1;
  while (at < doc.length && /^(?:DET|PRON)$/u.test(doc.upos(at)) && !ties.has(at)) at++;
  const tie = ties.get(at);
  // "An envoy to Ukraine", "a diplomat in Hanoi": where he is sent or sits.
  return tie && (isOf || !/^(?:Country|Place)$/u.test(tie.mention.type)) ? tie : undefined;
}

/** "Marco Rubio, the secretary of state": where the bearer of such a title is known to hold it. */
function ownSeat(actor: Actor, noun: string, mention: Found, cast: Cast): Actor | undefined {
  const title = titles[noun];
  const surname = (actor.known ?? actor.name).split(' ').at(-1) ?? '';
  return title?.office !== undefined && title.holders?.includes(surname) === true
    ? seatOf(title.office, mention, cast)
    : undefined;
}

const range = (from: number, to: number): readonly number[] =>
  [...Array(Math.max(0, to - from)).keys()].map((offset) => from + offset);

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
  // "The procurement director of X" is one of several heads; see `heldRoles`.
  const isOneOf = range(mention.from, nominal.noun).some(
    (token) => doc.upos(token) === 'NOUN' || /^(?:vice|deputy|assistant|associate)$/u.test(doc.lower(token)),
  );
  if (heads.test(noun) && !isOneOf && /^(?:Agency|Organization|Cartel)$/u.test(target.type))
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
  const told = [...beside, ...relatedActors(doc, ties)];
  const isTold = new Set(told.map(pairKey));
  const borders = roleBorders(ties);
  const held = heldRoles(doc, ties, borders, cast);
  const roles = [
    ...held.facts,
    ...belongings(doc, ties, borders),
    ...holdings(doc, borders),
    ...seatsBeside(doc, ties, borders),
    ...officesByLines(doc, ties),
  ].filter((fact) => !isTold.has(pairKey(fact)));
  const seated = new Set(
    [...told, ...roles].flatMap(({ act, agent }) => (/^(?:HOLDS|LEADS)/u.test(act) ? [agent] : [])),
  );
  const offices = nationalOffices(doc, ties, held.unseated, seated, borders, cast);
  const plain = [...told, ...roles, ...offices];
  settlePublicLife(plain, cast);
  const seen = new Set<string>();
  return [...plain, ...counterparts(doc, plain, borders)]
    .toSorted((a, b) => a.start - b.start)
    .filter((fact) => {
      const key = `${pairKey(fact)}|${/^standing\/(?:noun|role)$/u.test(fact.rule) ? (fact.title ?? '').toLowerCase() : ''}`;
      return !seen.has(key) && seen.add(key);
    });
}

const pairKey = ({ act, agent, target }: FactDraft): string =>
  [act, agent.root, agent.key, target.root, target.key].join('|');
