import type { TiedMention } from '../entity/local-entities.ts';
import type { DraftClaim } from './draft.ts';

const office =
  /^,? (?:the |a |an )?(?<title>(?:\p{L}+ ){0,3}(?:president|consul general|consul|secretary|minister|ambassador|governor|director|chairman|spokesman|spokeswoman|leader|attorney general)) (?:of|for|at) (?:the )?$/iu;

const holds = (agent: string, target: string, title: string, start: number, end: number, rule: string): DraftClaim => ({
  act: 'HOLDS_OFFICE',
  lemma: null,
  title,
  agent,
  target,
  object: null,
  place: null,
  as: null,
  under: null,
  modality: 'performed',
  polarity: 'positive',
  speakers: [],
  hedged: false,
  content: null,
  start,
  end,
  rule,
  confidence: 0.8,
  token: -1,
  complements: [],
});

/** What titles say of offices: before a name, and in apposition ("Nicolás Maduro, the president of Venezuela"). */
export function officeClaims(
  mentions: readonly TiedMention[],
  view: string,
  officeOf: (name: string) => string | null,
): readonly DraftClaim[] {
  return mentions.flatMap((mention, index) => {
    const claims: DraftClaim[] = [];
    const target = mention.office == null ? null : officeOf(mention.office);
    if (mention.entity !== null && mention.title !== undefined && target !== null && target !== mention.entity)
      claims.push(holds(mention.entity, target, mention.title, mention.start, mention.end, 'office/title'));
    const place = mentions[index + 1];
    const title = place && office.exec(view.slice(mention.end, place.start))?.groups?.['title'];
    if (
      title !== undefined &&
      mention.entity !== null &&
      place?.entity != null &&
      /^(?:Official|Person)$/u.test(mention.type) &&
      /^(?:Country|Place|Agency)$/u.test(place.type)
    )
      claims.push(holds(mention.entity, place.entity, title, mention.start, place.end, 'office/apposition'));
    return claims;
  });
}
