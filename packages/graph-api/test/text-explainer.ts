import { AttestError, type Explainer } from '@attest/model';
import { recordOf } from '@attest/model/contract';

/** Explains every text as the one sentence that `textIngest` takes it for. */
export const textExplainer: Explainer = {
  explain: async ({ sourceId, text }, offset) => {
    if (offset >= text.length)
      throw new AttestError('not-found', `No sentence is read at offset ${offset}.`, 'Give another.');
    return {
      sentence: { start: 0, end: text.length, text },
      words: [{ form: text, lemma: text, tag: 'X', relation: 'root', head: -1 }],
      mentions: [],
      claims: recordOf(sourceId, text).claims.map((claim) => ({ ...claim, caption: text })),
      passed: [],
    };
  },
};
