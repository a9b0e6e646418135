import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

const notesOf = (source: string): (number | null)[] =>
  layOut(source).segments.flatMap(({ kind, note }) => (kind === 'footnote' ? [note] : []));
const body = 'Dams were built in the north.1 They failed in 2019.2 Nobody paid for it.3';

describe('notes that begin with bare numbers', () => {
  it.each([
    ['with a period', `${body}\n\n1. Jane Roe, Dams (2001).\n2. Id.\n3. Interview with a guard.`, [1, 2, 3]],
    ['without one', `${body}\n\n1 Jane Roe, Dams (2001).\n2 Id.\n3 Interview with a guard.`, [1, 2, 3]],
    [
      'beside a list that goes further than the marks',
      `${body}\n\n1. Stop it.\n2. Go home.\n3. Call us.\n4. Write.`,
      [],
    ],
    ['of which the text has no marks', 'We met these people.\n\n1. Ann Lee of Leth.\n2. Bo Ek of Leth.', []],
    ['that do not count on', 'The G7 met in 2019.7 The G20 came.20\n\n7 Norway spoke.\n20 Sweden spoke.', []],
  ])('%s', (_name, source, notes) => expect(notesOf(source)).toEqual(notes));

  it('leave a text without marks', () => {
    const { reading, segments } = layOut(`${body}\n\n1. Jane Roe, Dams (2001).\n2. Id.\n3. Interview with a guard.`);
    expect(reading.text.slice(segments[0]?.start, segments[0]?.end)).toBe(
      'Dams were built in the north. They failed in 2019. Nobody paid for it.',
    );
  });
});
