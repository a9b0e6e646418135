import { describe, expect, it } from 'vitest';
import { parseFeature } from './feature.ts';
import { printed, runTck, score } from './report.ts';
import { findTck } from './scenario.ts';

const folder = findTck();
if (folder === null) console.warn('skipped: openCypher TCK (set ATTEST_SHARED)');

describe.runIf(folder !== null)('openCypher TCK', () => {
  it('fails only where the list says so, and passes nowhere that it does not', () => {
    const report = runTck(folder!);
    expect(report.surprises).toEqual([]);
    expect(score(report.verdicts, 'core').all).toBeGreaterThan(1800);
    expect(printed(report).at(-1)).toMatch(/^core \d+\/\d+$/);
  });
});

describe('parseFeature', () => {
  it('expands outlines and keeps texts as they stand', () => {
    const text =
      'Feature: F\n  Scenario Outline: [1] Name\n    When executing query:\n      """\n      RETURN <x>\n        AS y\n      """\n    Examples:\n      | x |\n      | 1 |\n      | \'a\\|b\' |\n';
    const found = parseFeature(text, 'folder/F1');
    expect(found.map(({ key }) => key)).toEqual(['folder/F1 [1] Name #1', 'folder/F1 [1] Name #2']);
    expect(found[1]!.steps[0]!.doc).toBe("RETURN 'a|b'\n  AS y");
  });
});
