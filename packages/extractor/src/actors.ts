import type { Ontology } from '@attest/model';
import { layOut } from '@attest/nlp';
import { tieMentions, type LocalEntities } from './entity/local-entities.ts';
import { annotate } from './language/annotate.ts';
import { unitsOf } from './language/units.ts';
import { findLaws } from './laws/find-laws.ts';
import { findMentions } from './mention/find-mentions.ts';
import { tokensOf } from './mention/spans.ts';

/** The actors of a plain text with their mentions, offsets in the text as given; `headAt`: the word at which a stretch hangs. */
export function readActors(
  text: string,
  ontology: Ontology,
): { readonly tied: LocalEntities; readonly headAt: (start: number, end: number) => number } {
  const zones = layOut(text).zones;
  const laws = findLaws(text);
  const doc = annotate(text, zones, [...laws, ...unitsOf(text)]);
  return {
    tied: tieMentions(doc, findMentions(doc, laws), { sourceId: 'text', zones, author: null }, ontology),
    headAt: (start, end) => tokensOf(doc, start, end)?.head ?? -1 - start,
  };
}
