import type { Claim, DocumentRecord } from '@attest/model';

const line = (value: object): string => `${JSON.stringify(value)}\n`;

function dateOf({ date }: Claim): string | null {
  if (date === null) return null;
  const length = { day: 10, month: 7, year: 4, interval: 10 }[date.precision];
  const [from, to] = [date.from?.slice(0, length) ?? null, date.to?.slice(0, length) ?? null];
  if (from === null || to === null || from === to) return from;
  return `${from}/${to}`;
}

/** The two flat files: `entities.jsonl` and `claims.jsonl`, sorted by document, start and id. */
export function flatExport(records: readonly DocumentRecord[]): { readonly entities: string; readonly claims: string } {
  const sorted = records.toSorted((a, b) => (a.document.file < b.document.file ? -1 : 1));
  const entities = sorted.flatMap(({ document, entities: all }) =>
    all.map(({ id, type, name, aliases }) => line({ id, type, name, aliases, documents: [document.file] })),
  );
  const claims = sorted.flatMap(({ document, claims: all }) =>
    all
      .toSorted((a, b) => a.evidence.start - b.evidence.start || (a.id < b.id ? -1 : 1))
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
      ),
  );
  return { entities: entities.join(''), claims: claims.join('') };
}
