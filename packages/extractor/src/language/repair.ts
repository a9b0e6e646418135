import type { Doc } from '@attest/nlp';
import {
  closeTold,
  freeHearers,
  joinAlike,
  joinVerbs,
  keepDemonstratives,
  keepHearers,
  lowerInfinitives,
  lowerObliques,
  openComplements,
  openContents,
  openGerunds,
  openInfinitives,
  openQuestions,
  openReported,
  openWhatIf,
  raiseTold,
} from './repair/clauses.ts';
import { putDatesAside } from './repair/dates.ts';
import {
  describeNouns,
  freeMeasured,
  freeShifted,
  joinNouns,
  liftPurposes,
  partNames,
  partObjects,
  partReceivers,
  settleObjects,
  shareObjects,
} from './repair/objects.ts';
import { freeSubjects, giveSubjects, liftAgents, lowerSubjects, settleSubjects, standBy } from './repair/subjects.ts';
import { Tree, type Stretch } from './repair/tree.ts';
import {
  raiseBehindSource,
  raiseFiniteVerbs,
  raiseGerunds,
  raisePerfects,
  raiseRootParticiples,
  raiseSubjectGerunds,
} from './repair/verbs.ts';

/** Mends what the parser often gets wrong, and what no reader would: verbs that describe nouns, dates as objects. */
export function repairParse(doc: Doc, dates: readonly Stretch[], units: readonly Stretch[]): Doc {
  const tree = new Tree(doc);
  putDatesAside(tree, dates);
  partObjects(tree, units);
  partReceivers(tree);
  partNames(tree);
  describeNouns(tree);
  shareObjects(tree);
  joinNouns(tree);
  freeShifted(tree);
  liftPurposes(tree);
  raiseBehindSource(tree);
  raisePerfects(tree);
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
  giveSubjects(tree);
  lowerSubjects(tree);
  standBy(tree);
  liftAgents(tree);
  openInfinitives(tree);
  lowerInfinitives(tree);
  lowerObliques(tree);
  keepDemonstratives(tree);
  openWhatIf(tree);
  freeSubjects(tree);
  freeHearers(tree);
  openComplements(tree);
  openQuestions(tree);
  closeTold(tree);
  freeMeasured(tree);
  settleObjects(tree);
  return tree.done();
}
