import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { throughOwner, type Cast } from './cast.ts';
import { kinds, nounFrames, type Frame } from './frames.ts';
import { governors } from './governors.ts';
import { actorsIn, type Place } from './roles.ts';

/** A verb without a frame between two actors is an act all the same; its lemma tells which. */
const frame: Frame = {
  act: 'OTHER',
  verbs: [],
  nouns: [],
  adjectives: [],
  active: false,
  personal: false,
  agent: ['subj'],
  target: ['obj'],
  object: [],
  objects: [],
  unless: [],
  without: [],
  as: false,
  also: [],
  through: false,
  needs: 'both',
  legal: false,
  spoken: false,
  together: false,
  between: false,
};

/** Prepositions behind which stands whom a verb without an object is about: "withdrew from the treaty". */
const prepositions = ['with', 'from', 'against', 'to'];

/** The prepositions of a verb: those of all, and its own ("invested in"). */
const prepositionsOf = (lemma: string): readonly string[] => [
  ...prepositions,
  ...['in', 'into', 'on', 'over', 'for'].filter((word) => governors.prepositional.has(`${lemma} ${word}`)),
];

/** The object; else whose it is that suffers ("restrict its operations"); else, without one, whom a preposition tells. */
function targetsOf(doc: Doc, actors: Actors, place: Place): readonly Actor[] {
  const lemma = doc.lemma(place.token).toLowerCase();
  const isReflexive = place.args.obj.some((one) => /(?:self|selves)$/u.test(doc.lower(one)));
  const { found, isThere } = actorsIn(doc, actors, place, isReflexive ? [] : ['obj'], null);
  if (found.length > 0) return found;
  if (isThere && !governors.affecting.has(lemma)) return [];
  if (isThere)
    return place.args.obj.flatMap((token) => throughOwner(doc, actors, token)).filter((one) => owning.has(one.type));
  const { iobj } = place.args;
  return iobj.length > 0
    ? []
    : actorsIn(doc, actors, place, prepositionsOf(lemma), null).found.filter((one) => one.type !== 'Substance');
}

/** Types of what something belongs to. */
const owning = new Set([...(kinds['actor'] ?? []), 'Law']);

/** "imposed a curfew", "opened a factory": the object is a thing of its own, and no event that another word tells. */
function isLightAct(doc: Doc, actors: Actors, { token, args }: Place): boolean {
  return (
    governors.lightActs.has(doc.lemma(token).toLowerCase()) &&
    args.obj.some((one) => {
      const type = actors.mentionAt(one)?.type ?? 'Group';
      return type !== 'Group' && !nounFrames.has(doc.lemma(one).toLowerCase());
    })
  );
}

/** The verb with its particle: "hand over", also where the parser gives the particle to what follows. */
export function nameOf(doc: Doc, verb: number): string {
  const lemma = doc.lemma(verb).toLowerCase();
  const particle = doc.child(verb, 'compound:prt');
  if (particle >= 0) return `${lemma} ${doc.lower(particle)}`;
  const next = verb + 1 < doc.length ? doc.lower(verb + 1) : '';
  return governors.phrasal.has(`${lemma} ${next}`) ? `${lemma} ${next}` : lemma;
}

const adjectival = /(?:ized|ised|ued|ated|ored|ired|ened)$/u;

/** OTHER with its lemma, where a verb that no frame knows has two different actors. */
export function otherAct(
  doc: Doc,
  actors: Actors,
  place: Place,
): { readonly frame: Frame; readonly cast: Cast } | null {
  const lemma = doc.lemma(place.token).toLowerCase();
  const kind = governors.verbs.get(lemma);
  if (
    (kind !== undefined && kind !== 'possible' && kind !== 'failing' && !governors.alsoActs.has(lemma)) ||
    (governors.light.has(lemma) && !isLightAct(doc, actors, place)) ||
    governors.notActs.has(lemma) ||
    // "to continued engagement": an adjective that was read as a verb, and has no lemma of its own.
    (lemma === doc.lower(place.token) && adjectival.test(lemma)) ||
    (kind === 'saying' && place.complements.length > 0)
  )
    return null;
  const agents = actorsIn(doc, actors, place, ['subj'], kinds['actor'] ?? null).found;
  const isActor = (type: string): boolean => kinds['actor']?.includes(type) ?? false;
  // "helped pass the bill", "represented 83 percent of the victims" are about no actor.
  const isShare = place.args.obj.some((one) => doc.lemma(one) === 'percent' || doc.form(one) === '%');
  const targets = targetsOf(doc, actors, place).filter(
    ({ type }) => type !== 'Designation' && (!governors.alsoActs.has(lemma) || (isActor(type) && !isShare)),
  );
  const pairs = agents.flatMap((agent) =>
    targets.filter((target) => target.entity !== agent.entity).map((target) => ({ agent, target, as: null })),
  );
  // A loose participle tells too little of whether it happened, unless it is what somebody is charged with or thanked for.
  const marks = doc.childrenBy(place.token, 'mark', 'case').map((mark) => doc.lower(mark));
  const above = doc.head(place.token);
  const isCharged = above >= 0 && governors.charging.has(doc.lemma(above).toLowerCase());
  const isReason =
    above >= 0 &&
    doc.upos(above) === 'VERB' &&
    marks.some((mark) => mark === 'for' || mark === 'of' || (mark === 'with' && isCharged));
  const isLoose = doc.xpos(place.token) === 'VBG' && doc.child(place.token, 'aux') < 0;
  if (isLoose && !isReason && doc.deprel(place.token) !== 'xcomp') return null;
  const name = nameOf(doc, place.token);
  if (pairs.length > 0) return { frame, cast: { act: 'OTHER', lemma: name, object: null, pairs } };
  const isAlone = governors.alone.has(name) && targets.length === 0 && place.args.obj.length === 0;
  if (!isAlone || agents.length === 0) return null;
  const single = agents.map((agent) => ({ agent, target: null, as: null }));
  return { frame, cast: { act: 'OTHER', lemma: name, object: null, pairs: single } };
}
