import { AttestError } from '@attest/model';

/** Entities that are resolved in memory at a time if the user does not say: those of some 7000 documents, 300 MB. */
export const usualEntities = '200000';

/** Reads `--entities-in-memory`. */
export function entitiesInMemory({ entitiesInMemory: text }: { readonly entitiesInMemory: string }): number {
  const count = Number(text);
  if (/^[1-9]\d*$/u.test(text) && Number.isSafeInteger(count)) return count;
  throw new AttestError('invalid-input', `${text} is no number of entities`, 'Give a whole number from 1 on.');
}
