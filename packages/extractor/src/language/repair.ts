import type { Doc } from '@attest/nlp';
import {
  freeHearers,
  joinAlike,
  joinVerbs,
  keepHearers,
  lowerObliques,
  openComplements,
  openContents,
  openGerunds,
  openInfinitives,
  openQuestions,
  openReported,
  raiseTold,
} from './repair/clauses.ts';
import { putDatesAside } from './repair/dates.ts';
import {
  freeMeasured,
  freeShifted,
  joinNouns,
  liftPurposes,
  partObjects,
  partReceivers,
  settleObjects,
} from './repair/objects.ts';
import { freeSubjects, liftAgents, settleSubjects, standBy } from './repair/subjects.ts';
import { Tree, type Stretch } from './repair/tree.ts';
import { raiseFiniteVerbs, raiseGerunds, raiseRootParticiples, raiseSubjectGerunds } from './repair/verbs.ts';

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
  raiseSubjectGerunds(tree);
  openGerunds(tree);
  keepHearers(tree);
  raiseTold(tree);
  openReported(tree);
  openContents(tree);
  joinVerbs(tree);
  joinAlike(tree);
  settleSubjects(tree);
  standBy(tree);
  liftAgents(tree);
  openInfinitives(tree);
  lowerObliques(tree);
  freeSubjects(tree);
  freeHearers(tree);
  openComplements(tree);
  openQuestions(tree);
  freeMeasured(tree);
  settleObjects(tree);
  return tree.done();
}
