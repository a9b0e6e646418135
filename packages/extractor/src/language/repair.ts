import type { Doc } from '@attest/nlp';
import { putDatesAside } from './repair/dates.ts';
import { freeMeasured, freeShifted, joinNouns, liftPurposes, partObjects, partReceivers } from './repair/objects.ts';
import { Tree, type Stretch } from './repair/tree.ts';
import {
  freeHearers,
  freeSubjects,
  joinAlike,
  openComplements,
  openInfinitives,
  raiseFiniteVerbs,
  raiseGerunds,
  raiseRootParticiples,
  settleObjects,
  standBy,
} from './repair/verbs.ts';

/** Mends what the parser often gets wrong, and what no reader would: verbs that describe nouns, dates as objects. */
export function repairParse(doc: Doc, dates: readonly Stretch[], units: readonly Stretch[]): Doc {
  const tree = new Tree(doc);
  putDatesAside(tree, dates);
  partObjects(tree, units);
  partReceivers(tree);
  joinNouns(tree);
  freeShifted(tree);
  liftPurposes(tree);
  raiseFiniteVerbs(tree);
  raiseRootParticiples(tree);
  raiseGerunds(tree);
  joinAlike(tree);
  standBy(tree);
  openInfinitives(tree);
  freeSubjects(tree);
  freeHearers(tree);
  openComplements(tree);
  freeMeasured(tree);
  settleObjects(tree);
  return tree.done();
}
