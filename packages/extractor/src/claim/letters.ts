import type { Document } from '@attest/model';
import type { Layout } from '@attest/nlp';
import type { TiedMention } from '../entity/local-entities.ts';
import { plainDraft, type DraftClaim } from './draft.ts';

const salutation = /^(?:Dear|To)\s/u;

/** That a letter was written, by whom and to whom: its salutation names the reader, its day is when it was written. */
export function letterClaims(
  { kind, published }: Document,
  { reading, segments }: Layout,
  mentions: readonly TiedMention[],
  author: string | null,
): readonly DraftClaim[] {
  if (kind !== 'letter' || author === null) return [];
  const line = segments.find(
    (one) => one.kind === 'signature' && salutation.test(reading.text.slice(one.start, one.end)),
  );
  if (!line) return [];
  const readers = mentions.filter(
    (one) =>
      one.form === 'name' && one.start >= line.start && one.end <= line.end && /^(?:Official|Person)$/u.test(one.type),
  );
  const isOneDay = published !== null && published.from !== null && published.from === published.to;
  return [...new Set(readers.map(({ entity }) => entity))].flatMap((target): DraftClaim[] =>
    target === null || target === author
      ? []
      : [
          {
            ...plainDraft,
            act: 'COMMUNICATED_WITH',
            agent: author,
            target,
            date: isOneDay ? { from: published.from, to: published.to, precision: 'day' } : null,
            start: line.start,
            end: line.end,
            rule: 'letter/salutation',
            confidence: 0.95,
          },
        ],
  );
}
