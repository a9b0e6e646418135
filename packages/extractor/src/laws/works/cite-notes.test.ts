import { layOut } from '@attest/nlp';
import { describe, expect, it } from 'vitest';
import { readCitations } from '../read-citations.ts';
import { anchorOf } from './anchor.ts';

/** Notes `¹ ...`, `² ...` under a text that carries their marks. */
function cite(...notes: readonly string[]) {
  const raised = (number: number): string =>
    String(number).replaceAll(/./gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '');
  const source = `The rivers rose.${notes.map((_, i) => ` Water came${raised(i + 1)} in.`).join('')}\n\n${notes.map((note, i) => `${raised(i + 1)} ${note}`).join('\n\n')}`;
  const layout = layOut(source);
  return { source, layout, ...readCitations(source, layout) };
}
const first = (note: string) => cite(note).works[0];

describe('a cited work', () => {
  it.each([
    [
      'Jane Roe, The Long Flood, River Times (May 4, 2020), https://a.example/x.',
      {
        authors: 'Jane Roe',
        title: 'The Long Flood',
        publisher: 'River Times',
        date: 'May 4, 2020',
        url: 'https://a.example/x',
      },
    ],
    [
      'Jane Roe & Bo Ek et al., Dams, Sand, and Salt, Institute for Rivers (2019).',
      {
        authors: 'Jane Roe & Bo Ek et al.',
        title: 'Dams, Sand, and Salt',
        publisher: 'Institute for Rivers',
        date: '2019',
      },
    ],
    [
      "Tex. Dep't of Water, Levels of 2018, p. 7 (June, 2019).",
      { authors: null, title: 'Levels of 2018', publisher: 'Texas Department of Water', date: 'June 2019' },
    ],
    [
      "Water Facts, Nat'l Inst. on Rivers (last updated Feb. 3, 2021), https://w.example.",
      { authors: null, title: 'Water Facts', publisher: 'National Institute on Rivers', date: 'Feb. 3, 2021' },
    ],
    [
      'Our Wells, Office of Wells, https://w.example (last visited May 1, 2023).',
      { title: 'Our Wells', publisher: 'Office of Wells', date: null },
    ],
    [
      'Committee on Dams, *Sand Everywhere*, Dams & Sand (July 16, 2019), https://d.example.',
      { authors: null, title: 'Sand Everywhere', publisher: 'Committee on Dams' },
    ],
    [
      'Letter from Mayor Roe to Minister Ek, Secretary Poe (Feb. 8, 2023).',
      { authors: null, title: 'Letter from Mayor Roe to Minister Ek, Secretary Poe', publisher: null },
    ],
    [
      'Jane Roe, "Storm, Rain and Snow," *River Times*, March 4, 2021, https://r.example/x.',
      { authors: 'Jane Roe', title: 'Storm, Rain and Snow', publisher: 'River Times', date: 'March 4, 2021' },
    ],
    [
      'River Watch, "They Took It": Abuses in Leth, 4 March 2021, https://r.example/x.',
      { authors: null, title: '"They Took It": Abuses in Leth', publisher: 'River Watch', date: '4 March 2021' },
    ],
    [
      'Jane Roe, "Storm hits coast," River Times, March 4, 2021.',
      { authors: 'Jane Roe', title: 'Storm hits coast', publisher: 'River Times', date: 'March 4, 2021', url: null },
    ],
    [
      'Jane Roe, Dams and Law, 45 River L.J. 123 (2001).',
      { title: 'Dams and Law', publisher: 'River L.J.', date: '2001' },
    ],
    [
      'Jane Roe, The Book of Dams 45 (2d ed. 2001).',
      { authors: 'Jane Roe', title: 'The Book of Dams', publisher: null },
    ],
    [
      'Jane Roe, Dams of the North, 45 RIVER L. REV. 123, 130 (2001).',
      { title: 'Dams of the North', publisher: 'RIVER L. REV.' },
    ],
    [
      'See, e.g., Bo Ek, Why Dams Fail, WALL ST. J., Mar. 3, 2019, at A1.',
      { authors: 'Bo Ek', title: 'Why Dams Fail', publisher: 'WALL ST. J.', date: 'Mar. 3, 2019' },
    ],
    ['Roe v. Board of Dams, 347 U.S. 483 (1954).', { title: 'Roe v. Board of Dams', publisher: null, date: '1954' }],
  ])('%s', (note, expected) => expect(first(note)).toMatchObject(expected));

  it.each([
    ['The dam broke in 2019 and nobody was there to see it.'],
    ['More on this is found by those who look at https://d.example today.'],
    ['See 8 U.S.C. § 1189.'],
    ['He was born (1921) in Salem.'],
    ['He came to Oslo, Norway, on the boat, March 4, 2021.'],
    ['In Salem, Oregon, nobody saw it, and on March 4, 2021, it was gone.'],
  ])('none in %j', (note) => expect(cite(note).works).toEqual([]));

  it('is one, however often and however badly it is cited', () => {
    const { works, citations } = cite(
      'Jane Roe, How the Long Flood Came to Town, River Times (May 4, 2020).',
      'It rained. Jane Roe, How the Long Flood Carne to Town, River Times (May 4, 2020).',
    );
    expect(works).toHaveLength(1);
    expect(citations.map(({ note, works: cited }) => [note, ...cited])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});

describe('short forms', () => {
  const roe = 'Jane Roe, The Long Flood, River Times (May 4, 2020).';
  const ek = 'Bo Ek, Dry Wells, Well News (2021).';
  it.each([
    ['of the same note', [`${roe} Id.`], [[0], [0]]],
    ['of the note before', [roe, 'Id. at 3.'], [[0], [0]]],
    ['of all that the note before cites', [`${roe}; see also ${ek}`, 'Id.'], [[0], [1], [0, 1]]],
    ['over several notes', [roe, 'Id.', '*Id*. at p. 4', ek, 'Supra note 2.'], [[0], [0], [0], [1], [0]]],
    [
      'of the first work, not of what its note repeats',
      [roe, `Id.; see also ${ek}`, 'See supra note 2, p. 11.'],
      [[0], [0], [1], [1]],
    ],
    ['of nothing', ['Id.', 'Supra note 9.'], [[], []]],
  ])('%s', (_name, notes, expected) => {
    expect(cite(...notes).citations.map(({ works }) => works)).toEqual(expected);
  });

  it('lead back to laws as well', () => {
    expect(cite('8 U.S.C. § 1189.', 'Id.').citations[0]).toMatchObject({ kind: 'id', works: [], laws: ['usc:8/1189'] });
  });

  it('know where their mark and their words stand', () => {
    const { layout, citations } = cite(roe, 'Id.');
    const text = layout.reading.text;
    expect(text.slice(0, citations[1]?.mark ?? 0)).toBe('The rivers rose. Water came in. Water came');
    expect(text.slice(citations[0]?.title?.start, citations[0]?.title?.end)).toBe('The Long Flood');
    expect(text.slice(citations[1]?.start, citations[1]?.end)).toBe('Id.');
  });
});

describe('the sentence of a mark', () => {
  const split = (text: string) =>
    [...text.matchAll(/[^|]+/gu)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  it.each([
    ['It rained. |It snowed.', 'It snowed.'],
    ['Roe said, "It rained. |It snowed."', 'Roe said, "It rained. |It snowed."'],
    ['"It rained. |It snowed."', 'It snowed."'],
    ['Roe said "rain." |It snowed.', 'It snowed.'],
  ])('%s', (text, expected) => {
    const anchor = anchorOf(text, text.length, split(text));
    expect(anchor && text.slice(anchor.start, anchor.end).trim()).toBe(expected);
  });
});
