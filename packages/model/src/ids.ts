import { createHash } from 'node:crypto';
import type { Modality, Polarity } from './record.ts';

/** Short, stable hash of parts; a separator that no part holds keeps ("a","bc") apart from ("ab","c"). */
export function hashOf(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256')
    .update(parts.map((part) => (part === null ? '\u0001' : String(part))).join('\u0000'))
    .digest()
    .toString('hex', 0, 10);
}

/** sha256 of the bytes of a file: its revision. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** NFKD without marks, lower case, letters and digits only, without a leading article: the key under which names are compared. */
export function keyNameOf(name: string): string {
  const flat = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]s\b/gu, '')
    .replace(/\b(\p{L})\.(?=\p{L}\.)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return flat.replace(/^(?:the|a|an) /u, '') || flat;
}

/** Id of an actor inside one document. */
export function localEntityId(sourceId: string, root: string, keyName: string, discriminator: string | number): string {
  return `e_${hashOf(sourceId, root, keyName, discriminator)}`;
}

/** What makes a claim the claim that it is inside its document. */
export interface ClaimIdentity {
  readonly sourceId: string;
  /** The trigger's sentence; white space and case do not matter. */
  readonly sentence: string;
  readonly act: string;
  readonly lemma: string | null;
  readonly title: string | null;
  readonly roles: readonly (string | null)[];
  readonly modality: Modality;
  readonly polarity: Polarity;
  /** Among equals, in text order. */
  readonly ordinal: number;
}

/** Id of a claim: stays when other sentences of its document change. */
export function claimId(claim: ClaimIdentity): string {
  const { sourceId, sentence, act, lemma, title, roles, modality, polarity, ordinal } = claim;
  return `c_${hashOf(sourceId, keyNameOf(sentence), act, lemma, title, ...roles, modality, polarity, ordinal)}`;
}
