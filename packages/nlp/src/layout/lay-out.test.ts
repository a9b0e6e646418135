import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Layout } from './lay-out.ts';

/** Segments as `kind: text`, notes with their number. */
function read(source: string): string[] {
  const layout = layOut(source);
  return layout.segments.map(
    ({ start, end, kind, note }) =>
      `${kind}${note === null ? '' : ` ${note}`}: ${layout.reading.text.slice(start, end)}`,
  );
}
const page = (n: number): string => `Jane Roe May 3, 2021 Page **${n}** of **3**`;

describe('what is no text of its own', () => {
  it('joins a sentence that a page break and a block of notes cut, and keeps the notes', () => {
    const source = `The ministry paid the\n\n¹ Annual Report, Ministry of Health (2020).\n\n² *Id.* at 4.\n\n${page(2)}\n\nclinics late.¹ It then\n\n${page(3)}\n\nstopped.²`;
    expect(read(source)).toEqual([
      'body: The ministry paid the clinics late. It then stopped.',
      'footnote 1: Annual Report, Ministry of Health (2020).',
      'footnote 2: Id. at 4.',
      'boilerplate: Jane Roe May 3, 2021 Page 2 of 3',
      'boilerplate: Jane Roe May 3, 2021 Page 3 of 3',
    ]);
  });

  it('begins a new paragraph where the page before ended with a full stop', () => {
    expect(
      read(`He left the room at noon.\n\n${page(2)}\n\nthe next day he came back.\n\n${page(3)}`).slice(0, 2),
    ).toEqual(['body: He left the room at noon.', 'body: the next day he came back.']);
  });

  it('does not join over an advertisement what begins with a capital', () => {
    expect(
      read('The bank said it would close the\n\nAdvertisement\n\nShares fell. They rose later.').slice(0, 2),
    ).toEqual(['body: The bank said it would close the', 'body: Shares fell. They rose later.']);
    expect(read('The bank said on Tuesday it would close the\n\nAdvertisement\n\nbranch in Turin.')[0]).toBe(
      'body: The bank said on Tuesday it would close the branch in Turin.',
    );
  });

  it.each([
    [
      'a running head with the number of the page',
      ['Report on Floods 7', 'Report on Floods 8', 'Report on Floods 9'],
      true,
    ],
    ['headings that count', ['Section 1', 'Section 2', 'Section 3'], false],
    ['sums that do not count up', ['Total 4', 'Total 9', 'Total 2'], false],
  ])('%s', (_name, heads, isFurniture) => {
    const text = heads
      .map((head) => `${head}\n\nWater rose in the town.\n\nIt fell again by noon.\n\nNobody was hurt then.`)
      .join('\n\n');
    const kinds = layOut(text).segments.filter(({ kind }) => kind === 'boilerplate').length;
    expect(kinds).toBe(isFurniture ? 3 : 0);
  });

  it('tells the comments of readers from a counter of comments', () => {
    expect(read('Word spread fast in the city.\n\n2 comments\n\n• I was there.\n\nLeave a Reply')).toEqual([
      'body: Word spread fast in the city.',
      'boilerplate: 2 comments',
      'comment: I was there.',
      'boilerplate: Leave a Reply',
    ]);
    expect(read('Word spread fast in the city.\n\n37\nComments\n\nThe mayor spoke on Monday.').slice(0, 2)).toEqual([
      'body: Word spread fast in the city.',
      'body: The mayor spoke on Monday.',
    ]);
  });
});

describe('marks of footnotes', () => {
  it.each([
    ['Rents rose¹ and wages fell.²', 'Rents rose and wages fell.', [1, 2]],
    ['He spoke to Carroll. $^{19}\\,$', 'He spoke to Carroll.', [19]],
    ['It cost ^{4}more.', 'It cost more.', [4]],
    ['The farm has 40 km² of land.', 'The farm has 40 km² of land.', []],
    ['About 10³ cells grew.', 'About 10³ cells grew.', []],
    ['Rates fell.[^3]', 'Rates fell.', [3]],
  ])('%s', (source, text, notes) => {
    const layout = layOut(source);
    expect(layout.reading.text.trim()).toBe(text);
    expect(layout.marks.map(({ note }) => note)).toEqual(notes);
  });

  it('takes a bare number for a mark only where the count says so', () => {
    const notes = '\n\n¹ One Report, Oslo (2019).\n\n² Two Reports, Oslo (2019).';
    expect(layOut(`Rents rose.¹ Wages fell. 2 Then it rained.${notes}`).marks.map(({ note }) => note)).toEqual([1, 2]);
    expect(layOut(`Rents rose.¹ He is 7. 9 People came.${notes}`).marks.map(({ note }) => note)).toEqual([1]);
  });

  it('knows where the mark stood', () => {
    const layout = layOut('Rents rose.¹ Wages fell.');
    expect(layout.reading.text.slice(0, layout.marks[0]?.at)).toBe('Rents rose.');
  });
});

describe('notes', () => {
  it('restores numbers that a scan lost or misread', () => {
    const source = `Text.¹² ¹³ ¹⁴ ¹⁵\n\n¹² Old Report, Bern (2001).\n\nId. at 3.\n\nI4 *Id.* at 16.\n\n¹⁵ Supra note 12.`;
    expect(read(source).filter((line) => line.startsWith('footnote'))).toEqual([
      'footnote 12: Old Report, Bern (2001).',
      'footnote 13: Id. at 3.',
      'footnote 14: Id. at 16.',
      'footnote 15: Supra note 12.',
    ]);
  });

  it('finds notes of bare numbers by the marks glued to the words', () => {
    const source =
      'CRP.7\n\nThe mission met 27 people in 2020.1 It saw that the guards\nhad left.2 Nobody knew why they\n\n1 Interview with a guard.\n2 Interview with a witness.\n\n   5\n\nCRP.7\n\nwent.3 It rained.\n\n3 Weather report.\n\n   6\n';
    expect(read(source).filter((line) => !line.startsWith('boilerplate'))).toEqual([
      'headline: CRP.7',
      'body: The mission met 27 people in 2020. It saw that the guards had left. Nobody knew why they went. It rained.',
      'footnote 1: Interview with a guard.',
      'footnote 2: Interview with a witness.',
      'footnote 3: Weather report.',
    ]);
    // The same lines without marks are items of a list.
    expect(
      read('We met these people.\n\n1 Interview with a guard.\n2 Interview with a witness.').some((line) =>
        line.startsWith('footnote'),
      ),
    ).toBe(false);
  });

  it('takes numbered items for a list, not for notes', () => {
    expect(read('You need:\n\n1. See the doctor.\n\n2. Call the office.').map((line) => line.split(':')[0])).toEqual([
      'body',
      'list',
      'list',
    ]);
  });
});

describe('words', () => {
  it.each([
    ['The fenta-\nnyl trade grew in the coun-\ntry.', 'The fentanyl trade grew in the country.'],
    ['A self-\ninflicted wound by U.S.-\nMexican troops.', 'A self-inflicted wound by U.S.-Mexican troops.'],
    ['Low-lying land. The low-\nlying towns flooded.', 'Low-lying land. The low-lying towns flooded.'],
    ['It was cartel-\nor gang-related.', 'It was cartel- or gang-related.'],
    ['A soft\u00adhyphen and a \ufb01sh.', 'A softhyphen and a fish.'],
    ['He *i.e.* the **envoy** paid \\$3 \\& left.', 'He i.e. the envoy paid $3 & left.'],
    ['2 * 3 * 4 is 24, snake_case_name too.', '2 * 3 * 4 is 24, snake_case_name too.'],
    ['The [minister](https://example.org/a_b) came.', 'The minister came.'],
    ['“Yes,” she said. ‘No.’', '"Yes," she said. \'No.\''],
    ['Its . . . trade fell. It rose . . . . Then it fell.', 'Its trade fell. It rose. Then it fell.'],
    ['It rose... Then it fell.', 'It rose... Then it fell.'],
    ['8 U.S.C. &sect; 1189 &amp; more', '8 U.S.C. § 1189 & more'],
    ['Lo\u0301pez spoke.', 'López spoke.'],
  ])('%j', (source, text) => expect(layOut(source).reading.text).toBe(text));

  it('joins lines that were only wrapped, and no others', () => {
    const wrapped =
      'The council met on Monday evening and spoke about the\nbridge that the flood had taken in the spring of last\nyear. Nobody wanted to pay for it, and the mayor left\nearly.';
    const dashed =
      'The council met on Monday evening and spoke about roads\n– only about roads – for three hours, and then it went\nhome without a vote on any of the things that it was\nput there for.';
    expect([...read(wrapped), ...read(dashed)]).toHaveLength(2);
    expect(read('Members present:\nAnn Lee\nBob Ray\nCat Poe')).toHaveLength(4);
  });
});

describe('zones', () => {
  it.each([
    ['OSLO, March 4 (Reuters) -- Norway paid.', ['dateline: OSLO, March 4 (Reuters) --', 'body: Norway paid.']],
    ['WASHINGTON — The court ruled.', ['dateline: WASHINGTON —', 'body: The court ruled.']],
    ['NATO — The alliance met.', ['body: NATO — The alliance met.']],
    ['(Reuters) - France paid.', ['dateline: (Reuters) -', 'body: France paid.']],
    [
      'FRANKFORT, Ky. (May 2, 2023) – The state sued.',
      ['dateline: FRANKFORT, Ky. (May 2, 2023) –', 'body: The state sued.'],
    ],
    ['May 5, 2022 (SAINT PAUL) – The state sued.', ['dateline: May 5, 2022 (SAINT PAUL) –', 'body: The state sued.']],
    ['Smith – the envoy – left.', ['body: Smith – the envoy – left.']],
  ])('%s', (source, parts) => expect(read(source)).toEqual(parts));

  it('reads a letter', () => {
    const parts = read(
      'Town of Leth\n\nMay 2, 2020\n\nMr. Bo Ek\n12 Elm Street\nSalem, Oregon 97301\n\nDear Mr. Ek:\n\nWe thank you for the books. They came on time.\n\nSincerely,\n\nANN LEE\nDirector of the Library',
    );
    expect(parts).toEqual([
      'headline: Town of Leth',
      'dateline: May 2, 2020',
      'signature: Mr. Bo Ek, 12 Elm Street, Salem, Oregon 97301',
      'signature: Dear Mr. Ek:',
      'body: We thank you for the books. They came on time.',
      'signature: Sincerely,',
      'signature: ANN LEE, Director of the Library',
    ]);
  });

  it('reads the head of an e-mail', () => {
    const mail =
      'From: Ann Lee <ann@example.org>\nTo: Bo Ek <bo@example.org>\nDate: Tue, 4 May 2021 10:00:00 +0200\nSubject: Dam closure\n\nHi Bo,\n\nWe closed the dam. It rained.\n\n> Is it closed?\n\nBest regards,\nAnn Lee';
    expect(read(mail)).toEqual([
      'signature: Ann Lee <ann@example.org>',
      'signature: Bo Ek <bo@example.org>',
      'dateline: Tue, 4 May 2021 10:00:00 +0200',
      'headline: Dam closure',
      'signature: Hi Bo,',
      'body: We closed the dam. It rained.',
      'quotation: Is it closed?',
      'signature: Best regards,',
      'signature: Ann Lee',
    ]);
  });

  it('takes for a block quotation what follows a verb of saying with a colon', () => {
    const long = 'The river has no owner and the town has no claim to it, and nobody ever had one before.';
    expect(read(`As the court noted:\n\n${long}`)[1]).toBe(`quotation: ${long}`);
    expect(read(`He brought these things to the town:\n\n${long}`)[1]).toBe(`body: ${long}`);
  });
});

/** What of a source is in no zone, or in two. */
function lost(layout: Layout, source: string): string {
  let end = 0;
  let text = '';
  for (const zone of layout.zones) {
    if (zone.start < end) text += '<twice>';
    text += source.slice(end, zone.start);
    end = zone.end;
  }
  return (text + source.slice(end)).trim();
}

describe('any text', () => {
  it('is wholly in zones, and every word that is read stands in the source where the map says', () => {
    const piece = fc.constantFrom(
      'word ',
      'López ',
      '\n',
      '\n\n',
      '¹',
      '¹ ',
      'Page 2 of 9\n',
      '. ',
      '*x* ',
      '\f',
      '“',
      '- ',
      'https://a.b/c ',
      '$^{12}$ ',
      '\ud800',
      '\u202e',
      '\0',
      'Dear Al:\n',
      '37\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const layout = layOut(source);
        expect(lost(layout, source)).toBe('');
        for (const match of layout.reading.text.matchAll(/word|López/gu)) {
          const { start, end } = layout.reading.sourceSpan(match.index, match.index + match[0].length);
          expect(source.slice(start, end)).toBe(match[0]);
          expect(layout.reading.readingOffset(start)).toBe(match.index);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['without a full stop', 'word '.repeat(40_000)],
    ['of one line', 'x'.repeat(400_000)],
    ['of blanks', `word${' '.repeat(300_000)}word\nword`],
    ['of blanks and line ends', `word${' \n'.repeat(1)}${' '.repeat(200_000)}\nword`],
    ['of stars', '*'.repeat(200_000)],
    ['of blank lines', '\n'.repeat(200_000)],
    ['of brackets', '[('.repeat(100_000)],
    ['of notes', '¹ Id.\n'.repeat(20_000)],
    ['of short lines', 'Of the\n'.repeat(30_000)],
  ])('%s is read to its end', (_name, source) => expect(lost(layOut(source), source)).toBe(''));
});
