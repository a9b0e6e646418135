import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import type { AttributionReader } from './attribution.ts';
import { kinds, nounFrames, type Frame } from './frames.ts';
import { conjunctsOf, gerundSubject, isPassive, prepositionOf } from './tree.ts';
import { askedOf } from './undertakers.ts';
import { actorsIn, hasMark, placeOf, statusIn, tokensIn, type Place } from './roles.ts';

/** Who does what to whom: one entry per claim that a word gives. */
export interface Cast {
  readonly act: string;
  readonly lemma: string | null;
  readonly object: Actor | null;
  readonly pairs: readonly { readonly agent: Actor | null; readonly target: Actor | null; readonly as: Actor | null }[];
}

const things = new Set(['Substance', 'Designation', 'Work']);
/** Acts that a law, a status or a substance can be the author of. */
const actsOfThings = new Set(['AUTHORIZED', 'HARMED', 'KILLED', 'THREATENS', 'REGULATED', 'CITED', 'BARRED']);

/** "called for elections", "demanded an apology": a noun that is no name; not whom one asks to do something. */
const hasThing = (doc: Doc, { args, complements }: Place): boolean =>
  complements.length === 0 && [...args.obj, ...(args.oblique.get('for') ?? [])].some((one) => doc.upos(one) === 'NOUN');

function needsFailed(
  frame: Frame,
  place: Place,
  doc: Doc,
  {
    targets,
    agents,
    persons,
    statuses,
    goods,
  }: Readonly<Record<'targets' | 'agents' | 'persons' | 'statuses' | 'goods', number>>,
): boolean {
  const hasClause = place.complements.length > 0;
  // "called for France to leave" asks it of France; "demanded to leave" asks for one's own.
  const hasAsked = place.complements.some((one) => !isInfinitive(doc, one) || askedOf(doc, place.token, one) >= 0);
  switch (frame.needs) {
    case 'target':
      return targets === 0;
    case 'both':
      return targets === 0 || agents === 0;
    case 'as':
      return statuses === 0 || targets === 0;
    case 'content':
      return !hasClause;
    case 'nothing':
      return false;
    case 'clause':
      return !hasAsked;
    case 'clause-or-thing':
      return !hasAsked && (persons === 0 || !hasThing(doc, place));
    case 'infinitive':
      return !place.complements.some((one) => isInfinitive(doc, one) || isSubjunctive(doc, one));
    case 'content-or-target':
      return !hasClause && targets === 0;
    case 'target-or-as':
      return targets === 0 && statuses === 0;
    case 'content-or-object':
      return !hasClause && place.args.obj.length === 0;
    case 'object':
      return place.args.obj.length === 0;
    case 'object-role':
      return targets === 0 || goods === 0;
  }
}

/** Between a noun and whose it is: "the policy of Chad"; "in" only behind what one has in somebody: "lack of faith in Chad". */
const owning = /^(?:of|by|from|to|for|with|about|under)$/u;
const beliefs = /^(?:faith|trust|confidence|belief|lack|role|failure)$/u;

/** Whether a noun names what is done to somebody: "the arrest of Soto" is not Soto's. */
const harmful = (doc: Doc, token: number): boolean =>
  nounFrames
    .get(doc.lemma(token).toLowerCase())
    ?.some(({ frame }) => frame.only !== 'goods' && frame.target.some((name) => /^(?:of|on|against)$/u.test(name))) ??
  false;

/** Whose it is that is blamed or praised, down a chain: "a lack of faith in the government's ability". */
export function throughOwner(doc: Doc, actors: Actors, token: number, depth = 0): readonly Actor[] {
  const owners = actors.owners(token);
  if (owners.length > 0 || depth > 3) return owners;
  // "the production and export of precursors": what follows the last of them is of all. Whom an attack is on or against
  // is not whose it is.
  const isEvent = harmful(doc, token);
  return conjunctsOf(doc, token)
    .flatMap((noun) => doc.childrenBy(noun, 'nmod', 'obl'))
    .filter((child) => {
      const preposition = prepositionOf(doc, child);
      if (preposition === 'in') return beliefs.test(doc.lemma(doc.head(child)).toLowerCase());
      return (isEvent ? /^by$/u : owning).test(preposition);
    })
    .flatMap((child) => {
      const here = actors.at(child);
      return here.length > 0 ? here : throughOwner(doc, actors, child, depth + 1);
    })
    .slice(0, 1);
}

/** Those in the first place that names somebody, or, where a frame looks through what is owned, its owner. */
function targetsOf(
  doc: Doc,
  actors: Actors,
  place: Place,
  frame: Frame,
  kind: readonly string[] | null,
  agents: readonly Actor[],
): { readonly found: readonly Actor[]; readonly isThere: boolean } {
  // "reforms backed by": what a participle describes is backed itself, not its owner.
  const isThrough = frame.through && doc.deprel(place.token) !== 'acl';
  if (!isThrough) return actorsIn(doc, actors, place, frame.target, kind);
  let isThere = false;
  for (const name of frame.target) {
    const here = actorsIn(doc, actors, place, [name], kind);
    if (here.found.length > 0) return here;
    isThere ||= here.isThere;
    const found = tokensIn(doc, place, name)
      .flatMap((token) => throughOwner(doc, actors, token))
      .filter((one) => one.type !== 'Designation' && (kind === null || kind.includes(one.type)))
      // "expressed their lack of faith in the government": what is one's own is not what one judges.
      .filter((one) => agents.every(({ entity }) => entity !== one.entity));
    if (found.length > 0) return { found, isThere };
  }
  return { found: [], isThere };
}

/** "a letter sent to Blinken": its author sent it; "troops of the army were deployed to Mzuzu": the army sends its own. */
function impliedAgents(actors: Actors, place: Place, { act }: Frame): readonly Actor[] {
  const things = place.args.obj.flatMap((token) => actors.at(token));
  if (act === 'COMMUNICATED_WITH') return things.flatMap(({ entity }) => actors.authors.get(entity) ?? []);
  const isSent = act === 'DEPLOYED' && (place.args.oblique.has('to') || place.args.oblique.has('in'));
  return isSent ? things.filter(({ type }) => type === 'Agency') : [];
}

/** "demanded that Ghana release him", "that he be released": a base form behind "that" is asked. */
const isSubjunctive = (doc: Doc, token: number): boolean =>
  doc.child(token, 'nsubj', 'nsubj:pass') >= 0 &&
  hasMark(doc, token, 'that') &&
  doc.child(token, 'aux') < 0 &&
  (doc.xpos(token) === 'VB' || doc.childrenBy(token, 'aux:pass').some((child) => doc.lower(child) === 'be'));

const isInfinitive = (doc: Doc, token: number): boolean =>
  (doc.xpos(token) === 'VB' && doc.child(token, 'aux') < 0 && !isSubjunctive(doc, token)) || hasMark(doc, token, 'to');

const once = (list: readonly Actor[]): readonly Actor[] =>
  list.filter(({ entity }, index) => list.findIndex((one) => one.entity === entity) === index);

/** "The act requires companies to report": a law urges nobody. */
const ordersByLaw = (frame: Frame, agents: readonly Actor[]): boolean =>
  frame.act === 'URGED' && agents.length > 0 && agents.every(({ type }) => type === 'Law');

/** Fills the roles of a frame, or tells why it does not hold. */
export function castOf(
  doc: Doc,
  actors: Actors,
  place: Place,
  frame: Frame,
  attribution: AttributionReader,
): Cast | string {
  const kind = frame.only === undefined ? null : (kinds[frame.only] ?? null);
  const isUnder = prepositionOf(doc, place.token) === 'under';
  const agentPlaces =
    place.isNoun && !isUnder ? [...frame.agent.filter((name) => name !== 'subj'), 'subj'] : frame.agent;
  const agentSide = actorsIn(doc, actors, place, agentPlaces, null);
  const targetSide = targetsOf(doc, actors, place, frame, kind, agentSide.found);
  const objectSide = actorsIn(doc, actors, place, frame.object, kinds['goods'] ?? null);
  const statuses = frame.as ? statusIn(doc, actors, place) : [];
  const own = frame.personal ? place.args.subj.flatMap((token) => actors.firstPerson(token) ?? []) : [];
  const speaking = (own.length > 0 ? own : agentSide.found).flatMap((one) => actors.authors.get(one.entity) ?? [one]);
  let agents: readonly Actor[] = speaking.filter(
    (one) => !things.has(one.type) || actsOfThings.has(frame.act) || (one.type === 'Work' && frame.spoken),
  );
  // "Designating cartels as FTOs will allow ...": the status that is given is what allows it.
  if (agents.length === 0 && frame.act === 'AUTHORIZED') {
    const gerund = gerundSubject(doc, place.token);
    if (gerund >= 0) agents = statusIn(doc, actors, placeOf(doc, gerund));
  }
  if (agents.length === 0 && !agentSide.isThere && isPassive(doc, place.token))
    agents = impliedAgents(actors, place, frame);
  let targets: readonly Actor[] = targetSide.found.filter((one) => one.type !== 'Designation' || frame.act === 'CITED');
  if (targets.length > 0 && frame.also.length > 0) {
    const further = actorsIn(doc, actors, place, frame.also, kinds['territory'] ?? null).found;
    targets = [...targets, ...further.filter((one) => !targets.some((other) => other.entity === one.entity))];
  }
  if (frame.between && targets.length === 0) {
    const [first, ...rest] = actorsIn(doc, actors, place, ['between'], kind).found;
    if (first) [agents, targets] = [[first], rest];
  }
  if (frame.together && targets.length === 0 && !targetSide.isThere && agents.length > 1)
    [agents, targets] = [agents.slice(0, 1), agents.slice(1)];
  const isFailed = needsFailed(frame, place, doc, {
    targets: targets.length,
    agents: agents.length,
    persons: agents.filter(({ type }) => type !== 'Law').length,
    statuses: statuses.length,
    goods: objectSide.found.length,
  });
  if (isFailed && frame.otherwise === undefined) return `${frame.needs} not found`;
  // "could tell that": nobody hears it.
  if (isFailed && frame.otherwise === 'TOLD' && targets.length === 0) return 'no hearer';
  // "considered it vague": an opinion, no deliberation.
  const isOpinion = place.complements.some(
    (one) => doc.deprel(one) === 'xcomp' && doc.xpos(one) !== 'VBG' && !isInfinitive(doc, one),
  );
  if (frame.personal && isOpinion) return 'an opinion';
  // Who is spoken of in a question is not who is asked.
  if (isFailed)
    targets = actorsIn(
      doc,
      actors,
      place,
      frame.target.filter((name) => name !== 'comp'),
      kind,
    ).found;
  if (agents.length === 0 && agentSide.isThere && !place.isNoun) {
    const isSpoken = attribution.quotationAt(place.token) !== null;
    return isSpoken ? 'who acts is not known here' : 'who acts names nobody known';
  }
  if (targets.length === 0 && targetSide.isThere && frame.needs !== 'content-or-object' && !frame.as)
    return 'who it is done to names nobody known';
  if (agents.length === 0 && targets.length === 0) return 'nobody known takes part';
  if (isFailed && targets.length === 0 && place.complements.length === 0) return 'no target';
  // "The court's prosecutor, Karim Khan, visited Goma": one visitor, however often he is named.
  [agents, targets] = [once(agents), once(targets)];
  const pairs = (agents.length > 0 ? agents : [null]).flatMap((agent) =>
    (targets.length > 0 ? targets : [null])
      .filter((target) => target === null || target.entity !== agent?.entity)
      .flatMap((target) => (statuses.length > 0 ? statuses : [null]).map((as) => ({ agent, target, as }))),
  );
  return pairs.length === 0
    ? 'the actor acts on itself'
    : {
        act: isFailed ? (frame.otherwise ?? frame.act) : ordersByLaw(frame, agents) ? 'ORDERED' : frame.act,
        lemma: frame.lemma ?? null,
        object: objectSide.found[0] ?? null,
        pairs,
      };
}
