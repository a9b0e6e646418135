import type { LocalEntity } from '@attest/model';
import type { TiedMention } from '../entity/local-entities.ts';
import type { DateFound } from '../date/find-dates.ts';
import type { Doc } from '../language/annotate.ts';
import type { Quoted } from '../language/quotes.ts';
import { Actors, type Actor } from './actors.ts';
import { AttributionReader } from './attribution.ts';
import { askedAgents, linkContent } from './content.ts';
import { DateReader } from './dated.ts';
import { doSoClaims, linkDemonstrated } from './do-so.ts';
import { withBothSides, type DraftClaim } from './draft.ts';
import { adjectiveFrames, nounFrames, verbFrames, type Frame } from './frames.ts';
import { evaluationsOf, judgement } from './evaluations.ts';
import { governors } from './governors.ts';
import { isQuestion } from './local-status.ts';
import { nameOf, otherAct } from './other-act.ts';
import { questionClaims } from './questions.ts';
import { quotationsOf } from './quotations.ts';
import { carryAgents, carryForces } from './carried.ts';
import { castOf, type Cast } from './cast.ts';
import { fits, lawIn, placeIn, placeOf, type Place } from './roles.ts';
import type { Status } from './effects.ts';
import { StatusReader } from './status.ts';
import { blockQuotations, turnsOf, type SpokenZone, type Turn } from './turns.ts';
import { isVerb } from './tree.ts';
import { authorsOfWorks } from './works.ts';

/** What the claims stage reads; all offsets are those of the reading text. */
export interface Reading {
  readonly doc: Doc;
  readonly zones: readonly SpokenZone[];
  readonly mentions: readonly TiedMention[];
  /** Entity of whoever pleads in this document; null where it reports or its author is unknown. */
  readonly author: string | null;
  /** A law or bill: what it names without a finite verb is what it deals with, not what was done. */
  readonly isNormative: boolean;
  /** For whom office holders say "we"; see `meantByWe`. */
  readonly meantByWe: ReadonlyMap<string, LocalEntity>;
  /** For which force somebody speaks; see `forcesOf`. */
  readonly forces: ReadonlyMap<string, string>;
  readonly dates: readonly DateFound[];
  /** What stands between quotation marks. */
  readonly quotes: readonly Quoted[];
}

/** Why a word that may tell something gave no claim; for `attest explain`. */
interface Passed {
  readonly token: number;
  readonly act: string;
  readonly reason: string;
}

/** Everything that the rules read in one document. */
export interface Findings {
  readonly drafts: readonly DraftClaim[];
  readonly passed: readonly Passed[];
  /** Entity of whoever is quoted at an offset; null outside quotations. */
  quotedAt(offset: number): string | null;
}

/** Most claims that one word may give: "A, B and C sanctioned D and E" gives six. */
const mostClaims = 24;

/** A participle without an auxiliary. */
const isLoose = (doc: Doc, token: number): boolean =>
  /^VB[GN]$/u.test(doc.xpos(token)) && doc.child(token, 'aux', 'aux:pass') < 0;

/**
 * "would consider", "we will consider": whoever says so considers it already; "the committee will consider" is to come,
 * "met to consider" a purpose.
 */
const isOpen = (doc: Doc, token: number, { modality, negative }: Status): boolean =>
  !negative &&
  (modality === 'possible' ||
    (modality === 'planned' && doc.childrenBy(token, 'nsubj').some((one) => /^(?:i|we)$/u.test(doc.lower(one))))) &&
  doc.child(token, 'aux', 'cop') >= 0 &&
  !isQuestion(doc, token);

/** "any country found to be supplying them": nobody who has done it yet. */
const isAnybody = (doc: Doc, token: number): boolean =>
  doc.childrenBy(token, 'det').some((child) => doc.lower(child) === 'any');

/** How often claims so told are right: measured by scripts/reliability.mjs. Most are wrong where who acts is left open. */
const sureness = (place: Place, cast: Cast): number => {
  const hasAgent = cast.pairs.some(({ agent }) => agent !== null);
  if (place.isNoun) return hasAgent ? 0.8 : 0.35;
  return hasAgent ? 0.85 : 0.45;
};

const confidenceOf = (doc: Doc, token: number, base: number): number =>
  Math.round(1000 * base * (0.5 + 0.5 * doc.arcConfidence(token))) / 1000;

/** Reads the claims of one document: each verb and event noun by its frames, with who says it and how surely. */
export function findClaims({
  doc,
  zones,
  mentions,
  author,
  isNormative,
  meantByWe,
  forces,
  dates,
  quotes,
}: Reading): Findings {
  const actors = new Actors(doc, mentions);
  const status = new StatusReader(doc);
  // Marks inside a block quotation are of somebody else again.
  const quotations = [...blockQuotations(doc, zones), ...quotationsOf(doc, quotes, zones)];
  const turns = turnsOf(doc, zones, mentions);
  const turnAt = Array.from<Turn | undefined>({ length: doc.length });
  for (const turn of turns) turnAt.fill(turn, turn.from, turn.to);
  const attribution = new AttributionReader(doc, actors, status, quotations);
  actors.meantByWe = meantByWe;
  actors.authors = authorsOfWorks(doc, actors);
  actors.speakerAt = (token) => attribution.speakerAt(token) ?? turnAt[token]?.by ?? null;
  actors.hearerAt = (token) => attribution.hearerAt(token);
  const dated = new DateReader(doc, dates, (token) => nounFrames.has(doc.lemma(token).toLowerCase()));
  const drafts: DraftClaim[] = [];
  const passed: Passed[] = [];

  /** "Owned or controlled by Omar Saleh": the second of two joined verbs tells the same once more. */
  const isSecond = (token: number, act: string, modality: string, agent: Actor | null, target: Actor | null): boolean =>
    doc.deprel(token).startsWith('conj') &&
    drafts
      .slice(-2 * mostClaims)
      .some(
        (one) =>
          one.token === doc.head(token) &&
          one.act === act &&
          one.modality === modality &&
          one.agent === (agent?.entity ?? null) &&
          one.target === (target?.entity ?? null),
      );

  const tell = (place: Place, frame: Frame, cast: Cast, told: Status, rule: string, base: number): void => {
    const { token } = place;
    const { speakers: said, impersonal, unknown } = attribution.of(token);
    const turn = turnAt[token];
    const by = turn?.by?.entity;
    const speakers = by === undefined || said.at(-1) === by ? said : [...said, by];
    if (unknown || (turn && by === undefined && said.length === 0)) {
      passed.push({ token, act: cast.act, reason: 'somebody says it, and the text does not tell whom we know' });
      return;
    }
    const law = lawIn(doc, actors, token);
    const scene = frame.spoken ? null : placeIn(doc, actors, place);
    const isNamedOnly = isNormative && (place.isNoun || isLoose(doc, token));
    // "Allegedly killed": somebody says so whom the text does not name.
    const isRumour =
      told.modality === 'performed' &&
      speakers.length === 0 &&
      doc.children(token).some((child) => governors.alleging.has(doc.lower(child)));
    const modality = (isNamedOnly && told.modality === 'performed') || isRumour ? 'possible' : told.modality;
    const pairs = cast.pairs.slice(0, mostClaims);
    for (const { agent, target, as } of pairs) {
      const isOpenTo = agent !== null && isAnybody(doc, agent.token);
      // "Would you consider that?" is the question alone.
      if (frame.personal && isQuestion(doc, token) && agent !== null && actors.isHearer(agent.token)) {
        passed.push({ token, act: cast.act, reason: 'asked of the hearer' });
        continue;
      }
      if (isSecond(token, cast.act, modality, agent, target)) {
        passed.push({ token, act: cast.act, reason: 'told by the verb that it is joined to' });
        continue;
      }
      const spans = [agent, target, as, cast.object].filter((one): one is Actor => one !== null);
      const near = spans.filter((one) => doc.sentenceOf(one.token) === doc.sentenceOf(token));
      drafts.push({
        act: cast.act,
        lemma: cast.lemma,
        title: null,
        agent: agent?.entity ?? null,
        target: target?.entity ?? null,
        object: cast.object?.entity ?? null,
        place:
          scene !== null && [agent, target, cast.object].every((one) => one?.entity !== scene.entity)
            ? scene.entity
            : null,
        as: as?.entity ?? null,
        under: frame.legal && law !== null && law.entity !== agent?.entity ? law.entity : null,
        modality:
          frame.personal && isOpen(doc, token, told)
            ? 'performed'
            : isOpenTo && modality === 'performed'
              ? 'possible'
              : modality,
        polarity: told.negative ? 'negative' : 'positive',
        speakers,
        hedged: told.hedged || impersonal,
        date: dated.of(token, modality === 'planned' || modality === 'possible'),
        content: null,
        rests: [],
        start: Math.min(doc.start(token), ...near.map((one) => one.start)),
        end: Math.max(doc.end(token), ...near.map((one) => one.end)),
        rule,
        confidence: confidenceOf(doc, token, base),
        token,
        complements: frame.complement === undefined ? [] : place.complements,
      });
    }
  };

  for (let token = 0; token < doc.length; token += 1) {
    const verbal = isVerb(doc, token);
    const isAdjective = doc.upos(token) === 'ADJ' && doc.child(token, 'cop') >= 0;
    const frames = verbal ? verbFrames : doc.upos(token) === 'NOUN' ? nounFrames : isAdjective ? adjectiveFrames : null;
    const wordings = frames?.get(doc.lemma(token).toLowerCase()) ?? [];
    if (!verbal && wordings.length === 0) continue;
    const place = placeOf(doc, token);
    const told = status.of(token);
    let isTold = false;
    for (const wording of wordings) {
      if (!fits(doc, place, wording)) continue;
      const cast = castOf(doc, actors, place, wording.frame, attribution);
      if (typeof cast === 'string') {
        passed.push({ token, act: wording.frame.act, reason: cast });
        // "denied entry to the traveller": the object has told which sense it is.
        if (wording.frame.objects.length > 0) break;
      } else {
        tell(place, wording.frame, cast, told, `frame/${place.isNoun ? 'noun' : 'verb'}`, sureness(place, cast));
        isTold = true;
        break;
      }
    }
    // A verb that frames know only with a noun ("return an indictment"), with a status ("name X the winner") or with some
    // kind of target ("monitor drones") is without it any other verb.
    const isKnown =
      governors.manySenses.has(nameOf(doc, token)) ||
      wordings.some(
        (one) =>
          one.nouns.length === 0 &&
          (one.frame.spoken || one.frame.only === undefined) &&
          one.frame.needs !== 'as' &&
          fits(doc, place, one),
      );
    const other = isTold || isKnown || doc.upos(token) !== 'VERB' ? null : otherAct(doc, actors, place);
    if (other) tell(place, other.frame, other.cast, told, 'other/verb', 0.6);
  }
  for (const evaluation of evaluationsOf(doc, actors)) {
    const draft = judgement(evaluation, { doc, actors, status, attribution, author });
    if (draft) drafts.push(draft);
  }
  drafts.push(...doSoClaims(doc, actors, status, attribution, drafts));
  const linked = linkContent(doc, carryForces(doc, carryAgents(doc, zones, askedAgents(drafts)), forces), quotations);
  linkDemonstrated(doc, linked);
  return {
    drafts: [...withBothSides(linked), ...questionClaims(doc, turns)],
    passed,
    quotedAt: (offset) => quotedAt(doc, attribution, offset),
  };
}

function quotedAt(doc: Doc, attribution: AttributionReader, offset: number): string | null {
  let [low, high] = [0, doc.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end(middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === doc.length ? null : (attribution.speakerAt(low)?.entity ?? null);
}
