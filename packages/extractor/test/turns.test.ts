import { loadOntology } from '@attest/model';
import { describe, expect, it } from 'vitest';
import { extractRecord } from '../src/pipeline.ts';

const ontology = loadOntology();

/** Claims of an act as `agent > target (speakers)`. */
function told(text: string, act: string): string[] {
  const { entities, claims } = extractRecord(
    { sourceId: 'a', file: 'a.txt', bytes: new TextEncoder().encode(text), meta: { kind: 'news' } },
    ontology,
  );
  const name = (id: string | null): string => entities.find((one) => one.id === id)?.name ?? '-';
  return claims
    .filter((claim) => claim.act === act)
    .map((claim) => `${name(claim.agent)} > ${name(claim.target)} (${claim.speakers.map(name).join(', ')})`);
}

describe('who speaks without marks of quotation', () => {
  it('is the one whose name stands before a turn in a transcript', () => {
    const transcript =
      'Press Briefing\n\nPRESIDENT JANE ROE: Thank you all for coming. Norway sanctioned Iran.\n\nPoland attacked Belarus.\n\nQ Is that so?\n\nPRESIDENT JANE ROE: It is. France designated Hezbollah.';
    expect(told(transcript, 'SANCTIONED').map((line) => line.toLowerCase())).toEqual(['norway > iran (jane roe)']);
    expect(told(transcript, 'ATTACKED').map((line) => line.toLowerCase())).toEqual(['poland > belarus (jane roe)']);
    expect(told('Press Briefing\n\nNorway sanctioned Iran. It was cold.', 'SANCTIONED')).toEqual(['Norway > Iran ()']);
  });

  it('is the subject of the verb that leads to a block quotation', () => {
    const long =
      'Norway sanctioned Iran in the spring, and nobody in the whole of the country had a word to say against it.';
    expect(told(`France warned the others. As France noted:\n\n${long}`, 'SANCTIONED')).toEqual([
      'Norway > Iran (France)',
    ]);
    expect(told(`France warned the others. It was a cold day in the north.\n\n${long}`, 'SANCTIONED')).toEqual([
      'Norway > Iran ()',
    ]);
  });
});

describe('a list that a sentence leads to', () => {
  const bill = (lead: string): string =>
    `A BILL\n\nTo sanction Iran.\n\nSEC. 2. FINDINGS.\n\n${lead}\n\n(1) Spain attacked Mali in 2015.\n\n(2) France attacked Chad in 2016.\n\nSEC. 3. ACTION.\n\nPoland attacked Belarus.`;

  it.each(['Congress finds the following:', 'Congress finds that—'])('is in the words of its subject: %s', (lead) => {
    expect(told(bill(lead), 'ATTACKED')).toEqual([
      'Spain > Mali (Congress)',
      'France > Chad (Congress)',
      'Poland > Belarus ()',
    ]);
  });

  it("is the document's own where nobody is said to find it", () => {
    expect(told(bill('The facts are these:'), 'ATTACKED')).toEqual([
      'Spain > Mali ()',
      'France > Chad ()',
      'Poland > Belarus ()',
    ]);
  });
});

describe('questions in a transcript', () => {
  const asked = (...turns: string[]): readonly string[] => told(['Estimates', ...turns].join('\n\n'), 'ASKED');

  it('are put by whoever speaks to whoever speaks next', () => {
    expect(
      asked(
        'Senator Jane Roe: Thank you. Did Norway sanction Iran?',
        'Mr Rick Poe: It did.',
        'Senator ROE: Good.',
        'Mr Poe: Yes.',
      ),
    ).toEqual(['Jane Roe > Rick Poe ()']);
  });

  it("are nobody known's where the record does not name who asks", () => {
    expect(asked('Q Did Norway sanction Iran?', 'MR. POE: It did.', 'Q When?', 'MR. POE: In May.')).toEqual([]);
    expect(
      told('Briefing\n\nQ So Norway sanctioned Iran.\n\nMR. POE: Yes.\n\nQ When?\n\nMR. POE: In May.', 'SANCTIONED'),
    ).toEqual([]);
  });
});

describe('"we" of an office holder', () => {
  const spoken = (who: string): string => `"We urge Norway to sanction Iran," ${who} said.`;

  it('is his country where it is an office of the country', () => {
    expect(told(`The United States was late. ${spoken('Secretary of State Antony Blinken')}`, 'URGED')).toEqual([
      'United States > Norway (Antony Blinken)',
    ]);
  });

  it('is those of his kind beside him where it is one of a state, and himself without them', () => {
    const beside = 'Ohio Attorney General Jane Roe and 12 attorneys general wrote to the United States.';
    expect(told(`${beside} ${spoken('Attorney General Jane Roe')}`, 'URGED')).toEqual([
      '12 attorneys general > Norway (Jane Roe)',
    ]);
    const apart = 'Ohio Attorney General Jane Roe was in the United States. In 2012, 9 attorneys general left.';
    expect(told(`${apart} ${spoken('Attorney General Jane Roe')}`, 'URGED')).toEqual(['Jane Roe > Norway (Jane Roe)']);
  });
});
