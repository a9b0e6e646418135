import { describe, expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

/** Who speaks, segment by segment. */
const labels = (source: string): string[] => {
  const { reading, segments } = layOut(source);
  return segments.flatMap(({ speaker }) => (speaker ? [reading.text.slice(speaker.start, speaker.end)] : []));
};

describe('transcripts', () => {
  it('reads the record of a hearing', () => {
    const labels = layOut(
      '    The Chairman. We begin.\n    Secretary Roe. Thank you, Mr. Chairman. We\nwent.\n    Senator Poe. Why so?',
    ).segments.filter(({ kind }) => kind === 'signature');
    expect(labels).toHaveLength(3);
    expect(layOut('Senator Poe. He asked why. Nobody knew it.').segments.some(({ kind }) => kind === 'signature')).toBe(
      false,
    );
  });

  it('finds who speaks in a transcript', () => {
    const layout = layOut(
      'Press Briefing\n\nMS. ROE: Good day. We met.\n\nIt went well.\n\nQ Was it long?\n\nMS. ROE: No, it was not.\n\nEND 3:10 P.M. EDT',
    );
    const text = layout.reading.text;
    expect(
      layout.segments
        .filter(({ kind }) => kind === 'quotation')
        .map(
          ({ start, end, speaker }) => `${speaker && text.slice(speaker.start, speaker.end)} ${text.slice(start, end)}`,
        ),
    ).toEqual(['MS. ROE: Good day. We met.', 'MS. ROE: It went well.', 'Q Was it long?', 'MS. ROE: No, it was not.']);
  });

  it('finds speakers in small letters by their titles, or by their names where these come again', () => {
    const hearing = 'CHAIR (Senator Poe): We begin.\n\nMs Roe: Thank you.\n\nSenator POE: Why so?\n\nMs Roe: Because.';
    expect(labels(hearing)).toEqual(['CHAIR (Senator Poe):', 'Ms Roe:', 'Senator POE:', 'Ms Roe:']);
    const [asked, told] = [
      'Jane Roe: Why did you come here so late this year?',
      'Rick Poe: The road was closed, so we waited for a week.',
    ];
    expect(labels([asked, told, asked, told].join('\n\n'))).toHaveLength(4);
    // Lists have labels too.
    expect(labels('Judge Roe: Nominee for Chair.\n\nJudge Poe: Nominee for member.\n\nJudge Low: Nominee.')).toEqual(
      [],
    );
    expect(labels('Case Number: 12\n\nReport Date: May\n\nCase Number: 13\n\nReport Date: June')).toEqual([]);
  });

  it('finds outlets, answers and spokespeople', () => {
    expect(labels('Q: Did you speak?\n\nA: I did.\n\nQ: When?\n\nA: In May.')).toEqual(['Q:', 'A:', 'Q:', 'A:']);
    const briefing = ['Spokesman: Good day.', 'Question: Why so?', 'Deputy Spokesman: Because.', 'Question: Thanks.'];
    expect(labels(briefing.join('\n\n'))).toHaveLength(4);
    expect(labels('MODERATOR: We begin.\n\nANA POE (Reuters): Why so?\n\nMR. ROE: Because.')).toHaveLength(3);
  });

  it('knows a beginning of two turns by who opens it', () => {
    expect(labels('MODERATOR: We begin.\n\nMINISTER ROE: Thank you.')).toHaveLength(2);
    expect(labels('CONTACT: Jane Roe.\n\nNOTE: Not for print.')).toEqual([]);
  });
});
