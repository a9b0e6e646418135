import { claimId, localEntityId, revisionOf } from '../src/ids.ts';
import type { DocumentRecord } from '../src/record.ts';

/** A record of one sentence with two actors and one claim, made by hand. */
export function recordOf(sourceId: string, text = 'The Senate urged Canada to act.'): DocumentRecord {
  const [senate, canada] = [
    localEntityId(sourceId, 'Body', 'senate', 0),
    localEntityId(sourceId, 'Territory', 'canada', 0),
  ];
  const entity = (id: string, type: string, name: string, identifiers: Record<string, string> = {}) => ({
    id,
    type,
    name,
    aliases: [name],
    keyName: name.toLowerCase(),
    identifiers,
    linkable: true,
    titles: [],
  });
  const roles = { agent: senate, target: canada, object: null, place: null, as: null, under: null };
  return {
    document: {
      sourceId,
      revision: revisionOf(new TextEncoder().encode(text)),
      file: `${sourceId}.txt`,
      title: sourceId,
      kind: 'news',
      publisher: null,
      author: null,
      published: { from: '2024-02-29', to: '2024-02-29', basis: 'text' },
      text,
      zones: [{ kind: 'body', start: 0, end: text.length }],
    },
    entities: [
      entity(senate, 'Agency', 'Senate', { wikidata: 'Q66096' }),
      entity(canada, 'Country', 'Canada', { iso: 'CA' }),
    ],
    mentions: [],
    claims: [
      {
        id: claimId({
          sourceId,
          sentence: text,
          act: 'URGED',
          lemma: null,
          title: null,
          roles: Object.values(roles),
          modality: 'performed',
          polarity: 'positive',
          ordinal: 0,
        }),
        act: 'URGED',
        lemma: null,
        title: null,
        ...roles,
        modality: 'performed',
        polarity: 'positive',
        speakers: [],
        voice: { stance: 'reports', by: null },
        hedged: false,
        content: null,
        date: null,
        said: { from: '2024-02-29', to: '2024-02-29', basis: 'document' },
        evidence: { start: 0, end: text.length, rule: 'frame', confidence: 0.9 },
        moreEvidence: [],
      },
    ],
    versions: { extractor: '1' },
  };
}
