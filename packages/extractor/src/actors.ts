import type { Ontology } from '@attest/model';
import { layOut } from '@attest/nlp';
import { tieMentions, type LocalEntities } from './entity/local-entities.ts';
import { annotate, type Doc } from './language/annotate.ts';
import { unitsOf } from './language/units.ts';
import { findLaws } from './laws/find-laws.ts';
import { findMentions } from './mention/find-mentions.ts';

/** What is read of a plain text, offsets in the text as given. */
interface ReadActors {
  readonly tied: LocalEntities;
  readonly doc: Doc;
}

/** The actors of a plain text with their mentions. */
export function readActors(text: string, ontology: Ontology): ReadActors {
  const zones = layOut(text).zones;
  const laws = findLaws(text);
  const doc = annotate(text, zones, [...laws, ...unitsOf(text)]);
  return { tied: tieMentions(doc, findMentions(doc, laws), { sourceId: 'text', zones, author: null }, ontology), doc };
}
