import type { Doc } from '../language/annotate.ts';
import type { Actors } from './actors.ts';
import type { Cast } from './cast.ts';
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
  const targets = actorsIn(doc, actors, place, ['obj'], null).found.filter((one) => one.type !== 'Designation');
  const pairs = agents.flatMap((agent) =>
    targets.filter((target) => target.entity !== agent.entity).map((target) => ({ agent, target, as: null })),
  );
  // A loose participle tells too little of whether it happened.
  if (doc.xpos(place.token) === 'VBG' && doc.child(place.token, 'aux') < 0 && doc.deprel(place.token) !== 'xcomp')
    return null;
  const particle = doc.child(place.token, 'compound:prt');
  const name = particle < 0 ? lemma : `${lemma} ${doc.lower(particle)}`;
  return pairs.length === 0 ? null : { frame, cast: { act: 'OTHER', lemma: name, object: null, pairs } };
}
