import { describe, expect, it } from 'vitest';
import { CypherDateTime, CypherDuration, CypherError, CypherTime, PropertyGraph, run } from '../../src/index.ts';
import { rows } from './actors.ts';

describe('temporal values', () => {
  it.each([
    ["date('2024-W09-4')", '2024-02-29'],
    ["date('2024-060')", '2024-02-29'],
    ['date({year: 2024, quarter: 3, dayOfQuarter: 45})', '2024-08-14'],
    ["date.truncate('week', date('2024-02-29'))", '2024-02-26'],
    [
      "datetime('2025-03-30T01:59:59+01:00[Europe/Paris]') + duration('PT1S')",
      '2025-03-30T03:00:00+02:00[Europe/Paris]',
    ],
    ["datetime('2060-07-01T12:00[Europe/Paris]')", '2060-07-01T12:00:00+02:00[Europe/Paris]'],
    ["datetime({epochSeconds: 0, timezone: 'America/New_York'})", '1969-12-31T19:00:00-05:00[America/New_York]'],
    ["time('23:30+01:00') + duration({minutes: 45})", '00:15:00+01:00'],
    ['duration({months: 1, days: -1, hours: 25.5})', 'P1M-1DT25H30M'],
    ["duration('P1.5M') * 2", 'P2M30DT10H29M6S'],
    ["duration.inDays(date('2024-02-28'), date('2024-03-01'))", 'P2D'],
  ])('%s', (expression, expected) => expect(String(rows(`RETURN ${expression}`)[0]![0])).toBe(expected));

  it.each([
    "date('2024-02-30')",
    "date('soon')",
    "datetime('2024-01-01T25:00')",
    "time('10:00[Mars/Olympus]')",
    'date({day: 3})',
    "date.truncate('fortnight', date())",
    'duration({blinks: 1})',
  ])('refuses %s', (expression) => expect(() => rows(`RETURN ${expression}`)).toThrow(CypherError));

  it('are values of their own classes, in results and in properties', () => {
    const [[instant, span, time] = []] = rows("RETURN datetime('2025-01-01T10:00Z'), duration('P1D'), time('10:00Z')");
    expect(instant).toBeInstanceOf(CypherDateTime);
    expect(span).toBeInstanceOf(CypherDuration);
    expect(time).toBeInstanceOf(CypherTime);
    const graph = PropertyGraph.build(
      [{ id: 'a', labels: ['N'], properties: { at: instant as CypherDateTime, span: span as CypherDuration } }],
      [],
    );
    const query = "MATCH (n:N {at: datetime('2025-01-01T10:00Z')}) RETURN n.at.year, n.at + n.span, n.span.days";
    const copy = PropertyGraph.fromSnapshot(graph.toSnapshot());
    for (const one of [graph, copy]) {
      expect(run(one, query).rows.map((row) => row.map(String))).toEqual([['2025', '2025-01-02T10:00:00Z', '1']]);
    }
  });

  it('takes the moment from the host', () => {
    const { rows: found } = run(PropertyGraph.build([], []), 'RETURN toString(date()), toString(datetime())', {
      now: 86_400_000,
    });
    expect(found).toEqual([['1970-01-02', '1970-01-02T00:00:00Z']]);
  });
});
