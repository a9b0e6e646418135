import { keyNameOf, type Claim, type DocumentRecord, type LocalEntity } from '@attest/model';

/** An actor of a test document. */
export const actor = (id: string, type: string, name: string, more: Partial<LocalEntity> = {}): LocalEntity => ({
  id,
  type,
  name,
  aliases: [name],
  keyName: keyNameOf(name),
  identifiers: {},
  linkable: true,
  titles: [],
  ...more,
});

/** A claim told by a report as done. */
export const claim = (
  id: string,
  act: string,
  agent: string | null,
  target: string | null,
  more: Partial<Claim> = {},
): Claim => ({
  id,
  act,
  lemma: null,
  title: null,
  agent,
  target,
  object: null,
  place: null,
  as: null,
  under: null,
  modality: 'performed',
  polarity: 'positive',
  speakers: [],
  voice: { stance: 'reports', by: null },
  hedged: false,
  content: null,
  date: null,
  said: null,
  evidence: { start: 0, end: 4, rule: 'r', confidence: 0.9 },
  moreEvidence: [],
  ...more,
});

/** On a day. */
export const on = (day: string): NonNullable<Claim['date']> => ({ from: day, to: day, precision: 'day' });
/** Said on a day. */
export const said = (day: string): NonNullable<Claim['said']> => ({ from: day, to: day, basis: 'document' });

/** A news report of a day. */
export const report = (
  sourceId: string,
  entities: readonly LocalEntity[],
  claims: readonly Claim[] = [],
  more: Partial<DocumentRecord['document']> = {},
): DocumentRecord => ({
  document: {
    sourceId,
    revision: 'r',
    file: sourceId,
    title: sourceId,
    kind: 'news',
    publisher: null,
    author: null,
    published: null,
    text: `text of ${sourceId}`,
    zones: [],
    ...more,
  },
  entities: [...entities],
  mentions: entities.map(({ id }) => ({ start: 0, end: 1, entity: id, form: 'name', reason: 'test' })),
  claims: [...claims],
  versions: {},
});
