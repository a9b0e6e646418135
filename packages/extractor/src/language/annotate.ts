import { loadPipeline, type Doc, type Pipeline } from '@attest/nlp';
import type { Zone } from '@attest/model';

export type { Doc } from '@attest/nlp';

let pipeline: Pipeline | null = null;

/**
 * The language of a text: tokens, tags, names and dependencies, with the offsets of `text`.
 * Sentences do not run over the ends of zones; each stretch of `merge` (a citation) is one word to the parser.
 */
export function annotate(
  text: string,
  zones: readonly Zone[],
  merge: readonly { readonly start: number; readonly end: number }[],
): Doc {
  pipeline ??= loadPipeline();
  return pipeline.annotate(text, { segments: zones, merge });
}
