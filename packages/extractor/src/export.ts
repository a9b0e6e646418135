import type { Claim, DocumentRecord } from '@attest/model';

const line = (value: object): string => `${JSON.stringify(value)}\n`;

function dateOf({ date }: Claim): string | null {
  if (date === null) return null;
  const length = { day: 10, month: 7, year: 4, interval: 10 }[date.precision];
  const [from, to] = [date.from?.slice(0, length) ?? null, date.to?.slice(0, length) ?? null];
  if (from === null || to === null || from === to) return from;
  return `${from}/${to}`;
}

/** What a record adds to the two flat files: its entities, and its claims by start and id. */
export function flatLines({ document, entities, claims }: DocumentRecord): {
  readonly entities: string;
  readonly claims: string;
} {
  const sorted = claims.toSorted((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1));
  return {
    entities: entities
      .map(({ id, type, name, aliases }) => line({ id, type, name, aliases, documents: [document.file] }))
      .join(''),
    claims: sorted
      .map((claim) =>
        line({
          id: claim.id,
          document: document.file,
          act: claim.act,
          lemma: claim.lemma,
          title: claim.title,
          agent: claim.agent,
          target: claim.target,
          as: claim.as,
          under: claim.under,
          modality: claim.modality,
          polarity: claim.polarity,
          speaker: claim.speakers[0] ?? null,
          content: claim.content,
          date: dateOf(claim),
          evidence: { start: claim.evidence.start, end: claim.evidence.end },
        }),
      )
      .join(''),
  };
}
