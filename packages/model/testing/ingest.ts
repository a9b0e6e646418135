import { describe, expect, it } from 'vitest';
import { AttestError } from '../src/errors.ts';
import { revisionOf } from '../src/ids.ts';
import type { Ingest, IngestInput } from '../src/ports.ts';
import { recordSchema, type DocumentRecord } from '../src/record.ts';

const inputOf = (text: string, more: Partial<IngestInput> = {}): IngestInput => ({
  sourceId: 'a.txt',
  file: 'a.txt',
  bytes: new TextEncoder().encode(text),
  meta: { published: '2024-02-29' },
  ...more,
});

const news = `WASHINGTON (AP) — The Senate urged Canada on Monday to sanction Iran.
Sen. Ann Smith said that Iran supplied drones to Russia. "We will act," she said.

The Treasury Department designated the Sinaloa Cartel under 8 U.S.C. § 1189.\n`;
const texts: readonly (readonly [what: string, text: string])[] = [
  ['news', news],
  ['news with a byte order mark and Windows line ends', `\uFEFF${news.replaceAll('\n', '\r\n')}`],
  ['one word', 'Hello'],
  ['one very long line', 'The Senate urged Canada to act and '.repeat(400)],
  ['signs outside the basic plane', 'The 😀 Senate 𝒰𝓇𝑔𝑒𝒹 Canada. \u{1F1E8}\u{1F1E6} The Senate urged Canada.'],
  ['markup', '<script>alert(1)</script> The Senate urged Canada to sanction <b>Iran</b>.'],
  ['names of JavaScript’s own', 'The __proto__ urged constructor to sanction toString and hasOwnProperty.'],
  ['another script', 'Сенат призвал Канаду ввести санкции против Ирана.'],
];

/** Every id in a claim must lead to an entity or claim of the record. */
function danglingIds({ entities, mentions, claims }: DocumentRecord): string[] {
  const known = new Set([...entities, ...claims].map(({ id }) => id));
  const used = claims.flatMap(({ agent, target, object, place, as, under, content, speakers, voice }) => [
    agent,
    target,
    object,
    place,
    as,
    under,
    content,
    voice.by,
    ...speakers,
  ]);
  return [...used, ...mentions.map(({ entity }) => entity)].flatMap((id) => (id === null || known.has(id) ? [] : [id]));
}

/** What everything that turns documents into records must do. */
export function ingestContract(name: string, open: () => Ingest): void {
  describe(`${name} as an Ingest`, () => {
    it.each(texts)('reads %s: whole, with places in the text and no id that leads nowhere', async (_what, text) => {
      const input = inputOf(text);
      const record = await open().extract(input);
      expect(recordSchema.parse(record)).toEqual(record);
      const { document, entities, mentions, claims } = record;
      expect(document).toMatchObject({ sourceId: 'a.txt', file: 'a.txt', text, revision: revisionOf(input.bytes) });
      const spans = [
        ...mentions,
        ...document.zones,
        ...claims.flatMap(({ evidence, moreEvidence }) => [evidence, ...moreEvidence]),
      ];
      expect(spans.filter(({ start, end }) => start >= end || end > text.length)).toEqual([]);
      const ids = [...entities, ...claims].map(({ id }) => id);
      expect(ids.length).toBe(new Set(ids).size);
      expect(danglingIds(record)).toEqual([]);
      expect(claims.filter(({ said }) => said === null)).toEqual([]);
      for (const { confidence } of claims.map(({ evidence }) => evidence))
        expect(Math.round(confidence * 1000) / 1000).toBe(confidence);
    });

    it('gives the same bytes for the same document, also after it has read others', async () => {
      const ingest = open();
      const first = JSON.stringify(await ingest.extract(inputOf(news)));
      await ingest.extract(inputOf('The House urged Mexico to act.', { sourceId: 'b.txt' }));
      expect(JSON.stringify(await ingest.extract(inputOf(news)))).toBe(first);
      expect(JSON.stringify(await open().extract(inputOf(news)))).toBe(first);
    });

    it('keeps two sources apart, though they say the same', async () => {
      const [one, other] = await Promise.all(
        ['a.txt', 'b.txt'].map((sourceId) => open().extract(inputOf(news, { sourceId }))),
      );
      const ids = (record: DocumentRecord | undefined): string[] =>
        [...(record?.entities ?? []), ...(record?.claims ?? [])].map(({ id }) => id);
      expect(ids(one).filter((id) => ids(other).includes(id))).toEqual([]);
    });

    it.each([
      ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x80, 0x81])],
      ['nothing', new Uint8Array()],
    ])('says in words that it cannot read %s', async (_what, bytes) => {
      const error: unknown = await open()
        .extract(inputOf('', { bytes }))
        .catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(AttestError);
      expect(error).toMatchObject({ code: expect.stringMatching(/^(?:unreadable-document|unsupported-format)$/u) });
    });
  });
}
