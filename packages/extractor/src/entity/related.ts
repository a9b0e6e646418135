import { readFileSync } from 'node:fs';
import type { Doc } from '@attest/nlp';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Tie } from '../coreference/actor.ts';
import type { FactDraft } from './fact.ts';

const words = z.array(z.string());
const wordSet = words.transform((list): ReadonlySet<string> => new Set(list));
const data = z
  .strictObject({
    notParts: wordSet,
    doubts: wordSet,
    nouns: z.array(
      z.strictObject({
        act: z.enum(['PART_OF', 'MEMBER_OF', 'LEADS', 'RIVAL_OF', 'ALIAS_OF']),
        nouns: words,
        behind: wordSet,
        compound: wordSet,
        agent: wordSet,
        target: wordSet,
      }),
    ),
  })
  .parse(parse(readFileSync(new URL('../../data/relations.yaml', import.meta.url), 'utf8')));
type RelationNoun = (typeof data.nouns)[number];

const byNoun: ReadonlyMap<string, RelationNoun> = new Map(
  data.nouns.flatMap((one) => one.nouns.map((noun) => [noun, one] as const)),
);
const longestNoun = Math.max(...[...byNoun.keys()].map((noun) => noun.split(' ').length));

const range = (from: number, to: number): readonly number[] =>
  [...Array(Math.max(0, to - from)).keys()].map((offset) => from + offset);

/** Whether one of some tokens leaves it open that somebody is what he is called: "a suspected member". */
export const isDoubted = (doc: Doc, from: number, to: number): boolean =>
  range(from, to).some((token) => data.doubts.has(doc.lower(token)));

const closers = /^[,.;:)"–—]$/u;
const dashes = /^[,(–—]$/u;
/** What may describe a noun: "main", "armed", "drug trafficking". */
const describes = (doc: Doc, token: number): boolean =>
  /^(?:ADJ|NOUN|NUM|ADV)$/u.test(doc.upos(token)) || /^VB[GN]$/u.test(doc.xpos(token));

/** Where names begin and end in a document. */
interface Borders {
  readonly starting: ReadonlyMap<number, readonly Tie[]>;
  readonly ending: ReadonlyMap<number, readonly Tie[]>;
}

const isNamed = ({ actor }: Tie): boolean =>
  actor !== null && actor.mentions.some((one) => one.form === 'name' || one.form === 'modifier');

/** The ties by the tokens at which they begin and end; longer ones first. */
function bordersOf(ties: readonly Tie[]): Borders {
  const starting = new Map<number, Tie[]>();
  const ending = new Map<number, Tie[]>();
  const longestFirst = ties.toSorted((a, b) => b.mention.to - b.mention.from - (a.mention.to - a.mention.from));
  for (const tie of longestFirst) {
    if (!isNamed(tie)) continue;
    starting.set(tie.mention.from, [...(starting.get(tie.mention.from) ?? []), tie]);
    ending.set(tie.mention.to, [...(ending.get(tie.mention.to) ?? []), tie]);
  }
  return { starting, ending };
}

const oneOf = (ties: readonly Tie[] | undefined, types: ReadonlySet<string>): Tie | undefined =>
  ties?.find(({ actor, mention }) => actor !== null && types.has(actor.type) && mention.form !== 'pronoun');

/** What stands before a relation noun: whose it is, and where the phrase begins. */
interface Before {
  readonly from: number;
  readonly owner: Tie | undefined;
  /** "B member": no genitive between. */
  readonly isCompound: boolean;
}

function before(doc: Doc, noun: number, { starting, ending }: Borders, types: ReadonlySet<string>): Before | null {
  const floor = Math.max(doc.sentenceStart(doc.sentenceOf(noun)), noun - 5);
  let at = noun;
  while (at > floor && !ending.has(at) && describes(doc, at - 1)) at--;
  if (isDoubted(doc, Math.max(0, at - 1), noun)) return null;
  if (at <= floor) return { from: at, owner: undefined, isCompound: false };
  const compound = oneOf(ending.get(at), types);
  if (compound) {
    const isPlain = range(at, noun).every((token) => doc.upos(token) !== 'VERB');
    if (isDoubted(doc, Math.max(0, compound.mention.from - 1), compound.mention.from)) return null;
    return isPlain ? { from: compound.mention.from, owner: compound, isCompound: true } : null;
  }
  if (/^['’]s?$/u.test(doc.form(at - 1))) {
    const owner = oneOf(ending.get(at - 1), types);
    return owner ? { from: owner.mention.from, owner, isCompound: false } : null;
  }
  const pronoun = /^(?:its|their|his|her)$/u.test(doc.lower(at - 1))
    ? starting.get(at - 1)?.find(({ actor }) => actor !== null && types.has(actor.type))
    : undefined;
  if (pronoun) return { from: at - 1, owner: pronoun, isCompound: false };
  const isArticle = /^(?:a|an|the)$/u.test(doc.lower(at - 1));
  return { from: isArticle ? at - 1 : at, owner: undefined, isCompound: false };
}

/** Names in a row from a token on: "members | France and Germany". */
function rowFrom(doc: Doc, token: number, { starting }: Borders, types: ReadonlySet<string>): readonly Tie[] {
  const row: Tie[] = [];
  let at = token;
  for (;;) {
    if (at < doc.length && doc.lower(at) === 'the') at++;
    const tie = oneOf(starting.get(at), types);
    if (!tie || tie.mention.form !== 'name' || /\n/u.test(doc.text.slice(doc.end(token - 1), tie.mention.start)))
      return row;
    row.push(tie);
    at = tie.mention.to;
    if (at >= doc.length || !/^(?:,|and)$/u.test(doc.form(at))) return row;
    at += doc.form(at) === ',' && at + 1 < doc.length && doc.lower(at + 1) === 'and' ? 2 : 1;
  }
}

const closesAt = (doc: Doc, at: number): boolean =>
  at >= doc.length || doc.sentenceOf(at) !== doc.sentenceOf(at - 1) || closers.test(doc.form(at));

function fact(relation: RelationNoun, agent: Tie, target: Tie, way: string, confidence: number): FactDraft[] {
  const [a, b] = [agent.actor, target.actor];
  if (!a || !b || a === b) return [];
  // A name for somebody and whom it names are of one kind.
  if (relation.act === 'ALIAS_OF' && a.root !== b.root) return [];
  return [
    {
      act: relation.act,
      agent: a,
      target: b,
      start: Math.min(agent.mention.start, target.mention.start),
      end: Math.max(agent.mention.end, target.mention.end),
      rule: `standing/${way}`,
      confidence,
    },
  ];
}

/** The relation noun that ends behind a token, singular form, with its first token. */
function nounAt(doc: Doc, last: number): { readonly first: number; readonly noun: string } | null {
  for (let length = longestNoun; length > 0; length--) {
    const first = last - length + 1;
    if (first < 0) continue;
    const noun = range(first, last)
      .map((token) => doc.lower(token))
      .concat(/^NNP?S$/u.test(doc.xpos(last)) ? doc.lower(last).replace(/(?<=[^s])s$/u, '') : doc.lower(last))
      .join(' ');
    if (byNoun.has(noun)) return { first, noun };
  }
  return null;
}

/** What nouns beside two names tell: "A, an arm of B", "B's rival A", "its rival, A,", "B member A". */
function byRelationNoun(doc: Doc, last: number, borders: Borders): readonly FactDraft[] {
  const hit = nounAt(doc, last);
  const relation = hit && byNoun.get(hit.noun);
  if (!hit || !relation) return [];
  const phrase = before(doc, hit.first, borders, relation.target);
  if (!phrase) return [];
  const next = last + 1;
  const former =
    phrase.from > 0 && dashes.test(doc.form(phrase.from - 1))
      ? oneOf(borders.ending.get(phrase.from - 1), relation.agent)
      : undefined;
  if (phrase.owner) {
    const { owner, isCompound } = phrase;
    if (isCompound && !relation.compound.has(hit.noun)) return [];
    // "Airbus, Boeing's main rival,"
    if (former && !isCompound && closesAt(doc, next)) return fact(relation, former, owner, 'apposition', 0.75);
    // "Hezbollah leader Hassan Nasrallah": the title belongs to the name.
    const titled = [...(borders.starting.get(hit.first) ?? []), ...(borders.starting.get(phrase.from) ?? [])].filter(
      ({ mention }) => mention.form === 'name' && mention.to > next,
    );
    const isPlural = doc.xpos(last).endsWith('S');
    const bearer = isCompound && !isPlural ? oneOf(titled, relation.agent) : undefined;
    if (bearer) return fact(relation, bearer, owner, 'apposition', 0.75);
    const isApart = next < doc.length && doc.form(next) === ',';
    const row = rowFrom(doc, isApart ? next + 1 : next, borders, relation.agent);
    const end = row.at(-1)?.mention.to ?? next;
    // "its rival, Israel said": what stands behind the comma is another clause.
    if (isApart && (isCompound || !(closesAt(doc, end) || doc.lower(end) === 'of'))) return [];
    return (isPlural ? row : row.slice(0, 1)).flatMap((one) => fact(relation, one, owner, 'apposition', 0.75));
  }
  if (next >= doc.length || !relation.behind.has(doc.lower(next))) return [];
  const at = next + 1 < doc.length && doc.lower(next + 1) === 'the' ? next + 2 : next + 1;
  const target = oneOf(borders.starting.get(at), relation.target);
  if (!target) return [];
  const end = target.mention.to;
  // "Members of X, a unit of Y" and "the head of Hamas, a member of Y": who is meant is the person.
  const isInner =
    former !== undefined &&
    relation.act === 'MEMBER_OF' &&
    former.mention.from > 1 &&
    /^(?:of|for|at)$/u.test(doc.lower(former.mention.from - (doc.lower(former.mention.from - 1) === 'the' ? 2 : 1)));
  if (former && !isInner && (closesAt(doc, end) || /^(?:and|who|which|that)$/u.test(doc.lower(end))))
    return fact(relation, former, target, 'apposition', 0.75);
  // "the armed wing of Hamas, the Qassam Brigades,"
  if (phrase.from < hit.first && doc.lower(phrase.from) === 'the' && end < doc.length && doc.form(end) === ',') {
    const [later] = rowFrom(doc, end + 1, borders, relation.agent);
    if (later && closesAt(doc, later.mention.to)) return fact(relation, later, target, 'apposition', 0.7);
  }
  return [];
}

const owners: Readonly<Record<string, ReadonlySet<string>>> = {
  Agency: new Set(['Agency', 'Country', 'Place']),
  Cartel: new Set(['Cartel']),
};
/** A body with its own name behind whose it is: "the Treasury's Office of Foreign Assets Control". */
function byOwner(doc: Doc, tie: Tie, { ending }: Borders): readonly FactDraft[] {
  const { mention, actor } = tie;
  const types = owners[actor?.type ?? ''];
  if (!actor || !types || mention.form !== 'name' || data.notParts.has(mention.noun ?? '')) return [];
  for (const genitive of [mention.from - 1, ...range(mention.from + 1, mention.to - 1)]) {
    if (genitive < 1 || !/^['’]s?$/u.test(doc.form(genitive)) || doc.upos(genitive) !== 'PART') continue;
    const owner = oneOf(ending.get(genitive), types);
    if (owner?.actor && owner.actor !== actor)
      return [
        {
          act: 'PART_OF',
          agent: actor,
          target: owner.actor,
          start: owner.mention.start,
          end: mention.end,
          rule: 'standing/owner',
          confidence: 0.75,
        },
      ];
  }
  return [];
}

/** How actors stand to each other by what stands beside their names. */
export function relatedActors(doc: Doc, ties: readonly Tie[]): readonly FactDraft[] {
  const borders = bordersOf(ties);
  const facts = range(0, doc.length).flatMap((token) =>
    /^(?:NOUN|PROPN)$/u.test(doc.upos(token)) ? byRelationNoun(doc, token, borders) : [],
  );
  return [...facts, ...ties.flatMap((tie) => byOwner(doc, tie, borders))];
}
