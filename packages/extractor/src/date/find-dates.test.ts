import { describe, expect, it } from 'vitest';
import type { Said } from '@attest/model';
import { coveredYear } from './covered-year.ts';
import { findDates } from './find-dates.ts';

const on = (from: string, to = from): Said => ({ from, to, basis: 'document' });
const read = (text: string, published: Said | null = on('2023-07-31')): string[] =>
  findDates(text, published).map(({ start, end, happened }) =>
    happened === null
      ? `${text.slice(start, end)}: not known`
      : `${text.slice(start, end)}: ${happened.from ?? ''}..${happened.to ?? ''} ${happened.precision}`,
  );

describe('dates against the day of the document', () => {
  it.each([
    ['It began on November 4, 2019.', ['November 4, 2019: 2019-11-04..2019-11-04 day']],
    ['It began on July 7.', ['July 7: 2023-07-07..2023-07-07 day']],
    ['It began on December 7.', ['December 7: 2022-12-07..2022-12-07 day']],
    ['It began on Friday.', ['on Friday: 2023-07-28..2023-07-28 day']],
    ['In June, they met.', ['In June: 2023-06-01..2023-06-30 month']],
    ['In November, they met.', ['In November: 2022-11-01..2022-11-30 month']],
    ['From 2008 to 2021, it paid.', ['From 2008 to 2021: 2008-01-01..2021-12-31 year']],
    [
      'It seized it between October 2021 and June 2022.',
      ['between October 2021 and June 2022: 2021-10-01..2022-06-30 month'],
    ],
    ['It has grown since 2019.', ['since 2019: 2019-01-01.. year']],
    ['It grew earlier this year.', ['earlier this year: 2023-01-01..2023-12-31 year']],
    ['So far in FY2023 it grew.', ['FY2023: 2023-01-01..2023-12-31 year']],
    ['They may meet in the spring of 2021.', ['the spring of 2021: 2021-03-01..2021-05-31 month']],
    ['They met last week.', ['last week: 2023-07-24..2023-07-30 interval']],
    ['Today they met.', ['Today: 2023-07-31..2023-07-31 day']],
    ['They met this morning.', ['this morning: 2023-07-31..2023-07-31 day']],
    ['They meet now.', []],
    ['They met yesterday.', ['yesterday: 2023-07-30..2023-07-30 day']],
    ['They may go, and march on.', []],
    ['It cost $2019 in 5 parts.', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('a document whose day is not known', () => {
  it.each([
    ['It began on Friday.', on('2025-08-08', '2025-08-17'), ['on Friday: not known']],
    ['They met last week.', on('2025-08-08', '2025-08-17'), ['last week: not known']],
    ['It began on Feb. 8.', on('2025-08-08', '2025-08-17'), ['Feb. 8: 2025-02-08..2025-02-08 day']],
    ['It began on Feb. 8.', null, ['Feb. 8: not known']],
    ['It began in 2016.', null, ['in 2016: 2016-01-01..2016-12-31 year']],
  ])('%s', (text, published, expected) => expect(read(text, published)).toEqual(expected));
});

describe('an annual report', () => {
  const titled = (title: string, published: Said | null): number | null =>
    coveredYear({ kind: 'report', title, text: '', published } as Parameters<typeof coveredYear>[0]);

  it('is about the year in its title, where it came out after it', () => {
    expect(titled('Chad 2021 Country Report on Human Rights Practices', on('2022-03-01'))).toBe(2021);
    expect(titled('Annual Report 2021', null)).toBe(2021);
    expect(titled('2022 Narcotics Control Strategy Report', on('2022-03-01'))).toBe(null);
    expect(titled('Report on the 2016 and 2021 Elections', on('2022-03-01'))).toBe(null);
    expect(titled('What Happened in 2021', on('2022-03-01'))).toBe(null);
  });

  it('tells of that year where it names none', () => {
    const covered = (text: string): readonly string[] =>
      findDates(text, on('2022-03-01'), 2021).map(({ happened }) => `${happened?.from ?? ''}..${happened?.to ?? ''}`);
    expect(covered('On November 7 it began.')).toEqual(['2021-11-07..2021-11-07']);
    expect(covered('In July it began.')).toEqual(['2021-07-01..2021-07-31']);
    expect(covered('In July 2019 it began.')).toEqual(['2019-07-01..2019-07-31']);
    expect(covered('On Friday it began.')).toEqual(['..']);
  });
});

it('tells when a weekday is to come', () => {
  const [friday] = findDates('They will leave on Friday.', on('2023-07-31'));
  expect([friday?.happened?.from, friday?.ahead?.from]).toEqual(['2023-07-28', '2023-08-04']);
});
