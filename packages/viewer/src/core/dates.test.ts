import { describe, expect, it } from 'vitest';
import { dateWords } from './dates.ts';

describe('dateWords', () => {
  it('says a day, a year, a range or an open end as it is known', () => {
    expect(dateWords('2023-02-08', '2023-02-08')).toBe('2023-02-08');
    expect(dateWords('2023-01-01', '2023-12-31')).toBe('2023');
    expect(dateWords('2023-02-08', '2023-02-28')).toBe('2023-02-08 to 2023-02-28');
    expect(dateWords('2023-02-08', undefined)).toBe('from 2023-02-08');
    expect(dateWords(undefined, '2023-02-08')).toBe('until 2023-02-08');
    expect(dateWords(undefined, undefined)).toBe('');
  });
});
