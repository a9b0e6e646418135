import type { Modality, Polarity } from '@attest/model';
import { stance } from '../data.ts';
import type { Token } from '../language/tokens.ts';

/** How a verb stands in its sentence. `start` is the first token of its group (auxiliaries and negation included). */
export interface VerbGroup {
  readonly voice: 'active' | 'passive';
  readonly form: 'finite' | 'infinitive' | 'participle';
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly start: number;
}

const be = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re"]);
const have = new Set(['have', 'has', 'had', "'ve"]);
const perhaps = new Set(['may', 'might', 'could', 'would', 'can', 'should', 'must', "'d", 'ought']);
const future = new Set(['will', 'shall', "'ll"]);
const negation = new Set(['not', "n't", 'never', 'no']);

/** What the verb before "to" makes of the infinitive, whether it is negated, and where its subject is to be looked for. */
function governor(
  tokens: readonly Token[],
  to: number,
): { readonly modality: Modality; readonly start: number; readonly negated: boolean } {
  for (let at = to - 1; at >= Math.max(0, to - 8); at -= 1) {
    const token = tokens[at];
    if (!token) break;
    // Who refuses or plans is who would act: the subject stands before the governing verb, if that is right before "to".
    const start = at === to - 1 ? at : to;
    const negated = tokens.slice(Math.max(0, at - 2), at).some((before) => negation.has(before.lower));
    if (stance.refusing.has(token.lemma)) return { modality: 'refused', start, negated };
    if (stance.planning.has(token.lemma)) return { modality: 'planned', start, negated };
    if (stance.requesting.has(token.lemma)) return { modality: 'requested', start: to, negated: false };
    if (token.pos === 'VERB') break;
  }
  return { modality: 'possible', start: to, negated: false };
}

/** Reads the auxiliaries, the negation and the governing verb of the verb at `index`. */
export function verbGroupAt(tokens: readonly Token[], index: number): VerbGroup {
  const verb = tokens[index];
  let start = index;
  let polarity: Polarity = 'positive';
  let passive = false;
  let modality: Modality = 'performed';
  let form: VerbGroup['form'] = 'finite';
  let hasAuxiliary = false;
  const isGerund = verb?.lower.endsWith('ing') ?? false;
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    const token = tokens[at];
    if (!token) break;
    const { lower } = token;
    if (negation.has(lower) || stance.almost.has(lower)) polarity = 'negative';
    else if (be.has(lower) && !hasAuxiliary) {
      passive = !isGerund && verb?.lower !== verb?.lemma;
      hasAuxiliary = true;
    } else if (be.has(lower) || have.has(lower) || /^(?:do|does|did)$/u.test(lower)) hasAuxiliary = true;
    else if (future.has(lower)) {
      modality = 'planned';
      hasAuxiliary = true;
    } else if (perhaps.has(lower)) {
      modality = 'possible';
      hasAuxiliary = true;
    } else if (lower === 'to') {
      form = 'infinitive';
      const governed = governor(tokens, at);
      ({ modality, start } = governed);
      if (governed.negated && governed.modality !== 'refused') polarity = 'negative';
      break;
    } else if (token.pos !== 'ADV') break;
    start = at;
  }
  // "Neither X nor Y did": the negation stands before the subject.
  if (tokens.slice(0, start).some((token) => token.lower === 'neither')) polarity = 'negative';
  if (form === 'finite' && isGerund && !hasAuxiliary) form = 'participle';
  if (
    modality === 'performed' &&
    (stance.inverted.has(tokens[0]?.lower ?? '') ||
      tokens.slice(0, start).some((token) => stance.unsure.has(token.lower)))
  )
    modality = 'possible';
  if (modality === 'performed' && tokens.at(-1)?.text === '?') modality = 'possible';
  return { voice: passive ? 'passive' : 'active', form, modality, polarity, start };
}
