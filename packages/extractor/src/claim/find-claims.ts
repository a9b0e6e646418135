import type { Modality, Polarity } from '@attest/model';
import { frames, stance, type Frame } from '../data.ts';
import type { TiedMention } from '../entity/local-entities.ts';
import type { Sentence } from '../language/tokens.ts';
import { clauseOf, lawUnder, objectAfter, passiveAgent, statusAfter, subjectBefore, type Clause } from './roles.ts';
import { sourceOf } from './speakers.ts';
import { verbGroupAt } from './verb.ts';

/** A claim before it has its id; `content` is another draft. */
export interface DraftClaim {
  readonly act: string;
  readonly title: string | null;
  readonly agent: string | null;
  readonly target: string | null;
  readonly as: string | null;
  readonly under: string | null;
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly speakers: readonly string[];
  readonly hedged: boolean;
  readonly content: DraftClaim | null;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
}

function frameAt({ tokens }: Clause, index: number): { readonly frame: Frame; readonly after: number } | null {
  const token = tokens[index];
  if (!token || !/^(?:VERB|NOUN|PROPN|ADJ)$/u.test(token.pos)) return null;
  const particle = frames.get(`${token.lemma} ${tokens[index + 1]?.lower ?? ''}`);
  if (particle) return { frame: particle, after: index + 2 };
  // Nouns that look like verbs ("a request", "the charge") are left to rules of their own.
  const frame = token.pos === 'VERB' ? frames.get(token.lemma) : undefined;
  return frame ? { frame, after: index + 1 } : null;
}

/** What "to V" behind a request asks for, with the one who is asked as its agent. */
function complement(
  clause: Clause,
  from: number,
  agent: TiedMention | null,
  speaker: string | null,
  modality: Modality,
): DraftClaim | null {
  const { tokens } = clause;
  // "urging the administration Wednesday to ...": a day or an adverb may stand between.
  if (
    tokens[from]?.lower !== 'to' &&
    tokens[from + 1]?.lower === 'to' &&
    /^(?:ADV|PROPN)$/u.test(tokens[from]?.pos ?? '')
  )
    return complement(clause, from + 1, agent, speaker, modality);
  if (tokens[from]?.lower !== 'to') return null;
  const at = tokens[from + 1]?.pos === 'ADV' ? from + 2 : from + 1;
  const verb = tokens[at];
  const found = frameAt(clause, at);
  if (!verb || !found) return null;
  const object = objectAfter(clause, found.after);
  if (!object) return null;
  const status = found.frame.as ? statusAfter(clause, object.end) : null;
  if (found.frame.needs === 'as' && !status) return null;
  return {
    act: found.frame.act,
    title: null,
    agent: agent?.entity ?? null,
    target: object.mention.entity,
    as: status?.entity ?? null,
    under: lawUnder(clause, at)?.entity ?? null,
    modality,
    polarity: 'positive',
    speakers: speaker === null ? [] : [speaker],
    hedged: false,
    content: null,
    start: verb.start,
    end: (status ?? object.mention).end,
    rule: 'claim/complement-to',
    confidence: 0.75,
  };
}

/** "X denied that ...": the denying, with what he says instead as its content. */
function denial({ tokens }: Clause, by: number, content: DraftClaim): DraftClaim {
  const verb = tokens[by];
  return {
    act: 'DENIED',
    title: null,
    agent: content.speakers[0] ?? content.agent,
    target: null,
    as: null,
    under: null,
    modality: 'performed',
    polarity: 'positive',
    speakers: [],
    hedged: false,
    content,
    start: verb?.start ?? content.start,
    end: content.end,
    rule: 'claim/denial',
    confidence: 0.7,
  };
}

function claimAt(clause: Clause, index: number, quoted: boolean): readonly DraftClaim[] {
  const found = frameAt(clause, index);
  const verb = clause.tokens[index];
  if (!found || !verb) return [];
  const { frame, after } = found;
  const group = verbGroupAt(clause.tokens, index);
  if (group.form === 'participle') return [];
  const source = sourceOf(clause, index, group.start, quoted);
  if (source.kind === 'unknown') return [];
  // Who denies what did not happen leaves open what did.
  if (source.kind === 'denied' && (group.polarity === 'negative' || group.modality !== 'performed')) return [];
  const { speaker } = source;
  const modality = source.kind === 'open' && group.modality === 'performed' ? 'possible' : group.modality;
  const before = subjectBefore(clause, group.start);
  const object = objectAfter(clause, after);
  const passive = group.voice === 'passive' || (before === null && passiveAgent(clause, after) !== null);
  const agent = passive ? passiveAgent(clause, after) : before;
  const target = passive ? before : (object?.mention ?? null);
  const status = frame.as ? statusAfter(clause, passive ? after : (object?.end ?? after)) : null;
  const asked =
    frame.complement && (agent || (passive && target))
      ? complement(clause, passive ? after : (object?.end ?? after), target, agent?.entity ?? null, frame.complement)
      : null;
  if (frame.needs === 'as' && !status) return [];
  if (frame.needs === 'complement' && !asked && frame.otherwise === undefined) return [];
  const act = frame.needs === 'complement' && !asked ? (frame.otherwise ?? frame.act) : frame.act;
  if (agent === null && (target === null || !passive)) return [];
  // A legal status is what somebody is designated as, never who is acted on.
  if (target?.type === 'Designation' || agent?.type === 'Designation') return [];
  if (target === null && asked === null) return [];
  if (agent !== null && agent.entity === target?.entity) return [];
  // A bare infinitive whose subject stands before it is no statement of its own.
  if (group.form === 'infinitive' && agent === null) return [];
  const claim: DraftClaim = {
    act,
    title: null,
    agent: agent?.entity ?? null,
    target: target?.entity ?? null,
    as: status?.entity ?? null,
    under: lawUnder(clause, after)?.entity ?? null,
    modality,
    polarity: source.kind === 'denied' ? 'negative' : group.polarity,
    speakers: speaker === null || speaker === agent?.entity ? [] : [speaker],
    hedged: clause.tokens.some((token) => stance.hedging.has(token.lower)),
    content: asked,
    start: Math.min(verb.start, agent?.start ?? verb.start, target?.start ?? verb.start),
    end: Math.max(verb.end, agent?.end ?? 0, target?.end ?? 0, status?.end ?? 0, asked?.end ?? 0),
    rule: passive ? 'claim/passive' : 'claim/active',
    confidence: modality === 'performed' ? 0.7 : 0.6,
  };
  const claims = asked ? [claim, asked] : [claim];
  return source.kind === 'denied' ? [denial(clause, source.by, claim), ...claims] : claims;
}

/** What a title before a name says: the office and where it is held. */
function officeClaims(mentions: readonly TiedMention[], officeOf: (name: string) => string | null): DraftClaim[] {
  return mentions.flatMap((mention) => {
    const target = mention.office == null ? null : officeOf(mention.office);
    if (mention.title === undefined || target === null || target === mention.entity) return [];
    return [
      {
        act: 'HOLDS_OFFICE',
        title: mention.title,
        agent: mention.entity,
        target,
        as: null,
        under: null,
        modality: 'performed',
        polarity: 'positive',
        speakers: [],
        hedged: false,
        content: null,
        start: mention.start,
        end: mention.end,
        rule: 'claim/title-before-name',
        confidence: 0.8,
      } satisfies DraftClaim,
    ];
  });
}

const office =
  /^,? (?:the |a |an )?(?<title>(?:\p{L}+ ){0,3}(?:president|consul general|consul|secretary|minister|ambassador|governor|director|chairman|spokesman|spokeswoman|leader|attorney general)) (?:of|for|at) (?:the )?$/iu;

/** "Nicolás Maduro, the president of Venezuela": an office told behind the name. */
function appositions(mentions: readonly TiedMention[], view: string): DraftClaim[] {
  return mentions.flatMap((person, index) => {
    const place = mentions[index + 1];
    const title = place && office.exec(view.slice(person.end, place.start))?.groups?.['title'];
    if (
      !place ||
      title === undefined ||
      !/^(?:Official|Person)$/u.test(person.type) ||
      !/^(?:Country|Place|Agency)$/u.test(place.type)
    )
      return [];
    return [
      {
        act: 'HOLDS_OFFICE',
        title,
        agent: person.entity,
        target: place.entity,
        as: null,
        under: null,
        modality: 'performed',
        polarity: 'positive',
        speakers: [],
        hedged: false,
        content: null,
        start: person.start,
        end: place.end,
        rule: 'claim/office-in-apposition',
        confidence: 0.8,
      } satisfies DraftClaim,
    ];
  });
}

/** The claims of one sentence. `quoted` tells whether it begins inside a quotation; `view` is the text that all offsets index. */
export function findClaims(
  sentence: Sentence,
  mentions: readonly TiedMention[],
  quoted: boolean,
  view: string,
  officeOf: (name: string) => string | null,
): readonly DraftClaim[] {
  const clause = clauseOf(sentence.tokens, mentions);
  const claims = sentence.tokens.flatMap((_token, index) => claimAt(clause, index, quoted));
  // What a complement has already told as asked for is not told again as a claim of its own.
  const asked = new Set(
    claims.filter((claim) => claim.rule === 'claim/complement-to').map((claim) => `${claim.act}|${claim.target ?? ''}`),
  );
  const own = claims.filter(
    (claim) =>
      claim.rule === 'claim/complement-to' ||
      claim.modality === 'performed' ||
      !asked.has(`${claim.act}|${claim.target ?? ''}`),
  );
  return [...own, ...officeClaims(mentions, officeOf), ...appositions(mentions, view)];
}
