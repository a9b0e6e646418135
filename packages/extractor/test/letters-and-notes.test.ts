import { loadOntology } from '@attest/model';
import { describe, expect, it } from 'vitest';
import { extractRecord } from '../src/pipeline.ts';

const ontology = loadOntology();

const letter = `Province of Leth, Office of the Governor

May 2, 2021

Minister Bo Ek
Ministry of Rivers

Dear Minister Ek:

The dam has been closed since March.¹ Norway sanctioned Iran.² We ask for help.³

¹ Jane Roe, Sweden Attacks Finland, River Times (May 4, 2020), https://r.example/a.

² In June, Poland sanctioned Belarus. See *id.* at 3.

³ Supra note 1.

Sincerely,

ANN LEE
Governor of Leth`;

function extract(text: string, kind?: string) {
  const { entities, claims, document, mentions } = extractRecord(
    { sourceId: 'a', file: 'a.txt', bytes: new TextEncoder().encode(text), meta: kind === undefined ? {} : { kind } },
    ontology,
  );
  // A name that is only printed in capitals may be shown so.
  const name = (id: string | null): string =>
    (entities.find((one) => one.id === id)?.name ?? '-').replace('ANN LEE', 'Ann Lee');
  const told = claims.map((claim) => ({
    line: `${name(claim.agent)} ${claim.act} ${name(claim.target)}`,
    quote: document.text.slice(claim.evidence.start, claim.evidence.end),
    date: claim.date?.from ?? null,
  }));
  return { told, entities, document, mentions };
}
const lines = (text: string, act: string): string[] =>
  extract(text)
    .told.filter(({ line }) => line.includes(` ${act} `))
    .map(({ line }) => line);

describe('a letter', () => {
  it('was written by its author to whom it greets, on its day', () => {
    const { told, document } = extract(letter);
    expect(document).toMatchObject({ kind: 'letter', author: 'Ann Lee', published: { from: '2021-05-02' } });
    expect(told.find(({ line }) => line.includes('COMMUNICATED_WITH'))).toEqual({
      line: 'Ann Lee COMMUNICATED_WITH Bo Ek',
      quote: 'Dear Minister Ek:',
      date: '2021-05-02',
    });
  });

  it('a story that quotes a salutation is none', () => {
    expect(
      lines('OSLO (AP) — "Dear Minister Ek," the letter began. It was sold on Monday.', 'COMMUNICATED_WITH'),
    ).toEqual([]);
  });
});

describe('notes', () => {
  it('cite works, each time they lead to one', () => {
    expect(lines(letter, 'CITED')).toEqual([
      'Ann Lee CITED Sweden Attacks Finland',
      'Ann Lee CITED Sweden Attacks Finland',
      'Ann Lee CITED Sweden Attacks Finland',
    ]);
  });

  it('tell in their prose, but not in the titles of works', () => {
    expect(lines(letter, 'SANCTIONED').toSorted()).toEqual(['Norway SANCTIONED Iran', 'Poland SANCTIONED Belarus']);
    expect(lines(letter, 'ATTACKED')).toEqual([]);
    expect(lines('OSLO (AP) — Sweden attacked Finland on Monday.', 'ATTACKED')).toEqual(['Sweden ATTACKED Finland']);
  });

  it('make works and authors actors, whose mentions stand in the source', () => {
    const { entities, document, mentions } = extract(letter);
    const work = entities.find(({ type }) => type === 'Work');
    expect(work?.name).toBe('Sweden Attacks Finland');
    expect(entities.find(({ name }) => name === 'Jane Roe')?.type).toBe('Person');
    const [mention] = mentions.filter(({ entity }) => entity === work?.id);
    expect(mention && document.text.slice(mention.start, mention.end)).toBe('Sweden Attacks Finland');
  });

  it('cite nothing for a document that reports and has no author', () => {
    expect(extract(letter, 'news').told.filter(({ line }) => line.includes('CITED'))).toEqual([]);
  });
});

describe('evidence', () => {
  it('is where the word stands that tells it, also over the end of a page', () => {
    const text =
      'The council of the river towns met, and in the end France\n\nPage 2 of 9\n\nsanctioned Iran.\n\nPage 3 of 9\n\nIt rained.';
    const { told } = extract(text, 'news');
    expect(told.find(({ line }) => line === 'France SANCTIONED Iran')?.quote).toBe('sanctioned Iran');
  });
});

describe('capitals', () => {
  it('are names in a signature', () => {
    const text = 'Dear Mr. Ek:\n\nWe thank you for the books.\n\nSincerely,\n\nANN LEE Attorney General of Montana';
    const { entities } = extract(text);
    expect(entities.find(({ aliases }) => aliases.includes('ANN LEE'))?.type).toBe('Official');
  });
});
