import type { Doc } from '../language/annotate.ts';
import type { Actor, Actors } from './actors.ts';
import { throughOwner, type Cast } from './cast.ts';
import { kinds, type Frame } from './frames.ts';
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

/** The object; else whose it is that suffers ("restrict its operations"); else, without one, whom a preposition tells. */
function targetsOf(doc: Doc, actors: Actors, place: Place): readonly Actor[] {
  const { found, isThere } = actorsIn(doc, actors, place, ['obj'], null);
  if (found.length > 0) return found;
  if (isThere && !governors.affecting.has(doc.lemma(place.token).toLowerCase())) return [];
  if (isThere)
    return place.args.obj.flatMap((token) => throughOwner(doc, actors, token)).filter((one) => owning.has(one.type));
  const { iobj } = place.args;
  return iobj.length > 0
    ? []
    : actorsIn(doc, actors, place, prepositions, null).found.filter((one) => one.type !== 'Substance');
}

/** Types of what something belongs to. */
const owning = new Set([...(kinds['actor'] ?? []), 'Law']);

/** OTHER with its lemma, where a verb that no frame knows has two different actors. */
export function otherAct(
  doc: Doc,
  actors: Actors,
  place: Place,
): { readonly frame: Frame; readonly cast: Cast } | null {
  const lemma = doc.lemma(place.token).toLowerCase();
  const kind = governors.verbs.get(lemma);
  if (
    (kind !== undefined && kind !== 'possible' && kind !== 'failing') ||
    governors.light.has(lemma) ||
    governors.notActs.has(lemma)
  )
    return null;
  const agents = actorsIn(doc, actors, place, ['subj'], kinds['actor'] ?? null).found;
  const targets = targetsOf(doc, actors, place).filter((one) => one.type !== 'Designation');
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
  const particle = doc.child(place.token, 'compound:prt');
  const name = particle < 0 ? lemma : `${lemma} ${doc.lower(particle)}`;
  return pairs.length === 0 ? null : { frame, cast: { act: 'OTHER', lemma: name, object: null, pairs } };
}
