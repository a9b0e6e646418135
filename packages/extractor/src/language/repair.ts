import type { Doc } from '@attest/nlp';
import {
  closeTold,
  freeHearers,
  keepAppeals,
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
  openSaid,
  openWhatIf,
  raiseObliques,
  raiseTold,
} from './repair/clauses.ts';
import { completeNouns, lowerAsked, openNounVerbs, returnObjects } from './repair/infinitives.ts';
import { joinLoose, partConjuncts, partSubjects, raiseConjuncts, raisePredicates } from './repair/conjuncts.ts';
import { joinAlike, joinCounted, joinDemands, joinNouns, joinVerbs } from './repair/coordination.ts';
import { putDatesAside } from './repair/dates.ts';
import { describeSubjects, openSubordinates, openWith, takeSubjects } from './repair/fronted.ts';
import {
  describeNouns,
  freeMeasured,
  freeShifted,
  liftPurposes,
  partNames,
  partObjects,
  partReceivers,
  settleObjects,
  shareObjects,
} from './repair/objects.ts';
import {
  freeSubjects,
  giveSubjects,
  liftAgents,
  nameAgents,
  liftOrderers,
  lowerSubjects,
  settleSubjects,
  standBy,
} from './repair/subjects.ts';
import { Tree, type Stretch } from './repair/tree.ts';
import { raiseBehindComma } from './repair/roots.ts';
import { liftSubjects, raiseInfinitives, raiseServed, raiseTimedGerunds } from './repair/parts.ts';
import {
  fillSubjects,
  freeAccusers,
  freeConvicts,
  freeHaving,
  freePursuant,
  giveObjects,
  joinPerfects,
  openThoughts,
  raiseFinite,
} from './repair/strays.ts';
import { lowerRelatives, openRelatives } from './repair/relatives.ts';
import { cutNames, cutParticles, freeParticles, openClauses, takeObjects, turnObjects } from './repair/swallowed.ts';
import {
  joinSplitNames,
  raiseAppeals,
  raiseBehindSource,
  raiseFiniteVerbs,
  raiseGerunds,
  raisePerfects,
  raiseRootParticiples,
  raiseSubjected,
  raiseSubjectGerunds,
} from './repair/verbs.ts';

/** In this order: each sees what those before it have mended. */
const repairs: readonly ((tree: Tree) => void)[] = [
  // Nouns and objects: what stands together, and whose object it is.
  freeParticles,
  partReceivers,
  partNames,
  describeNouns,
  shareObjects,
  joinNouns,
  freeShifted,
  freeConvicts,
  giveObjects,
  joinPerfects,
  freeHaving,
  liftPurposes,
  // Verbs that the parser has drawn into a noun phrase.
  raiseBehindSource,
  raisePerfects,
  raiseAppeals,
  raiseFiniteVerbs,
  raiseInfinitives,
  raiseTimedGerunds,
  openRelatives,
  openClauses,
  raiseConjuncts,
  raiseRootParticiples,
  raiseBehindComma,
  raisePredicates,
  openSubordinates,
  raiseGerunds,
  raiseSubjectGerunds,
  openGerunds,
  // What is told, and verbs that are coordinated.
  keepHearers,
  raiseTold,
  openReported,
  openSaid,
  openContents,
  joinVerbs,
  joinAlike,
  joinDemands,
  joinLoose,
  turnObjects,
  takeObjects,
  lowerRelatives,
  // Who does it.
  joinCounted,
  partSubjects,
  liftSubjects,
  partConjuncts,
  describeSubjects,
  openWith,
  settleSubjects,
  raiseServed,
  giveSubjects,
  lowerSubjects,
  standBy,
  liftAgents,
  nameAgents,
  liftOrderers,
  freeAccusers,
  joinSplitNames,
  raiseSubjected,
  freePursuant,
  raiseFinite,
  fillSubjects,
  openThoughts,
  // What infinitives and clauses complete.
  lowerAsked,
  keepAppeals,
  openInfinitives,
  openNounVerbs,
  lowerInfinitives,
  completeNouns,
  returnObjects,
  lowerObliques,
  raiseObliques,
  keepDemonstratives,
  openWhatIf,
  freeSubjects,
  freeHearers,
  openComplements,
  openQuestions,
  closeTold,
  freeMeasured,
  settleObjects,
];

/**
 * Mends what the parser often gets wrong, and what no reader would: verbs that describe nouns, dates as objects. `units`
 * are phrases known as a whole.
 */
export function repairParse(doc: Doc, dates: readonly Stretch[], units: readonly Stretch[]): Doc {
  const tree = new Tree(doc);
  putDatesAside(tree, dates);
  partObjects(tree, units);
  cutNames(tree);
  cutParticles(tree);
  takeSubjects(tree);
  for (const repair of repairs) repair(tree);
  return tree.done();
}
